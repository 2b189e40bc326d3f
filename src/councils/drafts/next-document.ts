// The document a form leads to: one part put in or taken out, the rest as it was.
import { Refusal, type Shortcoming } from '../../platform/refusal.ts'
import { DocumentFault, plainRules, readCharter, readDocument } from '../charters/index.ts'
import { withWords } from './conditions.ts'
import { faultInWords, inDanish } from './fault-words.ts'
import type { Fields } from './fields.ts'
import { groupIn } from './group-form.ts'
import type { OneDraft } from './loads.ts'
import type { OneGroup, OneRule } from './part-loads.ts'
import { ruleIn } from './rule-form.ts'

type Document = Record<string, unknown>
const listOf = (document: Document, key: 'groups' | 'rules') => (Array.isArray(document[key]) ? (document[key] as { id?: unknown }[]) : [])

function put(document: Document, key: 'groups' | 'rules', part: { readonly id: string }, before: string | null): Document {
  const list = listOf(document, key)
  const at = before === null ? -1 : list.findIndex(one => String(one.id) === before)
  return { ...document, [key]: at < 0 ? [...list, part] : list.with(at, part) }
}

/** Fields that say nothing the engine looks at: "in plain words" does not wait for them. */
const later = new Set(['name', 'text', 'sentence', 'ref'])
type How = 'whole' | 'so far'
const refuse = (faults: readonly Shortcoming[], how: How) => {
  const list = how === 'whole' ? faults : faults.filter(one => !later.has(one.field ?? ''))
  if (list.length > 0) throw new Refusal(list)
}

/** The draft with the seats of the form. Refuses with what is to be corrected. */
export function withGroup(thing: OneGroup, fields: Fields, how: How = 'whole'): Document {
  const { group, words, faults } = groupIn(fields, thing.group, thing.charter)
  refuse(faults, how)
  return withWords(put(thing.draft.document, 'groups', group, thing.group?.id ?? null), words)
}

/** The draft with the rule of the form. */
export function withRule(thing: OneRule, fields: Fields, how: How = 'whole'): Document {
  const { rule, words, faults } = ruleIn(fields, thing.kind, thing.rule, thing.charter)
  refuse(faults, how)
  return withWords(put(thing.draft.document, 'rules', rule, thing.rule?.id ?? null), words)
}

/** The draft without one part; seats that rules speak of stay until the rules no longer do. */
export function withoutPart({ draft, charter }: OneDraft, part: string): Document {
  const [kind, ...rest] = part.split(' ')
  const id = rest.join(' ')
  const key = kind === 'group' ? 'groups' : 'rules'
  const used = key === 'groups' ? charter.rules.filter(rule => rule.in?.includes(id)) : []
  if (used.length > 0)
    throw new Refusal({
      da: `Reglen »${used[0]!.text?.da ?? used[0]!.id}« handler om de pladser. Ret eller fjern reglen først.`,
      en: `The rule “${used[0]!.text?.da ?? used[0]!.id}” is about these seats. Change or remove the rule first.`,
    })
  return { ...draft.document, [key]: listOf(draft.document, key).filter(one => String(one.id) !== id) }
}

/** A pasted charter as a document. Refuses with one line that says where and what. */
export function pasted(text: string, slug: string): Document {
  try {
    const { data, lineOf } = readDocument(text)
    const inner = unwrapped(data)
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner))
      throw new DocumentFault('a charter must be an object with id, groups and rules')
    const document = { ...(inner as Document), id: slug }
    const read = readCharter(document)
    if ('faults' in read) {
      const path = inner === data ? read.faults[0]!.path : ['charter', ...read.faults[0]!.path]
      throw new Refusal([{ field: 'document', message: faultInWords(read.faults, document, lineOf(path)) }])
    }
    return document
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    throw new Refusal([{ field: 'document', message: { da: inDanish(error.message), en: error.message } }])
  }
}
/** A document of the command line holds the charter under its name. */
const unwrapped = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, 'charter') && !Object.hasOwn(data, 'groups')
    ? (data as { charter: unknown }).charter
    : data

/** What a document says in plain words, or what is wrong with it: for the place beside a form. `of` picks the parts. */
export function inPlainWords(document: () => Document, lang: 'da' | 'en', of: (atom: string) => boolean = () => true): string[] {
  try {
    const read = readCharter(document())
    if ('faults' in read) return [String((faultInWords(read.faults, null) as { da: string; en: string })[lang])]
    return plainRules(read.charter, lang)
      .filter(line => of(line.atom))
      .map(line => `${capital(line.force)}: ${line.meaning}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.shortcomings.map(({ message }) => (typeof message === 'string' ? message : (message[lang] ?? message.da)))
  }
}
const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('da')}${text.slice(1)}`
