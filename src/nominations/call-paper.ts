// The call on paper: a poster to hang up, and four slips to cut out, in the language of whoever asks.
import { dayInWords } from '../platform/html/dates.ts'
import type { Page } from '../platform/html/page.ts'
import { translationLine } from '../platform/html/translation-line.ts'
import { LANG_NAMES } from '../platform/i18n.ts'
import { type Block, leftToRight, type Paper } from '../platform/paper/paper.ts'
import { said } from '../platform/refusal.ts'
import { callWords as w } from './call-words.ts'
import { paths } from './paths.ts'
import type { PublicCall } from './public-call.ts'
import { nominationWords } from './words.ts'

export function callPaper(page: Page, { council, seats, deadline }: PublicCall, origin: string, look: 'poster' | 'slips'): Paper {
  const { lang, municipality, human } = page
  const { facts } = council
  const path = page.href(facts.short ? paths.short(facts.short) : paths.joinCouncil(council.slug))
  const address = origin.replace(/^https?:\/\//, '') + path
  const poster = look === 'poster'
  const small = (text: string): Block => ({ kind: 'text', text, size: 'small' })
  const blocks: Block[] = [
    { kind: 'text', text: said(facts.factBox.what as never, lang), ...(poster ? { size: 'lead' as const } : {}) },
    ...(poster && seats.length > 0
      ? [
          { kind: 'text' as const, text: w(lang, 'paper.need'), strong: true },
          {
            kind: 'list' as const,
            items: seats.map(one => w(lang, 'call.seats.row', { count: one.count, group: said(one.name as never, lang) })),
          },
        ]
      : []),
    ...(poster ? [{ kind: 'text' as const, text: nominationWords(lang, 'start.notNeeded') }] : []),
    ...(deadline ? [{ kind: 'text' as const, text: w(lang, 'call.deadline', { date: dayInWords(lang, deadline) }), strong: true }] : []),
    { kind: 'code', label: w(lang, 'paper.go'), text: address },
    { kind: 'qr', value: origin + path, says: w(lang, 'paper.qr', { address }), width: poster ? 48 : 30 },
    small(
      [
        w(lang, 'paper.easy'),
        w(lang, 'paper.other'),
        poster
          ? w(lang, 'paper.languages', { list: new Intl.ListFormat(lang).format(municipality.languages.map(one => LANG_NAMES[one])) })
          : '',
        // Last: a number has no full stop behind it that could be dialled.
        human.phone ? w(lang, 'paper.call', { phone: leftToRight(human.phone) }) : '',
      ]
        .filter(Boolean)
        .join(poster ? '\n' : ' '),
    ),
    small(
      [
        page.standing === 'live' ? municipality.name : w(lang, 'paper.demonstration', { municipality: municipality.name }),
        translationLine(lang, municipality.checked?.[lang]),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ]
  return {
    lang,
    look,
    title: w(lang, 'paper.ask', { council: said(council.name, lang) }),
    author: municipality.name,
    at: page.now,
    blocks,
  }
}
