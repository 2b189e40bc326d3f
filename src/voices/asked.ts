// Whether whoever told can be asked something again, and what they have said of sharing.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { reachOfHolder, wayOf } from './own-steps.ts'
import type { Voice } from './read-voice.ts'
import { codesOf } from './store.ts'
import { byHuman } from './voice.ts'

export interface Askable {
  /** Somebody who may see everything holds a code, or a human meets them. */
  readonly reachable: boolean
  readonly share: 'yes' | 'ask' | 'no'
}
/** Who tells for somebody who has not agreed cannot say yes for them. */
export async function askableOf(tx: Tx, voice: Voice): Promise<Askable> {
  const { row, consent } = voice
  const today = localDate(tx.now)
  const codes = await codesOf(tx, row.id)
  const holds = (until: string | null) => until === null || until >= today
  const agreed = !consent || (consent.given === 'yes' && consent.withdrawn_on === null && holds(consent.until_day))
  return {
    reachable:
      codes.some(code => reachOfHolder(voice, { holder: code.holder, codeIndex: code.index }, today) === 'all') ||
      (agreed && byHuman(wayOf(voice, today))),
    share: row.share === 'yes' && !agreed ? 'ask' : row.share,
  }
}
