// The texts of this room.
import { translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'
import { type MailWords, da as mailDa } from './words/mail-da.ts'
import { en as mailEn } from './words/mail-en.ts'

/** A text of this room. Letters to members are in every language; staff pages speak Danish and English. */
export const councilWords = translator<keyof typeof da | keyof MailWords, keyof MailWords>(
  { da: { ...da, ...mailDa }, en: { ...en, ...mailEn } },
  {
    ar: async () => (await import('./words/mail-ar.ts')).ar,
    tr: async () => (await import('./words/mail-tr.ts')).tr,
    ur: async () => (await import('./words/mail-ur.ts')).ur,
  },
)
