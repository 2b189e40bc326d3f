// The people a slate can be made of, as the room of nominations knows them; and what it hears when a body has decided.
import type { MemberAttributes, MemberContact } from '../councils/index.ts'
import { candidateSource, move } from '../nominations/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'

/** A candidate who said yes and has not withdrawn. */
export interface Candidate {
  readonly id: string
  readonly name: string
  /** What the charter asks about; what is not documented is left out. */
  readonly attributes: MemberAttributes
  readonly contact: MemberContact
  /** Somebody here has spoken with them or written to them. */
  readonly contacted: boolean
  readonly residenceSeenOn: LocalDate | null
}
type Outcome = 'appointed' | 'reserve' | 'not_this_time'
export interface Closing {
  readonly candidate: string
  readonly council: string
  readonly outcome: Outcome
  /** The person reads it; needed unless they were appointed. */
  readonly reason: string | null
  readonly decision: string
}
export interface CandidateSource {
  candidates(tx: Tx, who: Principal, council: string): Promise<Candidate[]>
  close(tx: Tx, who: Principal, closing: Closing): Promise<void>
  /** Hears that somebody is proposed to the body that decides, or no longer is. */
  moved?(tx: Tx, who: Principal, moved: Moved): Promise<void>
}
export interface Moved {
  readonly candidate: string
  readonly council: string
  readonly verb: 'propose' | 'take_back'
}

/** The room of nominations as a source. Proposing moves the nomination on; where it has moved already, nothing happens. */
export const nominations: CandidateSource = {
  candidates: candidateSource.candidates,
  close: candidateSource.close,
  async moved(tx, who, { candidate, council, verb }) {
    const one = (await candidateSource.candidates(tx, who, council)).find(each => each.id === candidate)
    if (!one) return
    await move(tx, who, { nominationId: one.nominationId, verb }).catch(error => {
      if (!(error instanceof Refusal)) throw error
    })
  },
}

let source: CandidateSource = nominations
/** Says that candidates come from elsewhere than the room of nominations (tests). */
export function takeCandidatesFrom(given: CandidateSource): void {
  source = given
}
/** Candidates for a council who can be put on a slate now. */
export const candidatesFor = (tx: Tx, who: Principal, council: string): Promise<Candidate[]> => source.candidates(tx, who, council)
/** Gives a candidate the final answer. */
export const closeNomination = (tx: Tx, who: Principal, closing: Closing): Promise<void> => source.close(tx, who, closing)
/** Tells that candidates are proposed, or no longer are. */
export async function tellMoved(tx: Tx, who: Principal, moves: readonly Moved[]): Promise<void> {
  for (const one of moves) await source.moved?.(tx, who, one)
}
