// The invented people a draft is tried on: pasted, or made from the charter's own conditions.
import { Refusal } from '../../platform/refusal.ts'
import { archetypesOf, type Charter, DocumentFault, type Person, readDocument, readQuestion } from '../charters/index.ts'
import { faultInWords, inDanish } from './fault-words.ts'

const mostPeople = 300

/** People such as the charter asks about, so many of each kind, every one marked as invented. */
export function invented(charter: Charter, each: number, kinds = 20): Person[] {
  return archetypesOf(charter, [])
    .slice(0, kinds)
    .flatMap((kind, at) => Array.from({ length: each }, (_, n) => ({ ...kind, id: `Opdigtet ${at * each + n + 1}` })))
}

/** Pasted people. Refuses with one line that says where and what; a misspelt attribute is found by the charter's own. */
export function pastedPeople(text: string, charter: Charter): Person[] {
  try {
    const { data, lineOf } = readDocument(text)
    const people = Array.isArray(data) ? data : ((data as { people?: unknown } | null)?.people ?? null)
    const asked = readQuestion('explain', { charter, people })
    if ('faults' in asked) {
      const fault = asked.faults[0]!
      const path = Array.isArray(data) ? fault.path.slice(1) : fault.path
      throw new Refusal([{ field: 'people', message: faultInWords(asked.faults, data, path.length > 0 ? lineOf(path) : null) }])
    }
    if (asked.question.people.length > mostPeople)
      throw new Refusal([
        {
          field: 'people',
          message: { da: `Der kan højst være ${mostPeople} personer.`, en: `There can be at most ${mostPeople} people.` },
        },
      ])
    return asked.question.people
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    throw new Refusal([{ field: 'people', message: { da: inDanish(error.message), en: error.message } }])
  }
}
