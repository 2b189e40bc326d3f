// The texts of the post room.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

export const postWords = translator({ da, en, ar: en, tr: en, ur: en })
export type PostKey = keyof typeof da
