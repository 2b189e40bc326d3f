// Reads letters in a process of its own, within five seconds and half a gigabyte each; the process is kept warm and replaced in time.
import { type KeptChild, keepChild, NotAnswered } from '../../platform/child/kept-child.ts'
import type { ReadLetter } from './facts.ts'

/** One letter may take so many seconds. */
const readSeconds = 3.5

/** Half a gigabyte is what a letter may take; it is seen a moment late that it takes too much. */
const most = 440 * 1024 * 1024

type Answer = ReadLetter | { readonly fault: 'form' }
let child: KeptChild<Uint8Array, Answer> | null = null
/** A reader; `mostMemory` in bytes. */
export function openReader(mostMemory = most): KeptChild<Uint8Array, Answer> {
  return keepChild<Uint8Array, Answer>(new URL('./reader-child', import.meta.url), {
    name: 'the reader',
    seconds: readSeconds,
    addressSpace: 2_500_000,
    memory: 250 * 1024 * 1024,
    mostMemory,
    questions: 2_000,
    idle: 60,
    heap: 256,
    behind: true,
  })
}

/** What the letter says, or why nobody could read it: a word, never its content. */
export async function read(raw: Uint8Array): Promise<ReadLetter | { readonly fault: 'time' | 'memory' | 'ended' | 'form' }> {
  try {
    child ??= openReader()
    return await child.ask(raw)
  } catch (error) {
    const why = error instanceof NotAnswered ? error.message : ''
    if (why === 'out of memory') return { fault: 'memory' }
    return { fault: why === 'out of time' ? 'time' : /ended|did not start/.test(why) ? 'ended' : 'form' }
  }
}

export const closeReader = (): void => child?.close()
export const readerPid = (): number | null => child?.pid() ?? null
