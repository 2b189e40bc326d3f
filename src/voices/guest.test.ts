// An invitation: every history of it ends in showing nothing, and no state is one nobody can leave.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '../platform/clock.ts'
import { canWithdraw, daysFrom, type GuestStands, guestCovers, guestDays, guestState, linkDays, linkOpens, reachOfGuest } from './guest.ts'

const first = '2026-11-09' as LocalDate
interface Step {
  readonly what: 'open' | 'withdraw' | 'wait'
  readonly days: number
}
const steps = fc.array(
  fc.record({ what: fc.constantFrom('open', 'withdraw', 'wait', 'wait'), days: fc.integer({ min: 0, max: 40 }) }) as fc.Arbitrary<Step>,
  { maxLength: 12 },
)
const made = fc.record({ covers: fc.constantFrom(...guestCovers), days: fc.constantFrom(...guestDays) })

/** Each day of a history with what is seen on it, and what is true of it. */
function* history(given: { covers: GuestStands['covers']; days: (typeof guestDays)[number] }, walk: readonly Step[], reach = reachOfGuest) {
  const { linkUntil, until } = daysFrom(first, given.days)
  let guest: GuestStands = { covers: given.covers, linkUntil, until, opened: false, withdrawn: false }
  let today = first
  for (const { what, days } of walk) {
    if (what === 'wait') today = addDays(today, days)
    if (what === 'open' && linkOpens(guest, today)) guest = { ...guest, opened: true }
    if (what === 'withdraw' && canWithdraw(guestState(guest, today))) guest = { ...guest, withdrawn: true }
    yield { guest, today, sees: reach(guest, today) }
  }
}
/** Histories chance comes upon too seldom: read the day after the last one, and after it was taken back. */
const atTheEdge: [{ covers: GuestStands['covers']; days: (typeof guestDays)[number] }, Step[]][] = [
  [
    { covers: 'everything', days: '30' },
    [
      { what: 'open', days: 0 },
      { what: 'wait', days: 31 },
    ],
  ],
  [
    { covers: 'answers', days: '30' },
    [
      { what: 'open', days: 0 },
      { what: 'withdraw', days: 0 },
      { what: 'wait', days: 1 },
    ],
  ],
]
const holds = (reach = reachOfGuest) =>
  fc.assert(
    fc.property(made, steps, (given, walk) => {
      for (const { guest, today, sees } of history(given, walk, reach)) {
        const may = guest.opened && !guest.withdrawn && today <= guest.until
        expect(sees).toBe(may ? (guest.covers === 'everything' ? 'thread' : 'answers') : 'none')
      }
    }),
    { numRuns: 500, examples: atTheEdge },
  )

describe('B10b: somebody of the network', () => {
  it('B10b: sees as much as was agreed while it holds, and nothing before they came, after its day, or once it is taken back', () => {
    holds()
    // The faults to find: a taken-back one that still shows, and a day too many.
    expect(() => holds((guest, today) => reachOfGuest(guest && { ...guest, withdrawn: false }, today))).toThrow()
    expect(() => holds((guest, today) => reachOfGuest(guest && { ...guest, until: addDays(guest.until as LocalDate, 1) }, today))).toThrow()
  })

  it('B10b: a link opens through its last day and not one day longer, once, and never after it was taken back', () => {
    const { linkUntil, until } = daysFrom(first, '90')
    const fresh: GuestStands = { covers: 'answers', linkUntil, until, opened: false, withdrawn: false }
    expect(linkUntil).toBe(addDays(first, linkDays))
    expect(linkOpens(fresh, linkUntil)).toBe(true)
    expect(linkOpens(fresh, addDays(linkUntil, 1))).toBe(false)
    expect(linkOpens({ ...fresh, opened: true }, first)).toBe(false)
    expect(linkOpens({ ...fresh, withdrawn: true }, first)).toBe(false)
  })

  it('B10b: what can still show something can be taken back; what cannot shows nothing for good', () => {
    fc.assert(
      fc.property(made, steps, fc.integer({ min: 0, max: 400 }), (given, walk, later) => {
        for (const { guest, today, sees } of history(given, walk)) {
          if (sees !== 'none') expect(canWithdraw(guestState(guest, today))).toBe(true)
          if (!canWithdraw(guestState(guest, today))) {
            expect(reachOfGuest(guest, addDays(today, later))).toBe('none')
            expect(linkOpens(guest, addDays(today, later))).toBe(false)
          }
        }
      }),
    )
  })
})
