// Words about people that our own texts do not use; quotes from the sources stay as they are.
import type { Reading } from './data.ts'
import type { Fault, Path } from './faults.ts'

/** Each pattern with what to say instead. Danish first, then English. */
const AVOID: [RegExp, string][] = [
  [/\b(de|en|den) hjemløse?\b/iu, 'mennesker i hjemløshed'],
  [/\p{L}*misbruger\p{L}*/iu, 'mennesker, der bruger stoffer eller alkohol'],
  [/\b(narkoman|alkoholiker)\p{L}*/iu, 'mennesker, der bruger stoffer eller alkohol'],
  [/\bprostitueret?\b|\bprostituerede\p{L}*/iu, 'mennesker med erfaring med prostitution'],
  [
    /\b(de|den) (svage|udsatte|handicappede|psykisk syge)\b(?! (borger|menneske|famili|unge|gruppe|ældre))/iu,
    'mennesker i en udsat livssituation, eller mennesker med handicap',
  ],
  [/\b(socialt |ressource)?svag(e|este)? (borger|familie|gruppe|ældre|unge)\p{L}*/iu, 'mennesker i en udsat livssituation'],
  [/\bressourcesvag\p{L}*/iu, 'mennesker i en udsat livssituation'],
  [/\p{L}*ghetto\p{L}*|\bparallelsamfund\p{L}*/iu, 'the name of the place'],
  [/\bbelasted?e? (boligområde|område|kvarter|familie)\p{L}*/iu, 'the name of the place, or what the need is'],
  [
    /\bthe (homeless|disabled|weak|vulnerable|mentally ill)\b(?! (people|person|citizen|resident|famil))/iu,
    'people in vulnerable situations, people experiencing homelessness',
  ],
  [/\b(drug|alcohol|substance) abusers?\b|\baddicts?\b|\balcoholics?\b/iu, 'people who use drugs or alcohol'],
  [/\bprostitutes?\b/iu, 'people with experience of prostitution'],
]

/** Whether any of them can be found: nearly all texts hold none, and are read once. Letters around a word matter only for what is told. */
const anyOfThem = new RegExp(AVOID.map(([{ source }]) => source.replaceAll('\\p{L}*', '')).join('|'), 'iu')

/** Keys whose words are somebody else's, or no words at all. */
const FOREIGN = new Set(['source', 'sources', 'sentences', 'headings', 'verbs', 'url', 'slug'])

/** Faults for stigmatising words in texts of our own. */
export function checkWording({ parsed, texts, news, fault }: Reading): Fault[] {
  const faults = [...parsed.values()].flatMap(({ file, content }) =>
    walk(content, [], (path, words) => avoided(words).map(message => fault(file, path, message))),
  )
  const own = news.filter(({ data }) => data.verbatim === null)
  return [...faults, ...own.flatMap(({ file }) => avoided(texts.get(file) ?? '').map(message => fault(file, [], message)))]
}

/** The plain line for each word in a text that our own texts do not use. */
export function avoided(words: string): string[] {
  if (!anyOfThem.test(words)) return []
  return AVOID.flatMap(([pattern, instead]) => {
    const found = pattern.exec(words)
    return found ? [`"${found[0]}" labels people or places; write instead: ${instead}.`] : []
  })
}

function walk(value: unknown, path: Path, visit: (path: Path, words: string) => Fault[]): Fault[] {
  if (typeof value === 'string') return visit(path, value)
  if (Array.isArray(value)) return value.flatMap((inner, at) => walk(inner, [...path, at], visit))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const quoted = key === 'text' && 'ref' in value
    return quoted || FOREIGN.has(key) ? [] : walk(inner, [...path, key], visit)
  })
}
