// Keeps how a day is written in the languages of a page.
import { type Lang, LOCALES } from '../i18n.ts'

const kept = new Map<string, Intl.DateTimeFormat>()

/** A formatter, made once: making one costs far more than using it. Dates of law carry no time, so they are read as UTC. */
export function dayFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${lang}${JSON.stringify(options)}`
  let format = kept.get(id)
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[lang], { timeZone: 'UTC', ...options })
    kept.set(id, format)
  }
  return format
}

/** "2026-12-03" in full, with its weekday: "torsdag den 3. december 2026". Throws on what is not a date. */
export function dayInWords(lang: Lang, date: string): string {
  const key = `${lang} ${date}`
  const known = written.get(key)
  if (known) return known
  const words = dayFormat(lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${date}T00:00:00Z`))
  if (written.size > 1_000) written.clear()
  written.set(key, words)
  return words
}
/** Days already written out: a page names the same few again and again. */
const written = new Map<string, string>()

const listing = new Map<Lang, Intl.ListFormat>()

/** "3, 5 og 7" */
export function listInWords(lang: Lang, items: readonly (string | number)[]): string {
  let format = listing.get(lang)
  if (!format) {
    format = new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' })
    listing.set(lang, format)
  }
  return format.format(items.map(String))
}
