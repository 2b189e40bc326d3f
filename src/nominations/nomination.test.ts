// Shows that no state of a nomination is a dead end, and that nothing closes without a contact and a reason.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, isOpen, obstacles, onSlates, owedNow, possible, type Standing, type State, states, type Verb, verbs } from './nomination.ts'

/** One step as the deeds take it: a contact is remembered, an answer is given later. */
function step(now: Standing, move: Verb | 'tell'): Standing {
  if (move === 'tell') return isOpen(now.state) ? now : { ...now, answered: true, contacted: true }
  if (obstacles(now, move, 'en grund').length > 0) return now
  const state = after(now.state, move)!
  return { state, contacted: now.contacted || move === 'contact', answered: false }
}
const moves = fc.array(fc.constantFrom<Verb | 'tell'>(...verbs, 'tell'), { maxLength: 30 })
const begins = fc.constantFrom<State>('suggested', 'received')

describe('states', () => {
  it('A37: in every state something is owed until the person has a final answer', () => {
    fc.assert(
      fc.property(begins, moves, (state, path) => {
        let now: Standing = { state, contacted: false, answered: false }
        for (const move of path) now = step(now, move)
        if (isOpen(now.state)) expect(owedNow(now)).not.toBeNull()
        if (owedNow(now) === null) expect(isOpen(now.state)).toBe(false)
        if (owedNow(now) === null && now.state !== 'withdrawn') expect(now.contacted && now.answered).toBe(true)
      }),
    )
  })

  it('A37: from every state a final answer can be reached', () => {
    for (const state of states) {
      const seen = new Set<State>([state])
      for (const one of seen) for (const verb of possible(one)) seen.add(after(one, verb)!)
      expect(
        [...seen].some(one => !isOpen(one)),
        state,
      ).toBe(true)
    }
  })

  it('A37: nobody gets a final answer before somebody has contacted them', () => {
    for (const state of states.filter(isOpen))
      for (const verb of ['reserve', 'decline'] as const)
        expect(obstacles({ state, contacted: false, answered: false }, verb, 'en grund'), `${state} ${verb}`).not.toEqual([])
  })

  it('A37: a no without a reason is no answer', () => {
    const now = { state: 'in_talk', contacted: true, answered: false } as const
    for (const reason of [null, '', '   ']) expect(obstacles(now, 'decline', reason).map(one => one.field)).toEqual(['reason'])
    expect(obstacles(now, 'decline', 'Rådet har allerede to fra skolerne.')).toEqual([])
  })

  it('A31: a suggested person comes to no slate before their yes, by any road', () => {
    expect(onSlates('suggested')).toBe(false)
    for (const verb of verbs) {
      const to = after('suggested', verb)
      expect(to === null || verb === 'accept' || !onSlates(to), verb).toBe(true)
    }
  })

  it('the person can take back their yes from every state without an answer', () => {
    for (const state of states.filter(isOpen)) expect(obstacles({ state, contacted: false, answered: false }, 'withdraw', null)).toEqual([])
  })
  it('A37: staff cannot close a nomination by writing that somebody withdrew before anybody was in touch with them', () => {
    for (const state of states.filter(isOpen)) {
      expect(obstacles({ state, contacted: false, answered: false }, 'withdraw', null, 'by staff'), state).toHaveLength(1)
      expect(obstacles({ state, contacted: true, answered: false }, 'withdraw', null, 'by staff'), state).toEqual([])
    }
  })
})
