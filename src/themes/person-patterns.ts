// What numbers, addresses and small facts look like in a Danish text, for the check of a summary; first come those that must go.
import type { FindingKind } from './find-persons.ts'

export const letter = '\\p{L}\\p{M}'
/** Where a word begins, in Danish too: of æ, ø and å an ordinary boundary knows nothing. */
const begins = `(?<![${letter}\\p{N}])`
const ends = `(?![${letter}\\p{N}])`
const eachOf = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'giu')
const weekday = '(?:man|tirs|ons|tors|fre|lør|søn)dag'
const month = '(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)(?:uar|ruar|ts|il|i|ust|t(?:ember)?|ober|ember)?'
const some = '(?:en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|\\d{1,2})'
const tens = '(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)'
const teens = '(?:elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten)'
// Of the ends of street names those that are also words of their own stand only where something comes before them.
const street = `(?:(?:vej|gade|allé|alle|vænge|stræde|torv|boulevard|plads)(?:en|et|n|t)?|[${letter}]{3,}(?:vang|vangen|park|parken|toft|toften|høj|højen|bakke|bakken|(?<!børne)have|(?<!børne)haven|krog|krogen|lund|lunden|sti|stien|ringen|marken|gård|gården|dalen|kæret))`
export const patterns: readonly (readonly [FindingKind, RegExp])[] = [
  ['email', /[^\s@<>"]+\s?(?:@|[([]at[)\]]|[([]?snabel-?a[)\]]?)\s?[^\s@<>"]+\.[a-zæøå]{2,}/giu],
  [
    'link',
    /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:dk|com|org|net|eu)\b|\b[a-z0-9-]+\.[a-z]{2,}\/\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/giu,
  ],
  ['cpr', /(?<!\d)(?:0[1-9]|[12]\d|3[01])[ ./-]?(?:0[1-9]|1[0-2])[ ./-]?\d{2}[ ./-]{0,3}(?:\d{4}|[xX]{4})(?!\d)/gu],
  ['phone', /(?:\+|00)\s?\d{1,3}(?:[ .-]?\d){6,12}(?!\d)/gu],
  // Eight digits are a telephone number however they are spaced.
  ['phone', /(?<!\d)\d(?:[ ()./-]{0,2}\d){7}(?!\d)/gu],
  [
    'birth',
    eachOf(
      '(?<!\\d)\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?(?:19|20)?\\d{2}(?!\\d)',
      `${begins}født${ends}[^.!?]{0,30}\\d{2,4}`,
      `${begins}årgang \\d{2,4}`,
      '(?<!\\d)(?:19|20)\\d{2}-\\d{2}-\\d{2}(?!\\d)',
    ),
  ],
  [
    'date',
    eachOf(
      `${begins}(?:den )?\\d{1,2}\\.? ?${month}${ends}`,
      `${begins}(?:den|d\\.) ?\\d{1,2}[./]\\s?\\d{1,2}(?!\\d)`,
      `${begins}${weekday} den \\d{1,2}`,
      `${begins}i (?:${weekday}s|går|forgårs)${ends}`,
      `${begins}kl(?:okken|\\.)? ?\\d{1,2}`,
      `${begins}uge \\d{1,2}(?!\\d)`,
      `${begins}(?:jule|nytårs)aften`,
    ),
  ],
  [
    'address',
    eachOf(
      `[${letter}]*${street}\\s+(?:nr\\.?\\s*)?\\d{1,3}(?:\\s?[a-h])?${ends}`,
      `(?<!\\d)\\d{1,3}[,.]?\\s?(?:st|\\d{1,2})\\.?\\s?(?:tv|th|mf)${ends}`,
      `${begins}(?:lejlighed|opgang|værelse)(?:en|et)? (?:nr\\.? ?)?\\d{1,4}[a-z]?${ends}`,
    ),
  ],
  [
    'age',
    eachOf(
      `(?<!\\d)\\d{1,3}[- ]?år(?:ig|ige|s)?${ends}`,
      `[${letter}]*(?:${tens}|${teens})[- ]?år(?:ig|ige|s)?${ends}`,
      `${begins}(?:på|fyldte|fylder) (?:\\d{2}(?![\\d.,])(?! ?(?:kr|pct|procent|%|dage|uger|måneder|timer|minutter))|[${letter}]*${tens}${ends})`,
      "(?<!\\d)[2-9]0['’]?erne",
      `${begins}(?:tyverne|trediverne|fyrrerne|halvtredserne|tresserne|halvfjerdserne|firserne|halvfemserne)`,
    ),
  ],
  [
    'family',
    eachOf(
      `${begins}${some}\\s(?:børn|sønner|døtre|søskende)${ends}`,
      `${begins}(?:mor|far|forældre) til ${some}${ends}`,
      `[${letter}]*(?:barns|børns)(?:mor|far|familie)`,
      `${begins}(?:min|mit|mine|hans|hendes|sin|sit|sine)\\s(?:[${letter}]+\\s)?[${letter}]*(?:søn|datter|kone|mand|mor|far|bror|søster|kæreste|barnebarn)${ends}`,
    ),
  ],
  ['money', /(?<!\d)\d[\d.]*(?:,\d{2})?\s?(?:kr|kroner)\b/giu],
  ['only', /\b(?:den|det|som) eneste\b|\beneste (?:her|i (?:byen|kommunen))\b|\bkun (?:mig|hende|ham)\b|\bden første\b/giu],
]

/** Eight digits that are none: two years, a day with its year, a sum with dots at the thousands. */
export const noPhone = /^(?:19|20)\d\d\D+(?:19|20)\d\d$|^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$|^\d\d\.\d{3}\.\d{3}$/
/** The same text with digits of any script as 0-9, and one kind of space and of dash; every place stays where it is. */
export const readable = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, digit =>
      String((digit >= '\uff10' ? digit.charCodeAt(0) - 0xff10 : digit.charCodeAt(0)) & 15),
    )
    .replace(/[^\S\n]/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
