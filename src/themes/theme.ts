// What can happen to a theme, read from its steps, and what is owed then; and which summaries may go out with it.
import { fewest } from './band.ts'

export const themeSteps = ['begun', 'offered', 'returned', 'approved', 'changed', 'raised', 'came', 'closed', 'reopened'] as const
export type Step = (typeof themeSteps)[number]
export type Life = 'open' | 'raised' | 'closed'

export interface ThemeStands {
  /** Its words: being written, waiting for a second human, or approved. */
  readonly words: 'draft' | 'offered' | 'approved'
  readonly life: Life
  /** Something came of it since it was last raised. */
  readonly answered: boolean
}
export function standsOf(steps: readonly Step[]): ThemeStands {
  let now: ThemeStands = { words: 'draft', life: 'open', answered: false }
  for (const step of steps) now = after(now, step)
  return now
}
/** How it stands after a step. */
export function after(now: ThemeStands, step: Step): ThemeStands {
  switch (step) {
    case 'begun':
    case 'returned':
    case 'changed':
      return { ...now, words: 'draft' }
    case 'offered':
      return { ...now, words: 'offered' }
    case 'approved':
      return { ...now, words: 'approved' }
    case 'raised':
      return { ...now, life: 'raised', answered: false }
    case 'came':
      return { ...now, answered: true }
    case 'closed':
      return { ...now, life: 'closed' }
    case 'reopened':
      return { ...now, life: 'open' }
  }
}

export type Not =
  | 'not-draft'
  | 'not-offered'
  | 'own-words'
  | 'not-approved'
  | 'not-out'
  | 'closed'
  | 'open'
  | 'not-raised'
  | 'unanswered'
  | 'nothing-gathered'
export interface Asked {
  /** The person wrote or offered these words. */
  readonly own?: boolean
  /** It has been published. */
  readonly out?: boolean
  readonly gathered?: number
}
/** Why this step cannot be taken now; null when it can. */
export function whyNot(now: ThemeStands, step: Exclude<Step, 'begun'>, { own = false, out = false, gathered = 1 }: Asked = {}): Not | null {
  if (step === 'reopened') return now.life === 'closed' ? null : 'open'
  if (now.life === 'closed') return 'closed'
  switch (step) {
    case 'offered':
      return now.words !== 'draft' ? 'not-draft' : gathered === 0 && !out ? 'nothing-gathered' : null
    case 'approved':
    case 'returned':
      return now.words !== 'offered' ? 'not-offered' : own ? 'own-words' : null
    case 'changed':
      return now.words === 'approved' ? null : 'not-approved'
    case 'raised':
      return now.words !== 'approved' ? 'not-approved' : out ? null : 'not-out'
    case 'came':
      return now.life === 'raised' ? null : 'not-raised'
    case 'closed':
      return now.life === 'raised' && !now.answered ? 'unanswered' : null
  }
}

export type Owed = 'theme.finish' | 'theme.approve' | 'theme.raise' | 'theme.answer'
export const owedKinds: readonly Owed[] = ['theme.finish', 'theme.approve', 'theme.raise', 'theme.answer']
export const owedDays: Readonly<Record<Owed, number>> = { 'theme.finish': 15, 'theme.approve': 5, 'theme.raise': 60, 'theme.answer': 60 }
/** What is owed; nothing only when it is closed. */
export function owedNow(now: ThemeStands): Owed | null {
  if (now.life === 'closed') return null
  if (now.words === 'draft') return 'theme.finish'
  if (now.words === 'offered') return 'theme.approve'
  return now.life === 'raised' ? 'theme.answer' : 'theme.raise'
}

/** A summary that waits to go out. `own`: the teller said yes themself; `few`: also where there are few of them. */
export interface Waiting {
  readonly own: boolean
  readonly few: boolean
}
/** All that is gathered goes out together or waits together, since the words of the theme are made of all of it. */
export function mayGoOut(told: number, waiting: readonly Waiting[]): boolean {
  if (told + waiting.length === 0) return false
  return told + waiting.length >= fewest || waiting.every(one => one.own && one.few)
}
