// Who may do what here. What belongs to one voice is only for those who may read voices; themes and what staff learn are for more.
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'
import { mayAnswer, mayWork, type Near } from '../voices/index.ts'

/** Who wrote a summary, and who is near the voice it is of. */
export interface SummaryNear {
  readonly writtenBy: string
  readonly voice: Near
}
/** Reads a summary: whoever works with voices, but never somebody the voice is closed to. */
export const mayReadSummary = (who: Principal, { voice }: SummaryNear): who is Staff =>
  mayWork(who, voice.invented) && !voice.closedTo.includes(who.personId)
/** Writes it, asks and records what was said: those whose voice it is. */
export const mayWriteSummary = (who: Principal, { voice }: SummaryNear): who is Staff => mayAnswer(who, voice)
/** The second human: never the one who wrote it. */
export const mayApproveSummary = (who: Principal, near: SummaryNear): who is Staff =>
  mayReadSummary(who, near) && who.personId !== near.writtenBy
/** Gathers it into a theme: the secretary. */
export const mayGather = (who: Principal, near: SummaryNear): who is Staff => mayReadSummary(who, near) && maySetThemes(who)

export const maySeeThemes = (who: Principal): who is Staff => hasRole(who, 'secretary', 'caseworker', 'outreachWorker', 'unitLeader')
export const maySetThemes = (who: Principal): who is Staff => hasRole(who, 'secretary')
/** Looks at the words of a theme as a second human: signed in strongly enough for voices. */
export const mayApproveTheme = (who: Principal, invented: boolean): who is Staff => maySeeThemes(who) && mayWork(who, invented)

/** A note before it is shown is for those who write them. */
export const mayReadNote = (who: Principal, out: boolean): who is Staff => (out ? maySeeNotes(who) : mayWriteNotes(who))
/** Notes to learn from: everybody who meets citizens, and those who answer for what is done. */
export const maySeeNotes = (who: Principal): who is Staff =>
  hasRole(who, 'secretary', 'caseworker', 'outreachWorker', 'unitLeader', 'policyOwner', 'administration')
export const mayWriteNotes = (who: Principal): who is Staff => hasRole(who, 'secretary', 'unitLeader')
/** Writes down what a council asked for or said. */
export const mayWriteForCouncil = (who: Principal): who is Staff => hasRole(who, 'secretary')
