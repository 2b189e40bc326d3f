// Who may enter, read and work with candidates.
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'

/** Staff who talk with people write down what they were told. */
export const mayEnter = (who: Principal): who is Staff => hasRole(who, 'secretary', 'caseworker', 'outreachWorker', 'unitLeader')
/** The register: the secretary, and the leader who is next when something is overdue. */
export const maySearch = (who: Principal): boolean => hasRole(who, 'secretary', 'unitLeader')
/** One candidate: also whoever owes them the next step. */
export const mayWorkWith = (who: Principal, candidate: { readonly owners: readonly string[] }): boolean =>
  maySearch(who) || (who.kind === 'staff' && candidate.owners.includes(who.personId))
/** The person themselves, by their code or link. */
export const isTheOne = (who: Principal, candidateId: string): boolean => who.kind === 'subject' && who.about === candidateId
/** Those who record what a body decided, and the room that puts people on slates. */
export const mayCompose = (who: Principal): boolean =>
  who.kind === 'system' || hasRole(who, 'secretary', 'politicalSecretariat', 'administration', 'unitLeader')
