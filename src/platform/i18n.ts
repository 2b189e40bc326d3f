// Keeps the languages and how a text with places in it becomes a sentence.
import { IntlMessageFormat } from 'intl-messageformat'

/** The languages of the first wave; Danish is the source. */
export type Lang = 'da' | 'en' | 'ar' | 'tr' | 'ur'

export const LANGS: readonly Lang[] = ['da', 'en', 'ar', 'tr', 'ur']

/** How each language is called by those who speak it. */
export const LANG_NAMES: Record<Lang, string> = { da: 'Dansk', en: 'English', ar: 'العربية', tr: 'Türkçe', ur: 'اردو' }

/** The direction a language is written in. */
export function directionOf(lang: Lang): 'ltr' | 'rtl' {
  return lang === 'ar' || lang === 'ur' ? 'rtl' : 'ltr'
}

/** The locale for dates and numbers; digits are always 0-9, so that telephone numbers and dates can be compared. */
export const LOCALES: Record<Lang, string> = { da: 'da-DK', en: 'en-GB', ar: 'ar-u-nu-latn', tr: 'tr-TR', ur: 'ur-u-nu-latn' }

export type MessageParams = Record<string, string | number | boolean | Date | null | undefined>

/**
 * Turns one catalogue per language into a function that says a text (ICU MessageFormat).
 * A text without braces or apostrophes is returned as it stands; the others are parsed once and kept.
 */
export function translator<K extends string>(catalogues: Record<Lang, Record<K, string>>) {
  const parsed = new Map<string, IntlMessageFormat>()
  return (lang: Lang, key: K, params?: MessageParams): string => {
    const text = catalogues[lang][key]
    if (!text.includes('{')) return text
    const id = `${lang}\n${key}`
    let message = parsed.get(id)
    if (!message) {
      message = new IntlMessageFormat(text, LOCALES[lang], undefined, { ignoreTag: true })
      parsed.set(id, message)
    }
    return String(message.format(params))
  }
}
