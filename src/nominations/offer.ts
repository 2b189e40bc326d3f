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

/**
 * One answer a person may give about themselves. `key` is attribute=value where somebody may have several values, attribute==value where
 * there is one (`==true`: a plain yes), attribute>=number and attribute<=number where a charter sets a lowest or a highest number. With `organisation` we ask which one, and
 * in what role.
 */
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
      if ((rule.kind === 'cover' || rule.kind === 'balance') && typeof rule.attr === 'string' && Array.isArray(rule.values))
        for (const value of rule.values) asked.push({ attr: rule.attr, test: 'has', value })
      if (asksFor(rule.who, 'resident')) homes.push(quoteOf(rule.source))
    }
    if (asked.some(one => one.attr === 'resident')) homes.push(null)
    if (asked.some(one => one.attr === 'local')) local = true
    for (const one of asked) {
      const kind = kindOf(one, asked, charter.labels ?? {})
      if (!kind || (!all && offices.has(kind.key))) continue
      kinds.set(kind.key, { ...kind, words: kind.words ?? kinds.get(kind.key)?.words ?? { da: one.attr.replaceAll('_', ' ') } })
    }
  }
  // Circles of associations first: they are what most people recognise themselves in.
  const order = [...kinds.values()].sort((a, b) => Number(b.organisation) - Number(a.organisation))
  return { kinds: order, residence: homes.length > 0 ? { quote: homes.find(quote => quote !== null) ?? null } : null, local }
}

interface Asked {
  readonly attr: string
  /** `has`: one of several values. `is`: the only one. `least`, `most`: a number. */
  readonly test: 'has' | 'is' | 'least' | 'most'
  readonly value: unknown
}

/** Asked in a way of their own: with the sentence of the charter, or about the organisation. */
const ownQuestion = new Set(['resident', 'local'])

/** The answer that would say yes to what is asked; null when a form cannot ask it. */
function kindOf({ attr, test, value }: Asked, all: readonly Asked[], labels: NonNullable<CharterData['labels']>) {
  if (test === 'least' || test === 'most') {
    if (typeof value !== 'number') return null
    const [sign, ages, shown] = test === 'least' ? ['>=', ofAge, '≥'] : ['<=', underAge, '≤']
    const key = `${attr}${sign}${value}`
    const words = attr === 'age' ? ages(value) : eachWith(labels[attr], word => `${word}: ${shown} ${value}`)
    return { key, attr, value: String(value), words: labels[key] ?? words, organisation: false }
  }
  if (value === true && !ownQuestion.has(attr))
    return { key: `${attr}==true`, attr, value: 'true', words: labels[attr], organisation: false }
  if (typeof value !== 'string') return null
  // Where one condition of the charter asks for exactly this value, a list of values would never meet it.
  const single = all.some(one => one.attr === attr && one.test === 'is')
  const key = `${attr}${single ? '==' : '='}${value}`
  const words = labels[`${attr}=${value}`] ?? { da: value.replaceAll('_', ' ') }
  return { key, attr, value, words, organisation: namesOrganisation(key) }
}

const eachWith = (words: Words | undefined, make: (word: string | undefined) => string): Words | undefined =>
  words && Object.fromEntries(Object.entries(words).map(([lang, word]) => [lang, make(word)]))

const ofAge = (years: number): Words => ({
  da: `fyldt ${years} år`,
  en: `at least ${years} years old`,
  ar: `عمري ${years} سنة أو أكثر`,
  tr: `${years} yaşında ya da daha büyük`,
  ur: `عمر ${years} سال یا اس سے زیادہ`,
})

const underAge = (most: number): Words => ({
  da: `under ${most + 1} år`,
  en: `under ${most + 1} years old`,
  ar: `عمري أقل من ${most + 1} سنة`,
  tr: `${most + 1} yaşından küçük`,
  ur: `عمر ${most + 1} سال سے کم`,
})

/** Every attribute and value a predicate asks about, however deep. */
function collect(predicate: unknown, found: Asked[]): void {
  if (predicate === null || typeof predicate !== 'object') return
  const one = predicate as Record<string, unknown>
  for (const part of [one.all, one.any].flat()) collect(part, found)
  collect(one.not, found)
  if (typeof one.attr !== 'string') return
  const { attr } = one
  if ('gte' in one) found.push({ attr, test: 'least', value: one.gte })
  else if ('lte' in one) found.push({ attr, test: 'most', value: one.lte })
  else if ('lt' in one) found.push({ attr, test: 'most', value: typeof one.lt === 'number' ? Math.ceil(one.lt) - 1 : one.lt })
  else if ('eq' in one) found.push({ attr, test: 'is', value: one.eq })
  else for (const value of Array.isArray(one.hasAny) ? one.hasAny : [one.has]) found.push({ attr, test: 'has', value })
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
