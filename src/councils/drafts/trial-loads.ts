// What the pages of trials load: the invented people, what was asked, and one answer.
import type { Tx } from '../../platform/db/act.ts'
import type { Asked } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import type { Principal } from '../../platform/principal.ts'
import { loadDraft, type OneDraft } from './loads.ts'
import { type Trial, trialOf, trialsOf } from './store.ts'

export interface Trials extends OneDraft {
  readonly trials: readonly Trial[]
}
export async function loadTrials(tx: Tx, who: Principal, asked: Asked): Promise<Trials | null> {
  const one = await loadDraft(tx, who, asked)
  return one && { ...one, trials: await trialsOf(tx, one.draft.id) }
}

export interface OneTrial extends OneDraft {
  readonly trial: Trial
}
export async function loadTrial(tx: Tx, who: Principal, asked: Asked): Promise<OneTrial | null> {
  const one = await loadDraft(tx, who, asked)
  if (!one || !isId(asked.params.svar)) return null
  const trial = await trialOf(tx, asked.params.svar)
  return trial && trial.draftId === one.draft.id ? { ...one, trial } : null
}
