// A candidate as the charter engine sees them: attributes with what is known, and which of it nobody has confirmed.
import type { Residence } from './answers.ts'
import { none } from './answers.ts'

export interface Known {
  readonly id: string
  readonly residence: Residence | 'not_asked'
  /** What staff found; it wins over what was declared. */
  readonly verified: 'yes' | 'no' | null
  /** Keys attribute=value the person ticked, without organisations. */
  readonly declared: readonly string[]
  /** Attributes the person was asked about and answered; one without a value is then a "no". */
  readonly answered: readonly string[]
  readonly ties: readonly { readonly kind: string; readonly local: 'yes' | 'no' | 'unknown'; readonly confirmed: boolean }[]
}
type Value = string | boolean | readonly string[]
export interface AsPerson {
  /** For the engine: an id and attributes, never a name. What is not known is left out. */
  readonly person: { readonly id: string } & { readonly [attribute: string]: Value }
  /** Attributes that count but rest on the person's own word only. */
  readonly undocumented: readonly string[]
}

/** Three-valued evidence: a missing attribute is "not known", an empty list is a "no". */
export function asPerson({ id, residence, verified, declared, answered, ties }: Known): AsPerson {
  const lists = new Map<string, Set<string>>()
  const loose = new Set<string>()
  const add = (key: string, confirmed: boolean) => {
    const [attr = '', value = ''] = key.split(/=(.*)/s)
    const list = lists.get(attr) ?? new Set<string>()
    lists.set(attr, list.add(value))
    if (!confirmed) loose.add(attr)
  }
  for (const tie of ties) add(tie.kind, tie.confirmed)
  for (const key of declared) if (key !== none) add(key, false)
  for (const attr of answered) if (!lists.has(attr)) lists.set(attr, new Set())
  const attributes: Record<string, Value> = Object.fromEntries([...lists].map(([attr, values]) => [attr, [...values].sort()]))
  const locals = ties.filter(tie => tie.local !== 'unknown')
  if (locals.length > 0) {
    const yes = locals.filter(tie => tie.local === 'yes')
    attributes.local = yes.length > 0
    if (!(yes.length > 0 ? yes : locals).some(tie => tie.confirmed)) loose.add('local')
  }
  const home = verified ?? (residence === 'yes' || residence === 'no' ? residence : null)
  if (home) attributes.resident = home === 'yes'
  if (home && verified === null) loose.add('resident')
  return { person: { ...attributes, id }, undocumented: [...loose].sort() }
}
