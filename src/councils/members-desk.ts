// The desk for letters from members: apologies, minutes, meetings. Which letters are its own, and what is owed when one lies there.
import type { Desk, DeskLetter } from '../mailroom/index.ts'
import { owe, settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import { parseAddress } from '../platform/mail/address.ts'
import type { Principal } from '../platform/principal.ts'
import { openContact, sealedContacts } from './member-store.ts'
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
  async senders(tx, indexes) {
    const all = indexes.length === 0 ? new Set() : await addresses(tx)
    return new Set(indexes.map(index => index.toString('hex')).filter(index => all.has(index)))
  },
  keeps: async () => false,
  take,
  async leave(tx, who, { id }) {
    await settleAll(tx, who, id, 'moved')
    return true
  },
  place: () => null,
}

/** What each sealed contact is found by, of each municipality: opened once, asked for with every letter. */
const found = new Map<string, ReadonlyMap<string, string | null>>()

/** The members' addresses as they are looked for; the sender of a letter is only claimed. */
async function addresses(tx: Tx): Promise<ReadonlySet<string>> {
  const before = found.get(tx.municipalityId)
  const now = new Map<string, string | null>()
  for (const { id, sealed } of await sealedContacts(tx)) {
    const key = sealed.toString('base64')
    now.set(key, before?.has(key) ? before.get(key)! : await indexOf(tx, id, sealed))
  }
  found.set(tx.municipalityId, now)
  return new Set([...now.values()].filter(index => index !== null))
}
async function indexOf(tx: Tx, id: string, sealed: Buffer): Promise<string | null> {
  const { email } = await openContact(tx, id, sealed)
  const address = email ? parseAddress(email) : null
  return address && blindEmail(tx.keys.of(tx.municipalityId), address).toString('hex')
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
