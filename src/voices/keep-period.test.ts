// Shows that a voice is announced and erased by the period of its own kind, and never without having been announced.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type LocalDate } from '../platform/clock.ts'
import { dueNow, firstDay, type Periods, periodNames, periodOf, type Told } from './keep-period.ts'

const period = fc.record({
  keepDays: fc.option(fc.integer({ min: 30, max: 900 }), { nil: null }),
  warnDays: fc.integer({ min: 7, max: 60 }),
})
const periods = fc.dictionary(fc.constantFrom(...periodNames), period) as fc.Arbitrary<Periods>
const told: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom('own', 'relative', 'behalf', 'foster', 'staff'),
  young: fc.boolean(),
})
const closedOn: LocalDate = '2026-03-02'

/** The days it is announced and erased, by a job that runs each day and looks at what `firstDay` finds. */
function life(all: Periods, who: Told, days: number) {
  let warnedOn: LocalDate | null = null
  for (let day = 0; day <= days; day++) {
    const today = addDays(closedOn, day)
    if (closedOn > firstDay(all, today)) continue
    const due = dueNow(periodOf(all, who), { closedOn, warnedOn }, today)
    if (due === 'erase') return { warnedOn, erasedOn: today }
    if (due === 'warn') warnedOn = today
  }
  return { warnedOn, erasedOn: null }
}

it('B2e: the day of the warning and the day of erasing follow the period of the kind; a period without an end keeps', () => {
  fc.assert(
    fc.property(periods, told, (all, who) => {
      const { keepDays, warnDays } = periodOf(all, who)
      const { warnedOn, erasedOn } = life(all, who, 1_000)
      if (keepDays === null) {
        expect([warnedOn, erasedOn]).toEqual([null, null])
        return
      }
      const warns = Math.max(0, keepDays - warnDays)
      expect(warnedOn).toBe(addDays(closedOn, warns))
      expect(erasedOn).toBe(addDays(closedOn, Math.max(keepDays, warns + warnDays)))
    }),
    { numRuns: 60 },
  )
})

it('B2e: another kind’s period changes nothing; where nothing is said of a kind, the one of all voices holds', () => {
  fc.assert(
    fc.property(periods, told, period, (all, who, other) => {
      const mine = who.young ? 'voice_young' : who.kind === 'own' ? 'voice' : `voice_${who.kind}`
      for (const name of periodNames)
        if (name !== mine && name !== 'voice') expect(periodOf({ ...all, [name]: other }, who)).toEqual(periodOf(all, who))
      const { [mine as 'voice']: _gone, ...rest } = all
      expect(periodOf(rest, who)).toEqual((mine === 'voice' ? undefined : all.voice) ?? { keepDays: 730, warnDays: 30 })
    }),
  )
  const all: Periods = { voice: { keepDays: 730, warnDays: 30 }, voice_young: { keepDays: 90, warnDays: 14 } }
  expect(periodOf(all, { kind: 'relative', young: true }).keepDays).toBe(90)
  expect(periodOf(all, { kind: 'relative', young: false }).keepDays).toBe(730)
})
