// The texts of the practice.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of the practice. Where a language has no catalogue yet, English stands. */
export const practiceWords = translator({ da, en, ar: en, tr: en, ur: en })
