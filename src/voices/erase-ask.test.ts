// Shows what erasing without a code can rest on, and that nobody alone and nothing silent ends a voice.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LocalDate } from '../platform/clock.ts'
import { askState, askSteps, eraseDay, proofs, proofsFor, type Told, waitDays } from './erase-ask.ts'
import { replies } from './voice.ts'

const text = fc.constantFrom('', 'noget')
const told: fc.Arbitrary<Told> = fc.record({
  details: fc.record({ phone: text, address: text, through: text }),
  reply: fc.constantFrom(...replies),
  enteredBy: fc.constantFrom(null, 'me', 'other'),
  codes: fc.boolean(),
  forSomebody: fc.boolean(),
})

it('B2e: what was told for somebody is never erased on the word of whoever can be reached; what leads nowhere and has no code, never', () => {
  fc.assert(
    fc.property(told, one => {
      const can = proofsFor(one, 'me')
      if (one.forSomebody) expect(can).toEqual([])
      const { phone, address, through } = one.details
      if (phone + address + through === '' && one.enteredBy !== 'me' && !one.codes) expect(can).toEqual([])
      if (!one.codes) expect(can).not.toContain('recalled')
      if (one.enteredBy !== 'me') expect(can).not.toContain('met')
    }),
  )
})

it('B2e: knowing what stands there is not enough at once: whoever holds the code has two weeks to say no', () => {
  const today = '2026-11-09' as LocalDate
  for (const proof of proofs) expect(eraseDay(proof, today)).toBe(proof === 'recalled' ? '2026-11-23' : today)
  expect(waitDays).toBe(14)
})

it('no dead end: while it is open everybody near can stop it, only another than the asker can agree, and stopped is the end', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.constantFrom('asker', 'colleague', 'code'), (agreed, stopped, me) => {
      const state = askState({ agreed, stopped })
      const can = askSteps(state, me as 'asker')
      expect(can.includes('stop')).toBe(state !== 'stopped')
      expect(can.includes('agree')).toBe(state === 'asked' && me === 'colleague')
    }),
  )
})
