// Shows that moments are read as the driver reads them.
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { momentOf } from './moments.ts'

const driversOwn = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date | number
const two = (n: number) => String(n).padStart(2, '0')

test('a moment is the one the driver reads, whatever its digits and zone', () => {
  const fraction = fc.nat(999_999).map(n => `.${String(n).padStart(6, '0')}`.replace(/\.?0+$/, ''))
  const zone = fc.constantFrom('+00', '+01', '+02', '-11', '+05:30', '-00:44:30')
  const day = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fraction, zone, (at, rest, from) => {
      const text = `${at.toISOString().slice(0, 10)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}${rest}${from}`
      expect(momentOf(text)).toEqual(driversOwn(text))
    }),
    { numRuns: 2_000 },
  )
  for (const text of ['infinity', '-infinity', '0044-03-15 12:00:00+00 BC', '12026-01-01 00:00:00.5+00', '0099-01-01 00:00:00+00'])
    expect(momentOf(text), text).toEqual(driversOwn(text))
  expect(momentOf('2026-11-27 09:00:00.123456+01').toISOString()).toBe('2026-11-27T08:00:00.123Z')
})
