// The only SQL on what the staff write about a council that is being filled: the day it is decided, and who knows about what.
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import { actorOf, type Principal } from '../platform/principal.ts'
import { mine } from './organisation-store.ts'

/** The day last set; null when nobody has set one. */
export async function decisionDay(tx: Tx, council: string): Promise<LocalDate | null> {
  const row = await mine(tx)
    .selectFrom('decision_day')
    .select('decides_on')
    .where('council', '=', council)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (row?.decides_on as LocalDate | undefined) ?? null
}
export async function writeDecisionDay(tx: Tx, who: Principal, council: string, on: LocalDate): Promise<void> {
  await mine(tx)
    .insertInto('decision_day')
    .values({ municipality_id: tx.municipalityId, id: uuid7(tx.now), council, decides_on: on, set_at: tx.now, set_by: actorOf(who) })
    .execute()
}

/** What these members know about: competences by member. */
export async function competencesOf(tx: Tx, memberIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  if (memberIds.length === 0) return found
  const rows = await mine(tx)
    .selectFrom('member_competence')
    .select(['member_id', 'competence'])
    .where('member_id', 'in', [...memberIds])
    .orderBy('competence')
    .execute()
  for (const row of rows) found.set(row.member_id, [...(found.get(row.member_id) ?? []), row.competence])
  return found
}
export async function writeCompetences(tx: Tx, who: Principal, memberId: string, competences: readonly string[]): Promise<void> {
  await mine(tx).deleteFrom('member_competence').where('member_id', '=', memberId).execute()
  if (competences.length > 0)
    await mine(tx)
      .insertInto('member_competence')
      .values(
        competences.map(competence => ({
          municipality_id: tx.municipalityId,
          member_id: memberId,
          competence,
          noted_at: tx.now,
          noted_by: actorOf(who),
        })),
      )
      .execute()
}
