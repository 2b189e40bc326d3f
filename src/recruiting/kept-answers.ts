// Answers of the engine, kept by what was asked: another candidate, charter or seat is another question, so an old answer is never shown.
import { createHash } from 'node:crypto'
import { type Missing, missingIn, type Question } from './missing.ts'

/** Seconds the engine may think about one council; a page waits for a part of them only. */
const thinks = 20
const waits = 4_000
const most = 300

const answers = new Map<string, Promise<Missing | null>>()
/** `later`: still being worked out; whoever asks again finds the answer. `undecided`: the engine gave up in its time. */
export type Known = { readonly is: 'known'; readonly missing: Missing } | { readonly is: 'later' | 'undecided' }

/** The answer, if it is there within some seconds; the work goes on meanwhile. */
export async function known(question: Question): Promise<Known> {
  const key = printOf(question)
  let answer = answers.get(key)
  if (!answer) {
    answer = missingIn(question, thinks)
    // A crash or "not decided" is no answer to keep.
    answer.then(
      found => found === null && answers.delete(key),
      () => answers.delete(key),
    )
    if (answers.size >= most) answers.delete(answers.keys().next().value!)
    answers.set(key, answer)
  }
  let clock: NodeJS.Timeout | undefined
  const later = new Promise<'later'>(done => {
    clock = setTimeout(done, waits, 'later')
  })
  try {
    const found = await Promise.race([answer, later])
    return found === 'later' ? { is: 'later' } : found === null ? { is: 'undecided' } : { is: 'known', missing: found }
  } finally {
    clearTimeout(clock)
  }
}

/** Whether the question has been asked already, so that whoever asks again need not wait from the beginning. */
export const asked = (question: Question): boolean => answers.has(printOf(question))

function printOf({ charter, sitting, candidates, brings }: Question): string {
  const people = candidates.map(one => JSON.stringify(one)).sort()
  return createHash('sha256')
    .update(JSON.stringify([charter, sitting, people, brings]))
    .digest('base64url')
}
