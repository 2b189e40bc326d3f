// Who a proved identity is here: by its subject, else by the verified e-mail of somebody already entered; nobody is made.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { beginSession, type SignedInNow } from './sign-in.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

export interface Identity {
  /** Issuer and subject, which never mean anybody else. */
  readonly subject: string
  /** An address the other server vouches for; null when it does not. */
  readonly email: string | null
  readonly backTo: string | null
}

/** Opens a session for the person, or null when nobody here is this identity. The first time an address fits, the subject is remembered. */
export async function signInByIdentity(tx: Tx, who: Principal, identity: Identity): Promise<SignedInNow | null> {
  const today = localDate(tx.now)
  const employed = () =>
    mine(tx)
      .selectFrom('person')
      .select(['id', 'oidc_subject'])
      .where(eb => eb.or([eb('to_date', 'is', null), eb('to_date', '>=', today)]))
  const bySubject = await employed().where('oidc_subject', '=', identity.subject).executeTakeFirst()
  if (bySubject) return await beginSession(tx, who, bySubject.id, 'oidc', identity.backTo)
  if (!identity.email) return null
  const address = identity.email.toLowerCase()
  const byEmail = await employed()
    .where(eb => eb(eb.fn<string>('lower', ['email']), '=', address))
    .executeTakeFirst()
  // Somebody who already is another identity there does not become this one because an address moved.
  if (!byEmail || byEmail.oidc_subject !== null) return null
  await mine(tx).updateTable('person').set({ oidc_subject: identity.subject }).where('id', '=', byEmail.id).execute()
  return await beginSession(tx, who, byEmail.id, 'oidc', identity.backTo)
}
