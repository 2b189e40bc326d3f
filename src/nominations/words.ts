// The texts of this room.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. Where a language has no catalogue yet, English stands. */
export const nominationWords = translator({ da, en, ar: en, tr: en, ur: en })
export type NominationKey = keyof typeof da
