// The thread in which voices are opened and looked through: it answers with ids and gives the buffer back, and keeps nothing.
import { answerInThread } from '../platform/child/in-thread.ts'
import { type FoundInThread, lookThrough, type ToLookThrough } from './look-through.ts'

answerInThread<ToLookThrough, FoundInThread>(batch => {
  const going = lookThrough(batch)
  for (;;) {
    const { done, value } = going.next()
    if (done) return { answer: { found: value, buffer: batch.sealed.buffer }, given: [batch.sealed.buffer] }
  }
})
