// Who prepares charters, and who writes down that one was adopted.
import { hasRole, type Principal } from '../../platform/principal.ts'
import { mayDecideFor } from '../access.ts'

/** Sees drafts, writes in them and tries them on invented people. */
export const mayDraft = (who: Principal): boolean => hasRole(who, 'secretary', 'politicalSecretariat')

/** Writes down that the municipal council adopted a charter: as with its other decisions. */
export const mayAdopt = (who: Principal): boolean => mayDecideFor(who, 'municipal_council')
