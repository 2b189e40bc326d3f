// Being away from a day until a day, with somebody who answers meanwhile.
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { absencesFrom, addAbsence, removeAbsence } from './absence-store.ts'
import { maySetAbsence } from './access.ts'
import { refreshHolders } from './contact-holders.ts'
import { personById } from './store.ts'
import { allUnits } from './unit-store.ts'

export interface Away {
  readonly personId: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Null leaves it to the deputy of the contact or of the unit. */
  readonly deputyId: string | null
}

/** Notes the absence; public pages name the deputy from its first day. */
export async function beAbsent(tx: Tx, who: Principal, away: Away): Promise<void> {
  await mustMay(tx, who, away.personId)
  const wrong = []
  if (away.to < away.from) wrong.push({ field: 'awayTo', message: backwards })
  if (away.to < localDate(tx.now)) wrong.push({ field: 'awayTo', message: over })
  if (away.deputyId === away.personId) wrong.push({ field: 'deputy', message: oneself })
  if (away.deputyId && !(await personById(tx, away.deputyId))) wrong.push({ field: 'deputy', message: oneself })
  if (wrong.length > 0) throw new Refusal(wrong)
  await addAbsence(tx, away)
  await refreshHolders(tx)
  await record(tx, who, { kind: 'person.away', about: away.personId, facts: { from: away.from, to: away.to, deputy: away.deputyId } })
}

/** Takes an absence away again. */
export async function comeBack(tx: Tx, who: Principal, { personId, absenceId }: { personId: string; absenceId: string }): Promise<void> {
  await mustMay(tx, who, personId)
  const absence = (await absencesFrom(tx, localDate(tx.now), [personId])).find(one => one.id === absenceId)
  if (!absence) throw new NotFound()
  await removeAbsence(tx, absence.id)
  await refreshHolders(tx)
  await record(tx, who, { kind: 'person.back', about: personId, facts: { from: absence.from, to: absence.to } })
}

async function mustMay(tx: Tx, who: Principal, personId: string): Promise<void> {
  const person = await personById(tx, personId)
  if (!person) throw new NotFound()
  const unit = person.unitId ? (await allUnits(tx)).find(one => one.id === person.unitId) : undefined
  if (!maySetAbsence(who, personId, unit?.leaderId ?? null)) throw new NotAllowed()
}
const backwards = { da: 'Sidste dag ligger før den første.', en: 'The last day lies before the first.' }
const over = { da: 'Fraværet er allerede forbi.', en: 'The absence is already over.' }
const oneself = { da: 'Vælg en anden til at svare imens.', en: 'Choose somebody else to answer meanwhile.' }
