// Finds in a summary what could tell who somebody is: numbers, names, addresses, and details that few people share. It helps a human; it does not decide.
import { diagnoses, events, families, firstNames, origins, trades } from './words/rare.ts'

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

const letter = '\\p{L}\\p{M}'
const word = new RegExp(`[${letter}][${letter}'’-]*`, 'gu')
const patterns: readonly (readonly [FindingKind, RegExp])[] = [
  ['email', /[^\s@<>"]+\s?(?:@|\(at\)|\[at\]|snabela)\s?[^\s@<>"]+\.[a-zæøå]{2,}/giu],
  ['link', /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:dk|com|org|net|eu)\b/giu],
  ['cpr', /\b(?:0[1-9]|[12]\d|3[01])[ .-]?(?:0[1-9]|1[0-2])[ .-]?\d{2}\s?[-–.]?\s?(?:\d{4}|[xX]{4})\b/gu],
  ['phone', /(?:\+|00)\s?\d{1,3}(?:[ .-]?\d){6,12}\b|\b\d{8}\b|\b\d{2}(?:[ .-]\d{2}){3}\b|\b\d{4}[ .-]\d{4}\b/gu],
  ['birth', /\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2}\b|\bfødt\b[^.!?]{0,30}\d{2,4}|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/giu],
  ['date', /\b(?:den )?\d{1,2}\.? ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/giu],
  [
    'address',
    new RegExp(
      `[${letter}]+(?:vej|gade|allé|alle|vænge|stræde|parken|torvet|toften|højen|bakken|haven|vænget|boulevard|plads|krogen|lunden)\\s+(?:nr\\.?\\s*)?\\d{1,3}\\s?[a-z]?\\b|\\b\\d{1,3}[,.]?\\s?(?:st|\\d{1,2})\\.?\\s?(?:tv|th|mf)\\b`,
      'giu',
    ),
  ],
  [
    'age',
    /\b\d{1,3}[- ]?år(?:ig|ige|s)?\b|\b(?:femten|seksten|sytten|atten|nitten|tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)\s?år/giu,
  ],
  [
    'family',
    /\b(?:tre|fire|fem|seks|syv|otte|ni|ti|\d{1,2})\s(?:børn|sønner|døtre|søskende)\b|\b(?:min|mit|mine)\s\p{L}*(?:søn|datter|kone|mand|mor|far|bror|søster)\b/giu,
  ],
  ['money', /\b\d[\d.]*(?:,\d{2})?\s?(?:kr|kroner)\b/giu],
  ['only', /\b(?:den|det|som) eneste\b|\beneste (?:her|i (?:byen|kommunen))\b|\bkun (?:mig|hende|ham)\b|\bden første\b/giu],
]

/** Everything found, what must go first, each once, in the order of the text. */
export function findPersons(text: string, ground: PersonGround = noGround): Finding[] {
  const found: (Finding & { readonly at: number })[] = []
  const note = (kind: FindingKind, words: string, at: number) => found.push({ kind, words: words.trim(), at })
  const covered: [number, number][] = []
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      if (covered.some(([from, to]) => match.index < to && from < match.index + match[0].length)) continue
      covered.push([match.index, match.index + match[0].length])
      note(kind, match[0], match.index)
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
  for (const match of text.matchAll(word))
    if (!covered.some(([from, to]) => from <= match.index && match.index < to)) found.push(...ofWord(match[0], match.index, text, harmless))
  for (const match of text.matchAll(/\d{3,}/gu))
    if (!covered.some(([from, to]) => from <= match.index && match.index < to)) note('number', match[0], match.index)
  for (const { phrase, at } of quotes(text, ground.told)) note('quote', phrase, at)
  return inOrder(found)
}

function ofWord(found: string, at: number, text: string, harmless: ReadonlySet<string>): (Finding & { at: number })[] {
  if (/[^\p{Script=Latin}\p{M}'’-]/u.test(found)) return [{ kind: 'script', words: found, at }]
  const lower = found.toLocaleLowerCase('da')
  if (harmless.has(lower) || harmless.has(lower.replace(/s$/, ''))) return []
  const begins = (list: readonly string[]) => list.some(one => lower.startsWith(one))
  if (begins(diagnoses)) return [{ kind: 'diagnosis', words: found, at }]
  if (begins(families)) return [{ kind: 'family', words: found, at }]
  if (begins(events)) return [{ kind: 'event', words: found, at }]
  if (trades.some(one => new RegExp(`^${one}(?:en|n|er|r|s|ens)?$`).test(lower))) return [{ kind: 'trade', words: found, at }]
  if (begins(origins)) return [{ kind: 'origin', words: found, at }]
  return isName(found, at, text) ? [{ kind: 'name', words: found, at }] : []
}
const names = new Set(firstNames.map(one => one.toLocaleLowerCase('da')))
/** A capital in the middle of a sentence, or a name many have where one begins. Danish writes nothing else large but the polite "De" and "I". */
function isName(found: string, at: number, text: string): boolean {
  const lower = found.toLocaleLowerCase('da')
  const known = names.has(lower) || (lower.endsWith('s') && names.has(lower.slice(0, -1)))
  if (found === lower || /^(?:I|De|Dem|Deres|NAV|SKAT)$/.test(found)) return false
  const before = text.slice(0, at).trimEnd()
  const begins = before === '' || /[.!?:»"“”(\n–-]$/u.test(before) || /\n\s*$/u.test(text.slice(0, at))
  return begins ? known : !/^\p{Lu}{2,}$/u.test(found) || known
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
