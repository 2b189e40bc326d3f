// Erasing for somebody without their code: how it can be seen who they are, and what follows once a second human agrees.
import { addDays, type LocalDate } from '../platform/clock.ts'
import type { Details } from './telling.ts'
import type { Reply } from './voice.ts'

/** What is owed about it: that a second human looks. */
export const eraseDue = 'voice.erase'

export const hows = ['visit', 'phone', 'letter'] as const
export type How = (typeof hows)[number]
/** From the surest to the weakest. */
export const proofs = ['called', 'letter', 'word', 'through', 'met', 'recalled'] as const
export type Proof = (typeof proofs)[number]

/** Days in which whoever holds the code can say no, where what was seen is no more than knowing what stands there. */
export const waitDays = 14

export interface Told {
  readonly details: Pick<Details, 'phone' | 'address' | 'through'>
  readonly reply: Reply
  readonly enteredBy: string | null
  /** Somebody holds a code, and so could say no. */
  readonly codes: boolean
  /** Told for somebody: what leads back may lead to whoever told, not to whom it is about. */
  readonly forSomebody: boolean
}
/** What this colleague can honestly have seen. Empty where nobody can know who told. */
export function proofsFor({ details, reply, enteredBy, codes, forSomebody }: Told, colleague: string): readonly Proof[] {
  if (forSomebody) return []
  const can: Readonly<Record<Proof, boolean>> = {
    called: details.phone !== '',
    letter: details.address !== '',
    word: reply === 'visit' && details.through !== '',
    through: reply === 'through' && details.through !== '',
    met: enteredBy === colleague,
    recalled: codes,
  }
  return proofs.filter(proof => can[proof])
}

/** The day it is erased once a second human agrees: today, or after whoever holds the code has had time to say no. */
export const eraseDay = (proof: Proof, today: LocalDate): LocalDate => (proof === 'recalled' ? addDays(today, waitDays) : today)

export interface AskStands {
  readonly agreed: boolean
  readonly stopped: boolean
}
export type AskState = 'asked' | 'waiting' | 'stopped'
export const askState = ({ agreed, stopped }: AskStands): AskState => (stopped ? 'stopped' : agreed ? 'waiting' : 'asked')
/** What somebody can do about it now: never nothing while it is open. */
export function askSteps(state: AskState, me: 'asker' | 'colleague' | 'code'): readonly ('agree' | 'stop')[] {
  if (state === 'stopped') return []
  return state === 'asked' && me === 'colleague' ? ['agree', 'stop'] : ['stop']
}
