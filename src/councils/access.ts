// Who may see and change who sits in the councils.
import { hasRole, type Principal, type Role } from '../platform/principal.ts'

/** Reads the register of seats with names, and who sat there before. */
export const maySeeSeats = (who: Principal): boolean =>
  hasRole(who, 'secretary', 'politicalSecretariat', 'administration', 'unitLeader', 'auditor')

/** Their own seat: whoever works here as a member of a council. */
export const maySeeOwnSeat = (who: Principal): boolean => hasRole(who, 'councilMember')

/** Enters people on seats and writes down that they leave. */
export const mayKeepSeats = (who: Principal): boolean => hasRole(who, 'secretary', 'politicalSecretariat')

/** Writes down what a body decided about a council (founded, recruiting, in function, abolished). */
export const mayRecordEvents = (who: Principal): boolean => hasRole(who, 'secretary', 'politicalSecretariat')

/** Records the result of an election, or that it was cancelled. */
export const mayRecordElections = (who: Principal): boolean => hasRole(who, 'secretary', 'politicalSecretariat')

const recorders: Readonly<Record<string, Role>> = {
  municipal_council: 'politicalSecretariat',
  administration: 'administration',
}

/**
 * Records what an appointing body decided: the political secretariat for the municipal council, the administration for its own
 * advisers, the political secretariat for any other body.
 */
export const mayDecideFor = (who: Principal, body: string): boolean => hasRole(who, recorders[body] ?? 'politicalSecretariat')

/** Seats somebody: by a recorded decision, by import or correction, or a job of the house. Nobody seats themself. */
export const maySeat = (who: Principal, appointedBy: string, personId: string | null): boolean => {
  if (who.kind === 'system') return true
  if (who.kind !== 'staff' || (personId !== null && personId === who.personId)) return false
  return mayKeepSeats(who) || mayDecideFor(who, appointedBy)
}
