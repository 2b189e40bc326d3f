// Sessions: opened by a used sign-in link, OIDC or a code; found by the hash of their token; ended by idleness.

import { localDate } from '../platform/clock.ts'
import { newToken, tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid4 } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

/** Minutes without a request after which a session ends; the page warns five minutes before. */
export const idleMinutes = { staff: 30, subject: 20 } as const
/** Hours after which even a busy session ends. */
const longestHours = { staff: 10, subject: 2 } as const

const hash = (token: string) => tokenHash(token) ?? Buffer.alloc(0)

export type Opening =
  | { readonly kind: 'staff'; readonly personId: string; readonly strength: 'link' | 'oidc' | 'passkey' }
  | { readonly kind: 'subject'; readonly about: string; readonly strength: 'link' | 'code' }

/** Opens a session and returns its token; only the token's hash is stored. */
export async function openSession(tx: Tx, opening: Opening): Promise<string> {
  const { token } = newToken()
  await mine(tx)
    .insertInto('session')
    .values({
      municipality_id: tx.municipalityId,
      id: uuid4(),
      token_hash: hash(token),
      kind: opening.kind,
      person_id: opening.kind === 'staff' ? opening.personId : null,
      about: opening.kind === 'subject' ? opening.about : null,
      strength: opening.strength,
      created_at: tx.now,
      seen_at: tx.now,
      ends_at: new Date(tx.now.getTime() + longestHours[opening.kind] * 3_600_000),
    })
    .execute()
  return token
}

/** The person behind a token, with the roles they hold today; null when unknown, ended, idle too long, or no longer employed. */
export async function whoSignedIn(tx: Tx, token: string): Promise<Principal | null> {
  const today = localDate(tx.now)
  const row = await mine(tx)
    .selectFrom('session')
    .leftJoin('person', join =>
      join.onRef('person.id', '=', 'session.person_id').onRef('person.municipality_id', '=', 'session.municipality_id'),
    )
    .select(eb => [
      'session.id',
      'session.kind',
      'session.strength',
      'session.about',
      'session.person_id',
      'session.seen_at',
      'session.ends_at',
      'person.name',
      'person.unit_id',
      eb
        .selectFrom('role_grant')
        .select(eb2 => eb2.fn<string[]>('array_agg', ['role']).as('roles'))
        .whereRef('role_grant.person_id', '=', 'session.person_id')
        .where('from_date', '<=', today)
        .where(or => or.or([or('to_date', 'is', null), or('to_date', '>=', today)]))
        .as('roles'),
    ])
    .where('token_hash', '=', hash(token))
    .where('ends_at', '>', tx.now)
    .where(eb => eb.or([eb('person.id', 'is', null), eb('person.to_date', 'is', null), eb('person.to_date', '>=', today)]))
    .executeTakeFirst()
  if (!row) return null
  if (tx.now.getTime() - row.seen_at.getTime() > idleMinutes[row.kind] * 60_000) return null
  if (row.kind === 'subject') return { kind: 'subject', municipalityId: tx.municipalityId, about: row.about!, sessionId: row.id }
  return {
    kind: 'staff',
    municipalityId: tx.municipalityId,
    personId: row.person_id!,
    name: row.name!,
    roles: ((row.roles as string[] | null) ?? []) as never,
    unitIds: row.unit_id ? [row.unit_id] : [],
    sessionId: row.id,
    proof: row.strength as 'link' | 'oidc' | 'passkey',
    endsAt: row.ends_at,
  }
}

/** Ends one session. */
export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await mine(tx).deleteFrom('session').where('id', '=', sessionId).execute()
}

/** Ends every session of a person: they have left. */
export async function endSessionsOf(tx: Tx, personId: string): Promise<void> {
  await mine(tx).deleteFrom('session').where('person_id', '=', personId).execute()
}

/** Writes down when sessions were last used; never moves a time backwards. */
export async function sawSessions(tx: Tx, seen: ReadonlyMap<string, Date>): Promise<void> {
  for (const [id, at] of seen)
    await mine(tx).updateTable('session').set({ seen_at: at }).where('id', '=', id).where('seen_at', '<', at).execute()
}
