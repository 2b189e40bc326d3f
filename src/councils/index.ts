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
export { mayDecideFor, mayKeepSeats, maySeeSeats } from './access.ts'
export { callIn, substituteOffers } from './call-in.ts'
export { charterInForce, charterVersion, engineVersion, type InForce } from './charter-in-force.ts'
export { type ChooseShown, chooseShown } from './choose-shown.ts'
export { councilOfThing, councilThing, holdCharter } from './council-store.ts'
export {
  asSaid,
  brokenNow,
  type Council,
  councilHistory,
  councilOf,
  councilsOf,
  type HistoryLine,
  openCouncils,
  type Seat,
  saidWords,
  seatsOf,
} from './councils.ts'
export { changeDraft, keepPool } from './drafts/change-draft.ts'
export { openDraft } from './drafts/open-draft.ts'
export { invented } from './drafts/pool.ts'
export { againstLaws, type LawBreach, laws } from './laws.ts'
export { type MemberAttributes, type MemberContact, type NewMember, openMembers } from './member-store.ts'
export { membersDesk } from './members-desk.ts'
export { nightDues } from './night-check.ts'
export { type OnRecord, type SeatOnRecord, seatsOnRecord } from './on-record.ts'
export type { CallState, OpenCall } from './open-call.ts'
export { councilPaths } from './paths.ts'
export { registerCouncilPart } from './public/parts.ts'
export { recordElection } from './record-election.ts'
export { recordEvent } from './record-event.ts'
export { type SeatMember, seatMember } from './seat-member.ts'
export { freeSeat, type SeatPlace, seatPlan } from './seat-plan.ts'
export { byMandate, type SeatTerm, seatTerm } from './seat-term.ts'
export type { NamedSeating, Seating } from './seating.ts'
export { closeCall, setCall } from './set-call.ts'
export { standFor } from './stand-for.ts'
export type { CouncilState, CouncilStatus } from './status.ts'
export { namedSeatings, seatingsDecided } from './store.ts'
export type { CouncilEvent, LeavingReason } from './tables.ts'
export { tellSeated } from './tell-member.ts'
export { vacancyDues } from './vacancy.ts'
export { type Vacate, type Vacated, vacate } from './vacate.ts'

registerCouncilWork()
registerSetUp('councils', memberSteps)
export const councils: Room = {
  name: 'councils',
  routes: [...publicRoutes, ...draftRoutes, ...staffRoutes, ...electionRoutes],
  jobs: councilJobs,
}
