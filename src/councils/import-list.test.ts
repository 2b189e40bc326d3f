// A pasted list of members: what is read, and that every fault names its line and column.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCharter } from './charters/index.ts'
import { readMemberList } from './import-list.ts'

const charter = parseCharter({
  id: 'udsatteraad',
  groups: [
    { id: 'external', name: { da: 'Organisationer og brugere' }, min: 4, max: 4 },
    { id: 'council', name: { da: 'Kommunalbestyrelsen' }, min: 3, max: 3 },
    { id: 'substitute', name: { da: 'Suppleanter' }, voting: false, min: 0, max: 4 },
  ],
})
const read = (text: string) => readMemberList(text, charter, '2026-03-01', [])

describe('a list of members', () => {
  test('is read as Danes write it: names in any script, dates, groups by their Danish name, numbers of the drawing', () => {
    const { members, faults } = read(
      'Navn;Gruppe;Plads;Fra;Til;Vises med navn;E-mail\nNguyễn Thị Linh;external;2;1.1.2026;31.12.2029;ja;linh@example.org\nفاطمة;Kommunalbestyrelsen;6;;;;\nErik;Suppleanter;;;;x;\n',
    )
    expect(faults).toEqual([])
    expect(members).toEqual([
      {
        line: 2,
        name: 'Nguyễn Thị Linh',
        group: 'external',
        seat: 2,
        from: '2026-01-01',
        to: '2029-12-31',
        shown: 'named',
        protectedAddress: false,
        email: 'linh@example.org',
        phone: null,
      },
      {
        line: 3,
        name: 'فاطمة',
        group: 'council',
        seat: 2,
        from: '2026-03-01',
        to: null,
        shown: 'unnamed',
        protectedAddress: false,
        email: null,
        phone: null,
      },
      {
        line: 4,
        name: 'Erik',
        group: 'substitute',
        seat: 1,
        from: '2026-03-01',
        to: null,
        shown: 'named',
        protectedAddress: false,
        email: null,
        phone: null,
      },
    ])
  })
  test('with faults says where: line and column of each, and what to write', () => {
    const { faults } = read('navn;gruppe;fra;e-mail\nA;ukendt;1.13.2026;ikke en adresse\n;external;;\nA;external;;\n')
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 2],
      [2, 3],
      [2, 4],
      [3, 1],
      [4, 1],
    ])
    expect(JSON.stringify(faults[0]!.message)).toContain('external, council, substitute')
  })
  test('without the columns it needs says which', () => {
    expect(read('name\nA').faults).toMatchObject([{ line: 1, message: { da: 'Kolonnen »gruppe« mangler.' } }])
    expect(read('navn;gruppe\n').faults).toHaveLength(1)
  })
  test('of five people for four seats refuses the fifth', () => {
    const five = ['navn;gruppe', ...['A', 'B', 'C', 'D', 'E'].map(name => `${name};external`)].join('\n')
    const { members, faults } = read(five)
    expect(members.map(one => one.seat)).toEqual([1, 2, 3, 4])
    expect(faults).toMatchObject([{ line: 6, message: { da: 'Alle pladser i gruppen er besat.' } }])
  })
  test('never gives two people one seat, and never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.constantFrom('external', 'council', 'x'), fc.constantFrom('', '1', '2', '9', 'a')), {
          maxLength: 12,
        }),
        rows => {
          const text = ['navn;gruppe;plads', ...rows.map(row => row.join(';'))].join('\n')
          const { members } = read(text)
          expect(new Set(members.map(one => `${one.group} ${one.seat}`)).size).toBe(members.length)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('who no longer sat on the day the list tells of is asked about, and columns that say nothing to us are named', () => {
    const { faults, unread, members } = read(
      `Navn;Gruppe;Til;CPR;Beskyttet adresse;Vises;Fra\nNadia;external;31.12.2025;;;;1.1.2024\n${'å'.repeat(121)};external;;;;;\nErik;external;1.3.2026;1;ja;ja;`,
    )
    expect(faults.map(fault => [fault.line, fault.column, (fault.message as { da: string }).da.slice(0, 24)])).toEqual([
      [2, 3, 'Perioden er slut før den'],
      [3, 1, 'Navnet er for langt. Der'],
    ])
    expect(unread).toEqual(['CPR'])
    expect(members).toMatchObject([{ name: 'Erik', protectedAddress: true, shown: 'named' }])
  })
})
