// Reads letters in a process of its own, within five seconds and half a gigabyte each; the process is kept warm and replaced in time.
import { type KeptChild, keepChild, NotAnswered } from '../../platform/child/kept-child.ts'
import type { ReadLetter } from './facts.ts'

/** One letter may take so many seconds. */
export const readSeconds = 3.5

type Answer = ReadLetter | { readonly fault: 'form' }
let child: KeptChild<Uint8Array, Answer> | null = null
function reader(): KeptChild<Uint8Array, Answer> {
  child ??= keepChild<Uint8Array, Answer>(new URL('./reader-child', import.meta.url), {
    name: 'the reader',
    seconds: readSeconds,
    addressSpace: 2_500_000,
    memory: 250 * 1024 * 1024,
    questions: 2_000,
    idle: 60,
    heap: 256,
    behind: true,
  })
  return child
}

/** What the letter says, or why nobody could read it: a word, never its content. */
export async function read(raw: Uint8Array): Promise<ReadLetter | { readonly fault: 'time' | 'ended' | 'form' }> {
  try {
    return await reader().ask(raw)
  } catch (error) {
    const why = error instanceof NotAnswered ? error.message : ''
    return { fault: why === 'out of time' ? 'time' : /ended|did not start/.test(why) ? 'ended' : 'form' }
  }
}

export const closeReader = (): void => child?.close()
export const readerPid = (): number | null => child?.pid() ?? null
