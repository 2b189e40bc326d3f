// Who may see how the filling of a council stands, and who may work on it.
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'

/** The board: names of those who sit, and counts of those who said yes. */
export const maySeeBoard = (who: Principal): who is Staff =>
  hasRole(who, 'secretary', 'unitLeader', 'politicalSecretariat', 'administration')
/** Sets the day the council is decided, notes who knows about what, and writes to organisations. */
export const mayRecruit = (who: Principal): who is Staff => hasRole(who, 'secretary')
/** The register of organisations: those who talk with them and write down what came of it. */
export const mayAsk = (who: Principal): boolean => who.kind === 'system' || hasRole(who, 'secretary', 'outreachWorker')
