// Danish of our own word lists on a page of another language: found by the very words of the lists.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const src = join(import.meta.dirname, '../../src')
type Words = Readonly<Record<string, string>>

/** Every text that is Danish and not also the text of another language; `open` is the import of a test, which reads our sources as they lie. */
export async function danishTexts(open: (file: string) => Promise<Record<string, unknown>>): Promise<readonly string[]> {
  const danish = new Set<string>()
  const others = new Set<string>()
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    const found = /words\/(?:.*-)?(da|en|ar|tr|ur)\.ts$/.exec(file)
    if (!found) continue
    const lists = Object.values(await open(join(src, file))).filter(isWords)
    for (const text of lists.flatMap(list => Object.values(list))) (found[1] === 'da' ? danish : others).add(text)
  }
  for (const text of others) danish.delete(text)
  return [...danish]
}
const isWords = (list: unknown): list is Words =>
  typeof list === 'object' && list !== null && Object.values(list).every(value => typeof value === 'string')

/** What of a text stands on a page whatever is put into it. */
const fixedPartsOf = (text: string) => text.split(/\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/).map(part => part.trim())

/** A function that finds the Danish pieces on a page; what says that it is Danish, and what people have `written`, is left out. */
export function danishFinder(texts: readonly string[], written: readonly string[] = []): (html: string) => string[] {
  const whole = new Set(texts.filter(text => !text.includes('{') && !written.includes(text)))
  const parts = texts.filter(text => text.includes('{')).flatMap(text => fixedPartsOf(text).filter(part => part.length >= 12))
  // Most pieces stand on every page.
  const known = new Map<string, boolean>()
  const isDanish = (piece: string) => {
    const found = known.get(piece) ?? (whole.has(piece) || parts.some(part => piece.includes(part)))
    known.set(piece, found)
    return found
  }
  return html => piecesOf(html).filter(isDanish)
}

const named: Readonly<Record<string, string>> = { '&#39;': "'", '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' }
/** Every text of the page: what is read, and what is said of a picture, a field or a button. */
function piecesOf(html: string): string[] {
  const own = html
    .replace(/^[\s\S]*?<body/, '<body')
    .replaceAll(/<(script|style|nav class="langs")[\s\S]*?<\/(script|style|nav)>/g, ' ')
    .replaceAll(/<(\w+)[^>]*\blang="da"[^>]*>[\s\S]*?<\/\1>/g, ' ')
  const said = [...own.matchAll(/\s(?:alt|title|aria-label|placeholder)="([^"]*)"/g)].map(([, text]) => text!)
  return [...own.split(/<[^>]+>/), ...said]
    .map(text => text.replaceAll(/&(?:#39|quot|amp|lt|gt);/g, one => named[one]!).trim())
    .filter(text => text !== '')
}
