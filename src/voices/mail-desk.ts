// The desk for letters in which somebody tells something: a human reads it in the post room, and writes it in as a voice.
import type { Desk } from '../mailroom/index.ts'
import { owe, settleAll } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import { closedTo, ownerOf } from './closed-to.ts'
import { standingOf } from './ground.ts'
import { voiceRow } from './read-store.ts'
import { voiceWords as w } from './words.ts'

/** A letter waits to be written in as a voice. */
export const letterDue = 'voice.letter'

export const voiceDesk: Desk = {
  name: 'voices',
  receives: 'voices',
  label: { da: w('da', 'staff.desk'), en: w('en', 'staff.desk') },
  // What somebody tells has no words of its own; only the mailbox it came to, or a human, says that it is a voice.
  words: async () => false,
  senders: async () => new Set(),
  keeps: async (tx, thread) => (await voiceRow(tx, thread)) !== null,
  async take(tx, who, { id, arrivedAt }) {
    const ground = await standingOf(tx)
    const owner = await ownerOf(tx, ground, await closedTo(tx, null))
    await owe(tx, who, {
      kind: letterDue,
      about: id,
      owner: owner.personId,
      office: owner.office,
      receivedOn: localDate(arrivedAt),
      workingDays: ground.answerDays,
      rule: { id: 'A1', force: 'promise' },
    })
  },
  async leave(tx, who, { id }) {
    await settleAll(tx, who, id, 'moved')
    return true
  },
  place: () => null,
}
