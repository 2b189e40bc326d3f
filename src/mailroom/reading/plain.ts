// Text as it may be kept and shown: well-formed, without what no reader can see, and without what turns a line around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes away
const unseen = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g

/** More marks on one letter than any language has: putting them in order takes time by the square of their number. */
const piled = /(\p{M}{20})\p{M}+/gu

/** A text of several lines, at most `max` characters; never refused, since a letter is taken as it comes. */
export function plainText(text: string, max: number): string {
  return text
    .slice(0, max)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?|[\f\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .replace(/[\u{e0000}-\u{e007f}]/gu, '')
    .replace(piled, '$1')
    .normalize('NFC')
}
/** The same on one line. */
export function plainLine(text: string, max: number): string {
  return plainText(text.slice(0, max * 4), max * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
}
