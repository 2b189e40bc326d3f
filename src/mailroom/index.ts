// The door of this room: letters that come in, and what becomes of them.
export { type ArrivedLetter, type KeptLetter, keepLetter, knownPlaces, type Source } from './intake/index.ts'
export { allLetters, type ListedLetter } from './letter-store.ts'
