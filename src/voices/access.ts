// Who may read and work with voices. Roles that do need a sign-in of the municipality's own or a passkey; a link by mail is not enough.
import { hasRole, type Principal, type Role, type Staff } from '../platform/principal.ts'

export const readerRoles: readonly Role[] = ['caseworker', 'outreachWorker', 'secretary', 'unitLeader']

/** What decides who is near a voice. */
export interface Near {
  /** Where everybody is invented, one click signs in, and that is enough. */
  readonly invented: boolean
  readonly ownerId: string | null
  readonly ownerUnit: string | null
  /** Those who owe something about it or have been called in: owner, deputy, leader, those who stand in today. */
  readonly called: readonly string[]
  /** The unit whose leader shall never read it: somebody from there told. */
  readonly closedTo: readonly string[]
}

/** Staff who work with voices, signed in strongly enough. */
export const mayWork = (who: Principal, invented: boolean): who is Staff =>
  hasRole(who, ...readerRoles) && (invented || (who.proof !== undefined && who.proof !== 'link'))

/** `own`: theirs or their team's. `reason`: a colleague's, after saying why. Null: never. */
export function reachOf(who: Principal, near: Near): 'own' | 'reason' | null {
  if (!mayWork(who, near.invented) || near.closedTo.includes(who.personId)) return null
  if (near.called.includes(who.personId) || who.personId === near.ownerId) return 'own'
  if (near.ownerUnit !== null && who.unitIds.includes(near.ownerUnit)) return 'own'
  return hasRole(who, 'caseworker', 'unitLeader', 'secretary') ? 'reason' : null
}
/** Writes in it: only those whose it is. */
export const mayAnswer = (who: Principal, near: Near): who is Staff => reachOf(who, near) === 'own'
/** Writes down what somebody told: whoever works with voices, for anybody who asks. */
export const mayEnter = mayWork
