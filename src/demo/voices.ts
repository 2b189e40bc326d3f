// Plays what people told, through the deeds of the room, each at its own moment.

import { addDays } from '../platform/clock.ts'
import { newToken } from '../platform/crypto/token.ts'
import type { Principal } from '../platform/principal.ts'
import { answerVoice, closeVoice, noteVoice, nothingSaid, pauseVoice, receiveVoice, translateLine } from '../voices/index.ts'
import { told, type VoicePart, type VoiceScene } from './cast-voices.ts'
import type { Stage } from './stage.ts'

/** Everything told so far in the demonstration; the voices by their names in the cast. */
export async function tellAll(stage: Stage, parts: Readonly<Record<string, VoicePart>> = told): Promise<ReadonlyMap<string, string>> {
  const voices = new Map<string, string>()
  for (const [name, part] of Object.entries(parts)) voices.set(name, await tell(stage, part))
  return voices
}

async function tell(stage: Stage, part: VoicePart): Promise<string> {
  const tx = stage.at(part.ago)
  const who: Principal = part.by ? stage.as(part.by) : { kind: 'anyone', municipalityId: tx.municipalityId }
  const { voiceId } = await receiveVoice(tx, who, {
    telling: { ...nothingSaid, ...part.telling },
    channel: part.channel,
    key: newToken(128).token,
    invented: true,
  })
  for (const scene of part.then ?? []) await play(stage, scene, voiceId)
  return voiceId
}

async function play(stage: Stage, scene: VoiceScene, voiceId: string): Promise<void> {
  const tx = stage.at(scene.ago, '11:30')
  const who = stage.as(scene.by ?? 'amira')
  switch (scene.did) {
    case 'answered':
      return await answerVoice(tx, who, { voiceId, text: scene.text })
    case 'noted':
      return await noteVoice(tx, who, { voiceId, text: scene.text })
    case 'translated':
      return await translateLine(tx, who, { voiceId, of: 1, language: 'da', text: scene.text })
    case 'paused':
      return await pauseVoice(tx, who, { voiceId, reason: 'waits_for_other', until: addDays(stage.day(scene.ago), scene.days) })
    case 'closed':
      return await closeVoice(tx, who, { voiceId })
  }
}
