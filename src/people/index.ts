// The door of this room: who works here, who is signed in, who answers.
import type { Room } from '../platform/room.ts'
import { peopleJobs } from './jobs.ts'
import { registerOwnWork } from './own-work.ts'
import { signInPath } from './paths.ts'
import { registerOwnReadings } from './reading-words.ts'
import { peopleRoutes } from './routes.ts'
import { rememberSeen } from './seen.ts'
import { whoSignedIn } from './sessions.ts'
import { signInLinkFor } from './sign-in-link.ts'
import { signedIn } from './signed-in.ts'
import { greeting, welcome } from './welcome.ts'

export { beAbsent } from './absence.ts'
export { calledTo } from './absence-store.ts'
export { colleaguesOf, standsInFor, tellColleague } from './colleagues.ts'
export {
  closingDays,
  type Due,
  deadlineAfter,
  dueOn,
  handOver,
  markEscalated,
  type Owed,
  openDues,
  owe,
  oweNew,
  type Rule,
  settle,
  settleAll,
} from './due.ts'
export { employ } from './enter-person.ts'
export { nextInLine } from './escalate.ts'
export { holdContact } from './hold-contact.ts'
export { holders } from './holders.ts'
export { humanOf } from './human.ts'
export { letterAnswered, takeBounce } from './letter-fate.ts'
export type { LetterNews } from './letter-news.ts'
export { registerLetterNews, registerThread } from './letter-news.ts'
export { lettersAbout, openedLettersAbout } from './letter-store.ts'
export { registerNotFor } from './not-for.ts'
export { defaultOwner, type Owner } from './owner.ts'
export { peoplePaths } from './paths.ts'
export { calledInstead } from './post.ts'
export { type Practitioner, practitionerOf, signInToPractice } from './practise.ts'
export { withRoles } from './reader-roles.ts'
export { registerReadings } from './reading-words.ts'
export { postedLetter, regretLetter } from './regret-letter.ts'
export { endSession, openSession } from './sessions.ts'
export { setUnit } from './set-unit.ts'
export { registerSetUp, type SetUpStep } from './set-up.ts'
export { makeSignInLink } from './sign-in-link.ts'
export { mayEnter, staffNav } from './staff-nav.ts'
export { houseThing, siteName } from './standing.ts'
export { addressOf, namesOf } from './store.ts'
export { allUnits as unitsOf } from './unit-store.ts'
export { nobodyYet } from './welcome.ts'
export { type Describe, registerWork, type WorkWords } from './work.ts'

registerOwnWork()
registerOwnReadings()
const room: Room = { name: 'people', routes: peopleRoutes, jobs: peopleJobs }
export const people = { room, rememberSeen, whoSignedIn, greeting, signedIn, signInPath, welcome, signInLinkFor }
