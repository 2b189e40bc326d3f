// The letters of this room. Neutral: they name no council and no reason, since others may read along.
import { type LocalDate, longDate } from '../platform/clock.ts'
import type { Human } from '../platform/html/page.ts'
import { type Lang, LOCALES } from '../platform/i18n.ts'
import { councilWords } from './words.ts'

type Body = { subject: string; text: string }

/** To somebody who was put on a seat by virtue of their work. */
export function tookSeat(lang: Lang, on: LocalDate, human: Human): Body {
  return {
    subject: councilWords(lang, 'mail.took.subject'),
    text: [councilWords(lang, 'mail.took.text', { day: longDate(on, lang) }), reach(lang, human)].join('\n\n'),
  }
}

/** To somebody who no longer has a seat. */
export function leftSeat(lang: Lang, on: LocalDate, human: Human): Body {
  return {
    subject: councilWords(lang, 'mail.left.subject'),
    text: [councilWords(lang, 'mail.left.text', { day: longDate(on, lang) }), reach(lang, human)].join('\n\n'),
  }
}

/** How to reach the human who answers; never a dead end. */
function reach(lang: Lang, human: Human): string {
  const ways = [human.phone, human.email].filter(Boolean)
  if (ways.length === 0) return councilWords(lang, 'mail.reach.letter')
  return councilWords(lang, 'mail.reach', { ways: new Intl.ListFormat(LOCALES[lang], { type: 'disjunction' }).format(ways as string[]) })
}
