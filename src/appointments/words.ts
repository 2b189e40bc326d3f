// The texts of this room, and how a body is called.
import { type Lang, translator } from '../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'
import { publicTexts } from './words/public.ts'

/** A text of this room. Staff pages speak Danish and English; elsewhere English stands. */
export const slateWords = translator({ da, en, ar: en, tr: en, ur: en })
export type SlateWord = keyof typeof da

/** "kommunalbestyrelsen"; a body that only the charter knows keeps its name. */
export function bodyWords(lang: Lang, body: string): string {
  if (body === 'municipal_council' || body === 'administration' || body === 'election') return slateWords(lang, `body.${body}`)
  return body
}
/** The staff of these rooms read Danish or English; the charter has no other languages. */
export const engineLang = (lang: Lang): 'da' | 'en' => (lang === 'da' ? 'da' : 'en')
/** What the public reads of a decision, in its own language. */
export const publicWords = translator(publicTexts)
export function publicBody(lang: Lang, body: string): string {
  if (body === 'municipal_council' || body === 'administration' || body === 'election') return publicWords(lang, `body.${body}`)
  return body
}
