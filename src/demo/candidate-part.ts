// What one candidate of the demonstration is made of: how they came in, what they said, and what happened afterwards.
import type { Received } from '../nominations/index.ts'
import type { StaffName } from './cast-staff.ts'

type Answers = Received['answers']
type Tie = Answers['ties'][number]

/** One thing that happened afterwards. `ago` counts working days back from today. */
export type Scene = { readonly ago: number; readonly at?: string; readonly by?: StaffName } & (
  | {
      readonly did: 'reached'
      readonly how: 'phone' | 'meeting' | 'email' | 'letter' | 'through'
      readonly text: string
      readonly nextIn?: number
    }
  | { readonly did: 'tried'; readonly how: 'phone' | 'through'; readonly text: string }
  | { readonly did: 'noted'; readonly text: string }
  | { readonly did: 'talked' }
  | { readonly did: 'lives here' | 'ties confirmed'; readonly how: 'organisation_said' | 'website' | 'register' | 'seen' | 'known' }
  | { readonly did: 'said yes' | 'said no'; readonly how: 'phone' | 'meeting' }
  | { readonly did: 'withdrew' }
  | { readonly did: 'reserve' | 'not this time'; readonly reason: string }
  | { readonly did: 'told'; readonly how: 'phone' | 'meeting' | 'letter' }
)
export interface CandidatePart {
  readonly ago: number
  readonly at?: string
  readonly channel: Received['channel']
  /** Who wrote it down, unless the person did. */
  readonly by?: StaffName
  /** Who answers for the next step, unless it is the human of the council. */
  readonly owner?: StaffName
  readonly answers: Partial<Answers> & { readonly name: string; readonly councils: readonly string[] }
  readonly then?: readonly Scene[]
}

/** A tie to one organisation, invented. */
export const tie = (kind: string, organisation: string, role: string, local: Tie['local'] = 'yes'): Pick<Answers, 'declared' | 'ties'> => ({
  declared: [kind],
  ties: [{ kind, organisation: `${organisation} (opdigtet)`, role, local }],
})
export const circle = {
  refugees: 'ties=refugee_immigrant_association',
  work: 'ties=labour_market_party',
  school: 'ties=school_board',
  local: 'ties=local_association',
} as const
export const udsat = ['udsatteraad']
export const integration = ['integrationsraad']
