// Keeps one process of its own warm, within limits of time and memory; replaces it when it grows, hangs or dies.
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Asked, Told } from './child-words.ts'
import { watchMemory } from './watch-memory.ts'

export interface Limits {
  /** What the process is called in errors: "the solver". */
  readonly name: string
  /** Seconds a question may take unless told. */
  readonly seconds: number
  /** Address space of the process, in KiB. */
  readonly addressSpace: number
  /** Memory in use, in bytes, beyond which it is replaced. */
  readonly memory: number
  /** Memory in use, in bytes, beyond which it is ended in the middle of a question. */
  readonly mostMemory?: number
  /** Questions after which it is replaced. */
  readonly questions: number
  /** Questions that may wait; the next one is refused. */
  readonly waiting?: number
  /** Seconds without a question after which it is let go; kept for good when left out. */
  readonly idle?: number
  /** The largest JavaScript heap, in MB. */
  readonly heap?: number
  /** Nobody waits for its answers: everything else goes first. */
  readonly behind?: boolean
}
export interface AskOptions {
  /** Seconds the question may take; then it is "not answered in time". */
  readonly seconds?: number | undefined
  /** Cancels the question; the promise rejects with `Cancelled`. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((step: string) => void) | undefined
}
export class Cancelled extends Error {}
/** Out of time, crashed, or given up: the question has no answer, and the site goes on. */
export class NotAnswered extends Error {}

export interface KeptChild<Q, A> {
  ask(question: Q, options?: AskOptions): Promise<A>
  /** Starts the process ahead of the first question. */
  warm(): void
  /** The process now running, for watching it; null when none is. */
  pid(): number | null
  /** Ends the process; the next question starts another. */
  close(): void
}

/** Starting takes a while on a busy machine; this is not the question's own time. */
const startSeconds = 60

interface Running {
  readonly process: ChildProcess
  readonly ready: Promise<void>
}

/** A process made of the module at `entry` (without its ending), which calls `answerQuestions`. */
export function keepChild<Q, A>(entry: URL, limits: Limits): KeptChild<Q, A> {
  let child: Running | null = null
  let answered = 0
  let waiting = 0
  let queue: Promise<unknown> = Promise.resolve()
  let leaving: NodeJS.Timeout | undefined

  return {
    ask(question, options = {}) {
      if (limits.waiting !== undefined && waiting >= limits.waiting)
        return Promise.reject(new NotAnswered(`${limits.name} has too much to do`))
      waiting++
      const turn = queue
        .then(() => answer({ question, seconds: options.seconds ?? limits.seconds }, options))
        .finally(() => {
          waiting--
          restLater()
        })
      queue = turn.catch(() => {})
      return turn
    },
    warm() {
      child ??= start()
    },
    pid: () => child?.process.pid ?? null,
    close,
  }

  function close() {
    child?.process.kill('SIGKILL')
    child = null
    answered = 0
  }

  function restLater() {
    clearTimeout(leaving)
    if (limits.idle === undefined || waiting > 0) return
    leaving = setTimeout(() => waiting === 0 && close(), limits.idle * 1000)
    leaving.unref()
  }

  async function answer(asked: Asked<Q>, options: AskOptions): Promise<A> {
    for (let attempt = 0; ; attempt++) {
      if (options.signal?.aborted) throw new Cancelled('cancelled')
      if (!child?.process.connected || answered >= limits.questions) close()
      child ??= start()
      const { process: running, ready } = child
      try {
        await ready
      } catch (error) {
        close()
        if (attempt === 1) throw error
        continue
      }
      return await converse(running, asked, options)
    }
  }

  function converse(running: ChildProcess, asked: Asked<Q>, { signal, onProgress }: AskOptions): Promise<A> {
    return new Promise((resolve, reject) => {
      hold(running, true)
      // The process minds its own time; this is for one that cannot.
      const clock = setTimeout(() => stop(new NotAnswered('out of time')), asked.seconds * 1000 + 1_500)
      const watch = limits.mostMemory && watchMemory(running.pid!, limits.mostMemory, () => stop(new NotAnswered('out of memory')))
      const cancel = () => stop(new Cancelled('cancelled'))
      const done = () => {
        clearTimeout(clock)
        if (watch) watch.end()
        signal?.removeEventListener('abort', cancel)
        running.off('message', told)
        running.off('exit', gone)
        hold(running, false)
      }
      const stop = (error: Error) => {
        done()
        close()
        reject(error)
      }
      const gone = () => stop(new NotAnswered(`${limits.name} ended`))
      const told = (message: Told<A>) => {
        if (message.kind === 'progress') onProgress?.(message.step)
        if (message.kind === 'failed') stop(new NotAnswered(message.why))
        if (message.kind !== 'answer') return
        done()
        answered++
        if (message.memory > limits.memory) close()
        resolve(message.answer)
      }
      signal?.addEventListener('abort', cancel, { once: true })
      if (signal?.aborted) return cancel()
      running.on('message', told)
      running.once('exit', gone)
      running.send(asked, error => error && gone())
    })
  }

  function start(): Running {
    answered = 0
    const running = launch(entry, limits)
    const ready = new Promise<void>((resolve, reject) => {
      const clock = setTimeout(() => fail(`${limits.name} did not start`), startSeconds * 1000)
      const fail = (why: string) => {
        clearTimeout(clock)
        reject(new NotAnswered(why))
      }
      running.once('message', () => {
        clearTimeout(clock)
        hold(running, false)
        resolve()
      })
      running.once('exit', () => {
        if (child?.process === running) child = null
        fail(`${limits.name} ended`)
      })
      running.once('error', error => {
        if (child?.process === running) child = null
        fail(error.message)
      })
    })
    // Whoever waits for it hears of a failure; nobody may be waiting yet.
    ready.catch(() => {})
    return { process: running, ready }
  }
}

function launch(entry: URL, { heap, addressSpace, behind }: Limits): ChildProcess {
  const here = import.meta.url
  const source = here.endsWith('.ts')
  const file = fileURLToPath(entry) + (source ? '.ts' : '.js')
  const loader = source ? ['--import', pathToFileURL(createRequire(here).resolve('tsx')).href] : []
  // Without trap handlers, and with at most 1 GiB, WebAssembly does not reserve gigabytes of addresses, so that a limit can be set; and what
  // it may grow to is reserved at once, so that it is not copied each time it grows.
  // WebAssembly is compiled a second time, thoroughly, when it has worked for long: by Node 20's own measure nearly all of the solver was so
  // after its first four questions, which took a second of the processor more than the answers.
  const wasm = ['--disable-wasm-trap-handler', '--wasm-max-mem-pages=16384', '--wasm-tiering-budget=200000000']
  const args = [...wasm, `--max-old-space-size=${heap ?? 256}`, ...loader, file]
  // Reading TypeScript takes addresses too.
  const addresses = addressSpace + (source ? 3_000_000 : 0)
  const limited = process.platform !== 'win32'
  const [command, list] = limited
    ? ['/bin/sh', ['-c', `ulimit -v ${addresses} 2>/dev/null; exec "$0" "$@"`, process.execPath, ...args]]
    : [process.execPath, args]
  const child = spawn(command, list, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // No secrets go along.
    env: { PATH: process.env.PATH ?? '' },
  })
  if (behind && child.pid)
    try {
      setPriority(child.pid, 10)
    } catch {
      // It was gone before it began, or the system knows no such order.
    }
  return child
}

/** While it works the process keeps the program alive; idle it does not. */
function hold(running: ChildProcess, working: boolean) {
  const channel = running.channel as { ref(): void; unref(): void } | null
  if (working) {
    running.ref()
    channel?.ref()
  } else {
    running.unref()
    channel?.unref()
  }
}
