// The texts of the councils' public pages.
import { translator } from '../../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of the public pages. */
export const publicWords = translator(
  { da, en },
  {
    ar: async () => (await import('./words/ar.ts')).ar,
    tr: async () => (await import('./words/tr.ts')).tr,
    ur: async () => (await import('./words/ur.ts')).ur,
  },
)
export type PublicWord = keyof typeof da
