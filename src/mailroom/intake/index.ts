// The letter box: what the pipe, IMAP and the listener need to bring letters in, and nothing that is slow to load.
export { type ArrivedLetter, type KeptLetter, keepLetter, keepLetters, pile } from './keep-letter.ts'
export { beginningOf, bytesOf, bytesOfEach, deletePieces, hasReceived, insertPieces, knownPlaces } from './store.ts'
export type { MailroomTables } from './tables.ts'
