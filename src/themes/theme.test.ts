// No dead end for a theme, nobody approves their own words, and what goes out goes out together.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewest } from './band.ts'
import { after, mayGoOut, owedDays, owedNow, standsOf, type ThemeStands, themeSteps, whyNot } from './theme.ts'

const steps = themeSteps.filter(step => step !== 'begun')
const facts = fc.record({ own: fc.boolean(), out: fc.boolean(), gathered: fc.integer({ min: 0, max: 9 }) })

describe('A16: a theme', () => {
  it('always owes something, by somebody and by a day, until it is closed; and can always be gone on with', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...steps), facts), { maxLength: 40 }), walk => {
        let now: ThemeStands = standsOf(['begun'])
        for (const [step, given] of walk) if (whyNot(now, step, given) === null) now = after(now, step)
        const owed = owedNow(now)
        expect(owed === null).toBe(now.life === 'closed')
        if (owed) expect(owedDays[owed]).toBeGreaterThan(0)
        const can = steps.filter(step => whyNot(now, step, { own: false, out: true, gathered: 1 }) === null)
        expect(can.length).toBeGreaterThan(0)
        if (now.life === 'closed') expect(can).toEqual(['reopened'])
      }),
      { numRuns: 500 },
    )
  })

  it('is approved by nobody who wrote it, raised only once everybody can read it, and closed after a council only with what came of it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...steps), facts), { maxLength: 40 }), walk => {
        let now: ThemeStands = standsOf(['begun'])
        for (const [step, given] of walk) {
          if (whyNot(now, step, given) !== null) continue
          if (step === 'approved') expect(given.own).toBe(false)
          if (step === 'raised') expect([given.out, now.words]).toEqual([true, 'approved'])
          if (step === 'closed' && now.life === 'raised') expect(now.answered).toBe(true)
          now = after(now, step)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('goes out whole or not at all: five together, or fewer who have each said yes to being few', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.array(fc.record({ own: fc.boolean(), few: fc.boolean() }), { maxLength: 8 }), (told, waiting) => {
        const total = told + waiting.length
        expect(mayGoOut(told, waiting)).toBe(total > 0 && (total >= fewest || waiting.every(one => one.own && one.few)))
      }),
    )
  })
})
