// The texts of charters being prepared.
import { type Lang, translator } from '../../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of these pages. Staff pages speak Danish and English; elsewhere English stands. */
export const draftWords = translator({ da, en, ar: en, tr: en, ur: en })
/** The charter's own words are Danish, and English where they have been translated. */
export const engineLang = (lang: Lang): 'da' | 'en' => (lang === 'da' ? 'da' : 'en')
