// Keeps the line in which a letter or a sheet of paper says who checked its translation.
import type { Lang } from '../i18n.ts'
import { dayInWords } from './dates.ts'
import { say } from './say.ts'

/** Who checked a translation, and on which day (YYYY-MM-DD). */
export interface Checked {
  readonly by: string
  readonly on: string
}

/** Who read the translation through and when, or that nobody has; nothing in Danish, which is the source. */
export function translationLine(lang: Lang, checked: Checked | null | undefined): string {
  if (lang === 'da') return ''
  return checked
    ? say(lang, 'translation.checked', { by: checked.by, on: dayInWords(lang, checked.on) })
    : `${say(lang, 'translation.draft')}. ${say(lang, 'translation.draft.text')}`
}
