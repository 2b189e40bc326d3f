// Somebody of the network who takes part in one talk: what they may see, for how long, and why nobody can where nobody can.
import { addDays, type LocalDate } from '../platform/clock.ts'

/** The answers and what they write themselves; or the whole talk. Never what else was told, notes, or who has read it. */
export const guestCovers = ['answers', 'everything'] as const
export type GuestCovers = (typeof guestCovers)[number]
/** Days an invitation can hold. */
export const guestDays = ['30', '90', '365'] as const
export type GuestDays = (typeof guestDays)[number]
/** Days the link opens something, if nobody has used it. */
export const linkDays = 7
/** At most so many take part in one talk at a time. */
export const mostGuests = 5

/** Why nobody of the network takes part. Seen by staff, and by the teller who asks for everything; by nobody else. */
export const noNetworkReasons = ['teller_no', 'nobody', 'unsafe', 'cannot_ask'] as const
export type NoNetwork = (typeof noNetworkReasons)[number]

export interface GuestStands {
  readonly covers: GuestCovers
  readonly linkUntil: string
  readonly until: string
  readonly opened: boolean
  readonly withdrawn: boolean
}
export type GuestState = 'invited' | 'link-over' | 'with-us' | 'over' | 'withdrawn'
/** How an invitation stands today. Each day named is the last one it holds. */
export function guestState({ linkUntil, until, opened, withdrawn }: GuestStands, today: string): GuestState {
  if (withdrawn) return 'withdrawn'
  if (until < today) return 'over'
  if (opened) return 'with-us'
  return linkUntil < today ? 'link-over' : 'invited'
}
/** What a guest sees today: nothing unless they have come in, it holds, and it has not been taken back. */
export function reachOfGuest(guest: GuestStands | null, today: string): 'thread' | 'answers' | 'none' {
  if (!guest || guestState(guest, today) !== 'with-us') return 'none'
  return guest.covers === 'everything' ? 'thread' : 'answers'
}
/** The link lets somebody in. */
export const linkOpens = (guest: GuestStands, today: string): boolean => guestState(guest, today) === 'invited'
/** It can be taken back as long as it could show something. */
export const canWithdraw = (state: GuestState): boolean => state === 'invited' || state === 'with-us'

/** The last days of an invitation made today. */
export const daysFrom = (today: LocalDate, days: GuestDays): { readonly linkUntil: LocalDate; readonly until: LocalDate } => ({
  linkUntil: addDays(today, linkDays),
  until: addDays(today, Number(days)),
})
