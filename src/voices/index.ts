// The door of this room: what people tell, and the talk that follows.
import { registerSetUp } from '../people/index.ts'
import { registerEraser } from '../platform/erased.ts'
import type { Room } from '../platform/room.ts'
import { registerCodeOwner } from '../receipts/index.ts'
import { voiceJobs } from './jobs.ts'
import { staffRoutes } from './routes-staff.tsx'
import { stepRoutes } from './routes-steps.tsx'
import { talkRoutes } from './routes-talk.tsx'
import { tellRoutes } from './routes-tell.tsx'
import { voiceSteps } from './set-up-steps.ts'
import { deleteVoice } from './store.ts'
import { voiceCodes } from './talk.ts'
import { drawTalk } from './views/draw-talk.tsx'
import { registerVoiceWork } from './work-words.ts'

export { answerVoice } from './answer-voice.ts'
export { closeVoice } from './close-voice.ts'
export { handOverVoice } from './hand-over-voice.ts'
export { voiceDesk } from './mail-desk.ts'
export { pauseVoice } from './pause-voice.ts'
export { type Received, receiveVoice } from './receive-voice.ts'
export { noteVoice, translateLine } from './staff-lines.ts'
export { nothingSaid, type Telling } from './telling.ts'

registerVoiceWork()
registerSetUp('voices', voiceSteps)
registerEraser('voice', deleteVoice)
registerCodeOwner(voiceCodes(drawTalk))
export const voices: Room = { name: 'voices', routes: [...tellRoutes, ...talkRoutes, ...staffRoutes, ...stepRoutes], jobs: voiceJobs }
