// The door of this room: how a council gets filled.
import { registerMerged } from '../nominations/index.ts'
import type { Room } from '../platform/room.ts'
import { recruitingJobs } from './jobs.ts'
import { registerShare } from './own-part.tsx'
import { moveProposed } from './proposal-store.ts'
import { boardRoutes } from './routes.tsx'
import { outreachRoutes } from './routes-outreach.tsx'
import { proposeRoutes } from './routes-propose.tsx'
import { registerRecruitingWork } from './work-words.ts'

export { boardGround, boardOf, isWarm, keepWarm, membersOf } from './board.ts'
export { enterOrganisation } from './enter-organisation.ts'
export { makeMailing, sendMailing } from './make-mailing.ts'
export type { Missing } from './missing.ts'
export { noteCompetences } from './note-competences.ts'

export type { OrganisationFacts } from './organisation-store.ts'
export { campaignOf } from './outreach.ts'
export { proposePeople } from './propose-people.ts'
export { setDecisionDay } from './set-decision-day.ts'
export { takeAskStep } from './take-ask-step.ts'
export { whomNext } from './whom-next.ts'
export { writeLetters } from './write-letters.ts'

registerRecruitingWork()
registerShare()
registerMerged((tx, { keep, drop }) => moveProposed(tx, keep, drop))
export const recruiting: Room = { name: 'recruiting', routes: [...outreachRoutes, ...proposeRoutes, ...boardRoutes], jobs: recruitingJobs }
