// Finds in a summary what could tell who somebody is: numbers, names, addresses, and details that few people share. It helps a human; it does not decide.
import { letter, noPhone, patterns, readable } from './person-patterns.ts'
import { alsoWords, diagnoses, events, families, firstNames, ordinary, origins, trades } from './words/rare.ts'

/** These must go before anybody is asked. */
const mustGo = ['cpr', 'phone', 'email', 'link', 'address', 'name', 'own-detail'] as const
/** These are looked at by the writer, who says of each that it may stay. */
const mustSee = [
  'birth',
  'age',
  'date',
  'money',
  'diagnosis',
  'family',
  'event',
  'trade',
  'origin',
  'place',
  'only',
  'quote',
  'script',
  'number',
] as const
export type FindingKind = (typeof mustGo)[number] | (typeof mustSee)[number]
export interface Finding {
  readonly kind: FindingKind
  /** The words it was found by, as they stand. */
  readonly words: string
}
export const goes = (kind: FindingKind): boolean => (mustGo as readonly string[]).includes(kind)
/** How a finding is named in the list of those a human has looked at. */
export const markOf = ({ kind, words }: Finding): string => `${kind}:${words.toLocaleLowerCase('da')}`

export interface PersonGround {
  /** What the teller wrote, to find whole phrases of theirs. */
  readonly told: readonly string[]
  /** Names, places and addresses the teller gave apart from the words. */
  readonly details: readonly string[]
  /** Names that are of nobody: the municipality, its councils. */
  readonly known: readonly string[]
  /** Services, units and districts of the municipality. */
  readonly places: readonly string[]
}
export const noGround: PersonGround = { told: [], details: [], known: [], places: [] }

const word = new RegExp(`[${letter}][${letter}'’-]*`, 'gu')

/** Everything found, what must go first, each once, in the order of the text. */
export function findPersons(text: string, ground: PersonGround = noGround): Finding[] {
  const found: (Finding & { readonly at: number })[] = []
  const note = (kind: FindingKind, words: string, at: number) => found.push({ kind, words: words.trim(), at })
  const covered: [number, number][] = []
  const read = readable(text)
  for (const [kind, pattern] of patterns)
    for (const match of read.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (covered.some(([from, to]) => match.index < to && from < end) || (kind === 'phone' && noPhone.test(match[0]))) continue
      covered.push([match.index, end])
      note(kind, text.slice(match.index, end), match.index)
    }
  const lower = text.toLocaleLowerCase('da')
  for (const detail of ground.details.flatMap(one => pieces(one))) {
    const at = indexOfWord(lower, detail.toLocaleLowerCase('da'))
    if (at >= 0) note('own-detail', text.slice(at, at + detail.length), at)
  }
  for (const place of ground.places) {
    const at = indexOfWord(lower, place.toLocaleLowerCase('da'))
    if (at >= 0) note('place', text.slice(at, at + place.length), at)
  }
  const harmless = new Set([...ground.known, ...ground.places].flatMap(one => one.split(/\s+/)).map(one => one.toLocaleLowerCase('da')))
  const said = namesIn(ground.told, harmless)
  for (const match of text.matchAll(word))
    if (!covered.some(([from, to]) => from <= match.index && match.index < to))
      found.push(...ofWord(match[0], match.index, text, harmless, said))
  for (const match of text.matchAll(initials)) note('name', match[0], match.index)
  for (const match of read.matchAll(/\d{3,}/gu))
    if (!covered.some(([from, to]) => from <= match.index && match.index < to)) note('number', match[0], match.index)
  for (const { phrase, at } of quotes(text, ground.told)) note('quote', phrase, at)
  return inOrder(found)
}

/** Names the teller wrote: known again also where a sentence begins. Who writes a word large and small means no name by it. */
function namesIn(told: readonly string[], harmless: ReadonlySet<string>): ReadonlySet<string> {
  const all = told.flatMap(text => [...text.matchAll(word)].map(({ 0: one, index }) => ({ one, large: isName(one, index, text) })))
  const small = new Set(all.flatMap(({ one }) => (one === one.toLocaleLowerCase('da') ? [one] : [])))
  const lower = all.filter(({ one, large }) => large && one.length >= 3).map(({ one }) => one.toLocaleLowerCase('da'))
  return new Set(lower.filter(one => ![harmless, small, common, plain].some(each => each.has(one))))
}
const initials = /(?<![\p{L}\p{N}.])\p{Lu}\.\s?\p{Lu}\.?(?![\p{L}\p{N}])/gu

function ofWord(
  found: string,
  at: number,
  text: string,
  harmless: ReadonlySet<string>,
  said: ReadonlySet<string>,
): (Finding & { at: number })[] {
  if (/[^\p{Script=Latin}\p{M}'’-]/u.test(found)) return [{ kind: 'script', words: found, at }]
  const lower = found.toLocaleLowerCase('da')
  if (harmless.has(lower) || harmless.has(lower.replace(/s$/, ''))) return []
  if (found !== lower && (said.has(lower) || said.has(lower.replace(/s$/, '')))) return [{ kind: 'name', words: found, at }]
  const begins = (list: readonly string[]) => list.some(one => lower.startsWith(one))
  if (begins(diagnoses)) return [{ kind: 'diagnosis', words: found, at }]
  if (begins(families)) return [{ kind: 'family', words: found, at }]
  if (begins(events)) return [{ kind: 'event', words: found, at }]
  if (trades.some(one => new RegExp(`^${one}(?:en|n|er|r|s|ens)?$`).test(lower))) return [{ kind: 'trade', words: found, at }]
  if (begins(origins)) return [{ kind: 'origin', words: found, at }]
  return isName(found, at, text) ? [{ kind: 'name', words: found, at }] : []
}
const otherWords = new Set(alsoWords)
const plain = new Set(ordinary)
const names = new Set(firstNames.map(one => one.toLocaleLowerCase('da')))
const isKnown = (lower: string): boolean =>
  [lower, lower.replace(/s$/, ''), ...lower.split(/[-’']/)].some(one => one.length >= 2 && names.has(one))
/**
 * A capital in the middle of a sentence, or a name many have wherever it stands; small letters too, where it is no other word.
 * Danish writes nothing else large but the polite "De" and "I".
 */
function isName(found: string, at: number, text: string): boolean {
  const lower = found.toLocaleLowerCase('da')
  if (/^(?:I|De|Dem|Deres|NAV|SKAT)$/.test(found)) return false
  if (found === lower) return isKnown(lower) && ![lower, lower.replace(/s$/, '')].some(one => otherWords.has(one))
  // O'Neill, Mette-Marie: two capitals in one word are a name wherever they stand.
  if (/^\p{Lu}\p{L}*[’']\p{Lu}|^\p{Lu}\p{L}+-\p{Lu}\p{Ll}/u.test(found)) return true
  const near = text.slice(Math.max(0, at - 40), at)
  const before = near.trimEnd()
  const begins = before === '' || /[.!?:»"“”(\n–-]$/u.test(before) || /\n\s*$/u.test(near)
  if (begins && !/(?<!\p{L})(?:hr|fru|frk|dr)\.?$/iu.test(before)) return isKnown(lower)
  return !/^\p{Lu}{2,}$/u.test(found) || isKnown(lower)
}
/** A detail as it was written, and each longer word of it. */
const pieces = (detail: string): string[] => {
  const whole = detail.trim()
  return [...new Set([whole, ...whole.split(/[\s,]+/)])].filter(one => one.length >= 4 && !common.has(one.toLocaleLowerCase('da')))
}
const common = new Set(
  'mellem efter under eller altid fordi gerne siger kommer denne dette hende deres nabo naboen søster broder mine mors opdigtet'.split(' '),
)
function indexOfWord(text: string, wanted: string): number {
  const edge = (at: number) => at < 0 || at >= text.length || !/[\p{L}\p{N}]/u.test(text[at]!)
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (edge(at - 1) && (edge(at + wanted.length) || /^(?:s|et|en|t|n)(?![\p{L}\p{N}])/u.test(text.slice(at + wanted.length)))) return at
  return -1
}

/** Six of the teller's own words in a row can be known again by whoever has heard them say so. */
const longest = 6
function quotes(text: string, told: readonly string[]): { phrase: string; at: number }[] {
  const said = new Set<string>()
  const plain = (one: string) => one.toLocaleLowerCase('da')
  for (const words of told.map(one => (one.match(word) ?? []).map(plain)))
    for (let at = 0; at + longest <= words.length; at++) said.add(words.slice(at, at + longest).join(' '))
  const own = [...text.matchAll(word)]
  const found: { phrase: string; at: number }[] = []
  for (let at = 0; at + longest <= own.length; at++) {
    const run = own.slice(at, at + longest)
    if (!said.has(run.map(one => plain(one[0])).join(' '))) continue
    found.push({ phrase: run.map(one => one[0]).join(' '), at: run[0]!.index })
    at += longest - 1
  }
  return found
}

function inOrder(found: readonly (Finding & { readonly at: number })[]): Finding[] {
  const seen = new Set<string>()
  return [...found]
    .sort((a, b) => Number(goes(b.kind)) - Number(goes(a.kind)) || a.at - b.at)
    .flatMap(({ kind, words }) => {
      const mark = markOf({ kind, words })
      if (seen.has(mark) || words === '') return []
      seen.add(mark)
      return [{ kind, words }]
    })
}
