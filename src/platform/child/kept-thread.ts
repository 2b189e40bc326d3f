// Keeps one thread of this process for work that would keep everybody waiting, within limits of time and memory; it goes when nothing is asked for a while.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AskedOfThread, ToldByThread } from './in-thread.ts'
import { NotAnswered } from './kept-child.ts'

export interface ThreadLimits {
  /** What the thread is called in errors. */
  readonly name: string
  /** Seconds a question may take, with those before it. */
  readonly seconds: number
  /** Seconds without a question after which it ends. */
  readonly idle: number
  /** The largest heap of its own, in MB, and how much of it is for what is young. */
  readonly heap: number
  readonly young: number
}
export interface KeptThread<Q, A> {
  /** Whether a thread stands ready; made when there is none. False where none can be made. */
  ready(): Promise<boolean>
  /** What is in `given` goes to the thread and is empty here afterwards. @throws NotAnswered when it died, hangs or could not answer */
  ask(question: Q, given: readonly ArrayBuffer[]): Promise<A>
  /** Ends the thread; the next question starts another. */
  close(): void
}

/** Starting takes a while on a busy machine; this is not the question's own time. */
const startSeconds = 30

interface Running<A> {
  readonly worker: Worker
  readonly ready: Promise<boolean>
  readonly waiting: Map<number, { readonly answered: (answer: A) => void; readonly failed: (error: Error) => void }>
}

/** A thread made of the module at `entry` (without its ending), which calls `answerInThread`. */
export function keepThread<Q, A>(entry: URL, limits: ThreadLimits): KeptThread<Q, A> {
  let running: Running<A> | null = null
  let last = 0
  let leaving: NodeJS.Timeout | undefined

  return {
    async ready() {
      try {
        return await started().ready
      } catch {
        return false
      }
    },
    async ask(question, given) {
      const thread = started()
      if (!(await thread.ready)) throw new NotAnswered(`${limits.name} did not start`)
      const number = ++last
      clearTimeout(leaving)
      return await new Promise<A>((resolve, reject) => {
        const clock = setTimeout(() => end(thread, 'out of time'), limits.seconds * 1_000)
        const done = () => {
          clearTimeout(clock)
          thread.waiting.delete(number)
          if (thread.waiting.size === 0) rest(thread)
        }
        thread.waiting.set(number, {
          answered: answer => {
            done()
            resolve(answer)
          },
          failed: error => {
            done()
            reject(error)
          },
        })
        thread.worker.ref()
        thread.worker.postMessage({ number, question } satisfies AskedOfThread<Q>, [...given])
      })
    },
    close: () => running && end(running, 'closed'),
  }

  /** Idle it keeps no program alive, and goes. */
  function rest(thread: Running<A>) {
    thread.worker.unref()
    clearTimeout(leaving)
    leaving = setTimeout(() => thread.waiting.size === 0 && end(thread, 'idle'), limits.idle * 1_000)
    leaving.unref()
  }

  function end(thread: Running<A>, why: string) {
    if (running === thread) running = null
    void thread.worker.terminate()
    for (const { failed } of [...thread.waiting.values()]) failed(new NotAnswered(`${limits.name}: ${why}`))
  }

  function started(): Running<A> {
    if (running) return running
    const waiting: Running<A>['waiting'] = new Map()
    const worker = launch(entry, limits)
    const ready = new Promise<boolean>(resolve => {
      const clock = setTimeout(() => end(thread, 'did not start'), startSeconds * 1_000)
      const settle = (well: boolean) => {
        clearTimeout(clock)
        resolve(well)
      }
      worker.on('message', (told: ToldByThread<A>) => {
        if (told.kind === 'ready') {
          settle(true)
          if (waiting.size === 0) rest(thread)
        }
        if (told.kind === 'answer') waiting.get(told.number)?.answered(told.answer)
        if (told.kind === 'failed') waiting.get(told.number)?.failed(new NotAnswered(told.why))
      })
      worker.on('error', () => end(thread, 'died'))
      worker.on('exit', () => {
        settle(false)
        end(thread, 'ended')
      })
    })
    const thread: Running<A> = { worker, ready, waiting }
    running = thread
    worker.unref()
    return thread
  }
}

function launch(entry: URL, { heap, young }: ThreadLimits): Worker {
  const source = import.meta.url.endsWith('.ts')
  const how = {
    execArgv: [],
    // No secrets go along.
    env: { PATH: process.env.PATH ?? '' },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: young },
  }
  if (!source) return new Worker(new URL(`${entry.href}.js`), how)
  // A thread reads TypeScript only when it has been told how, from inside.
  const tsx = new URL('esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx'))).href
  return new Worker(`import('${tsx}').then(({ register }) => (register(), import('${entry.href}.ts')))`, { ...how, eval: true })
}
