// How what is owed about nominations reads on the work list. A name is told only to those who may open the candidate.
import { mayReadPost } from '../mailroom/index.ts'
import { calledTo, type Describe, openDues, peoplePaths, registerReadings, registerWork, type WorkWords } from '../people/index.ts'
import { localDate, longDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { hasRole, type Principal } from '../platform/principal.ts'
import { type Said, said } from '../platform/refusal.ts'
import { fetchKeys } from '../platform/sealed.ts'
import { maySearch, mayWorkWith } from './access.ts'
import { letterDue } from './mail-desk.ts'
import { groundOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { candidateRows, nominationsById } from './read-store.ts'
import { unansweredOn } from './retention.ts'
import { openField } from './sealed-fields.ts'
import { askedAmong } from './time-store.ts'
import { type NominationKey, nominationWords as w } from './words.ts'

const both = (say: (lang: 'da' | 'en') => string): Said => ({ da: say('da'), en: say('en') })

/** What whoever may not open the candidate can do about it: where nobody answers yet, the operator lets somebody in who does. */
const theirs = (who: Principal, nobodys: boolean): Pick<WorkWords, 'next' | 'href' | 'action'> => {
  if (!nobodys) return { next: both(lang => w(lang, 'work.theirs')) }
  const next = both(lang => w(lang, 'work.nobodys'))
  return hasRole(who, 'operator') ? { next, href: peoplePaths.newPerson, action: both(lang => w(lang, 'work.nobodys.do')) } : { next }
}

const describeAs =
  (key: 'ask' | 'contact' | 'next' | 'answer'): Describe =>
  async (tx: Tx, who: Principal, abouts) => {
    const nominations = await nominationsById(tx, abouts)
    const rows = new Map((await candidateRows(tx, [...new Set(nominations.map(one => one.candidate_id))])).map(row => [row.id, row]))
    await fetchKeys(tx, [...rows.keys()])
    const { all, promises } = await groundOf(tx)
    const asked = key === 'ask' ? await askedAmong(tx, [...rows.keys()]) : new Set<string>()
    const owners = maySearch(who) ? [] : await openDues(tx, { abouts })
    const called = await calledTo(tx, owners)
    const found = new Map<string, WorkWords>()
    for (const one of nominations) {
      const row = rows.get(one.candidate_id)
      if (!row) continue
      const council = all.find(each => each.slug === one.council)
      const mine = mayWorkWith(who, { owners: called.get(one.id) ?? [] })
      const wishes = mine && key === 'contact' ? await openField(tx, row.id, 'wishes_sealed', row.wishes_sealed) : null
      // Who has been asked is waited for: nobody is to ask as if it were the first time.
      const step = asked.has(row.id) ? 'asked' : key
      const which = (lang: 'da' | 'en') =>
        w(lang, 'work.about', {
          name: mine ? row.name : w(lang, 'work.hidden'),
          council: council ? said(council.name as never, lang) : one.council,
        })
      const about = (lang: 'da' | 'en') =>
        [
          which(lang),
          ...(wishes?.interpreter ? [w(lang, 'work.language', { language: wishes.interpreter })] : []),
          ...(step === 'asked'
            ? [w(lang, 'work.asked.until', { date: longDate(unansweredOn(localDate(row.created_at), promises), lang) })]
            : []),
        ].join(' ')
      found.set(one.id, {
        title: both(lang => w(lang, `work.${step}`)),
        text: both(about),
        which: both(which),
        ...(mine
          ? {
              shows: row.id,
              next: both(lang => w(lang, `work.${step}.next` as NominationKey)),
              href: paths.candidate(row.id),
              action: both(lang => w(lang, 'work.do')),
            }
          : theirs(
              who,
              owners.filter(due => due.about === one.id).every(due => due.ownerId === null),
            )),
      })
    }
    return found
  }

/** What is announced before a candidate is erased hangs on the candidate itself. */
const describeExpiry: Describe = async (tx, who, abouts) => {
  const rows = await candidateRows(tx, abouts)
  return new Map(
    rows.map(row => [
      row.id,
      {
        title: both(lang => w(lang, 'work.expire')),
        text: both(lang => (maySearch(who) ? row.name : w(lang, 'work.hidden'))),
        next: both(lang => w(lang, 'work.expire.next')),
        ...(maySearch(who) && { shows: row.id, href: paths.candidate(row.id), action: both(lang => w(lang, 'work.do')) }),
      },
    ]),
  )
}

/** What a letter says stands in the letter only. */
const describeLetter: Describe = async (_tx, who, abouts) =>
  new Map(
    abouts.map(id => [
      id,
      {
        title: both(lang => w(lang, 'work.letter')),
        next: both(lang => w(lang, 'work.letter.next')),
        ...(mayReadPost(who) ? { href: paths.letterDraft(id), action: both(lang => w(lang, 'work.letter.do')) } : {}),
      },
    ]),
  )

/** Called once, when the room is put into the house. */
export function registerNominationWork(): void {
  registerWork(letterDue, describeLetter)
  registerWork('nomination.ask', asks)
  registerWork('nomination.contact', contacts)
  registerWork('nomination.next', nexts)
  registerWork('nomination.answer', answers)
  registerWork('candidate.expire', describeExpiry)
  registerReadings({
    actions: {
      'candidate.read': both(lang => w(lang, 'reading.candidate')),
      'candidate.thread': both(lang => w(lang, 'reading.thread')),
      'candidates.alike': both(lang => w(lang, 'reading.alike')),
      'candidates.search': both(lang => w(lang, 'reading.search')),
      'candidates.outlook': both(lang => w(lang, 'reading.outlook')),
    },
    kinds: { candidate: both(lang => w(lang, 'kind.candidate')), nomination: both(lang => w(lang, 'kind.nomination')) },
  })
}
const asks = describeAs('ask')
const contacts = describeAs('contact')
const nexts = describeAs('next')
const answers = describeAs('answer')
