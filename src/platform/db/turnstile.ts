// Lets few deeds be under way at once, in the order they came. Ten at once take turns at every step, and all of them end late.

/** How many are under way at once: enough for the program and the database to work side by side. */
const MOST = 3
/** Milliseconds after which a slow deed no longer counts, so that nobody waits for it. */
const PATIENCE = 100

export interface Turnstile {
  /** Waits for a turn. Call what is returned when the deed has ended, however it ended. */
  enter(): Promise<() => void>
}

interface Turn {
  readonly since: number
  counts: boolean
}

/** A turnstile; `most` and `patience` (milliseconds) are told by tests. */
export function turnstile(most = MOST, patience = PATIENCE): Turnstile {
  const under = new Set<Turn>()
  const waiting: (() => void)[] = []
  let watched = false

  function begin(): () => void {
    const turn: Turn = { since: performance.now(), counts: true }
    under.add(turn)
    return () => end(turn)
  }
  function end(turn: Turn): void {
    if (!turn.counts) return
    turn.counts = false
    under.delete(turn)
    waiting.shift()?.()
  }
  /** While somebody waits: whoever takes long makes room. */
  function watch(): void {
    if (watched) return
    watched = true
    setTimeout(() => {
      watched = false
      const before = performance.now() - patience
      for (const turn of [...under]) if (turn.since <= before) end(turn)
      if (waiting.length > 0) watch()
    }, patience).unref()
  }

  return {
    async enter() {
      if (under.size < most && waiting.length === 0) return begin()
      watch()
      return await new Promise(done => waiting.push(() => done(begin())))
    },
  }
}
