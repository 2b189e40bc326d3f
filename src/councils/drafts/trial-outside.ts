// Lets the engine work on questions about drafts: in its own process, with progress and an end, and writes down what it answers.
import type { Ctx } from '../../platform/context.ts'
import { act } from '../../platform/db/act.ts'
import type { Principal } from '../../platform/principal.ts'
import { Cancelled, check, drawIds, explain, propose, replace } from '../charters/index.ts'
import type { Asked } from './ask-trial.ts'
import { endTrial, writeStep } from './store.ts'
import type { TrialEnd } from './tables.ts'
import { trialSeconds } from './trial.ts'

/** What is being worked on in this process, so that it can be stopped. */
const going = new Map<string, AbortController>()
/** A page waits so long for an answer; most come sooner. */
const patience = 1_500

/** Starts the work and waits a little. The answer is written down whether or not somebody still waits. */
export async function letEngineWork(ctx: Ctx, who: Principal, asked: Asked): Promise<void> {
  const stop = new AbortController()
  going.set(asked.id, stop)
  const work = answer(ctx, who, asked, stop.signal).finally(() => going.delete(asked.id))
  let clock: NodeJS.Timeout | undefined
  const waited = new Promise<void>(resolve => {
    clock = setTimeout(resolve, patience)
  })
  await Promise.race([work, waited])
  clearTimeout(clock)
}

/** Stops the work on a question, if it goes on in this process. */
export const stopWork = (trial: string): void => going.get(trial)?.abort()

async function answer(ctx: Ctx, who: Principal, asked: Asked, signal: AbortSignal): Promise<void> {
  const write = async (how: TrialEnd, result: unknown) => {
    await act(ctx.database, who, async tx => void (await endTrial(tx, asked.id, how, result)), undefined)
  }
  const onProgress = (step: string) => {
    act(ctx.database, who, tx => writeStep(tx, asked.id, step), undefined).catch(() => {})
  }
  try {
    await write('answered', await resultOf(asked, { signal, onProgress, seconds: trialSeconds }))
  } catch (error) {
    // A store that is away leaves the question open; it is then shown as not decided.
    await write(error instanceof Cancelled ? 'cancelled' : 'failed', null).catch(() => {})
  }
}

async function resultOf(
  { operation, charter, people, slate, leaving, n, seed }: Asked,
  options: { signal: AbortSignal; onProgress(step: string): void; seconds: number },
) {
  switch (operation) {
    case 'check':
      return { slate, ...check(charter, people, slate) }
    case 'propose':
      return await propose(charter, people, { ...options, k: 3 })
    case 'replace': {
      const seats = Object.fromEntries(slate.map(one => [one.id, one.seat]))
      const { undecided, ...found } = await replace(charter, people, seats, leaving, options)
      // What is known of the others stands, although what it would cost does not.
      return { ...found, leaving, seat: seats[leaving], cost_unknown: Boolean(undecided) }
    }
    case 'draw':
      return {
        seed,
        n,
        ...drawIds(
          seed,
          people.map(one => one.id),
          n,
        ),
      }
    default:
      return await explain(charter, people, options)
  }
}
