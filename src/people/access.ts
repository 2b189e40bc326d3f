// Who may do what among the people who work here. Pure; routes show buttons by it, deeds refuse by it.
import { hasRole, type Principal, type Role, roles } from '../platform/principal.ts'

/** What a secretary may give: those they work with, never the roles that watch over them or run the site. */
const bySecretary: readonly Role[] = [
  'caseworker',
  'outreachWorker',
  'unitLeader',
  'politicalSecretariat',
  'administration',
  'councillor',
  'councilMember',
  'policyOwner',
]

/** The roles this person may give to and take from others. */
export function rolesToGive(who: Principal): readonly Role[] {
  if (hasRole(who, 'operator')) return roles
  return hasRole(who, 'secretary') ? bySecretary : []
}
/** Nobody gives a role to themself. */
export const mayGrant = (who: Principal, personId: string, role: Role): boolean => !isSelf(who, personId) && rolesToGive(who).includes(role)
/** One may lay down one's own role; otherwise only who could have given it takes it. */
export const mayEndRole = (who: Principal, personId: string, role: Role): boolean => isSelf(who, personId) || mayGrant(who, personId, role)

export const maySeePeople = (who: Principal): boolean => hasRole(who, 'operator', 'secretary', 'unitLeader')
export const mayEmploy = (who: Principal): boolean => hasRole(who, 'operator', 'secretary')
/** A person's own page: themself, and those who keep the register. */
export const maySeePerson = (who: Principal, personId: string): boolean => isSelf(who, personId) || maySeePeople(who)
export const mayChangePerson = (who: Principal, personId: string): boolean => isSelf(who, personId) || mayEmploy(who)
/** The address is how one signs in: changing another's would be becoming them. */
export const mayChangeEmail = (who: Principal): boolean => hasRole(who, 'operator')
/** Letting somebody go takes every role they hold, so it needs the right to take each. */
export const mayLetGo = (who: Principal, personId: string, held: readonly Role[]): boolean =>
  mayEmploy(who) && !isSelf(who, personId) && held.every(role => mayGrant(who, personId, role))
/** One's own absence, or that of the people one leads. */
export const maySetAbsence = (who: Principal, personId: string, leaderId: string | null): boolean =>
  isSelf(who, personId) || mayEmploy(who) || (who.kind === 'staff' && leaderId === who.personId)
export const maySetUnits = (who: Principal): boolean => hasRole(who, 'operator', 'secretary')
export const mayHoldContacts = (who: Principal): boolean => hasRole(who, 'operator', 'secretary')
export const maySeeLetters = (who: Principal): boolean => hasRole(who, 'operator')
export const mayMoveLetters = maySeeLetters
export const maySeeReadings = (who: Principal): boolean => hasRole(who, 'auditor')
export const maySetUp = (who: Principal): boolean => hasRole(who, 'operator', 'secretary')
export const mayConfirmAuthority = (who: Principal): boolean => hasRole(who, 'operator')

const isSelf = (who: Principal, personId: string): boolean => who.kind === 'staff' && who.personId === personId
