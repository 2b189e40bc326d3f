// Shows that there is always a next step until a voice is closed, never more than three, the most urgent first, and nothing that is done or cannot be.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type LocalDate } from '../platform/clock.ts'
import { type Known, mostSteps, type NextStep, nextSteps } from './next-steps.ts'
import { owedKinds, owedNow, replies, type Stands, states, whyNot } from './voice.ts'

const today: LocalDate = '2026-11-09'
const day = fc.integer({ min: -40, max: 60 }).map(days => addDays(today, days))
const dayOrNone = fc.option(day, { nil: null })
const stands: fc.Arbitrary<Stands> = fc
  .record({
    state: fc.constantFrom(...states),
    urgent: fc.boolean(),
    opened: fc.boolean(),
    answered: fc.boolean(),
    ourTurn: fc.boolean(),
    toPassOn: fc.boolean(),
    pausedUntil: day,
    promisedOn: dayOrNone,
    handing: fc.boolean(),
  })
  .map(one => ({
    ...one,
    handing: one.handing && one.promisedOn !== null,
    opened: one.opened || one.answered,
    pausedUntil: one.state === 'paused' ? one.pausedUntil : null,
  }))
const known: fc.Arbitrary<Known> = fc.record({
  may: fc.boolean(),
  today: fc.constant(today),
  stands,
  days: fc.record(Object.fromEntries(owedKinds.map(kind => [kind, day])), { requiredKeys: [] }) as fc.Arbitrary<Known['days']>,
  kind: fc.constantFrom('own', 'relative', 'behalf', 'foster', 'staff'),
  reply: fc.constantFrom(...replies),
  untranslated: fc.record({ theirs: fc.boolean(), ours: fc.boolean() }),
  human: fc.constantFrom('here', 'away', 'nobody'),
  colleague: fc.boolean(),
  consent: fc.option(
    fc.record({ given: fc.constantFrom('yes', 'not_asked', 'cannot'), until: dayOrNone, withdrawn: fc.boolean() }) as fc.Arbitrary<
      NonNullable<Known['consent']>
    >,
    { nil: null },
  ),
  ownCode: fc.boolean(),
  networkAsked: fc.boolean(),
  helpAsked: fc.boolean(),
  summaryOpen: fc.boolean(),
})

it('B1: never empty while it is open, never more than three, each thing once; nothing for whoever may not', () => {
  fc.assert(
    fc.property(known, one => {
      const steps = nextSteps(one)
      if (!one.may) expect(steps).toEqual([])
      else if (one.stands.state !== 'closed') expect(steps.length).toBeGreaterThan(0)
      else expect(steps.every(step => step.what === 'summary')).toBe(true)
      expect(steps.length).toBeLessThanOrEqual(mostSteps)
      expect(new Set(steps.map(step => step.what)).size).toBe(steps.length)
      expect(nextSteps(structuredClone(one))).toEqual(steps)
    }),
    { numRuns: 1_000 },
  )
})

it('B1: the first is the most urgent: no clock that is owed has an earlier day, and what has no day comes last', () => {
  fc.assert(
    fc.property(known, one => {
      const [first, ...rest] = nextSteps(one)
      if (!first) return
      const at = (step: NextStep) => step.by ?? '9999-12-31'
      for (const step of rest) expect(at(first) <= at(step)).toBe(true)
      if (one.stands.state === 'closed') return
      // The clock of opening has run out for whoever reads this.
      for (const kind of owedNow(one.stands)) if (kind !== 'voice.open') expect(at(first) <= (one.days[kind] ?? today)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

it('B1: nothing that is done already or cannot be done now', () => {
  const possible: Record<NextStep['what'], (one: Known) => boolean> = {
    answer: ({ stands: now }) => now.ourTurn && whyNot(now, 'answer') === null,
    translate: one => one.untranslated.theirs,
    translateAnswer: one => one.untranslated.ours,
    passOn: ({ stands: now }) => whyNot(now, 'passOn') === null,
    kept: ({ stands: now }) => whyNot(now, 'keepHandOver') === null,
    handing: ({ stands: now }) => whyNot(now, 'takeBack') === null,
    resume: ({ stands: now }) => whyNot(now, 'resume') === null,
    handOver: one => one.human !== 'here' && one.colleague && whyNot(one.stands, 'handOver') === null,
    ownCode: one => one.consent !== null && !one.ownCode && !one.consent.withdrawn,
    close: ({ stands: now }) => whyNot(now, 'close') === null,
    look: ({ stands: now }) => whyNot(now, 'close') !== null,
    askHelp: one => !one.helpAsked && one.stands.answered,
    network: one => !one.networkAsked && one.reply !== 'none' && one.kind !== 'staff' && one.kind !== 'foster',
    summary: one => one.summaryOpen && one.stands.answered,
  }
  const seen = new Set<string>()
  fc.assert(
    fc.property(known, one => {
      for (const { what, why, by } of nextSteps(one)) {
        seen.add(what)
        expect(possible[what](one), what).toBe(true)
        if (why === 'late') expect(by! < today).toBe(true)
        if (why === 'ends') expect(by! >= today).toBe(true)
      }
    }),
    { numRuns: 3_000 },
  )
  expect([...seen].sort()).toEqual(Object.keys(possible).sort())
})
