// How what is owed about seats and councils reads on the work list. A name is told only to those who may see the seats.
import { mayReadPost, postPaths } from '../mailroom/index.ts'
import { type Describe, registerReadings, registerWork, type WorkWords } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { type Said, said } from '../platform/refusal.ts'
import { maySeeSeats } from './access.ts'
import { councilOfThing } from './council-store.ts'
import { councilsOf } from './councils.ts'
import { memberLetterDue } from './members-desk.ts'
import { nightDues } from './night-check.ts'
import { councilPaths } from './paths.ts'
import { electionDue } from './record-election.ts'
import { lastSeatings, seatingsById } from './store.ts'
import { vacancyDues } from './vacancy.ts'
import { councilWords } from './words.ts'

const both = (say: (lang: 'da' | 'en') => string): Said => ({ da: say('da'), en: say('en') })

async function names(tx: Tx): Promise<Map<string, Said>> {
  return new Map((await councilsOf(tx)).map(council => [council.slug, council.name]))
}

/** A seat somebody has left, or a member whose residence is to be seen again. */
const aboutSeat =
  (key: 'vacant' | 'residence'): Describe =>
  async (tx, who, abouts) => {
    if (!maySeeSeats(who)) return new Map()
    const known = await names(tx)
    return new Map(
      (await (key === 'vacant' ? seatingsById : lastSeatings)(tx, abouts)).map((one): [string, WorkWords] => [
        key === 'vacant' ? one.id : one.memberId,
        {
          title: both(lang => councilWords(lang, `work.${key}.title`)),
          text: both(lang =>
            councilWords(lang, `work.${key}.text`, { council: said(known.get(one.council) ?? one.council, lang), name: one.name }),
          ),
          next: both(lang => councilWords(lang, `work.${key}.next`)),
          href: councilPaths.council(one.council),
          action: both(lang => councilWords(lang, 'work.open')),
          shows: one.memberId,
        },
      ]),
    )
  }

/** Things that hang on a council. */
const aboutCouncil =
  (key: 'minimum' | 'ending' | 'past' | 'election'): Describe =>
  async (tx, who, abouts) => {
    const known = await names(tx)
    const found = new Map<string, WorkWords>()
    for (const about of abouts) {
      const slug = await councilOfThing(tx, about)
      if (!slug || !maySeeSeats(who)) continue
      found.set(about, {
        title: both(lang => councilWords(lang, `work.${key}.title`)),
        text: known.get(slug) ?? slug,
        next: both(lang => councilWords(lang, `work.${key}.next`)),
        href: councilPaths.council(slug),
        action: both(lang => councilWords(lang, 'work.open')),
      })
    }
    return found
  }

const aboutLetter: Describe = async (_tx, who, abouts) =>
  new Map(
    abouts.map((id): [string, WorkWords] => [
      id,
      {
        title: both(lang => councilWords(lang, 'letter.work')),
        next: both(lang => councilWords(lang, 'letter.work.next')),
        ...(mayReadPost(who) ? { href: postPaths.letter(id), action: both(lang => councilWords(lang, 'letter.work.do')) } : {}),
      },
    ]),
  )

export function registerCouncilWork(): void {
  registerWork(memberLetterDue, aboutLetter)
  registerWork(vacancyDues.seat, aboutSeat('vacant'))
  registerWork(nightDues.residence, aboutSeat('residence'))
  registerWork(vacancyDues.minimum, aboutCouncil('minimum'))
  registerWork(nightDues.ending, aboutCouncil('ending'))
  registerWork(nightDues.past, aboutCouncil('past'))
  registerWork(electionDue, aboutCouncil('election'))
  registerReadings({
    actions: {
      seats: both(lang => councilWords(lang, 'reading.seats')),
      seat: both(lang => councilWords(lang, 'reading.seat')),
      election: both(lang => councilWords(lang, 'reading.election')),
      'charter-affected': both(lang => councilWords(lang, 'reading.affected')),
    },
    kinds: {
      charter_draft: both(lang => councilWords(lang, 'kind.draft')),
      charter_trial: both(lang => councilWords(lang, 'kind.trial')),
      election: both(lang => councilWords(lang, 'kind.election')),
      council: both(lang => councilWords(lang, 'kind.council')),
      member: both(lang => councilWords(lang, 'kind.member')),
      seating: both(lang => councilWords(lang, 'kind.seating')),
      council_event: both(lang => councilWords(lang, 'kind.event')),
    },
  })
}
