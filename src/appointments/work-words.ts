// How what is owed about decisions and advisers reads on the work list.
import { type Describe, registerReadings, registerWork, type WorkWords } from '../people/index.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { maySeeSlates } from './access.ts'
import { answersDue } from './answers.ts'
import { breachDue } from './decide.ts'
import { adviserSlates, decidedSlates } from './decision-store.ts'
import { slatePaths } from './paths.ts'
import { bodyWords, slateWords } from './words.ts'

const both = (say: (lang: 'da' | 'en') => string): Said => ({ da: say('da'), en: say('en') })

const aboutDecision =
  (key: 'breach' | 'answers' | 'review', years = 0): Describe =>
  async (tx, who: Principal, abouts) => {
    if (!maySeeSlates(who)) return new Map()
    return new Map(
      (await decidedSlates(tx, abouts)).map((one): [string, WorkWords] => [
        one.decision,
        {
          title: both(lang => slateWords(lang, `work.${key}.title`, { years })),
          next: both(lang => slateWords(lang, `work.${key}.next`, { body: bodyWords(lang, one.body) })),
          href: slatePaths.slate(one.slate),
          action: both(lang => slateWords(lang, 'work.open')),
        },
      ]),
    )
  }

const aboutAdviser: Describe = async (tx, who, abouts) => {
  if (!maySeeSlates(who)) return new Map()
  return new Map(
    (await adviserSlates(tx, abouts)).map((one): [string, WorkWords] => [
      one.person,
      {
        title: both(lang => slateWords(lang, 'work.adviser.title')),
        text: one.name,
        next: both(lang => slateWords(lang, 'work.adviser.next')),
        href: slatePaths.slate(one.slate),
        action: both(lang => slateWords(lang, 'work.open')),
      },
    ]),
  )
}

export function registerSlateWork(): void {
  registerWork(breachDue, aboutDecision('breach'))
  registerWork(answersDue, aboutDecision('answers'))
  registerWork('adviser.review', aboutAdviser)
  registerReadings({
    actions: {
      slate: both(lang => slateWords(lang, 'reading.slate')),
      'slate-seat': both(lang => slateWords(lang, 'reading.seat')),
      'slate-decision': both(lang => slateWords(lang, 'reading.decision')),
      'slate-print': both(lang => slateWords(lang, 'reading.print')),
    },
    kinds: {
      slate: both(lang => slateWords(lang, 'kind.slate')),
      decision: both(lang => slateWords(lang, 'kind.decision')),
      slate_person: both(lang => slateWords(lang, 'kind.person')),
    },
  })
  for (const years of [5, 10, 20]) registerWork(`decision.review-${years}`, aboutDecision('review', years))
}
