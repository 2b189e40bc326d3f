// The desk for letters about nominations: which letters are its own, and what is owed when one lies there.
import type { Desk, DeskLetter } from '../mailroom/index.ts'
import { owe, settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { historyOf } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { speaksOfNomination } from './letter-draft.ts'
import { groundOf } from './open-councils.ts'
import { ownerFor } from './owner.ts'
import { paths } from './paths.ts'
import { candidateRow, emailsKnown } from './read-store.ts'
import { nominationWords as w } from './words.ts'

/** A letter waits to become a nomination, or to be read by whoever works with the candidate. */
export const letterDue = 'nomination.letter'
export const madeFromLetter = 'nomination.from-letter'

export const nominationDesk: Desk = {
  name: 'nominations',
  receives: 'nominations',
  label: { da: w('da', 'staff.letter.desk'), en: w('en', 'staff.letter.desk') },
  words: async (tx, facts) => speaksOfNomination(facts, (await groundOf(tx)).all),
  senders: emailsKnown,
  keeps: async (tx, thread) => (await candidateRow(tx, thread)) !== null,
  take,
  async leave(tx, who, { id }) {
    if ((await historyOf(tx, id)).some(event => event.kind === madeFromLetter)) return false
    await settleAll(tx, who, id, 'moved')
    return true
  },
  place: id => paths.letterDraft(id),
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
