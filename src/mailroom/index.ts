// The door of this room: letters that come in, and what becomes of them.
import type { Room } from '../platform/room.ts'
import { mailboxRoutes, readMailboxes, registerMailboxWork } from './imap/index.ts'
import { takeLettersBySmtp } from './smtp-outside.ts'

export { type ArrivedLetter, type KeptLetter, keepLetter, knownPlaces, type Source } from './intake/index.ts'
export { allLetters, type ListedLetter } from './letter-store.ts'
export { listenForLetters } from './smtp-outside.ts'

registerMailboxWork()
/** The ways in that stay open with the house: mailboxes that are read, and the listener for trials. */
export const mailboxes: Room = { name: 'mailboxes', routes: mailboxRoutes, jobs: [], watches: [readMailboxes, takeLettersBySmtp] }
