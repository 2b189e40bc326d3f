// The texts of this room.
import { type Lang, translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. */
export const homeWords = translator(
  { da, en },
  {
    ar: async () => (await import('./words/ar.ts')).ar,
    tr: async () => (await import('./words/tr.ts')).tr,
    ur: async () => (await import('./words/ur.ts')).ur,
  },
)

/** What a retention rule is about, in words; the rule's own key when it is a new one. */
export function retentionName(slug: string, lang: Lang): string {
  const key = `retention.${slug}`
  return key in da ? homeWords(lang, key as keyof typeof da) : slug
}
