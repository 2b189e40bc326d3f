// How what is owed about organisations reads on the work list, and how this room's things are called in the log of readings.
import { type Describe, registerReadings, registerWork, type WorkWords } from '../people/index.ts'
import { type Said, said } from '../platform/refusal.ts'
import { mayAsk } from './access.ts'
import { asksOf } from './ask-store.ts'
import { knownCouncils } from './known-council.ts'
import { organisationNames } from './organisation-store.ts'
import { recruitingPaths } from './paths.ts'
import { recruitingWords as w } from './words.ts'

const both = (say: (lang: 'da' | 'en') => string): Said => ({ da: say('da'), en: say('en') })

const describeAs =
  (key: 'plan' | 'follow'): Describe =>
  async (tx, who, abouts) => {
    if (!mayAsk(who)) return new Map()
    const asks = await asksOf(tx, { ids: abouts })
    const names = await organisationNames(
      tx,
      asks.map(ask => ask.organisationId),
    )
    const councils = new Map((await knownCouncils(tx)).map(one => [one.slug, one.name]))
    return new Map(
      asks.map((ask): [string, WorkWords] => [
        ask.id,
        {
          title: both(lang => w(lang, `work.${key}`)),
          text: both(lang =>
            w(lang, 'work.about', {
              name: names.get(ask.organisationId) ?? '',
              council: said(councils.get(ask.council) ?? ask.council, lang),
            }),
          ),
          next: both(lang => w(lang, `work.${key}.next`)),
          href: recruitingPaths.organisation(ask.organisationId),
          action: both(lang => w(lang, 'work.do')),
        },
      ]),
    )
  }

/** Called once, when the room is put into the house. */
export function registerRecruitingWork(): void {
  registerWork('ask.plan', plans)
  registerWork('ask.follow', follows)
  registerReadings({
    actions: {
      board: both(lang => w(lang, 'reading.board')),
      organisation: both(lang => w(lang, 'reading.organisation')),
      mailing: both(lang => w(lang, 'reading.mailing')),
    },
    kinds: {
      organisation: both(lang => w(lang, 'kind.organisation')),
      ask: both(lang => w(lang, 'kind.ask')),
      mailing: both(lang => w(lang, 'kind.mailing')),
      organisation_proposal: both(lang => w(lang, 'kind.proposal')),
    },
  })
}
const plans = describeAs('plan')
const follows = describeAs('follow')
