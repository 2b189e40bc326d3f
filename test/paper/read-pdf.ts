// Reads back what our own PDF files say: the words page by page in the order they were set, and the tags.
import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  /** The text of each page, line ends taken out. */
  readonly pages: readonly string[]
  /** The tags used, such as H1, P, Figure. */
  readonly tags: ReadonlySet<string>
  /** The file as text, for its dictionaries. */
  readonly raw: string
  readonly fonts: ReadonlySet<string>
  /** Every piece of text with its place. */
  readonly spans: readonly Span[]
  /** The sizes of type used, in points. */
  readonly sizes: readonly number[]
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects = new Map([...raw.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(m => [m[1]!, m[2]!]))
  const streamOf = (id: string): string => {
    const object = objects.get(id)!
    const from = object.indexOf('stream\n') + 7
    const body = Buffer.from(object.slice(from, object.lastIndexOf('endstream')), 'latin1')
    return object.slice(0, from).includes('/FlateDecode') ? inflateSync(body).toString('latin1') : body.toString('latin1')
  }
  const sizes: number[] = []
  const spans: Span[] = []
  const pages = [...objects.values()]
    .filter(object => /\/Type \/Page\b(?!s)/.test(object))
    .map(object => {
      const fonts = new Map([...object.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(m => [m[1]!, signsOf(objects.get(m[2]!)!, streamOf)]))
      const content = streamOf(/\/Contents (\d+) 0 R/.exec(object)![1]!)
      sizes.push(...[...content.matchAll(/ ([\d.]+) Tf/g)].map(m => Number(m[1])))
      const found = spansOf(content, fonts)
      spans.push(...found)
      return found.map(span => span.text).join('')
    })
  return {
    pages,
    sizes,
    spans,
    raw,
    tags: new Set([...raw.matchAll(/\/S \/(\w+)/g)].map(m => m[1]!)),
    fonts: new Set([...raw.matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(m => m[1]!)),
  }
}

function signsOf(font: string, streamOf: (id: string) => string): Map<number, string> {
  const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(font)![1]!)
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(m => [
      Number.parseInt(m[1]!, 16),
      Buffer.from(m[2]!, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

interface Span {
  readonly text: string
  /** Points from the left edge of what holds it. */
  readonly x: number
}

function spansOf(content: string, fonts: ReadonlyMap<string, Map<number, string>>): Span[] {
  let font = new Map<number, string>()
  let x = 0
  const spans: Span[] = []
  const say = (bytes: Buffer) => {
    let text = ''
    for (let at = 0; at + 1 < bytes.length; at += 2) text += font.get(bytes.readUInt16BE(at)) ?? '\uFFFD'
    spans.push({ text, x })
  }
  const token = /<<[\s\S]*?>>\s*BDC|\/(f\d+) [\d.]+ Tf|1 0 0 -1 ([\d.-]+) [\d.-]+ cm|<([0-9A-Fa-f]+)>|\(/g
  for (let found = token.exec(content); found; found = token.exec(content)) {
    if (found[1]) font = fonts.get(found[1])!
    else if (found[2]) x = Number(found[2])
    else if (found[3]) say(Buffer.from(found[3], 'hex'))
    else if (found[0] === '(') {
      const end = closing(content, token.lastIndex)
      say(literal(content.slice(token.lastIndex, end)))
      token.lastIndex = end + 1
    }
  }
  return spans
}

/** Where a string ends: brackets inside it are escaped or in pairs. */
function closing(content: string, from: number): number {
  let open = 1
  for (let at = from; ; at++) {
    if (content[at] === '\\') at++
    else if (content[at] === '(') open++
    else if (content[at] === ')' && --open === 0) return at
  }
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
function literal(text: string): Buffer {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '\\') bytes.push(text.charCodeAt(at))
    else {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1))?.[0]
      if (octal) {
        bytes.push(Number.parseInt(octal, 8))
        at += octal.length
      } else {
        at++
        bytes.push(escapes[text[at]!] ?? text.charCodeAt(at))
      }
    }
  }
  return Buffer.from(bytes)
}
