// Counting votes: whatever the votes, the right number is elected, nobody with fewer votes before somebody with more, and a lot can be repeated.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawIds, parseCharter } from './charters/index.ts'
import { type ElectionFacts, electionFaults, readStanding, resultOf } from './election.ts'

const charter = parseCharter({
  id: 'x',
  groups: [
    { id: 'elected', min: 3, max: 3, filled_by: 'elected', appointed_by: 'election' },
    { id: 'appointed', min: 2, max: 2, appointed_by: 'municipal_council' },
    { id: 'line', voting: false, substitute: true, max: 5 },
  ],
})
const facts: ElectionFacts = {
  kind: 'binding',
  outcome: 'held',
  group: 'elected',
  seats: 3,
  heldOn: '2026-11-01',
  seatsFrom: '2027-01-01',
  votesCast: 100,
  body: 'Valgbestyrelsen',
  reason: null,
  standing: ['Selam', 'Erik', 'Nadia', 'Yusuf'].map((name, at) => ({ name, votes: 40 - at })),
}
const fields = (change: Partial<ElectionFacts>) => electionFaults({ ...facts, ...change }, charter, '2026-11-09').map(one => one.field)

describe('the result', () => {
  test('A29 B18: the fewest votes of the elected are never below the most of the others; as many are elected as there are seats', () => {
    const votes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 6 }), fc.string(), (given, seats, seed) => {
        const standing = given.map((each, at) => ({ name: `n${at}`, votes: each }))
        const result = resultOf(standing, seats, seed)
        expect(result.map(one => one.name).sort()).toEqual(standing.map(one => one.name).sort())
        const elected = result.filter(one => one.elected)
        expect(elected).toHaveLength(Math.min(seats, standing.length))
        const others = result.filter(one => !one.elected)
        for (const one of elected) for (const other of others) expect(one.votes! >= other.votes!).toBe(true)
        // A lot is drawn exactly where the last seat is shared.
        const shared = elected.length > 0 && others.length > 0 && elected.at(-1)!.votes === others[0]!.votes
        expect(result.some(one => one.byLot)).toBe(shared)
        expect(resultOf(standing, seats, seed)).toEqual(result)
      }),
    )
  })
  test('B18: the lot is the one anybody gets from the seed and the line numbers', () => {
    const standing = ['a', 'b', 'c', 'd'].map(name => ({ name, votes: name === 'd' ? 9 : 3 }))
    const result = resultOf(standing, 2, 'seniorraad 2026')
    const lots = drawIds('seniorraad 2026', ['0001', '0002', '0003'], 3).winners
    expect(result.map(one => one.name)).toEqual(['d', ...lots.map(lot => 'abc'[Number(lot) - 1])])
    expect(result[0]).toMatchObject({ elected: true, byLot: false })
  })
})

describe('what cannot be recorded', () => {
  test('A30: a binding vote about seats that the municipal council appoints (§ 42); as indicative it can', () => {
    expect(fields({ group: 'appointed', seats: 2 })).toEqual(['kind'])
    expect(fields({ group: 'appointed', seats: 2, kind: 'indicative' })).toEqual([])
  })
  test('B18: a cancelled election needs a reason, and no more standing than seats', () => {
    expect(fields({ outcome: 'cancelled' })).toEqual(['reason', 'outcome'])
    expect(fields({ outcome: 'cancelled', reason: 'For få stillede op.', standing: facts.standing.slice(0, 2) })).toEqual([])
    expect(fields({ outcome: 'uncontested' })).toEqual(['outcome'])
    expect(fields({ outcome: 'uncontested', standing: facts.standing.slice(0, 3) })).toEqual([])
  })
  test('B18: votes that do not add up, votes that are missing, days and seats that cannot be', () => {
    expect(fields({})).toEqual([])
    expect(fields({ votesCast: 40 })).toEqual(['votesCast'])
    expect(fields({ standing: [{ name: 'Selam', votes: null }] })).toEqual(['standing'])
    expect(fields({ heldOn: '2026-12-01', seatsFrom: null, seats: 4, body: ' ' })).toEqual(['seats', 'heldOn', 'body', 'seatsFrom'])
    expect(fields({ group: 'line' })).toEqual(['group'])
  })
  test('B18: the list as somebody typed it', () => {
    expect(readStanding('Åsta Øvlisen; 212\n\n فاطمة الزهراء\t9\nNguyễn Thị Linh 7\nErik Lund').standing).toEqual([
      { name: 'Åsta Øvlisen', votes: 212 },
      { name: 'فاطمة الزهراء', votes: 9 },
      { name: 'Nguyễn Thị Linh', votes: 7 },
      { name: 'Erik Lund', votes: null },
    ])
    expect(readStanding('Erik; 3\nErik; 4\n;5').faults.map(one => one.message)).toEqual([
      expect.objectContaining({ da: 'Linje 2: Erik står allerede på linje 1.' }),
      expect.objectContaining({ da: 'Linje 3: navnet mangler.' }),
    ])
  })
})
