// The door of this room: what people tell, and the talk that follows.
import { registerSetUp } from '../people/index.ts'
import { registerEraser } from '../platform/erased.ts'
import type { Room } from '../platform/room.ts'
import { registerCodeOwner } from '../receipts/index.ts'
import { voiceJobs } from './jobs.ts'
import { eraseRoutes } from './routes-erase.tsx'
import { guestRoutes } from './routes-guest.tsx'
import { notifiedRoutes } from './routes-notified.tsx'
import { searchRoutes } from './routes-search.tsx'
import { staffRoutes } from './routes-staff.tsx'
import { stepRoutes } from './routes-steps.tsx'
import { talkRoutes } from './routes-talk.tsx'
import { tellRoutes } from './routes-tell.tsx'
import { voiceSteps } from './set-up-steps.ts'
import { deleteVoice } from './store.ts'
import { voiceCodes } from './talk.ts'
import { drawTalk } from './views/draw-talk.tsx'
import { registerVoiceWork } from './work-words.ts'

export { mayAnswer, mayWork, type Near } from './access.ts'
export { answerVoice } from './answer-voice.ts'
export { type Askable, askableOf } from './asked.ts'
export { closeVoice } from './close-voice.ts'
export { closedLists, hiddenFrom } from './closed-to.ts'
export { fosterCounts, type HelpSaid } from './foster-figures.ts'
export { groundOf } from './ground.ts'

export { voiceDesk } from './mail-desk.ts'
export { places } from './next-steps.ts'
export { setShare } from './own-steps.ts'
export { registerConsentBack, registerErasing, registerRecused, registerStaffPart, registerTalkPart, type StaffPart } from './parts.ts'
export { paths as voicePaths } from './paths.ts'
export { pauseVoice } from './pause-voice.ts'
export { quiet } from './quiet.ts'
export { helpSaid } from './read-store.ts'
export { type Voice, voiceOf } from './read-voice.ts'
export { type Received, receiveVoice } from './receive-voice.ts'
export { secondHuman } from './second-human.ts'
export { noteVoice, translateLine } from './staff-lines.ts'
export type { Going, Talk } from './talk.ts'
export { nothingSaid } from './telling.ts'
export { Step as TalkForm } from './views/talk-step.tsx'
export { inventedHere } from './voice-list.ts'

registerVoiceWork()
registerSetUp('voices', voiceSteps)
registerEraser('voice', deleteVoice)
registerCodeOwner(voiceCodes(drawTalk))
export const voices: Room = {
  name: 'voices',
  routes: [...tellRoutes, ...talkRoutes, ...searchRoutes, ...staffRoutes, ...stepRoutes, ...eraseRoutes, ...guestRoutes, ...notifiedRoutes],
  jobs: voiceJobs,
}
