// Finds what may belong to a person in a text that is about to be published: CPR-like numbers, e-mail addresses, telephone numbers.

/** What kind of number or address it is. */
type PersonalKind = 'cpr' | 'email' | 'phone'

/** One finding with its place in the text (UTF-16 positions). */
export type Personal = { kind: PersonalKind; start: number; end: number; found: string }

// One character between groups of digits: space of any kind, hyphen, dash, dot or slash.
const GAP = '[\\s\\p{Pd}./\\u2212]'
const NOT_IN_NUMBER_BEFORE = '(?<![\\p{L}\\p{N}]|\\p{N}[.,])'
const NOT_IN_NUMBER_AFTER = `(?![\\p{L}\\p{N}]|[.,]\\p{N})`

// Day, month and year of birth, then four digits; day + 60 is how replacement numbers are made.
const CPR = new RegExp(
  `(?<!\\p{N})(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])${GAP}?(?:0[1-9]|1[0-2])${GAP}?\\d{2}(?:${GAP}{1,3})?\\d{4}(?!\\p{N})`,
  'gu',
)
const EMAIL =
  /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}\s?(?:@|＠|\(at\)|\[at\]|\(snabel-?a\))\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu
const INTERNATIONAL = new RegExp(`(?<![\\p{L}\\p{N}+])(?:\\+|00)(?:${GAP}?\\(0\\))?(?:${GAP}?\\d){8,14}${NOT_IN_NUMBER_AFTER}`, 'gu')
const DANISH = new RegExp(
  `${NOT_IN_NUMBER_BEFORE}[2-9](?:\\d{7}|\\d{3}${GAP}\\d{4}|\\d(?:${GAP}\\d{2}){3}|\\d${GAP}\\d{3}${GAP}\\d{3}|\\d{2}${GAP}\\d{3}${GAP}\\d{2}|\\d{2}${GAP}\\d{2}${GAP}\\d{3})${NOT_IN_NUMBER_AFTER}`,
  'gu',
)
// Two years side by side, or a sum with dots at the thousands.
const NO_PHONE = /^(?:19|20)\d\d\D(?:19|20)\d\d$|^\d\d\.\d{3}\.\d{3}$/

/** Digits of any script as 0-9, every other character as it is; positions stay. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, digit =>
    String((digit.charCodeAt(0) - (digit >= '\uff10' ? 0xff10 : 0)) & 15),
  )
}

/**
 * Everything in the text that looks personal, in order. It finds too much rather than too little: a human decides each one.
 * @param allowed addresses and numbers that may stand there (the municipality's own), compared without gaps and case
 */
export function findPersonal(text: string, allowed: readonly string[] = []): Personal[] {
  const readable = westernDigits(text)
  const may = new Set(allowed.map(bare))
  const found: Personal[] = []
  const add = (kind: PersonalKind, pattern: RegExp, fits: (match: string) => boolean = () => true) => {
    for (const match of readable.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const overlaps = found.some(each => start < each.end && each.start < end)
      if (!overlaps && fits(match[0]) && !may.has(bare(match[0]))) found.push({ kind, start, end, found: text.slice(start, end) })
    }
  }
  add('email', EMAIL)
  add('cpr', CPR, isBirthDate)
  add('phone', INTERNATIONAL)
  add('phone', DANISH, match => !NO_PHONE.test(match))
  return found.sort((a, b) => a.start - b.start)
}

function isBirthDate(match: string): boolean {
  const digits = match.replace(/\D/g, '')
  const day = Number(digits.slice(0, 2)) % 60
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(digits.slice(2, 4)) - 1]!
  return digits.length === 10 && day >= 1 && day <= longest
}

function bare(text: string): string {
  const small = text.toLowerCase().replace(/[\s\p{Pd}()./]/gu, '')
  return text.includes('@') ? text.trim().toLowerCase() : small.replace(/^(?:\+|00)45(?=\d{8}$)/, '')
}
