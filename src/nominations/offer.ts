// What the chosen councils' charters ask about a person, as questions of a form: the data decide, no code names an association.

/** Words as the data give them. */
export type Words = { readonly [lang: string]: string | undefined }
/** The part of a charter document this rule reads. */
export interface CharterData {
  readonly groups: readonly { readonly id: string; readonly appointed_by?: string | undefined; readonly eligible?: unknown }[]
  readonly rules: readonly {
    readonly kind: string
    readonly who?: unknown
    readonly attr?: unknown
    readonly values?: unknown
    readonly source?: unknown
    readonly strength?: unknown
  }[]
  readonly labels?: { readonly [key: string]: Words } | undefined
}
export interface OpenCouncil {
  readonly slug: string
  readonly name: Words
  readonly summary: Words
  /** What it speaks about, in one sentence. */
  readonly about: Words
  readonly contact: string
  readonly deadline: string | null
  readonly pay: { readonly decided: boolean; readonly text: Words }
  readonly charter: CharterData | null
}

/** One answer a person may give about themselves. `key` is attribute=value. With `organisation` we ask which one, and in what role. */
export interface Kind {
  readonly key: string
  readonly attr: string
  readonly value: string
  readonly words: Words
  readonly organisation: boolean
}
export interface Offer {
  readonly kinds: readonly Kind[]
  /** Residence is asked only when a charter asks for it; with the sentence it stands in. */
  readonly residence: { readonly quote: string | null } | null
  /** A charter asks whether the organisation is local. */
  readonly local: boolean
}

// Held by office and entered by staff: nobody becomes a councillor by a form.
const offices = new Set(['roles=councillor', 'roles=municipal_employee'])
const membership = new Set(['ties', 'roles=organisation'])

/** Whether the answer names an organisation: every value of `ties`, and the role of speaking for one. */
export const namesOrganisation = (key: string): boolean => membership.has(key) || membership.has(key.split('=')[0]!)

/** The questions for these councils; `all` also brings what only staff enter. */
export function offerOf(councils: readonly Pick<OpenCouncil, 'charter'>[], all = false): Offer {
  const kinds = new Map<string, Kind>()
  const homes: (string | null)[] = []
  let local = false
  for (const { charter } of councils) {
    if (!charter) continue
    const asked: Asked[] = []
    for (const group of charter.groups) if (all || group.appointed_by !== 'administration') collect(group.eligible, asked)
    for (const rule of charter.rules) {
      collect(rule.who, asked)
      if (rule.kind === 'cover' && typeof rule.attr === 'string' && Array.isArray(rule.values))
        for (const value of rule.values) asked.push({ attr: rule.attr, value })
      if (asksFor(rule.who, 'resident')) homes.push(quoteOf(rule.source))
    }
    if (asked.some(one => one.attr === 'resident')) homes.push(null)
    if (asked.some(one => one.attr === 'local')) local = true
    for (const { attr, value } of asked) {
      const key = `${attr}=${value}`
      if (typeof value !== 'string' || (!all && offices.has(key))) continue
      const words = charter.labels?.[key] ?? kinds.get(key)?.words ?? { da: value.replaceAll('_', ' ') }
      kinds.set(key, { key, attr, value, words, organisation: namesOrganisation(key) })
    }
  }
  // Circles of associations first: they are what most people recognise themselves in.
  const order = [...kinds.values()].sort((a, b) => Number(b.organisation) - Number(a.organisation))
  return { kinds: order, residence: homes.length > 0 ? { quote: homes.find(quote => quote !== null) ?? null } : null, local }
}

interface Asked {
  readonly attr: string
  readonly value: unknown
}
/** Every attribute and value a predicate asks about, however deep. */
function collect(predicate: unknown, found: Asked[]): void {
  if (predicate === null || typeof predicate !== 'object') return
  const one = predicate as Record<string, unknown>
  for (const part of [one.all, one.any].flat()) collect(part, found)
  collect(one.not, found)
  if (typeof one.attr !== 'string') return
  const values = 'hasAny' in one && Array.isArray(one.hasAny) ? one.hasAny : ['has' in one ? one.has : one.eq]
  for (const value of values) found.push({ attr: one.attr, value })
}
function asksFor(predicate: unknown, attr: string): boolean {
  const found: Asked[] = []
  collect(predicate, found)
  return found.some(one => one.attr === attr)
}
function quoteOf(source: unknown): string | null {
  const text = (source as { text?: unknown } | undefined)?.text
  return typeof text === 'string' ? text : null
}
