// The texts of the public call, its paper, and "Which council fits me?".
import { translator } from '../platform/i18n.ts'
import { da } from './words/call-da.ts'
import { en } from './words/call-en.ts'

export const callWords = translator(
  { da, en },
  {
    ar: async () => (await import('./words/call-ar.ts')).ar,
    tr: async () => (await import('./words/call-tr.ts')).tr,
    ur: async () => (await import('./words/call-ur.ts')).ur,
  },
)
