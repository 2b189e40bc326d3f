// The door of this room: people who want to sit in a council, and what became of their wish.
import { registerAbolition } from '../councils/index.ts'
import { registerEraser } from '../platform/erased.ts'
import type { Room } from '../platform/room.ts'
import { registerCodeOwner } from '../receipts/index.ts'
import { answerAbolished } from './answer-abolished.ts'
import { registerLetterEars } from './hear-of-letters.ts'
import { registerReplyEars } from './hear-reply.ts'
import { nominationJobs } from './jobs.ts'
import { candidateCodes } from './open-own-page.ts'
import { callRoutes } from './routes-call.tsx'
import { letterRoutes } from './routes-letter.tsx'
import { ownRoutes } from './routes-own.tsx'
import { publicRoutes } from './routes-public.tsx'
import { questionRoutes } from './routes-question.tsx'
import { staffRoutes } from './routes-staff.tsx'
import { deleteCandidate } from './store.ts'
import { registerNominationWork } from './work-words.ts'

export { sayNo, sayYes } from './answer-suggestion.ts'
export type { Answers } from './answers.ts'
export { confirmTie, verifyResidence } from './confirm.ts'
export { giveAnswer } from './give-answer.ts'
export { nominationDesk } from './mail-desk.ts'
export { move } from './move-nomination.ts'

export { offerOf } from './offer.ts'
export { retentionOf } from './open-councils.ts'
export { outcomesOf } from './outcomes.ts'
export { registerBegun, registerMerged, registerOwnPart } from './own-parts.ts'

export { asPerson } from './person.ts'
export { tiesOf } from './read-store.ts'
export { type Received, receiveNomination } from './receive-nomination.ts'
export { recordContact, writeNote } from './record-contact.ts'
export {
  candidateSource,
  candidatesFor,
  close,
} from './slates.ts'

registerNominationWork()
registerCodeOwner(candidateCodes)
registerEraser('candidate', deleteCandidate)
registerLetterEars()
registerReplyEars()
registerAbolition(answerAbolished)
export const room: Room = {
  name: 'nominations',
  routes: [...publicRoutes, ...callRoutes, ...ownRoutes, ...letterRoutes, ...questionRoutes, ...staffRoutes],
  jobs: nominationJobs,
}
