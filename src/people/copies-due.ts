// What erasing asks of whoever runs the site: old copies deleted, old keys destroyed, and the key changed; owed by a human with a name, not only told by the doctor.
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { PastTime } from '../platform/copies.ts'
import type { Tx } from '../platform/db/act.ts'
import { keptDays } from '../platform/db/export-before.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { colleaguesOf } from './colleagues.ts'
import { openDues, owe, settle } from './due.ts'
import { erasedSinceKey } from './key-age-store.ts'
import { houseThing } from './standing.ts'

export const copiesDue = 'copies.delete'
export const keyRetiredDue = 'key.destroy'
export const keyChangeDue = 'key.change'
/** Days before the last day on which the key can be changed that it stands on the work list. */
const ahead = 7

/** Writes down which copy the house has deleted, by its name. */
export async function noteDeletedCopy(tx: Tx, who: Principal, name: string): Promise<void> {
  await record(tx, who, { kind: 'copies.deleted', about: await houseThing(tx), facts: { names: [name] } })
}

/** Owes what is past its time, and takes back what has been done. */
export async function keepCopiesDue(tx: Tx, who: Principal, past: PastTime): Promise<void> {
  const today = localDate(tx.now)
  const erased = await erasedSinceKey(tx)
  const lastDay = erased && addDays(erased, keptDays)
  await keep(tx, who, copiesDue, past.copies.length > 0 ? today : null)
  await keep(tx, who, keyRetiredDue, past.keys.length > 0 ? today : null)
  await keep(tx, who, keyChangeDue, lastDay && addDays(lastDay, -ahead) <= today ? lastDay : null)
}

async function keep(tx: Tx, who: Principal, kind: string, dueOn: LocalDate | null): Promise<void> {
  const about = await houseThing(tx)
  if (dueOn === null) {
    if ((await openDues(tx, { kinds: [kind], abouts: [about] })).length > 0) await settle(tx, who, about, kind, 'done')
    return
  }
  const operators = (await colleaguesOf(tx)).filter(one => one.roles.includes('operator'))
  const owner = (operators.find(one => !one.away) ?? operators[0])?.id ?? null
  await owe(tx, who, {
    kind,
    about,
    owner,
    office: owner ? null : 'drift',
    receivedOn: localDate(tx.now),
    dueOn,
    rule: { id: 'kopier', force: kind === keyChangeDue ? 'should' : 'must' },
  })
}
