// Makes a sheet into the data the program on paper reads: lines cut, signs that are no text taken out, codes drawn.
import { directionOf, type Lang } from '../i18n.ts'
import type { Block, Paper, PaperText } from './blocks.ts'
import { qrSvg } from './qr.ts'

/** At most so many signs on one paper; a letter has a few thousand. */
const mostSigns = 200_000
export class TooLong extends Error {}

/** Signs in one go; `ltr` ones are set from left to right whatever stands around them. */
interface Run {
  readonly text: string
  readonly ltr: boolean
}
interface Text {
  readonly lang: Lang
  readonly dir: 'ltr' | 'rtl'
  readonly lines: readonly (readonly Run[])[]
}

// Controls, lone surrogates, marks that turn the direction, and signs without a meaning have no place on paper. Line ends are cut before.
const noText = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u2066-\u2069\u202A-\u202E\uFEFF]/gu
const lineEnd = /\r\n?|\n|\u2028|\u2029|\u0085|\f|\v/

const clean = (text: string): string => text.replaceAll('\t', ' ').replaceAll(noText, '')
const plain = (text: string): Run => ({ text, ltr: false })

/** Cuts out what `leftToRight` has marked: a mark left in the text would be read aloud where a space stands. */
function runsOf(line: string): Run[] {
  const parts = line.split(/\u2066([^\u2066\u2069]*)\u2069/)
  const runs = parts.map((part, at) => ({ text: clean(part), ltr: at % 2 === 1 })).filter(run => run.text !== '')
  return runs.length > 0 ? runs : [plain('')]
}

/** The sheet as JSON. Throws `TooLong` when it is more than a paper can be. */
export function prepared(paper: Paper): string {
  const { lang } = paper
  const text = (given: PaperText): Text => {
    const { text: words, lang: own } = typeof given === 'string' ? { text: given, lang } : given
    return {
      lang: own,
      dir: own === lang ? (paper.dir ?? directionOf(lang)) : directionOf(own),
      lines: words.split(lineEnd).map(runsOf),
    }
  }
  const maybe = (given: PaperText | undefined) => (given === undefined ? null : text(given))
  const paragraphs = (given: PaperText): Text[] => {
    const whole = text(given)
    const found: (readonly Run[])[][] = [[]]
    for (const line of whole.lines)
      if (line.every(run => run.text.trim() === '')) found.push([])
      else found.at(-1)!.push(line)
    return found.filter(lines => lines.length > 0).map(lines => ({ ...whole, lines }))
  }
  const made = (block: Block) => {
    switch (block.kind) {
      case 'heading':
        return { kind: block.kind, level: block.level ?? 2, text: text(block.text) }
      case 'text':
        return { kind: block.kind, size: block.size ?? 'plain', strong: block.strong ?? false, paragraphs: paragraphs(block.text) }
      case 'quote':
        return { kind: block.kind, paragraphs: quoted(paragraphs(block.text)), source: maybe(block.source) }
      case 'list':
        return { kind: block.kind, ordered: block.ordered ?? false, items: block.items.map(text) }
      case 'facts':
        return { kind: block.kind, items: block.items.map(({ term, detail }) => ({ term: text(term), detail: text(detail) })) }
      case 'table':
        return { kind: block.kind, head: block.head.map(text), rows: block.rows.map(row => row.map(text)) }
      case 'code':
        return { kind: block.kind, label: maybe(block.label), text: clean(block.text) }
      case 'qr':
        return { kind: block.kind, svg: qrSvg(block.value), says: clean(block.says), width: block.width ?? 35 }
      case 'recipient':
        return { kind: block.kind, lines: block.lines.map(clean) }
      default:
        return block
    }
  }
  const sheet = JSON.stringify({
    lang,
    dir: paper.dir ?? directionOf(lang),
    title: clean(paper.title) || '–',
    author: clean(paper.author),
    look: paper.look ?? 'letter',
    large: paper.large ?? false,
    titled: paper.titled ?? true,
    foot: maybe(paper.foot),
    blocks: paper.blocks.filter(block => block.kind !== 'quote' || paragraphs(block.text).length > 0).map(made),
  })
  if (sheet.length > mostSigns) throw new TooLong(`a paper of ${sheet.length} signs`)
  return sheet
}

function quoted(parts: Text[]): Text[] {
  return parts.map((part, at) => {
    const lines = part.lines.map(line => [...line])
    if (at === 0) lines[0]!.unshift(plain('»'))
    if (at === parts.length - 1) lines.at(-1)!.push(plain('«'))
    return { ...part, lines }
  })
}
