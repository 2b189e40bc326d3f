// The desk for letters from members: apologies, minutes, meetings. Which letters are its own, and what is owed when one lies there.
import type { Desk, DeskLetter } from '../mailroom/index.ts'
import { owe, settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import { parseAddress } from '../platform/mail/address.ts'
import type { Principal } from '../platform/principal.ts'
import { memberContacts } from './member-store.ts'
import { speaksOfMeeting } from './speaks-of-meeting.ts'
import { councilWords } from './words.ts'

/** A member's letter waits to be read by whoever looks after the councils. */
export const memberLetterDue = 'member.letter'
const workingDays = 2

export const membersDesk: Desk = {
  name: 'members',
  receives: 'advice',
  label: { da: councilWords('da', 'letter.desk'), en: councilWords('en', 'letter.desk') },
  words: async (_tx, facts) => speaksOfMeeting(facts),
  sender: async (tx, index) => (await addresses(tx)).has(index.toString('hex')),
  keeps: async () => false,
  take,
  async leave(tx, who, { id }) {
    await settleAll(tx, who, id, 'moved')
    return true
  },
  place: () => null,
}

/** The members' addresses as they are looked for; the sender of a letter is only claimed. */
async function addresses(tx: Tx): Promise<ReadonlySet<string>> {
  const known = tx.memo.get(memberLetterDue) as ReadonlySet<string> | undefined
  if (known) return known
  const keys = tx.keys.of(tx.municipalityId)
  const found = (await memberContacts(tx)).flatMap(({ email }) => {
    const address = email ? parseAddress(email) : null
    return address ? [blindEmail(keys, address).toString('hex')] : []
  })
  const set = new Set(found)
  tx.memo.set(memberLetterDue, set)
  return set
}

async function take(tx: Tx, who: Principal, letter: DeskLetter): Promise<void> {
  await owe(tx, who, {
    kind: memberLetterDue,
    about: letter.id,
    owner: null,
    office: 'sekretariat',
    receivedOn: localDate(letter.arrivedAt),
    workingDays,
    rule: { id: 'A35', force: 'must' },
  })
}
