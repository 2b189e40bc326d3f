// The reader's own process: reads one letter at a time. A letter that cannot be read is an answer too; the process stays.
import { answerQuestions } from '../../platform/child/in-child.ts'
import type { ReadLetter } from './facts.ts'
import { joinPiecesAtOnce } from './joined-pieces.ts'
import { readLetter } from './read-letter.ts'

joinPiecesAtOnce()
answerQuestions<Uint8Array, ReadLetter | { fault: 'form' }>(async (raw, at) => {
  try {
    return await readLetter(raw, () => at.left())
  } catch {
    return { fault: 'form' }
  }
})
