// Who can never be chosen, and why, in words for that person alone.
import type { Person } from './charter.ts'
import { conflictText } from './check.ts'
import type { Compiled } from './compile.ts'

/** Personal data: shown to this person only. */
export type Never = { id: string; why: { da: string; en: string; atoms: string[] } }

export function inWordsOf(compiled: Compiled, pool: readonly Person[], found: readonly { at: number; atoms: number[] }[]): Never[] {
  const never = found.map(({ at, atoms }) => {
    const person = pool[at]!
    const names = atoms.map(atom => compiled.atoms[atom]!.name)
    const fits = compiled.eligible.some(eligible => eligible(person))
    const lead = fits
      ? { da: 'Ingen lovlig sammensætning har plads til denne person.', en: 'No lawful council has room for this person.' }
      : { da: 'Personen opfylder ikke kravene til nogen af pladserne.', en: 'This person meets the requirements of none of the seats.' }
    const text = names.length > 0 ? conflictText(compiled.charter, names) : null
    return {
      id: person.id,
      why: { da: text ? `${lead.da} ${text.da}` : lead.da, en: text ? `${lead.en} ${text.en}` : lead.en, atoms: names },
    }
  })
  return never.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
