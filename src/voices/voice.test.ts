// B1 A6: there is no state from which nothing follows, whatever is done in whatever order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../platform/clock.ts'
import { after, type Line, owedNow, readLines, type Stands, states, type Verb, verbs, whyNot } from './voice.ts'

const fresh = (urgent: boolean): Stands => ({
  state: 'received',
  urgent,
  opened: false,
  answered: false,
  ourTurn: true,
  toPassOn: false,
  pausedUntil: null,
  promisedOn: null,
  handing: false,
})
const step = fc.record({ verb: fc.constantFrom(...verbs), byHuman: fc.boolean(), waits: fc.boolean() })
const on = '2026-12-01' as LocalDate

/** Everything reached by doing these things as far as they can be done. */
function walk(urgent: boolean, steps: readonly { verb: Verb; byHuman: boolean; waits?: boolean | undefined }[], can = whyNot): Stands[] {
  const seen = [fresh(urgent)]
  for (const { verb, byHuman, waits = false } of steps) {
    const now = seen.at(-1)!
    if (can(now, verb) === null) seen.push(after(now, verb, { on, byHuman, waits }))
  }
  return seen
}
const deadEnd = (now: Stands): boolean => now.state !== 'closed' && (owedNow(now).length === 0 || !leadsOn(now))
/** From here it can be answered and closed, by steps that each may be done. */
function leadsOn(from: Stands): boolean {
  let now = from
  for (const verb of ['open', 'resume', 'takeOver', 'keepHandOver', 'answer', 'passOn', 'close'] as const)
    if (whyNot(now, verb) === null) now = after(now, verb, { on, byHuman: false })
  return now.state === 'closed'
}

describe('a voice', () => {
  it('A6 B1: owes something with a day in every state that can be reached, and can be answered and closed from it', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (urgent, steps) => {
        for (const now of walk(urgent, steps)) expect(deadEnd(now)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
  it('A5 A6: what is on its way is owed with its day by whoever has it, is never closed, and can be kept', () => {
    let handing = 0
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (urgent, steps) => {
        for (const now of walk(urgent, steps)) {
          if (!now.handing) continue
          handing++
          expect(now.state).not.toBe('closed')
          expect(owedNow(now)).toContain('voice.hand-over')
          expect(whyNot(now, 'keepHandOver')).toBe('handing')
          expect(after(now, 'takeBack').promisedOn).toBeNull()
        }
      }),
      { numRuns: 300 },
    )
    expect(handing).toBeGreaterThan(20)
  })
  it('A1: is never closed without an answer after the last word of the one who told', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (urgent, steps) => {
        for (const now of walk(urgent, steps))
          if (now.state === 'closed') expect([now.answered, now.ourTurn, now.toPassOn]).toEqual([true, false, false])
      }),
      { numRuns: 500 },
    )
  })
  it('can be reopened whenever it is closed, and then owes an answer', () => {
    const closed = walk(false, [
      { verb: 'open', byHuman: false },
      { verb: 'answer', byHuman: false },
      { verb: 'close', byHuman: false },
    ]).at(-1)!
    expect(closed.state).toBe('closed')
    expect(owedNow(after(closed, 'reopen'))).toEqual(['voice.answer'])
  })
  it('reaches every state (the walks above are not empty)', () => {
    const reached = new Set<string>()
    for (const steps of fc.sample(fc.array(step, { minLength: 10, maxLength: 40 }), 300))
      for (const now of walk(true, steps)) reached.add(now.state)
    expect([...reached].sort()).toEqual([...states].sort())
  })
  it('a rule that closed anything would be noticed', () => {
    const loose = (now: Stands, verb: Verb) => (verb === 'close' ? null : whyNot(now, verb))
    const closed = walk(false, [{ verb: 'close', byHuman: false }], loose).at(-1)!
    expect(closed.state === 'closed' && !closed.answered).toBe(true)
  })
})

describe('lines', () => {
  const line = (kind: Line['kind'], how: Line['how'] = null, passedOn: Line['passedOn'] = null): Line => ({ kind, how, passedOn })
  it('tell whose turn it is: a note or a translation is no answer', () => {
    expect(readLines([line('told'), line('note'), line('translation')])).toEqual({ answered: false, ourTurn: true, toPassOn: false })
    expect(readLines([line('told'), line('answer', 'code')])).toEqual({ answered: true, ourTurn: false, toPassOn: false })
    expect(readLines([line('told'), line('answer', 'code'), line('wrote')]).ourTurn).toBe(true)
  })
  it('an answer by telephone, letter or a place is owed until somebody has passed it on', () => {
    expect(readLines([line('told'), line('answer', 'phone')]).toPassOn).toBe(true)
    expect(readLines([line('told'), line('answer', 'phone', on)]).toPassOn).toBe(false)
  })
})
