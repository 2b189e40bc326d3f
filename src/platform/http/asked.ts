// When somebody last asked this process for a page, so that work nobody waits for can step aside.

let last = Number.NEGATIVE_INFINITY

export function noteAsked(): void {
  last = performance.now()
}
/** Whether a page was asked for within the last `seconds`. */
export const askedWithin = (seconds: number): boolean => performance.now() - last < seconds * 1_000

const longestRest = 1_000

/** Rests `times` as long as this process has computed since `begun` (of `process.cpuUsage()`) while pages are asked for; not at all when nobody asks. */
export async function restAfter(begun: NodeJS.CpuUsage, times: number): Promise<void> {
  if (!askedWithin(3)) return
  const { user, system } = process.cpuUsage(begun)
  await new Promise(done => setTimeout(done, Math.min(longestRest, ((user + system) / 1_000) * times)))
}
