// When somebody last asked this process for a page, and whether one is being made, so that work nobody waits for can step aside.

let last = Number.NEGATIVE_INFINITY
let underWay = 0
let waiting: (() => void)[] = []

/** A page is asked for. Call what is returned when it has been sent, or nobody waits for it any more. */
export function noteAsked(): () => void {
  last = performance.now()
  underWay++
  let open = true
  return () => {
    if (!open) return
    open = false
    last = performance.now()
    if (--underWay > 0) return
    const now = waiting
    waiting = []
    for (const go of now) go()
  }
}
/** Whether a page was asked for within the last `seconds`. */
const askedWithin = (seconds: number): boolean => underWay > 0 || performance.now() - last < seconds * 1_000

/** Whether a page is being made right now. */
export const pageUnderWay = (): boolean => underWay > 0

const longestRest = 1_000

/**
 * Rests `times` as long as this process has computed since `begun` (of `process.cpuUsage()`) while pages are asked for, and then until none
 * is being made: where the machine is short of time that is the longer of the two. Each at most a second, so that the work comes to its
 * end however many ask; not at all when nobody asks.
 */
export async function restAfter(begun: NodeJS.CpuUsage, times: number): Promise<void> {
  if (!askedWithin(3)) return
  const { user, system } = process.cpuUsage(begun)
  await new Promise(done => setTimeout(done, Math.min(longestRest, ((user + system) / 1_000) * times)))
  await nobodyWaits(longestRest)
}

function nobodyWaits(most: number): Promise<void> {
  if (underWay === 0) return Promise.resolve()
  return new Promise(done => {
    const timer = setTimeout(done, most)
    waiting.push(() => {
      clearTimeout(timer)
      done()
    })
  })
}
