// Shows that held writes become one statement whose values stand where they belong, and that rows and names that do not fit are refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asking, inserting, statements, together } from './held.ts'

describe('held writes', () => {
  it('put every value in its place, row by row, write by write', () => {
    const row = fc.record({ a: fc.string(), b: fc.integer() })
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), writes => {
        const { text, values } = together(writes.map((rows, n) => inserting(`t${n}`, rows)))
        expect(values).toEqual(writes.flat().flatMap(({ a, b }) => [a, b]))
        const places = [...text.matchAll(/\$(\d+)/g)].map(([, at]) => Number(at))
        expect(places).toEqual(values.map((_, at) => at + 1))
        expect(text.match(/insert into "t\d"/g)).toHaveLength(writes.length)
      }),
    )
  })

  it('take a query that is ready, with its values in its own places', () => {
    const query = { compile: () => ({ sql: 'update "t" set "a" = $1, "b" = $2 where "id" = $1', parameters: [1, 'x'] }) }
    const { text, values } = together([inserting('s', [{ a: 7 }]), asking('t', query as never)])
    expect(text).toContain('"held_1" as (update "t" set "a" = $2, "b" = $3 where "id" = $4)')
    expect(values).toEqual([7, 1, 'x', 1])
  })

  it('leave out what is undefined, write null for null, and moments as text', () => {
    const at = new Date('2026-11-26T10:00:00.123Z')
    const { text, values } = together([inserting('keys.data_key', [{ id: 'x', none: undefined, empty: null, at }])])
    expect(text).toBe('insert into "keys"."data_key" ("id", "empty", "at") values ($1, $2, $3)')
    expect(values).toEqual(['x', null, at.toISOString()])
  })

  it('write whose rows they are and when only once, and every other value where it stands', () => {
    const [own, at, other] = ['m', new Date('2026-11-26T10:00:00.123Z'), new Date('2026-11-26T10:00:00.124Z')]
    const rows = [
      { municipality_id: own, name: own, at },
      { municipality_id: own, name: own, at: other },
    ]
    const { text, values } = together([inserting('a', rows), inserting('b', [{ at, municipality_id: own, name: own }])])
    expect(text).toContain('values ($1, $2, $3), ($1, $4, $5))')
    expect(text).toMatch(/insert into "b" \("at", "municipality_id", "name"\) values \(\$3, \$1, \$6\)$/)
    expect(values).toEqual([own, own, at.toISOString(), own, other.toISOString(), own])
  })

  it('end with the insert that is looked at first, else with the last insert, else with nothing of their own', () => {
    const change = asking('t', { compile: () => ({ sql: 'update "t" set "a" = $1', parameters: [9] }) } as never)
    const [a, b, c] = ['a', 'b', 'c'].map(table => inserting(table, [{ x: table }]))
    const { text, values } = together([a!, { ...b!, first: true }, c!])
    expect(text).toMatch(/^with "held_0" as \(insert into "a".*, "held_2" as \(insert into "c".*\) insert into "b" [^)]*\) values \(\$2\)$/)
    expect(values).toEqual(['a', 'b', 'c'])
    expect(together([a!, b!, change]).text).toMatch(/^with "held_0" as .*, "held_2" as \(update "t".*\) insert into "b" /)
    expect(together([change]).text).toBe('with "held_0" as (update "t" set "a" = $1) select 1 as done')
  })

  it('leave in their order: one that is heard of is a statement by itself, the others stand together', () => {
    const heard = () => {}
    const own = { table: 'b', heard, text: (param: (value: unknown) => string) => `insert into b values (${param(2)}) returning id` }
    const made = statements([inserting('a', [{ x: 1 }]), inserting('a', [{ x: 1 }]), own, inserting('c', [{ x: 3 }])])
    expect(made.map(one => [one.text.match(/insert into "?(\w)/)![1], one.values, one.heard])).toEqual([
      ['a', [1, 1], undefined],
      ['b', [2], heard],
      ['c', [3], undefined],
    ])
  })

  it('refuse rows that differ, no rows, and names that are none', () => {
    const rows: { a: number; b?: number }[] = [{ a: 1 }, { a: 2, b: 3 }]
    expect(() => inserting('t', rows)).toThrow('differ in b')
    expect(() => inserting('t', [])).toThrow('no row')
    expect(() => together([inserting('t"; drop table x; --', [{ a: 1 }])])).toThrow('not a name')
  })
})
