// The inside of a thread of its own: answers one question after the other.
import { parentPort } from 'node:worker_threads'

/** A question and its answer carry the same number. */
export interface AskedOfThread<Q> {
  readonly number: number
  readonly question: Q
}
export type ToldByThread<A> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: A }
  | { readonly kind: 'failed'; readonly number: number; readonly why: string }

/** Says that the thread is ready, and answers what it is asked. */
export function answerInThread<Q, A>(answer: (question: Q) => A): void {
  const tell = (told: ToldByThread<A>) => parentPort!.postMessage(told)
  parentPort!.on('message', ({ number, question }: AskedOfThread<Q>) => {
    try {
      tell({ kind: 'answer', number, answer: answer(question) })
    } catch (error) {
      tell({ kind: 'failed', number, why: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
    }
  })
  tell({ kind: 'ready' })
}
