// The texts of the councils' public pages.
import { translator } from '../../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of the public pages. Where a language has no catalogue yet, English stands. */
export const publicWords = translator({ da, en, ar: en, tr: en, ur: en })
export type PublicWord = keyof typeof da
