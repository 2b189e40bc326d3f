// The door of this room: letters that come in, and what becomes of them.
import type { Room } from '../platform/room.ts'
import { registerOwnActs } from './act-on-arrival.ts'
import { mailboxRoutes, readMailboxes, registerMailboxWork } from './imap/index.ts'
import { mailroomJobs } from './jobs.ts'
import { closeReader } from './reading/reader.ts'
import { postRoutes } from './routes.tsx'
import { takeLettersBySmtp } from './smtp-outside.ts'
import { registerPostWork } from './work-words.ts'

export { mayReadPost } from './access.ts'
export { type Desk, type DeskLetter, type Made, registerDesk } from './desks.ts'
export { eraseThread } from './erase-letters.ts'
export { keepLetter, keepLetters, knownPlaces, pile } from './intake/index.ts'
export { allLetters, countWaiting, type ListedLetter, lettersAfter } from './letter-store.ts'
export { letterToWork, moveThreadTo, partFromMatter, partLetter, type WorkLetter } from './letter-to-work.ts'

export { postPaths } from './paths.ts'
export { postAilments } from './post-health.ts'
export { closeReader, read, readerPid } from './reading/reader.ts'
export { type Reply, registerReplies, tellReply } from './replies.ts'
export { listenForLetters } from './smtp-outside.ts'
export { sortWaiting } from './sort-outside.ts'
export { lettersOnThread, type ThreadLetter } from './thread-letters.ts'
export { LetterWords } from './views/letter-words.tsx'

registerMailboxWork()
registerPostWork()
registerOwnActs()
/** The ways in that stay open with the house: mailboxes that are read, and the listener for trials. */
export const mailboxes: Room = {
  name: 'mailroom',
  routes: [...mailboxRoutes, ...postRoutes],
  jobs: mailroomJobs,
  watches: [readMailboxes, takeLettersBySmtp, () => ({ stop: async () => closeReader() })],
}
