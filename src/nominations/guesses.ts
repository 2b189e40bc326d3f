// Slows down guessing of receipt codes: a delay that grows with the failures, and a budget of failures a minute. Nobody is locked out.

/** Failures a minute in one municipality and process; more are not even looked up. */
export const budget = 60
const minute = 60_000
/** Failures that cost nothing: people mistype. */
const free = 5
const longest = 15_000

export interface Guesses {
  /**
   * Takes a place in the budget. Returns how long to wait before looking, in milliseconds; null when there is no place in this minute.
   * Every try counts as a failure from its beginning, so that a thousand at once do not share one place.
   */
  take(municipality: string, now: number): { readonly wait: number; readonly ticket: number } | null
  /** The try was none: the code was somebody's, or not the form of a code. Its place is free again. */
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
      if (failures >= budget) return null
      held.set(++tickets, now)
      return { wait: failures < free ? 0 : Math.min(longest, 250 * 2 ** Math.floor((failures - free) / 6)), ticket: tickets }
    },
    giveBack: (municipality, ticket) => void tries.get(municipality)?.delete(ticket),
  }
}
