// Reads a table somebody pasted or exported: finds the separator, understands quotes, and says where it is wrong.
import { isLocalDate, type LocalDate } from '../clock.ts'
import { decodeUtf8 } from './clean.ts'

/** What is wrong at a place of a table; lines and columns count from 1, lines as a text editor shows them. */
export type TableFault = {
  line: number
  column: number
  fault: 'open-quote' | 'text-after-quote' | 'too-many-cells' | 'doubled-header' | 'unreadable' | 'too-big'
}

/** A row with the line it starts on; its cells are trimmed, and as many as the header has. */
type TableRow = { line: number; cells: string[] }

/** A table as it was read. Rows with faults are left out and named in `faults`. */
export type Table = { separator: ';' | ',' | '\t'; header: string[]; rows: TableRow[]; faults: TableFault[] }

const SEPARATORS = ['\t', ';', ','] as const
const MOST_CHARACTERS = 2_000_000
const MOST_FAULTS = 100
const FORMULA_GUARD = /^'(?='*[=+\-@\t\r＝＋－＠])/

type Raw = { line: number; cells: string[]; faults: TableFault[] }

/** The text of a file of a table: UTF-8, UTF-16 (as spreadsheets write "Unicode text"), otherwise Western European as older Danish programs write it. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
}

/** The first line some spreadsheets write to say which separator they use. */
const SAYS_SEPARATOR = /^\ufeff?"?sep=([;,\t])"?[ \t]*(?=\r|\n|$)/i

/** Reads a table with a header line. Empty lines are skipped, missing cells at the end of a row are empty. */
export function readTable(whole: string): Table {
  const said = SAYS_SEPARATOR.exec(whole)
  // What stood there stays a line, so that the others keep their numbers.
  const text = said ? whole.slice(said[0].length) : whole
  const separator = (said?.[1] as Table['separator'] | undefined) ?? separatorOf(text)
  if (text.length > MOST_CHARACTERS) return { separator, header: [], rows: [], faults: [{ line: 1, column: 1, fault: 'too-big' }] }
  if (/\p{Surrogate}|\0/u.test(text)) return { separator, header: [], rows: [], faults: [placeOfUnreadable(text)] }
  const raw = rawRows(text.replace(/^\ufeff/, ''), separator).filter(row => row.faults.length > 0 || row.cells.some(cell => cell !== ''))
  const faults = raw.flatMap(row => row.faults)
  const [head, ...rest] = raw
  if (!head) return { separator, header: [], rows: [], faults }
  const header = withoutEmptyEnd(head.cells)
  const seen = new Set<string>()
  for (const [at, name] of header.map(folded).entries()) {
    if (seen.has(name)) faults.push({ line: head.line, column: at + 1, fault: 'doubled-header' })
    if (name !== '') seen.add(name)
  }
  const rows: TableRow[] = []
  for (const row of rest) {
    const cells = withoutEmptyEnd(row.cells)
    if (row.faults.length > 0) continue
    if (cells.length > header.length) faults.push({ line: row.line, column: header.length + 1, fault: 'too-many-cells' })
    else rows.push({ line: row.line, cells: [...cells, ...Array<string>(header.length - cells.length).fill('')] })
  }
  return { separator, header, rows, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_FAULTS) }
}

/** Which column of the header has one of these names (case and white space do not matter); -1 for none. */
export function columnNamed(header: readonly string[], ...names: readonly string[]): number {
  const wanted = new Set(names.map(folded))
  return header.findIndex(each => wanted.has(folded(each)))
}

/** A number as Danes write it ("1.234,5", "-3", "12,50"), also with a decimal point ("1234.5"); null when it is none or could be two ("1.234" is 1234). */
export function danishNumber(text: string): number | null {
  const tight = text.replace(/[\s\u00a0]/g, '').replace('\u2212', '-')
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(tight)) return Number(tight.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+(?:,\d+)?$/.test(tight)) return Number(tight.replace(',', '.'))
  return /^-?\d+\.\d+$/.test(tight) ? Number(tight) : null
}

/** A date as Danes write it ("3.12.2026", "3/12-2026", "03-12-2026") or as we do ("2026-12-03"); null when it is none or the year has two digits. */
export function danishDate(text: string): LocalDate | null {
  const tight = text.trim()
  const match = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})$/.exec(tight)
  const date = match ? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}` : tight
  return isLocalDate(date) ? date : null
}

/** What to tell somebody about a fault, beside its line and column; Danish and English. */
export function tableFaultWords({ fault }: TableFault): { readonly da: string; readonly en: string } {
  const words = {
    'open-quote': {
      da: 'Anførselstegnet bliver aldrig lukket. Slet det, eller sæt et til.',
      en: 'The quotation mark is never closed. Delete it, or add one.',
    },
    'text-after-quote': {
      da: 'Der står tekst efter et anførselstegn. Skriv anførselstegn inde i teksten to gange.',
      en: 'Text follows a quotation mark. Write quotation marks inside the text twice.',
    },
    'too-many-cells': {
      da: 'Rækken har flere felter end overskriften. Se efter et ekstra skilletegn.',
      en: 'The row has more cells than the header. Look for an extra separator.',
    },
    'doubled-header': { da: 'To kolonner har samme overskrift. Omdøb den ene.', en: 'Two columns have the same name. Rename one.' },
    unreadable: {
      da: 'Her er tegn, som ikke kan læses. Gem tabellen som UTF-8, og prøv igen.',
      en: 'Here are characters that cannot be read. Save the table as UTF-8 and try again.',
    },
    'too-big': { da: 'Tabellen er for stor. Del den i flere.', en: 'The table is too big. Divide it.' },
  }
  return words[fault]
}

/** The separator that stands most often outside quotes in the first line with content; a tab wins over the others, as in a pasted table. */
function separatorOf(text: string): Table['separator'] {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"?/g, '')
  const line = start.split(/\r\n?|\n/).find(each => /[^\s;,\ufeff]/.test(each)) ?? ''
  const counted = SEPARATORS.map(separator => ({ separator, count: line.split(separator).length - 1 }))
  if (counted[0]!.count > 0) return '\t'
  return counted[1]!.count >= counted[2]!.count ? ';' : ','
}

function rawRows(text: string, separator: string): Raw[] {
  const rows: Raw[] = []
  let row: Raw = { line: 1, cells: [], faults: [] }
  let line = 1
  let at = 0
  const fault = (kind: TableFault['fault']) => row.faults.push({ line, column: row.cells.length + 1, fault: kind })
  const endRow = () => {
    rows.push(row)
    row = { line, cells: [], faults: [] }
  }
  while (at <= text.length) {
    const cell = cellAt(text, at, separator)
    if (cell.fault) fault(cell.fault)
    row.cells.push(cell.text)
    line += cell.lines
    at = cell.end
    if (text[at] === separator) at++
    else {
      if (text[at] === '\r' && text[at + 1] === '\n') at++
      at++
      line++
      endRow()
    }
  }
  return rows
}

type CellRead = { text: string; end: number; lines: number; fault?: TableFault['fault'] }

function cellAt(text: string, from: number, separator: string): CellRead {
  let start = from
  while (text[start] === ' ') start++
  if (text[start] !== '"') {
    const end = endOfCell(text, from, separator)
    return { text: unguarded(text.slice(from, end).trim()), end, lines: 0 }
  }
  let close = start + 1
  for (;;) {
    close = text.indexOf('"', close)
    if (close < 0) return { text: '', end: text.length, lines: 0, fault: 'open-quote' }
    if (text[close + 1] !== '"') break
    close += 2
  }
  const inside = text.slice(start + 1, close).replaceAll('""', '"')
  const end = endOfCell(text, close + 1, separator)
  const read: CellRead = { text: unguarded(inside), end, lines: inside.split(/\r\n?|\n/).length - 1 }
  if (text.slice(close + 1, end).trim() !== '') read.fault = 'text-after-quote'
  return read
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

function unguarded(cell: string): string {
  return cell.replace(FORMULA_GUARD, '')
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex(cell => cell !== '')
  return cells.slice(0, last + 1)
}

function folded(name: string): string {
  const small = name.normalize('NFC').toLowerCase()
  return small.replace(/[\s_-]+/g, ' ').trim()
}

function placeOfUnreadable(text: string): TableFault {
  const before = text.slice(0, text.search(/\p{Surrogate}|\0/u))
  return { line: before.split(/\r\n?|\n/).length, column: 1, fault: 'unreadable' }
}

/** "10", "9.30" and "09:30" as HH:MM; null for what is no time of day. */
export function danishTime(text: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
