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
const namesOf = ({ placed, people }: People) =>
  placed.flatMap(({ person }) => {
    const somebody = people.get(person)
    return somebody ? [somebody] : []
  })

/** Whether somebody else of that name is on a seat: perhaps one human on two, perhaps two. Only who knows them can tell, so nobody is refused. */
export const hasNamesake = (whole: People, { id, name }: { readonly id: string; readonly name: string }): boolean =>
  namesOf(whole).some(other => other.id !== id && sameName(other.name, name))

/** The names that more than one of those on seats have, each once, as the first of them is written. */
export function namesakes(whole: People): string[] {
  const names = namesOf(whole).map(one => one.name)
  return names.filter(
    (name, at) =>
      names.findIndex(other => sameName(other, name)) === at && names.some((other, place) => place > at && sameName(other, name)),
  )
}
