// Alphabets that are not what the letter says: text in UTF-8 called Latin, and the other way round. Looks at what the bytes can be, never guesses beyond that.

const signs = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte]))
const strict = new TextDecoder('utf-8', { fatal: true })

/** A text that was read as Latin and is UTF-8 ("rÃ¥d"), read anew; any other stays. Real Latin text is next to never valid UTF-8. */
export function readAnew(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const byte = signs.get(text[at]!)
    if (byte === undefined) return text
    bytes[at] = byte
  }
  try {
    return strict.decode(bytes)
  } catch {
    return text
  }
}

/** The letter with its eight-bit bytes taken for Latin; null when they are UTF-8, or there are none. */
export function asLatin(raw: Uint8Array): Buffer | null {
  try {
    strict.decode(raw)
    return null
  } catch {
    return Buffer.from(new TextDecoder('windows-1252').decode(raw), 'utf8')
  }
}
