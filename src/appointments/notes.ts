// What is published of a decision that does not follow every rule: the rule's own sentence and the reason, no counts and no people.
import { plainRules } from '../councils/charters/index.ts'
import type { Composed } from './composed.ts'
import type { Note } from './decision-store.ts'

/** Broken requirements with what the minutes say, open seats, and wishes with their reasons, in the charter's order. */
export function notesOf({ verdict, charter, slate }: Pick<Composed, 'verdict' | 'charter' | 'slate'>, explanation: string | null): Note[] {
  const lines = plainRules(charter, 'da')
  const sentence = (atom: string, quoted: string | undefined) =>
    quoted ?? lines.find(line => line.atom === atom || atom.startsWith(`${line.atom}[`))?.text ?? atom
  return verdict.reasons.flatMap((reason): Note[] => {
    const base = { atom: reason.atom, sentence: sentence(reason.atom, reason.source?.text) }
    if (reason.strength === 'should')
      return [{ ...base, strength: 'should', state: 'broken', reason: slate.deviations.get(reason.atom) ?? null }]
    if (reason.strength !== 'must') return []
    if (verdict.open.includes(reason.atom)) return [{ ...base, strength: 'must', state: 'open', reason: null }]
    return verdict.stops.includes(reason.atom) ? [{ ...base, strength: 'must', state: 'broken', reason: explanation }] : []
  })
}
