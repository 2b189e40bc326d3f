// A candidate as the charter engine sees them: attributes with what is known, and which of it nobody has confirmed.
import type { Residence } from './answers.ts'
import { none } from './answers.ts'

export interface Known {
  readonly id: string
  readonly residence: Residence | 'not_asked'
  /** What staff found; it wins over what was declared. */
  readonly verified: 'yes' | 'no' | null
  /** Keys the person ticked, as the form's `Kind` writes them, without organisations. */
  readonly declared: readonly string[]
  /** Attributes the person was asked about and answered, and the bounds they were asked by; one without a value is then a "no". */
  readonly answered: readonly string[]
  readonly ties: readonly { readonly kind: string; readonly local: 'yes' | 'no' | 'unknown'; readonly confirmed: boolean }[]
}
type Value = string | number | boolean | readonly string[]
export interface AsPerson {
  /** For the engine: an id and attributes, never a name. What is not known is left out. */
  readonly person: { readonly id: string } & { readonly [attribute: string]: Value }
  /** Attributes that count but rest on the person's own word only. */
  readonly undocumented: readonly string[]
}

const bound = /^(.+?)(>=|<=)(-?[\d.]+)$/s
/** Whether a key sets a lowest or highest number. */
export const isBound = (key: string): boolean => bound.test(key)
const attrOf = (key: string): string => bound.exec(key)![1]!

/** A number that is within the bounds somebody ticked and outside those they were asked and did not tick. */
function numberWithin(ticked: readonly string[], asked: readonly string[]): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const narrow = (sign: string, value: number) => {
    if (sign === '>=') low = Math.max(low, value)
    else high = Math.min(high, value)
  }
  const read = (key: string): [string, number] => [bound.exec(key)![2]!, Number(bound.exec(key)![3])]
  for (const key of ticked) narrow(...read(key))
  const said = Number.isFinite(low) ? low : high
  for (const key of asked) {
    const [sign, value] = read(key)
    if (!ticked.includes(key)) narrow(sign === '>=' ? '<=' : '>=', sign === '>=' ? value - 1 : value + 1)
  }
  // What was ticked counts where the two do not go together.
  return low > high ? said : Number.isFinite(low) ? low : high
}

/** Three-valued evidence: a missing attribute is "not known", an empty list is a "no". */
export function asPerson({ id, residence, verified, declared, answered, ties }: Known): AsPerson {
  const told = new Map<string, { readonly values: Set<string>; single: boolean }>()
  const bounds = new Map<string, string[]>()
  const loose = new Set<string>()
  const add = (key: string, confirmed: boolean) => {
    const [, attr = '', sign, value = ''] = /^(.+?)(==|>=|<=|=)(.*)$/s.exec(key) ?? []
    if (!confirmed) loose.add(attr)
    if (sign === '>=' || sign === '<=') return bounds.set(attr, [...(bounds.get(attr) ?? []), key])
    const one = told.get(attr) ?? { values: new Set(), single: true }
    one.values.add(value)
    one.single &&= sign === '=='
    return told.set(attr, one)
  }
  for (const tie of ties) add(tie.kind, tie.confirmed)
  for (const key of declared) if (key !== none) add(key, false)
  const attributes: Record<string, Value> = {}
  for (const [attr, ticked] of bounds)
    attributes[attr] = numberWithin(
      ticked,
      answered.filter(key => isBound(key) && attrOf(key) === attr),
    )
  // Asked, and said nothing of it: that is a no.
  for (const attr of answered) if (!isBound(attr) && !(attr in attributes)) attributes[attr] = []
  for (const [attr, { values, single }] of told) {
    const [only = ''] = values
    attributes[attr] = single && values.size === 1 ? only === 'true' || only : [...values].sort()
  }
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
