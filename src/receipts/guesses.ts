// Slows down guessing of receipt codes: the wait grows with the failures of the last minute, up to a longest one. Nobody is refused or locked out.

const minute = 60_000
/** Failures that cost nothing: people mistype. */
const free = 5
/** The longest wait, in milliseconds. A code has 95 bits: even without any wait a guess would never hit within the life of the machine. */
export const longest = 15_000
/** More than this is not remembered: beyond it the wait is the longest anyhow. */
const remembered = 600

export interface Guesses {
  /**
   * Counts a try and says how long to wait before looking, in milliseconds. Every try counts as a failure from its beginning,
   * so that a thousand at once do not share one place.
   */
  take(municipality: string, now: number): { readonly wait: number; readonly ticket: number }
  /** The try was none: the code was somebody's. It is no longer counted. */
  giveBack(municipality: string, ticket: number): void
}

export function createGuesses(): Guesses {
  const tries = new Map<string, Map<number, number>>()
  let tickets = 0
  return {
    take(municipality, now) {
      const held = tries.get(municipality) ?? new Map<number, number>()
      tries.set(municipality, held)
      for (const [ticket, at] of held) if (at <= now - minute || at > now) held.delete(ticket)
      const failures = held.size
      if (failures >= remembered) held.delete(held.keys().next().value!)
      held.set(++tickets, now)
      return { wait: failures < free ? 0 : Math.min(longest, 250 * 2 ** Math.floor((failures - free) / 6)), ticket: tickets }
    },
    giveBack: (municipality, ticket) => void tries.get(municipality)?.delete(ticket),
  }
}
