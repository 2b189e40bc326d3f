// Keeps one solver process warm, within limits of time and memory; replaces it when it grows, hangs or dies.
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { NotDecided } from './linear.ts'
import type { Ask, Tasks, Told } from './solver-words.ts'

export type AskOptions = {
  /** Seconds the question may take; then it is "not decided in time". */
  seconds?: number | undefined
  /** Cancels the question; the promise rejects with `Cancelled`. */
  signal?: AbortSignal | undefined
  onProgress?: ((step: string) => void) | undefined
}
export class Cancelled extends Error {}

const defaultSeconds = 20
/** Address space of the solver's process, and the memory in use beyond which it is replaced. */
const mostAddressSpace = 4_000_000 // KiB
const mostMemory = 400 * 1024 * 1024
const mostQuestions = 500

/** Starting takes a while on a busy machine; this is not the question's own time. */
const startSeconds = 60

type Solver = { process: ChildProcess; ready: Promise<void> }
let child: Solver | null = null
let answered = 0
let queue: Promise<unknown> = Promise.resolve()

/** Puts a question to the solver's process. Rejects with `NotDecided` or `Cancelled`; a crashed solver is "not decided" too. */
export function ask<T extends keyof Tasks>(task: T, question: Tasks[T]['question'], options: AskOptions = {}): Promise<Tasks[T]['answer']> {
  const turn = queue.then(() => answer({ task, question, seconds: options.seconds ?? defaultSeconds } as Ask, options))
  queue = turn.catch(() => {})
  return turn as Promise<Tasks[T]['answer']>
}

/** Starts the process ahead of the first question. */
export function warmSolver(): void {
  child ??= start()
}

/** The process now running, for watching it; null when none is. */
export function solverProcess(): number | null {
  return child?.process.pid ?? null
}

/** Ends the process; the next question starts another. */
export function closeSolver(): void {
  child?.process.kill('SIGKILL')
  child = null
  answered = 0
}

async function answer(question: Ask, options: AskOptions): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    if (options.signal?.aborted) throw new Cancelled('cancelled')
    if (!child?.process.connected || answered >= mostQuestions) closeSolver()
    child ??= start()
    const { process: solver, ready } = child
    try {
      await ready
    } catch (error) {
      closeSolver()
      if (attempt === 1) throw error
      continue
    }
    return await converse(solver, question, options)
  }
}

function converse(solver: ChildProcess, question: Ask, { signal, onProgress }: AskOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    hold(solver, true)
    // The solver minds its own time; this is for one that cannot.
    const clock = setTimeout(() => stop(new NotDecided('out of time')), question.seconds * 1000 + 1_500)
    const cancel = () => stop(new Cancelled('cancelled'))
    const done = () => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', cancel)
      solver.off('message', told)
      solver.off('exit', gone)
      hold(solver, false)
    }
    const stop = (error: Error) => {
      done()
      closeSolver()
      reject(error)
    }
    const gone = () => stop(new NotDecided('the solver ended'))
    const told = (message: Told) => {
      if (message.kind === 'progress') onProgress?.(message.step)
      if (message.kind === 'undecided') stop(new NotDecided(message.why))
      if (message.kind === 'failed') stop(new NotDecided(`the solver failed: ${message.why}`))
      if (message.kind !== 'answer') return
      done()
      answered++
      if (message.memory > mostMemory) closeSolver()
      resolve(message.answer)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted) return cancel()
    solver.on('message', told)
    solver.once('exit', gone)
    solver.send(question, error => error && gone())
  })
}

/** While it works the process keeps the program alive; idle it does not. */
function hold(solver: ChildProcess, working: boolean) {
  const channel = solver.channel as { ref(): void; unref(): void } | null
  if (working) {
    solver.ref()
    channel?.ref()
  } else {
    solver.unref()
    channel?.unref()
  }
}

function start(): Solver {
  answered = 0
  const here = import.meta.url
  const source = here.endsWith('.ts')
  const entry = fileURLToPath(new URL(source ? './solver-child.ts' : './solver-child.js', here))
  const loader = source ? ['--import', pathToFileURL(createRequire(here).resolve('tsx')).href] : []
  // Without trap handlers WebAssembly does not reserve gigabytes of addresses, so that a limit can be set.
  const args = ['--disable-wasm-trap-handler', '--max-old-space-size=768', ...loader, entry]
  const limited = process.platform !== 'win32'
  const [command, list] = limited
    ? ['/bin/sh', ['-c', `ulimit -v ${mostAddressSpace} 2>/dev/null; exec "$0" "$@"`, process.execPath, ...args]]
    : [process.execPath, args]
  const solver = spawn(command, list, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // No secrets go along.
    env: { PATH: process.env.PATH ?? '' },
  })
  const ready = new Promise<void>((resolve, reject) => {
    const clock = setTimeout(() => fail('the solver did not start'), startSeconds * 1000)
    const fail = (why: string) => {
      clearTimeout(clock)
      reject(new NotDecided(why))
    }
    solver.once('message', () => {
      clearTimeout(clock)
      hold(solver, false)
      resolve()
    })
    solver.once('exit', () => {
      if (child?.process === solver) child = null
      fail('the solver ended')
    })
    solver.once('error', error => {
      if (child?.process === solver) child = null
      fail(error.message)
    })
  })
  // Whoever waits for it hears of a failure; nobody may be waiting yet.
  ready.catch(() => {})
  return { process: solver, ready }
}
