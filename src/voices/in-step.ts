// Keeps what is owed about a voice in step with how it stands: never nothing before it is closed.
import { colleaguesOf, type Owed as OwedDue, openDues, owe, settle } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { closedOf, ownerOf } from './closed-to.ts'
import { groundFor, standingOf } from './ground.ts'
import { quiet } from './quiet.ts'
import type { VoiceRow } from './read-store.ts'
import { type Owed, owedKinds, owedNow, type Stands } from './voice.ts'

/** Working days until a human looks again when it is the teller's turn. */
const lookAgain = 20

/** Settles what is no longer owed and owes what is. `again`: this kind was done and is owed anew from today. */
export async function keepInStep(tx: Tx, who: Principal, row: VoiceRow, now: Stands, how: string, again?: Owed): Promise<void> {
  const wanted = owedNow(now)
  const open = await openDues(tx, { abouts: [row.id], kinds: owedKinds })
  for (const due of open) {
    const kind = due.kind as Owed
    if (!wanted.includes(kind) || kind === again || kind === 'voice.pause' || kind === 'voice.hand-over')
      await settle(quiet(tx), who, row.id, kind, how)
  }
  if (wanted.length === 0) return
  const ground = groundFor(await standingOf(tx), row.kind)
  const closed = await closedOf(tx, row)
  const fallback = await ownerOf(tx, ground, closed)
  const here = (await colleaguesOf(tx)).some(one => one.id === row.owner_id) ? row.owner_id : null
  // Who has become the leader since, or stands in for them, no longer has it.
  const ownerId = [...open.map(due => due.ownerId), here].find(id => id && !closed.includes(id)) ?? fallback.personId
  for (const kind of wanted)
    await owe(quiet(tx), who, {
      kind,
      about: row.id,
      owner: ownerId,
      office: ownerId ? null : fallback.office,
      receivedOn: localDate(tx.now),
      ...dayOf(kind, now, ground.answerDays, localDate(tx.now)),
      rule: { id: kind === 'voice.open' ? 'A6' : 'A1', force: 'promise' },
    })
}

function dayOf(kind: Owed, now: Stands, answerDays: number, today: LocalDate): Pick<OwedDue, 'workingDays' | 'dueOn'> {
  switch (kind) {
    case 'voice.open':
      return { dueOn: today }
    case 'voice.answer':
      return { workingDays: answerDays }
    case 'voice.pass-on':
      return { workingDays: 1 }
    case 'voice.pause':
      return { dueOn: now.pausedUntil! }
    case 'voice.hand-over':
      return { dueOn: now.promisedOn! }
    case 'voice.next':
      return { workingDays: lookAgain }
  }
}
