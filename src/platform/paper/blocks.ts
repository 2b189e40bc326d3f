// What a sheet of paper is made of; text is only ever text, whatever signs it holds.
import type { Lang } from '../i18n.ts'

/** A piece of text. An object where the words are in another language than the sheet (a quoted Danish sentence). */
export type PaperText = string | { readonly text: string; readonly lang: Lang }

export type Block =
  | { readonly kind: 'heading'; readonly text: PaperText; readonly level?: 2 | 3 }
  /** Empty lines part paragraphs; single line ends stay. */
  | { readonly kind: 'text'; readonly text: PaperText; readonly size?: 'lead' | 'small'; readonly strong?: boolean }
  /** Somebody's own words, set in »…«. */
  | { readonly kind: 'quote'; readonly text: PaperText; readonly source?: PaperText }
  | { readonly kind: 'list'; readonly items: readonly PaperText[]; readonly ordered?: boolean }
  /** A term and what is to be said about it, side by side. */
  | { readonly kind: 'facts'; readonly items: readonly { readonly term: PaperText; readonly detail: PaperText }[] }
  | { readonly kind: 'table'; readonly head: readonly PaperText[]; readonly rows: readonly (readonly PaperText[])[] }
  /** A code or an address to be typed: large, from left to right. */
  | { readonly kind: 'code'; readonly text: string; readonly label?: PaperText }
  /** A QR code of `value`, as vectors. `says` is read aloud in its place; `width` in mm. */
  | { readonly kind: 'qr'; readonly value: string; readonly says: string; readonly width?: number }
  /** Who the letter goes to, where a window envelope shows it. Only as the first block of a letter. */
  | { readonly kind: 'recipient'; readonly lines: readonly string[] }
  | { readonly kind: 'space'; readonly mm: number }
  | { readonly kind: 'rule' }
  | { readonly kind: 'page-break' }

export interface Paper {
  readonly lang: Lang
  /** From the language when left out. */
  readonly dir?: 'ltr' | 'rtl'
  readonly title: string
  /** `letter`: A4 in the size of a letter. `poster`: A4 to be read from two metres away. `slips`: A4 with four slips to cut out, each with all blocks. */
  readonly look?: 'letter' | 'poster' | 'slips'
  /** Everything a half larger, for those who see badly. */
  readonly large?: boolean
  /** The title stands at the top of the sheet; false when the blocks say it themselves (a letter). */
  readonly titled?: boolean
  /** Who publishes it; goes into the properties of the file. */
  readonly author: string
  /** The moment it was made: the same paper made at the same moment has the same bytes. */
  readonly at: Date
  /** A line at the foot of every page, beside the page's number. */
  readonly foot?: PaperText
  readonly blocks: readonly Block[]
}

/** Keeps a telephone number, a code or an address from left to right inside a sentence that runs the other way. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`
