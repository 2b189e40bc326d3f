// One-time sign-in links: made for a person, good once and for fifteen minutes, stored as a hash.

import { localDate } from '../platform/clock.ts'
import { newToken, tokenHash } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { actorOf, type Principal, type Role } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { employ } from './enter-person.ts'
import { grant, heldRoles, personByEmail } from './store.ts'
import type { PeopleTables } from './tables.ts'
import { toHumans } from './to-humans.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()
export const linkMinutes = 15
const hashOf = (token: string) => tokenHash(token) ?? Buffer.alloc(0)

/** Makes a link for the person and returns its path. */
export async function makeSignInLink(tx: Tx, personId: string, backTo: string | null = null): Promise<string> {
  const { token } = newToken()
  await mine(tx)
    .insertInto('sign_in_link')
    .values({
      municipality_id: tx.municipalityId,
      token_hash: hashOf(token),
      person_id: personId,
      created_at: tx.now,
      expires_at: new Date(tx.now.getTime() + linkMinutes * 60_000),
      back_to: backTo,
    })
    .execute()
  return `/log-ind/${token}`
}

/** Uses a link up; the person it was made for, or null when it is unknown, used or too old. The update itself is the test, so two presses cannot both win. */
export async function useSignInLink(tx: Tx, token: string): Promise<{ personId: string; backTo: string | null } | null> {
  const row = await mine(tx)
    .updateTable('sign_in_link')
    .set({ used_at: tx.now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['person_id', 'back_to'])
    .executeTakeFirst()
  return row ? { personId: row.person_id, backTo: row.back_to } : null
}

/** Whether a link would work now; tells nothing else and changes nothing, so a scanner may ask as often as it likes. */
export async function linkWorks(tx: Tx, token: string): Promise<boolean> {
  const row = await mine(tx)
    .selectFrom('sign_in_link')
    .select('person_id')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row !== undefined
}

/** A way in from the command line: makes the person when the address is unknown, sees to it that they hold the role, returns the path of a link. */
export async function signInLinkFor(tx: Tx, who: Principal, { email, role }: { email: string; role: Role }): Promise<string> {
  const today = localDate(tx.now)
  const known = await personByEmail(tx, email)
  const grantedBy = actorOf(who)
  const id = known?.id ?? (await employ(tx, { name: email.split('@')[0]!, email, roles: [role], invented: false, grantedBy }))
  if (known?.to && known.to < today) throw new Refusal({ da: `${email} arbejder her ikke mere.`, en: `${email} no longer works here.` })
  if (known && !(await heldRoles(tx, today)).some(held => held.personId === id && held.role === role))
    await grant(tx, { personId: id, role, from: today, to: null, grantedBy })
  await toHumans(tx)
  await record(tx, who, { kind: 'person.link-made', about: id, facts: { role } })
  return await makeSignInLink(tx, id)
}
