// What is read in a letter: facts and words, with nothing in them that can act.
import type { Bounce } from '../../platform/mail/bounce.ts'

const marks = [
  'html-only',
  'winmail',
  'smime-signed',
  'smime-encrypted',
  'pgp-signed',
  'pgp-encrypted',
  'calendar',
  'calendar-reply',
  'forwarded',
  'cut',
  'files-cut',
  'charset',
] as const
/** What a human should know about the form of a letter. */
export type Mark = (typeof marks)[number]

export interface Named {
  readonly name: string
  readonly address: string
}
export interface HeaderLine {
  readonly name: string
  readonly value: string
}
export interface LetterFacts {
  readonly from: Named | null
  /** Where the writer wants the answer; null when not told or not one address. */
  readonly replyTo: string | null
  /** Every address it was sent or delivered to, as written. */
  readonly to: readonly string[]
  readonly subject: string
  /** The moment the writer's machine claims, in ISO form; null when it claims none that can be read. */
  readonly date: string | null
  readonly messageId: string | null
  readonly inReplyTo: readonly string[]
  /** The writer's own words. */
  readonly text: string
  /** What the letter repeats of an earlier one. */
  readonly quoted: string
  readonly marks: readonly Mark[]
  /** The headers that sorting and automatic answers look at, in the order of the letter. */
  readonly headers: readonly HeaderLine[]
  readonly bounce: Bounce | null
}

/** `picture`: made anew without what it told of where it was taken. `download`: as it came, to be saved. `kept`: in the raw letter only. */
type FileWay = 'picture' | 'download' | 'kept'
export interface ReadFile {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly how: FileWay
  /** `winmail`, `unsafe`, `too-large`, `too-many`, `calendar`, `letter`, `signature`. */
  readonly mark: string | null
  /** What is stored; null for `kept`. */
  readonly bytes: Uint8Array | null
}
export interface ReadLetter {
  readonly facts: LetterFacts
  readonly files: readonly ReadFile[]
}
