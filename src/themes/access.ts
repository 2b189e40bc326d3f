// Who may do what here. What belongs to one voice is only for those who may read voices; themes and what staff learn are for more.
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'

/** Who a summary must not be shown to, and who wrote it. */
export interface SummaryNear {
  readonly writtenBy: string
  /** The voice is closed to these. */
  readonly closedTo: readonly string[]
  /** Those whose voice it is. */
  readonly own: boolean
}
/** Reads a summary: whoever works with voices, but never somebody the voice is closed to. `works`: signed in strongly enough for voices. */
export const mayReadSummary = (who: Principal, near: SummaryNear, works: boolean): who is Staff =>
  works && who.kind === 'staff' && !near.closedTo.includes(who.personId)
/** Writes it, asks and records what was said: those whose voice it is. */
export const mayWriteSummary = (who: Principal, near: SummaryNear, works: boolean): who is Staff =>
  mayReadSummary(who, near, works) && near.own
/** The second human: never the one who wrote it. */
export const mayApproveSummary = (who: Principal, near: SummaryNear, works: boolean): who is Staff =>
  mayReadSummary(who, near, works) && who.personId !== near.writtenBy
/** Gathers it into a theme: the secretary. */
export const mayGather = (who: Principal, near: SummaryNear, works: boolean): who is Staff =>
  mayReadSummary(who, near, works) && maySetThemes(who)

export const maySeeThemes = (who: Principal): who is Staff => hasRole(who, 'secretary', 'caseworker', 'outreachWorker', 'unitLeader')
export const maySetThemes = (who: Principal): who is Staff => hasRole(who, 'secretary')
/** Looks at the words of a theme as a second human. */
export const mayApproveTheme = maySeeThemes

/** Notes to learn from: everybody who meets citizens, and those who answer for what is done. */
export const maySeeNotes = (who: Principal): who is Staff =>
  hasRole(who, 'secretary', 'caseworker', 'outreachWorker', 'unitLeader', 'policyOwner', 'administration')
export const mayWriteNotes = (who: Principal): who is Staff => hasRole(who, 'secretary', 'unitLeader')
/** Writes down what a council asked for or said. */
export const mayWriteForCouncil = (who: Principal): who is Staff => hasRole(who, 'secretary')
