// The parting of the work list: nothing is lost, nothing late is folded away, and only what is alike stands together.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from '../platform/clock.ts'
import { deedOf, stretchesOf, type Waits } from './alike.ts'

const today = '2026-11-26' as LocalDate
const titles = ['Ring', 'Skriv', 'Spørg']
interface Row extends Waits {
  readonly id: number
}
const rowOf = (id: number, days: number, kind = 'nomination.contact', title: string | null = 'Ring', rule = 'A37'): Row => ({
  id,
  due: { kind, rule: { id: rule }, dueOn: addDays(today, days) },
  words: title === null ? null : { title },
})
const rows = fc
  .array(
    fc.record({
      days: fc.integer({ min: -40, max: 40 }),
      kind: fc.constantFrom('nomination.contact', 'voice.answer'),
      title: fc.constantFrom(null, ...titles),
      rule: fc.constantFrom('A37', 'B9'),
    }),
    { maxLength: 200 },
  )
  .map(all => all.map((one, id) => rowOf(id, one.days, one.kind, one.title, one.rule)))

describe('A37: the work list', () => {
  test('every thing stands exactly once, in the stretch of its date', () => {
    fc.assert(
      fc.property(rows, all => {
        const stretches = stretchesOf(all, today)
        const ids = stretches.flatMap(one => one.alike.flatMap(group => group.map(row => row.id)))
        expect([...ids].sort((a, b) => a - b)).toEqual(all.map(row => row.id))
        for (const { key, alike, count } of stretches) {
          expect(alike.flat()).toHaveLength(count)
          for (const { due } of alike.flat()) {
            const days = (Date.parse(due.dueOn) - Date.parse(today)) / 86_400_000
            expect(key).toBe(days < 0 ? 'overdue' : days === 0 ? 'now' : days <= 7 ? 'week' : 'later')
          }
        }
      }),
    )
  })

  test('what is late or due today is never folded, and late comes first', () => {
    fc.assert(
      fc.property(rows, all => {
        const stretches = stretchesOf(all, today)
        for (const { folds, alike } of stretches) if (folds) for (const { due } of alike.flat()) expect(due.dueOn > today).toBe(true)
        const order = stretches.map(one => one.key)
        expect(order).toEqual((['overdue', 'now', 'week', 'later'] as const).filter(key => order.includes(key)))
      }),
    )
  })

  test('together stands what is alike, all of it, the earliest first', () => {
    fc.assert(
      fc.property(rows, all => {
        for (const { alike } of stretchesOf(all, today)) {
          expect(alike.map(group => new Set(group.map(deedOf)).size)).toEqual(alike.map(() => 1))
          expect(new Set(alike.map(group => deedOf(group[0]!))).size).toBe(alike.length)
          for (const group of [...alike, alike.map(one => one[0]!)]) {
            const days = group.map(row => row.due.dueOn)
            expect(days).toEqual([...days].sort())
          }
        }
      }),
    )
  })

  test('another rule, another deed or another kind is not alike', () => {
    const different = [
      rowOf(0, 2),
      rowOf(1, 2, 'voice.answer'),
      rowOf(2, 2, 'nomination.contact', 'Skriv'),
      rowOf(3, 2, 'nomination.contact', 'Ring', 'B9'),
      rowOf(4, 3),
    ]
    expect(stretchesOf(different, today)[0]!.alike.map(group => group.map(row => row.id))).toEqual([[0, 4], [1], [2], [3]])
  })

  test('nothing waiting is no stretch', () => {
    expect(stretchesOf([], today)).toEqual([])
  })
})
