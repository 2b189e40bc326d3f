// The texts of this room.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. */
export const receiptWords = translator(
  { da, en },
  {
    ar: async () => (await import('./words/ar.ts')).ar,
    tr: async () => (await import('./words/tr.ts')).tr,
    ur: async () => (await import('./words/ur.ts')).ur,
  },
)
