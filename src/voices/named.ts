// Finds those who work here in what somebody wrote of who may not read it: by their names, and by where they work.

export interface Nameable {
  readonly id: string
  readonly name: string
  /** The name of the unit they work in. */
  readonly unit: string | null
}
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .match(/[\p{L}\p{M}]+/gu) ?? []
/** Words that stand in the names of many units and name none of them. */
const anywhere = new Set([
  'kommune',
  'kommunen',
  'afdeling',
  'afdelingen',
  'center',
  'centret',
  'centeret',
  'enhed',
  'enheden',
  'team',
  'teamet',
])
/** Danish drops a vowel in the middle: "jobcentret" is the "jobcenter". */
const stem = (one: string): string => one.replace(/cent(?:r|er)(?:e|et|ene)?s?$/u, 'centr')
/** A word of a name and its endings: "Peters", "jobcenteret". Short names must stand as they are, or with an s. */
const means = (written: string, word: string): boolean =>
  written === word ||
  written === `${word}s` ||
  (word.length >= 8 && stem(written) === stem(word)) ||
  (word.length >= 5 && written.startsWith(word) && written.length <= word.length + 4)

/**
 * The ids of everybody whom the text can mean. Rather one too many than one too few: who is named by first name only is everybody called so.
 * Somebody must be left who may read it (`readers`); where nobody would be, nobody is closed out, and a human reads what was asked.
 */
export function namedIn(text: string, people: readonly Nameable[], readers: ReadonlySet<string>): string[] {
  const written = wordsOf(text)
  const said = (words: readonly string[]) => words.some(word => word.length >= 2 && written.some(one => means(one, word)))
  // A unit of short words ("Børn og Unge") is known by all of them in a row.
  const inARow = (words: readonly string[]) => words.length > 1 && ` ${written.join(' ')} `.includes(` ${words.join(' ')} `)
  const meant = (unit: readonly string[]) => said(unit.filter(word => word.length >= 5 && !anywhere.has(word))) || inARow(unit)
  const found = people.filter(one => said(wordsOf(one.name)) || meant(wordsOf(one.unit ?? '')))
  const closed = new Set(found.map(one => one.id))
  return [...readers].some(id => !closed.has(id)) ? [...closed] : []
}
