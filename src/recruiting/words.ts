// The texts of this room.
import { LANGS, translator } from '../platform/i18n.ts'
import type { Said } from '../platform/refusal.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'
import { type OutsideWords, da as outsideDa } from './words/outside-da.ts'
import { en as outsideEn } from './words/outside-en.ts'

/** A text of this room. What organisations and those they propose meet is in every language; the staff's pages speak Danish and English. */
export const recruitingWords = translator<keyof typeof da | keyof OutsideWords, keyof OutsideWords>(
  { da: { ...da, ...outsideDa }, en: { ...en, ...outsideEn } },
  {
    ar: async () => (await import('./words/outside-ar.ts')).ar,
    tr: async () => (await import('./words/outside-tr.ts')).tr,
    ur: async () => (await import('./words/outside-ur.ts')).ur,
  },
)
export type RecruitingWord = keyof typeof da | keyof OutsideWords

/** A text in all languages at once, for what is told to somebody whose language the deed does not know. */
export const inEveryLanguage = (key: keyof OutsideWords): Said =>
  Object.fromEntries(LANGS.map(lang => [lang, recruitingWords(lang, key)])) as unknown as Said
