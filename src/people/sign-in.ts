// Signing in and out, and staying: a used link or a proved identity becomes a session.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { ownPath } from './back-to.ts'
import { peoplePaths } from './paths.ts'
import { endSession, openSession, sawSessions } from './sessions.ts'
import { useSignInLink } from './sign-in-link.ts'
import { heldRoles } from './store.ts'

export interface SignedInNow {
  readonly token: string
  readonly to: string
}
/** Where somebody lands who asked for no page: a council member's own seat, for all others the work list. */
async function firstPage(tx: Tx, personId: string): Promise<string> {
  const held = (await heldRoles(tx, localDate(tx.now))).filter(one => one.personId === personId)
  return held.length > 0 && held.every(one => one.role === 'councilMember') ? peoplePaths.member : peoplePaths.work
}

/** Uses a one-time link up and opens a session; the session before it, if any, ends. Refuses a link that is unknown, used or too old. */
export async function signInByLink(tx: Tx, who: Principal, key: string): Promise<SignedInNow> {
  const link = await useSignInLink(tx, key)
  if (!link) throw new Refusal(deadLink)
  return await beginSession(tx, who, link.personId, 'link', link.backTo)
}

/** Opens a session for a person whose identity has been shown. */
export async function beginSession(
  tx: Tx,
  who: Principal,
  personId: string,
  strength: 'link' | 'oidc' | 'passkey',
  backTo: string | null,
): Promise<SignedInNow> {
  if (who.kind === 'staff' || who.kind === 'subject') await endSession(tx, who.sessionId)
  const token = await openSession(tx, { kind: 'staff', personId, strength })
  await record(
    tx,
    { kind: 'system', municipalityId: tx.municipalityId, job: 'sign-in' },
    { kind: 'person.signed-in', about: personId, facts: { strength } },
  )
  return { token, to: ownPath(backTo) ?? (await firstPage(tx, personId)) }
}

/** Ends the session; nothing happens when there is none. */
export async function signOut(tx: Tx, who: Principal): Promise<void> {
  if (who.kind === 'staff' || who.kind === 'subject') await endSession(tx, who.sessionId)
}

/** Counts as use of the session now, so that the idle limit begins anew. */
export async function stay(tx: Tx, who: Principal): Promise<void> {
  if (who.kind !== 'staff' && who.kind !== 'subject') throw new NotAllowed()
  await sawSessions(tx, new Map([[who.sessionId, tx.now]]))
}

const deadLink = {
  da: 'Linket virker ikke længere. Det er brugt, eller der er gået mere end 15 minutter. Bed om et nyt.',
  en: 'The link no longer works. It has been used, or more than 15 minutes have passed. Ask for a new one.',
}
