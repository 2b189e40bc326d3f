// One kind of seat as a form: what stands in it, and the seats it becomes.
import type { Shortcoming } from '../../platform/refusal.ts'
import type { Charter, Group } from '../charters/index.ts'
import { conditionIn, fieldsOf, type NewWord, toConditions, wordKey } from './conditions.ts'
import { Faults, type Fields, without } from './fields.ts'

export const groupKinds = ['member', 'adviser', 'substitute'] as const
export const appointers = ['municipal_council', 'administration', 'other'] as const
export const fillings = ['appointed', 'elected', 'nominated'] as const

/** The fields of a form that shows these seats; of new ones when null. */
export function groupFields(group: Group | null): Record<string, string | string[]> {
  if (!group) return { kind: 'member', appointedBy: 'municipal_council', filledBy: 'appointed' }
  const appointer = group.appointed_by ?? ''
  const listed = appointer === 'municipal_council' || appointer === 'administration'
  const conditions = toConditions(group.eligible)
  return {
    name: group.name?.da ?? group.id,
    kind: group.voting ? 'member' : group.substitute ? 'substitute' : 'adviser',
    min: String(group.min),
    max: group.max === null || group.max === undefined ? '' : String(group.max),
    appointedBy: appointer === '' ? '' : listed ? appointer : 'other',
    appointedOther: listed ? '' : appointer,
    filledBy: group.filled_by ?? '',
    text: group.text?.da ?? '',
    sentence: group.source?.text ?? '',
    ref: group.source?.ref ?? '',
    url: group.source?.url ?? '',
    ...(conditions ? fieldsOf(conditions) : { keep: 'yes' }),
  }
}

export interface ReadGroup {
  readonly group: Group
  readonly words: readonly NewWord[]
  readonly faults: readonly Shortcoming[]
}

/** The seats a form says. Fields of the charter that the form does not show stay as they are. */
export function groupIn(fields: Fields, before: Group | null, charter: Charter): ReadGroup {
  const faults = new Faults()
  const name = faults.needed(fields, 'name')
  const min = faults.amount(fields, 'min')
  const max = faults.amount(fields, 'max')
  faults.range(min, max)
  const kind = fields.one('kind')
  const { predicate, words, lacking } = conditionIn(fields, before?.eligible)
  if (lacking.length > 0) faults.say('always-0-value', lackingWords)
  const source = without({
    ...before?.source,
    text: fields.one('sentence') || undefined,
    ref: fields.one('ref') || undefined,
    url: fields.one('url') || undefined,
  })
  if (source.text && !source.ref)
    faults.say('ref', { da: 'Skriv, hvor sætningen står, fx »§ 3«.', en: 'Write where the sentence stands, e.g. “§ 3”.' })
  const text = fields.one('text')
  const appointer = fields.one('appointedBy')
  const filled = fields.one('filledBy')
  const group = without({
    ...before,
    id:
      before?.id ??
      freeId(
        wordKey(name) || 'pladser',
        charter.groups.map(one => one.id),
      ),
    name: { ...before?.name, da: name },
    voting: kind === 'member' || kind === '',
    substitute: kind === 'substitute' ? true : kind === 'adviser' && before?.substitute ? false : before?.substitute,
    min: min ?? 0,
    max,
    eligible: predicate,
    appointed_by: (appointer === 'other' ? fields.one('appointedOther') : appointer) || undefined,
    filled_by: (fillings as readonly string[]).includes(filled) ? filled : undefined,
    text: text ? { ...before?.text, da: text } : undefined,
    source: Object.keys(source).length > 0 ? source : undefined,
  }) as Group
  return { group, words, faults: faults.list }
}

export const lackingWords = {
  da: 'Skriv tallet eller ordet ved siden af det, du har valgt.',
  en: 'Write the number or the word beside what you have chosen.',
}

/** The name, or the name with the first number nobody has. */
export function freeId(wish: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wish : `${wish}_${n}`
    if (!taken.includes(id)) return id
  }
}
