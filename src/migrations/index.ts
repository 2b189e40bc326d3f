// Every migration in the order it is applied; a listed one is frozen.
import { house } from './0001-house.ts'
import { people } from './0002-people.ts'
import { councils } from './0003-councils.ts'
import { nominations } from './0004-nominations.ts'
import { appointments } from './0005-appointments.ts'
import { practice } from './0006-practice.ts'
import { broughtIn } from './0007-brought-in.ts'
import { charterDrafts } from './0008-charter-drafts.ts'
import { recruiting } from './0009-recruiting.ts'
import { openCall } from './0010-open-call.ts'
import { seats } from './0011-seats.ts'
import { mailroom } from './0012-mailroom.ts'
import { lettersOut } from './0013-letters-out.ts'
import { adviserKnowledge } from './0014-adviser-knowledge.ts'
import { rolesTold } from './0015-roles-told.ts'
import { trialOperations } from './0016-trial-operations.ts'
import { voices } from './0018-voices.ts'
import { themes } from './0019-themes.ts'
import { voiceVisits } from './0020-voice-visits.ts'
import { voiceEraseAsks } from './0021-voice-erase-asks.ts'
import { fosterFamilies } from './0023-foster-families.ts'
import { voiceGuests } from './0024-voice-guests.ts'
import { voiceClosed } from './0025-voice-closed.ts'
import { sealedInPlace } from './0026-sealed-in-place.ts'
import { childNotified } from './0027-child-notified.ts'
import { handOverTaken } from './0028-hand-over-taken.ts'
import { candidateKept } from './0029-candidate-kept.ts'
import { shortLists } from './0030-short-lists.ts'
import { checkedByRow } from './0031-checked-by-row.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}
export const migrations: readonly Migration[] = [
  house,
  people,
  councils,
  nominations,
  appointments,
  practice,
  broughtIn,
  charterDrafts,
  recruiting,
  openCall,
  seats,
  mailroom,
  lettersOut,
  adviserKnowledge,
  rolesTold,
  trialOperations,
  voices,
  themes,
  voiceVisits,
  voiceEraseAsks,
  fosterFamilies,
  voiceGuests,
  voiceClosed,
  sealedInPlace,
  childNotified,
  handOverTaken,
  candidateKept,
  shortLists,
  checkedByRow,
]
