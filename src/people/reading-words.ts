// How what was read is called: each room tells its own actions, and the kinds of things that are read about.
import type { Lang } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { pageOf } from '../platform/journal.ts'
import { type Said, said } from '../platform/refusal.ts'
import { peopleWords } from './words.ts'

export interface ReadingWords {
  /** What was read: `candidate.read`. */
  readonly actions: Readonly<Record<string, Said>>
  /** What a thing of this kind is called: `candidate`. */
  readonly kinds: Readonly<Record<string, Said>>
}
const actions = new Map<string, Said>()
const kinds = new Map<string, Said>()

/** Called once by each room whose pages are logged. */
export function registerReadings(words: ReadingWords): void {
  for (const [known, more] of [
    [actions, words.actions],
    [kinds, words.kinds],
  ] as const)
    for (const [code, name] of Object.entries(more)) known.set(code, name)
}

export const hasReadingName = (action: string): boolean => actions.has(action)
export const hasKindName = (kind: string): boolean => kinds.has(kind)
/** A code nobody has named stays a code; a test sees to it that there is none. */
export const readingName = (lang: Lang, action: string): string => {
  const known = actions.get(pageOf(action))
  return known ? said(known, lang) : action
}
export const kindName = (lang: Lang, kind: string): string => (kinds.has(kind) ? said(kinds.get(kind)!, lang) : kind)

/** Why, or what was asked for: whose list, or the words and filters of a search; a month or a council as it is. */
export function reasonWords(lang: Lang, reason: string | null): string {
  if (reason === null) return ''
  if (reason === 'own' || reason === 'everybody') return peopleWords(lang, `reading.${reason}`)
  if (isId(reason)) return reason.slice(-6)
  if (!reason.startsWith('{')) return reason.includes('=') ? [...new URLSearchParams(reason).values()].filter(Boolean).join(', ') : reason
  const asked = Object.values(JSON.parse(reason) as Record<string, unknown>).filter(one => typeof one === 'string' && one !== '')
  return asked.length > 0 ? asked.join(', ') : peopleWords(lang, 'reading.everybody')
}

export function registerOwnReadings(): void {
  const both = (key: Parameters<typeof peopleWords>[1]): Said => ({ da: peopleWords('da', key), en: peopleWords('en', key) })
  registerReadings({
    actions: {
      'work-list': both('reading.work-list'),
      letters: both('reading.letters'),
      letter: both('reading.letter'),
      readings: both('reading.readings'),
      'readings-sample': both('reading.readings-sample'),
    },
    kinds: { person: both('kind.person'), unit: both('kind.unit'), municipality: both('kind.municipality') },
  })
}
