// The thread in which voices are opened and looked through: it answers with ids, and keeps nothing.
import { answerInThread } from '../platform/child/in-thread.ts'
import { lookThrough, type ToLookThrough } from './look-through.ts'

answerInThread<ToLookThrough, string[]>(batch => {
  const going = lookThrough(batch)
  for (;;) {
    const { done, value } = going.next()
    if (done) return value
  }
})
