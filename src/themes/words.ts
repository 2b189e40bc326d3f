// The texts of this room.
import { translator } from '../platform/i18n.ts'
import { type CitizenWords, da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. What a citizen meets is in every language; the staff's pages speak Danish and English. */
export const themeWords = translator<keyof typeof da, keyof CitizenWords>(
  { da, en },
  {
    ar: async () => (await import('./words/ar.ts')).ar,
    tr: async () => (await import('./words/tr.ts')).tr,
    ur: async () => (await import('./words/ur.ts')).ur,
  },
)
export type ThemeKey = keyof typeof da
