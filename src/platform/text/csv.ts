// Writes tables that Danish spreadsheets open safely.

/** What a cell may hold. Dates of law go in as text, `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null | undefined

const BOM = '\ufeff'
// A cell that begins so is run as a formula by spreadsheets; an apostrophe in front makes it text. Apostrophes before it are doubled
// up the same way, so that `readTable` gives back exactly what was written.
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const NEEDS_QUOTES = /[;"\n\r\t]|^[\s']|\s$/

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError('a table holds finite numbers')
    return String(cell).replace('.', ',')
  }
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej'
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A table as CSV: UTF-8 with byte order mark, semicolons, decimal comma, CRLF. Text that a spreadsheet would run as a formula is
 * written as text; numbers given as numbers stay numbers, also negative ones.
 * @throws RangeError when a row has another number of cells than the header
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(written).join(';')]
  for (const row of rows) {
    if (row.length !== header.length) throw new RangeError('a row has as many cells as the header')
    lines.push(row.map(written).join(';'))
  }
  return `${BOM}${lines.join('\r\n')}\r\n`
}
