// The desk for letters about nominations: which letters are its own, and what is owed when one lies there.
import { type Desk, type DeskLetter, partLetter } from '../mailroom/index.ts'
import { owe, settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { historyOf, record } from '../platform/journal.ts'
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
const partedLetter = 'nomination.letter-parted'

export const nominationDesk: Desk = {
  name: 'nominations',
  receives: 'nominations',
  label: { da: w('da', 'staff.letter.desk'), en: w('en', 'staff.letter.desk') },
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
  made: async (tx, { id, thread }) =>
    (await madeOf(tx, id)) === 'confirmed' && (await candidateRow(tx, thread)) !== null
      ? {
          href: paths.candidate(thread),
          text: { da: w('da', 'staff.letter.made'), en: w('en', 'staff.letter.made') },
          label: { da: w('da', 'staff.letter.open'), en: w('en', 'staff.letter.open') },
        }
      : null,
}

/** What a human has made of the letter, as it stands now. */
async function madeOf(tx: Tx, letter: string): Promise<string | null> {
  const last = (await historyOf(tx, letter)).filter(event => event.kind === madeFromLetter || event.kind === partedLetter).at(-1)
  return last?.kind === madeFromLetter ? String(last.facts.how ?? 'confirmed') : null
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
