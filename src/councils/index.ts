// The door of this room: the councils, their charters, who sits there and who sat there.
import { registerSetUp } from '../people/index.ts'
import type { Room } from '../platform/room.ts'
import { draftRoutes } from './drafts/routes.tsx'
import { electionRoutes } from './election-routes.tsx'
import { councilJobs } from './jobs.ts'
import { publicRoutes } from './public/routes.tsx'
import { memberSteps } from './set-up-steps.ts'
import { staffRoutes } from './staff-routes.tsx'
import { registerCouncilWork } from './work-words.ts'

export { type Abolition, registerAbolition } from './abolition.ts'
export { mayDecideFor } from './access.ts'
export { callIn, substituteOffers } from './call-in.ts'
export { charterInForce, charterVersion, engineVersion, type InForce } from './charter-in-force.ts'
export { chooseShown } from './choose-shown.ts'
export { councilThing, holdCharter } from './council-store.ts'
export {
  asSaid,
  brokenNow,
  type Council,
  councilHistory,
  councilOf,
  councilsOf,
  openCouncils,
  type Seat,
  saidWords,
  seatsOf,
} from './councils.ts'
export { changeDraft, keepPool } from './drafts/change-draft.ts'
export { openDraft } from './drafts/open-draft.ts'
export { invented } from './drafts/pool.ts'
export { laws } from './laws.ts'
export { type MemberAttributes, type MemberContact, openMembers } from './member-store.ts'
export { membersDesk } from './members-desk.ts'
export { nightDues } from './night-check.ts'
export { seatsOnRecord } from './on-record.ts'

export { registerCouncilPart } from './public/parts.ts'
export { recordElection } from './record-election.ts'
export { recordEvent } from './record-event.ts'
export { seatMember } from './seat-member.ts'
export { freeSeat, type SeatPlace, seatPlan } from './seat-plan.ts'
export { appointingBodies, byMandate, seatTerm } from './seat-term.ts'
export type { NamedSeating } from './seating.ts'

export { standFor } from './stand-for.ts'

export { namedSeatings, seatingsDecided } from './store.ts'
export type { LeavingReason } from './tables.ts'
export { tellSeated } from './tell-member.ts'
export { vacancyDues } from './vacancy.ts'
export { vacate } from './vacate.ts'

registerCouncilWork()
registerSetUp('councils', memberSteps)
export const councils: Room = {
  name: 'councils',
  routes: [...publicRoutes, ...draftRoutes, ...staffRoutes, ...electionRoutes],
  jobs: councilJobs,
}
