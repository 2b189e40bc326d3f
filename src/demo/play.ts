// Plays what happened to each candidate through the deeds of their room, each at its own moment.
import {
  confirmTie,
  giveAnswer,
  move,
  type Received,
  receiveNomination,
  recordContact,
  sayNo,
  sayYes,
  tiesOf,
  verifyResidence,
  writeNote,
} from '../nominations/index.ts'
import { handOver } from '../people/index.ts'
import { newToken } from '../platform/crypto/token.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import type { CandidatePart, Scene } from './candidate-part.ts'
import type { Stage } from './stage.ts'

export interface Played {
  readonly candidateId: string
  readonly nominationIds: readonly string[]
}

/** Receives the nomination and plays what came after. */
export async function play(stage: Stage, part: CandidatePart): Promise<Played> {
  const tx = stage.at(part.ago, part.at)
  const who: Principal = part.by ? stage.as(part.by) : { kind: 'anyone', municipalityId: tx.municipalityId }
  const { candidateId, nominationIds } = await receiveNomination(tx, who, {
    answers: { ...nothingSaid, ...part.answers },
    channel: part.channel,
    key: newToken().token,
    invented: true,
  })
  if (part.owner) for (const about of nominationIds) await handOver(tx, about, stage.as(part.owner).personId)
  for (const scene of part.then ?? []) await act(stage, scene, candidateId, nominationIds)
  return { candidateId, nominationIds }
}

const nothingSaid: Omit<Received['answers'], 'name' | 'councils'> = {
  forWhom: 'self',
  declared: [],
  ties: [],
  residence: 'yes',
  reach: null,
  email: null,
  phone: '',
  address: '',
  through: '',
  language: 'da',
  interpreter: '',
  needs: [],
  motivation: '',
  suggester: '',
}

async function act(stage: Stage, scene: Scene, candidateId: string, nominationIds: readonly string[]): Promise<void> {
  const tx = stage.at(scene.ago, scene.at ?? '11:30')
  const who = stage.as(scene.by ?? 'amira')
  const each = async (deed: (tx: Tx, nominationId: string) => Promise<void>) => {
    for (const nominationId of nominationIds) await deed(tx, nominationId)
  }
  switch (scene.did) {
    case 'reached': {
      const nextOn = scene.nextIn ? stage.day(scene.ago - scene.nextIn) : null
      const result = scene.how === 'phone' || scene.how === 'meeting' || scene.how === 'through' ? 'talked' : 'sent'
      return await recordContact(tx, who, { candidateId, how: scene.how, result, text: scene.text, nextOn })
    }
    case 'tried':
      return await recordContact(tx, who, { candidateId, how: scene.how, result: 'no_answer', text: scene.text, nextOn: null })
    case 'noted':
      return await writeNote(tx, who, { candidateId, text: scene.text })
    case 'talked':
      return await each((at, nominationId) => move(at, who, { nominationId, verb: 'talk' }))
    case 'lives here':
      return await verifyResidence(tx, who, { candidateId, answer: 'yes', how: scene.how, on: null })
    case 'ties confirmed':
      for (const tie of await tiesOf(tx, [candidateId])) await confirmTie(tx, who, { candidateId, tieId: tie.id, how: scene.how, on: null })
      return
    case 'said yes':
      await sayYes(tx, who, { candidateId, key: newToken().token, how: scene.how })
      return
    case 'said no':
      return await sayNo(tx, who, { candidateId })
    case 'withdrew':
      return await each((at, nominationId) =>
        move(
          at,
          { kind: 'subject', municipalityId: at.municipalityId, about: candidateId, sessionId: 'demo' },
          { nominationId, verb: 'withdraw' },
        ),
      )
    case 'reserve':
    case 'not this time': {
      const verb = scene.did === 'reserve' ? 'reserve' : 'decline'
      return await each((at, nominationId) => move(at, who, { nominationId, verb, reason: scene.reason }))
    }
    case 'told':
      return await each((at, nominationId) => giveAnswer(at, who, { nominationId, how: scene.how }))
  }
}
