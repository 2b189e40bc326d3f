// Opening hours as people write them.
import { expect, test } from 'vitest'
import type { Refusal } from '../platform/refusal.ts'
import { hoursOf } from './hours.ts'

const empty = { days1: [], from1: '', to1: '', days2: [], from2: '', to2: '' }

test('times are read as people write them, in one or two rows', () => {
  expect(hoursOf({ ...empty, days1: ['mon', 'tue'], from1: '9.30', to1: '15' })).toEqual([
    { days: ['mon', 'tue'], from: '09:30', to: '15:00' },
  ])
  expect(hoursOf({ ...empty, days2: ['thu'], from2: '10:00', to2: '17:15' })).toEqual([{ days: ['thu'], from: '10:00', to: '17:15' }])
  expect(hoursOf(empty)).toBeNull()
})

test('what is no time, no day or backwards is refused at its field', () => {
  const fields = (rows: Parameters<typeof hoursOf>[0]) => {
    try {
      hoursOf(rows)
      return []
    } catch (error) {
      return (error as Refusal).shortcomings.map(one => one.field)
    }
  }
  expect(fields({ ...empty, from1: '25', to1: '10.75' })).toEqual(['from1', 'to1', 'days1'])
  expect(fields({ ...empty, days1: ['mon'], from1: '15', to1: '9' })).toEqual(['to1'])
  expect(fields({ ...empty, days2: ['fri'] })).toEqual(['from2', 'to2'])
})
