// No dead end: until it is out or has ended, a summary always has a next step, a human and a day; and none goes on without what it needs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, owedDays, owedNow, type SummaryStands, type SummaryState, summaryStates, type Verb, verbs, whyNot } from './summary.ts'

const anyStands = fc.record({
  share: fc.constantFrom('yes', 'ask', 'no'),
  reachable: fc.boolean(),
  waitedOut: fc.boolean(),
}) as fc.Arbitrary<Omit<SummaryStands, 'state'>>

describe('B1c: a summary', () => {
  it('has a next step in every state that is not the last, and something is owed in all but one that waits with its theme', () => {
    for (const state of summaryStates)
      for (const share of ['yes', 'ask', 'no'] as const)
        for (const reachable of [true, false])
          for (const waitedOut of [true, false]) {
            const can = verbs.filter(verb => whyNot({ state, share, reachable, waitedOut }, verb) === null)
            if (state === 'published' || state === 'ended') expect(can).toEqual([])
            else expect(can).toContain('drop')
            const owed = owedNow(state)
            expect(owed !== null || ['gathered', 'published', 'ended'].includes(state)).toBe(true)
            if (owed) expect(owedDays[owed]).toBeGreaterThan(0)
          }
  })

  it('reaches its end from wherever any walk has led it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...verbs), anyStands), { maxLength: 30 }), walk => {
        let state: SummaryState = 'draft'
        for (const [verb, facts] of walk) if (whyNot({ ...facts, state }, verb) === null) state = after(verb, state)
        if (state === 'published' || state === 'ended') return true
        return whyNot({ state, share: 'yes', reachable: true, waitedOut: false }, 'drop') === null
      }),
      { numRuns: 300 },
    )
  })

  it('is never out without a yes (of the teller, or given beforehand by whoever cannot be asked) and a second human', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...verbs), anyStands), { maxLength: 40 }), walk => {
        let state: SummaryState = 'draft'
        let yes = false
        let second = false
        for (const [verb, facts] of walk) {
          if (whyNot({ ...facts, state }, verb) !== null) continue
          if (verb === 'sayYes') yes = true
          if (verb === 'goOn') yes = facts.share === 'yes' && (!facts.reachable || facts.waitedOut)
          if (verb === 'approve') second = true
          state = after(verb, state)
          if (state === 'draft') {
            yes = false
            second = false
          }
          if (state === 'confirmed') second = false
          if (['approved', 'gathered', 'published'].includes(state) && !(yes && second)) return false
        }
        return true
      }),
      { numRuns: 1_000 },
    )
  })

  it('A1: no means never: no step leads on, and the teller can say no until it is out', () => {
    const onward: readonly Verb[] = ['write', 'ask', 'goOn', 'sayYes', 'approve', 'gather', 'publish']
    for (const state of summaryStates) {
      for (const verb of onward) expect(whyNot({ state, share: 'no', reachable: true, waitedOut: true }, verb)).not.toBeNull()
      const late = state === 'published' || state === 'ended'
      expect(whyNot({ state, share: 'yes', reachable: true, waitedOut: true }, 'sayNo') === null).toBe(!late)
    }
  })
})
