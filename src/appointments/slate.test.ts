// No state of a slate is a dead end.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterVerb, type SlateState, slateVerbs, stateOf, waysOn } from './slate.ts'

const states: SlateState[] = ['open', 'proposed', 'decided', 'closed']

test('A37: every state of a slate has a way on, and every walk can still reach a decision', () => {
  for (const state of states) expect(waysOn(state).length).toBeGreaterThan(0)
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 30 }), picks => {
      let state: SlateState = 'open'
      for (const pick of picks) {
        const ways = waysOn(state)
        state = afterVerb(state, ways[pick % ways.length]!)!
      }
      const reached = new Set<SlateState>([state])
      for (const each of reached) for (const verb of waysOn(each)) reached.add(afterVerb(each, verb)!)
      expect(reached.has('decided')).toBe(true)
    }),
  )
})

test('a decided slate is never changed, whatever else is recorded of it', () => {
  for (const proposed of [true, false])
    for (const closed of [true, false]) expect(stateOf({ decided: true, proposed, closed })).toBe('decided')
  for (const verb of slateVerbs) if (verb !== 'follow_up') expect(afterVerb('decided', verb)).toBeNull()
})
