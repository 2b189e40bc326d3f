// Who works here today, as rooms downstream need to know it: roles, unit, who is next when they are away, and a word to them by letter.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { tell } from '../platform/mail/outbox.ts'
import type { Role } from '../platform/principal.ts'
import { absencesFrom, deputisedFor } from './absence-store.ts'
import { siteName } from './standing.ts'
import { allPeople, heldRoles } from './store.ts'
import { allUnits } from './unit-store.ts'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly invented: boolean
  readonly roles: readonly Role[]
  readonly unitId: string | null
  readonly unit: string | null
  readonly away: boolean
}
/** Everybody employed today, by name. Four statements, once in a transaction. */
export async function colleaguesOf(tx: Tx, lang = 'da'): Promise<readonly Colleague[]> {
  const memo = `colleagues ${lang} ${localDate(tx.now)}`
  const known = tx.memo.get(memo) as readonly Colleague[] | undefined
  if (known) return known
  const today = localDate(tx.now)
  const held = await heldRoles(tx, today)
  const units = await allUnits(tx, lang)
  const away = new Set((await absencesFrom(tx, today)).filter(one => one.from <= today).map(one => one.personId))
  const all = (await allPeople(tx))
    .filter(one => one.from <= today && (one.to === null || one.to >= today))
    .map(one => ({
      id: one.id,
      name: one.name,
      email: one.email,
      invented: one.invented,
      roles: held.filter(each => each.personId === one.id).map(each => each.role),
      unitId: one.unitId,
      unit: units.find(unit => unit.id !== null && unit.id === one.unitId)?.name ?? null,
      away: away.has(one.id),
    }))
  tx.memo.set(memo, all)
  return all
}
/** Those this person stands in for today. */
export async function standsInFor(tx: Tx, personId: string): Promise<string[]> {
  return await deputisedFor(tx, personId, localDate(tx.now))
}

/** A letter to somebody who works here, about nothing that can be read in it. Leaves at once. */
export async function tellColleague(tx: Tx, to: Colleague, { subject, text }: { subject: string; text: string }): Promise<void> {
  await tell(tx, { about: to.id, to: to.email, subject, text, language: 'da', signedBy: await siteName(tx, 'da'), waitSeconds: 0 })
}
