// When two names are one, however they were typed.
import type { Composed } from './composed.ts'

/** The same name but for capitals, spaces, the way its letters are encoded and signs nobody sees. */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other)
const plainName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('da')

type People = Pick<Composed, 'placed' | 'people'>
const onSeats = ({ placed, people }: People) => placed.flatMap(({ person }) => people.get(person) ?? [])

/** Whether somebody else of that name is on a seat: perhaps one human on two, perhaps two. Only who knows them can tell, so nobody is refused. */
export const hasNamesake = (whole: People, { id, name }: { readonly id: string; readonly name: string }): boolean =>
  onSeats(whole).some(other => other.id !== id && sameName(other.name, name))

/** The names that more than one of those on seats have, each once, as the first of them is written. */
export function namesakes(whole: People): string[] {
  const known = new Map<string, string[]>()
  for (const { name } of onSeats(whole)) known.set(plainName(name), [...(known.get(plainName(name)) ?? []), name])
  return [...known.values()].flatMap(names => (names.length > 1 ? names.slice(0, 1) : []))
}
