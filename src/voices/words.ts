// The texts of this room.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. */
export const voiceWords = translator<keyof typeof da>({ da, en })
export type VoiceKey = keyof typeof da
