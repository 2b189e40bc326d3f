// A nomination made of a letter goes only while nobody has done anything with it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, states } from './nomination.ts'
import { oursWhenTakenBack, type Since, whatStands } from './take-back.ts'

const fresh: Since = {
  kinds: ['nomination.received', 'nomination.received', 'letter.sent'],
  nominations: [
    { state: 'received', channel: 'email', first: true },
    { state: 'received', channel: 'email', first: true },
  ],
  moreLetters: 0,
  begun: false,
}
const kind = fc.oneof(
  fc.constantFrom(
    'nomination.received',
    'nomination.suggested',
    'candidate.invited',
    'letter.sent',
    'candidate.contacted',
    'candidate.noted',
    'candidate.changed',
    'candidate.opened-own-page',
    'candidate.answered-by-letter',
    'nomination.propose',
    'nomination.withdraw',
  ),
  fc.string({ maxLength: 30 }),
)
const since: fc.Arbitrary<Since> = fc.record({
  kinds: fc.array(kind, { maxLength: 6 }),
  nominations: fc.array(fc.record({ state: fc.constantFrom(...states), channel: fc.constantFrom(...channels), first: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  moreLetters: fc.nat({ max: 2 }),
  begun: fc.boolean(),
})

describe('A35: taking back what was made of a letter', () => {
  it('can be done while only the house itself has done something', () => {
    expect(whatStands(fresh)).toEqual([])
    expect(whatStands({ ...fresh, kinds: ['nomination.suggested', 'candidate.invited', 'letter.bounced'] })).toEqual([])
  })

  it.each([
    ['candidate.contacted', 'contact'],
    ['candidate.noted', 'note'],
    ['candidate.changed', 'changed'],
    ['candidate.opened-own-page', 'page'],
    ['candidate.answered-by-letter', 'answer'],
    ['nomination.propose', 'step'],
    ['something.new', 'other'],
  ])('cannot after %s: %s', (happened, stands) => {
    expect(whatStands({ ...fresh, kinds: [...fresh.kinds, happened] })).toEqual([stands])
  })

  it('says what else stands in the way', () => {
    const [one] = fresh.nominations
    expect(whatStands({ ...fresh, nominations: [{ ...one!, channel: 'web' }] })).toEqual(['theirs'])
    expect(whatStands({ ...fresh, nominations: [one!, { ...one!, first: false }] })).toEqual(['step'])
    expect(whatStands({ ...fresh, moreLetters: 1 })).toEqual(['answer'])
    expect(whatStands({ ...fresh, begun: true })).toEqual(['slate'])
  })

  it('whatever more happens, what stands keeps standing, in whatever order it is told', () => {
    fc.assert(
      fc.property(since, fc.array(kind, { maxLength: 3 }), (ground, more) => {
        const before = whatStands(ground)
        const after = whatStands({ ...ground, kinds: [...more, ...ground.kinds], moreLetters: ground.moreLetters + 1, begun: true })
        expect(after).toEqual(expect.arrayContaining([...before, 'answer', 'slate']))
        expect(new Set(whatStands({ ...ground, kinds: [...ground.kinds].reverse() }))).toEqual(new Set(before))
        // Free to go only as it was made: nobody's step, nobody's page, nobody's contact, nothing this rule has never heard of.
        if (before.length > 0) return
        expect(ground.nominations.every(one => one.first && ['received', 'suggested'].includes(one.state))).toBe(true)
        expect(ground.kinds.every(each => /^(nomination\.(received|suggested)|candidate\.invited|letter\.|due\.)/.test(each))).toBe(true)
      }),
    )
  })

  it('the letter that has left decides what is said of our letters', () => {
    const letter = (state: string, attempts = 0) => ({ state, attempts })
    expect(oursWhenTakenBack([])).toBe('none')
    expect(oursWhenTakenBack([letter('withdrawn'), letter('failed', 9)])).toBe('none')
    expect(oursWhenTakenBack([letter('withdrawn'), letter('waiting')])).toBe('stopped')
    expect(oursWhenTakenBack([letter('kept'), letter('waiting', 1)])).toBe('leaving')
    expect(oursWhenTakenBack([letter('waiting'), letter('bounced', 1), letter('waiting', 2)])).toBe('left')
  })
})
