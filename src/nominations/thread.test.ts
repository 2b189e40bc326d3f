// The thread is in order, hides nothing, and says of each letter what is known and no more.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canRegret, type Entry, found, inOrder, type OurLetter, standingOfLetter } from './thread.ts'

const now = new Date('2026-11-09T10:15:00Z')
const letter = fc.record({
  state: fc.constantFrom('waiting', 'sent', 'kept', 'failed', 'withdrawn', 'bounced', 'to_post', 'posted'),
  notBefore: fc.date({ min: new Date('2026-11-09T10:00:00Z'), max: new Date('2026-11-09T10:30:00Z'), noInvalidDate: true }),
  attempts: fc.nat(3),
  deliveredAt: fc.option(fc.constant(now)),
  delayedAt: fc.option(fc.constant(now)),
  answeredAt: fc.option(fc.constant(now)),
}) as fc.Arbitrary<OurLetter>

describe('how a letter stands', () => {
  it('T18: can be taken back only before it leaves', () => {
    fc.assert(
      fc.property(letter, one => {
        const standing = standingOfLetter(one, now)
        if (canRegret(standing))
          expect(one.state === 'kept' || one.state === 'to_post' || (one.notBefore > now && one.attempts === 0)).toBe(true)
        if (['sent', 'bounced', 'failed', 'posted', 'withdrawn'].includes(one.state)) expect(canRegret(standing)).toBe(false)
      }),
    )
  })
  it('never says more than is known', () => {
    fc.assert(
      fc.property(letter, one => {
        const standing = standingOfLetter(one, now)
        if (standing === 'delivered') expect(one.deliveredAt).not.toBeNull()
        if (standing === 'answered') expect(one.answeredAt).not.toBeNull()
        if (one.state === 'bounced') expect(standing).toBe('bounced')
        if (one.state === 'failed') expect(standing).toBe('failed')
      }),
    )
  })
})

const entry = fc.record({
  id: fc.uuid(),
  at: fc.date({ noInvalidDate: true }),
  text: fc.option(fc.string()),
  kind: fc.constant('letter-in' as const),
  subject: fc.option(fc.string()),
}) as fc.Arbitrary<Entry>

describe('the order and the search', () => {
  it('keeps every entry, oldest first, whatever order it came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: one => one.id }), entries => {
        const ordered = inOrder(entries)
        expect(new Set(ordered)).toEqual(new Set(entries))
        expect(ordered.every((one, at) => at === 0 || ordered[at - 1]!.at <= one.at)).toBe(true)
        expect(inOrder([...entries].reverse())).toEqual(ordered)
        expect(found(ordered, one => one.text ?? '', '  ')).toEqual(ordered)
      }),
    )
  })
  it('finds words without their marks, and only where all of them stand', () => {
    const at = (text: string): Entry => ({ id: text, at: now, text, kind: 'letter-in', subject: null })
    const all = [at('Jeg bor på Ærøvej og kan tirsdag'), at('Kan ikke tirsdag'), at('José ringer')]
    const ask = (words: string) => found(all, one => one.text ?? '', words).map(one => one.text)
    expect(ask('TIRSDAG kan')).toHaveLength(2)
    expect(ask('jose')).toEqual(['José ringer'])
    expect(ask('tirsdag jose')).toEqual([])
  })
})
