// The door of this room: slates, and what the appointing bodies decided.
import { registerAbolition } from '../councils/index.ts'
import { registerBegun } from '../nominations/index.ts'
import type { Room } from '../platform/room.ts'
import { closeAbolished } from './close-abolished.ts'
import { registerDecisionsOfCouncil } from './council-part.tsx'
import { isOnSlate } from './read-slate.ts'
import { slateRoutes } from './routes.tsx'
import { registerSlateWork } from './work-words.ts'

export { takeCandidatesFrom } from './candidates.ts'
export { decide } from './decide.ts'
export { decisionsOf } from './decision-store.ts'
export { deviate } from './deviate.ts'
export { namePerson } from './name-person.ts'
export { openSlate } from './open-slate.ts'
export { place, takeOff } from './place.ts'
export { propose } from './propose.ts'
export { findSlate } from './read-slate.ts'

registerSlateWork()
registerAbolition(closeAbolished)
registerBegun(isOnSlate)
registerDecisionsOfCouncil()
export const appointments: Room = { name: 'appointments', routes: slateRoutes, jobs: [] }
