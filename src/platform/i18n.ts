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

/** Catalogues that are read when somebody first asks in their language; most processes never need them all. */
export type LaterCatalogues<C extends string> = Partial<Record<Lang, () => Promise<Readonly<Record<C, string>>>>>
const unread = new Map<Lang, (() => Promise<void>)[]>()
const reading = new Map<Lang, Promise<unknown>>()

/** Reads what is still unread of a language. Before a page is drawn or a letter written in it; costs nothing the second time. */
export async function learn(lang: Lang): Promise<void> {
  const loaders = unread.get(lang)?.splice(0) ?? []
  if (loaders.length > 0) reading.set(lang, Promise.all([reading.get(lang), ...loaders.map(load => load())]))
  await reading.get(lang)
}

/**
 * Turns one catalogue per language into a function that says a text (ICU MessageFormat).
 * A text without braces or apostrophes is returned as it stands; the others are parsed once and kept.
 * What a language does not have (the staff's pages in most of them) is said in English.
 */
export function translator<K extends string, C extends K = K>(
  catalogues: Readonly<Record<'da' | 'en', Readonly<Record<K, string>>>> & Readonly<Partial<Record<Lang, Readonly<Record<K, string>>>>>,
  later: LaterCatalogues<C> = {},
) {
  const known: Partial<Record<Lang, Readonly<Partial<Record<string, string>>>>> = { ...catalogues }
  for (const [lang, load] of Object.entries(later) as [Lang, () => Promise<Readonly<Record<C, string>>>][]) {
    const list = unread.get(lang) ?? []
    unread.set(lang, list)
    list.push(async () => {
      known[lang] = await load()
    })
  }
  const parsed = new Map<string, IntlMessageFormat>()
  return (lang: Lang, key: K, params?: MessageParams): string => {
    const own = known[lang]?.[key]
    const text = own ?? catalogues.en[key]
    if (!text.includes('{')) return text
    const id = `${own === undefined ? 'en' : lang}\n${key}`
    let message = parsed.get(id)
    if (!message) {
      message = new IntlMessageFormat(text, LOCALES[own === undefined ? 'en' : lang], undefined, { ignoreTag: true })
      parsed.set(id, message)
    }
    return String(message.format(params))
  }
}
