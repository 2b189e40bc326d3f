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

/** Says that the thread is ready, and answers what it is asked. What is in `given` goes with the answer and is empty here afterwards. */
export function answerInThread<Q, A>(work: (question: Q) => { readonly answer: A; readonly given?: readonly ArrayBuffer[] }): void {
  const tell = (told: ToldByThread<A>, given: readonly ArrayBuffer[] = []) => parentPort!.postMessage(told, given)
  parentPort!.on('message', ({ number, question }: AskedOfThread<Q>) => {
    try {
      const { answer, given } = work(question)
      tell({ kind: 'answer', number, answer }, given)
    } catch (error) {
      tell({ kind: 'failed', number, why: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
    }
  })
  tell({ kind: 'ready' })
}
