// The desk for letters about nominations: which letters are its own, and what is owed when one lies there.
import { type Desk, type DeskLetter, type Made, partLetter } from '../mailroom/index.ts'
import { owe, settleAll } from '../people/index.ts'
import { localDate, longDateTime } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { maySearch } from './access.ts'
import { speaksOfNomination } from './letter-draft.ts'
import { madeOf, partedLetter } from './letter-history.ts'
import { groundOf } from './open-councils.ts'
import { ownerFor } from './owner.ts'
import { paths } from './paths.ts'
import { candidateRow, emailsKnown } from './read-store.ts'
import { takeBackLetter, takenBackFrom, undoingOf } from './take-back-letter.ts'
import { type NominationKey, nominationWords as w } from './words.ts'

/** A letter waits to become a nomination, or to be read by whoever works with the candidate. */
export const letterDue = 'nomination.letter'

const both = (key: NominationKey, fill: (lang: 'da' | 'en') => Record<string, string> = () => ({})): Said => ({
  da: w('da', key, fill('da')),
  en: w('en', key, fill('en')),
})

export const nominationDesk: Desk = {
  name: 'nominations',
  receives: 'nominations',
  label: both('staff.letter.desk'),
  words: async (tx, facts) => speaksOfNomination(facts, (await groundOf(tx)).all),
  senders: emailsKnown,
  keeps: async (tx, thread) => (await candidateRow(tx, thread)) !== null,
  take,
  async leave(tx, who, { id }) {
    const how = await madeOf(tx, id)
    if (how === 'confirmed') return false
    // Put on the matter of somebody it has nothing to do with: it is taken off again, and nothing of theirs was changed by it.
    if (how === 'attached') {
      await partLetter(tx, id)
      await record(tx, who, { kind: partedLetter, about: id })
    }
    await settleAll(tx, who, id, 'moved')
    return true
  },
  place: id => paths.letterDraft(id),
  made,
  takeBack: (tx, who, letter) => takeBackLetter(tx, who, { letter, owe: take }),
  async told(tx, letter) {
    const back = await takenBackFrom(tx, letter)
    if (!back) return []
    const when = both('staff.letter.undone', lang => ({ date: longDateTime(back.at, lang) }))
    return back.ours === 'left' || back.ours === 'leaving' ? [when, both(`staff.letter.undone.${back.ours}`)] : [when]
  },
}

/** What stands because of the letter, what has happened since, and whether it can be taken back with it. */
async function made(tx: Tx, who: Principal, letter: { readonly id: string; readonly thread: string }): Promise<Made | null> {
  const undoing = await undoingOf(tx, letter)
  if (!undoing) return null
  const { stands, ours, decides } = undoing
  const href = paths.candidate(undoing.candidateId)
  const one = { href, text: both('staff.letter.made'), label: both('staff.letter.open') }
  if (stands.length > 0)
    return {
      ...one,
      back: null,
      why: {
        lead: both('staff.letter.stands'),
        list: stands.map(what => both(`staff.letter.stands.${what}`)),
        next: decides ? both('staff.letter.decides', () => ({ name: decides })) : both('staff.letter.decides.office'),
      },
    }
  if (!maySearch(who)) return { ...one, back: null, why: { lead: both('staff.letter.undo.who'), list: [], next: null } }
  return {
    ...one,
    back: {
      said: [both('staff.letter.undo'), ...(ours === 'none' ? [] : [both(`staff.letter.undo.${ours}`)])],
      sure: both('staff.letter.undo.sure'),
      submit: both('staff.letter.undo.do'),
    },
    why: null,
  }
}

async function take(tx: Tx, who: Principal, letter: DeskLetter): Promise<void> {
  const { promises } = await groundOf(tx)
  const owner = await ownerFor(tx, undefined)
  await owe(tx, who, {
    kind: letterDue,
    about: letter.id,
    owner: owner.personId,
    office: owner.office,
    receivedOn: localDate(letter.arrivedAt),
    workingDays: promises.contact,
    rule: { id: 'A35', force: 'promise' },
    ...(letter.thread === letter.id ? {} : { becauseOf: letter.thread }),
  })
}
