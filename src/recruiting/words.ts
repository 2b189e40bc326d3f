// The texts of this room.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. Staff pages speak Danish and English; elsewhere English stands. */
export const recruitingWords = translator({ da, en, ar: en, tr: en, ur: en })
export type RecruitingWord = keyof typeof da
