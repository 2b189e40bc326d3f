// What we keep of the text somebody sends: their words as they wrote them, without what no reader can see or mean.
//
// Decided: control characters (NUL among them) are left out, since nobody means them and PostgreSQL cannot keep NUL;
// lines end with \n; Unicode form C; overrides and embeddings of direction (U+202A-202E) are left out, since they can make a text
// read as another than it is; isolates (U+2066-2069) stay where they are paired within a line; direction marks and joiners stay,
// since Arabic, Urdu and emoji need them. Broken characters (lone surrogates, bytes that are no UTF-8) are refused, never guessed.

/** Why a text cannot be kept. */
type TextFault = 'unreadable' | 'too-long'

/** A text as we keep it, or why not; `length` counts characters (code points) after cleaning. */
export type Cleaned = { ok: true; text: string } | { ok: false; fault: TextFault; length: number; max: number }

// Nothing a human writes shrinks more than this when it is cleaned; longer input is not even looked at.
const SHRINKS_AT_MOST = 20

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\ufeff\ufff9-\ufffb]/g
// Tag characters hide text; a flag emoji made of them is the one thing they are for.
const TAGS = /(\u{1f3f4}[\u{e0030}-\u{e007a}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu
const ISOLATES = /[\u2066-\u2069]/
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Cleans a text of several lines. Nothing a person can see is changed; the ends are not trimmed.
 * @param limits `max` characters (code points) allowed after cleaning
 */
export function cleanText(raw: string, limits: { max: number }): Cleaned {
  const { max } = limits
  if (raw.length > (max + 50) * SHRINKS_AT_MOST) return { ok: false, fault: 'too-long', length: raw.length, max }
  if (LONE_SURROGATE.test(raw)) return { ok: false, fault: 'unreadable', length: raw.length, max }
  const text = pairIsolates(raw.replace(LINE_ENDS, '\n').replace(UNSEEN, '').replace(TAGS, '$1')).normalize('NFC')
  const length = characters(text)
  return length > max ? { ok: false, fault: 'too-long', length, max } : { ok: true, text }
}

/** Cleans a text of one line (a name, a subject): line ends and runs of white space become one space, the ends are trimmed. */
export function cleanLine(raw: string, limits: { max: number }): Cleaned {
  const whole = cleanText(raw, { max: limits.max * SHRINKS_AT_MOST })
  if (!whole.ok) return { ...whole, max: limits.max }
  const text = pairIsolates(whole.text.replace(/\s+/g, ' ').trim())
  const length = characters(text)
  return length > limits.max ? { ok: false, fault: 'too-long', length, max: limits.max } : { ok: true, text }
}

/** The text of bytes that must be UTF-8 (a leading byte order mark is dropped), or null when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How many characters (code points) a text has; what `max` counts. */
export function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** What to tell somebody whose text cannot be kept; Danish and English. */
export function textFaultWords(cleaned: Extract<Cleaned, { ok: false }>, lang: 'da' | 'en'): string {
  if (cleaned.fault === 'unreadable')
    return lang === 'da'
      ? 'Teksten indeholder tegn, som ikke kan læses. Skriv den igen, eller indsæt den som almindelig tekst.'
      : 'The text contains characters that cannot be read. Write it again, or paste it as plain text.'
  const over = cleaned.length - cleaned.max
  return lang === 'da'
    ? `Teksten er ${grouped(over, '.')} tegn for lang. Der er plads til ${grouped(cleaned.max, '.')} tegn.`
    : `The text is ${grouped(over, ',')} characters too long. There is room for ${grouped(cleaned.max, ',')} characters.`
}

function grouped(number: number, separator: string): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator)
}

/** Leaves out direction isolates that are opened and not closed in their line, or closed and never opened. */
function pairIsolates(text: string): string {
  if (!ISOLATES.test(text)) return text
  return text
    .split('\n')
    .map(line => {
      const units = [...line]
      const opened: number[] = []
      const lonely = new Set<number>()
      for (const [at, unit] of units.entries()) {
        if (unit >= '\u2066' && unit <= '\u2068') opened.push(at)
        else if (unit === '\u2069' && opened.pop() === undefined) lonely.add(at)
      }
      for (const at of opened) lonely.add(at)
      return units.filter((_, at) => !lonely.has(at)).join('')
    })
    .join('\n')
}
