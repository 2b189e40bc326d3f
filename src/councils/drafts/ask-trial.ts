// Somebody puts a question about a draft to the engine, or stops one that takes too long.
import type { Tx } from '../../platform/db/act.ts'
import { newThing } from '../../platform/journal.ts'
import type { Principal } from '../../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../../platform/refusal.ts'
import { type Charter, type Person, readCharter } from '../charters/index.ts'
import { mayDraft } from './access.ts'
import { holdDraft, type OfDraft } from './change-draft.ts'
import { endTrial, openDraftOf, trialOf, writeTrial } from './store.ts'
import type { TrialOperation } from './tables.ts'

export interface AskTrial extends OfDraft {
  readonly operation: TrialOperation
  /** For `check` and `replace`: who is put where. */
  readonly slate: readonly { readonly id: string; readonly seat: string }[]
  /** For `replace`: who leaves. */
  readonly leaving?: string
  /** For `draw`: how many, and the word that decides the lots. */
  readonly n?: number | null
  readonly seed?: string
}
/** What the engine is to work on, once the question is written down. */
export interface Asked {
  readonly id: string
  readonly council: string
  readonly operation: TrialOperation
  readonly charter: Charter
  readonly people: readonly Person[]
  readonly slate: AskTrial['slate']
  readonly leaving: string
  readonly n: number
  readonly seed: string
}

/** Writes the question down; the engine works on it afterwards, outside any transaction. */
export async function askTrial(tx: Tx, who: Principal, input: AskTrial): Promise<Asked> {
  if (!mayDraft(who)) throw new NotAllowed()
  const draft = await holdDraft(tx, input)
  const read = readCharter(draft.document)
  if ('faults' in read) throw new NotFound()
  const { charter } = read
  if (charter.groups.length === 0)
    throw new Refusal({ da: 'Der er ingen pladser endnu. Tilføj de første.', en: 'There are no seats yet. Add the first ones.' })
  if (input.operation !== 'possible' && draft.pool.length === 0)
    throw new Refusal([
      { field: 'people', message: { da: 'Hent nogle opdigtede mennesker først.', en: 'Get some invented people first.' } },
    ])
  const ids = new Set(draft.pool.map(one => one.id))
  const groups = new Set(charter.groups.map(group => group.id))
  const slate = input.slate.filter(one => ids.has(one.id) && groups.has(one.seat))
  if (input.operation === 'check' && slate.length === 0)
    throw new Refusal([{ field: 'slate', message: { da: 'Sæt mindst én på en plads.', en: 'Put at least one on a seat.' } }])
  if (input.operation === 'replace' && !slate.some(one => one.id === input.leaving))
    throw new Refusal([
      {
        field: 'leaving',
        message: { da: 'Vælg en, som du har sat på en plads.', en: 'Choose somebody you have put on a seat.' },
      },
    ])
  const n = input.n ?? 0
  if (input.operation === 'draw' && (n < 1 || n > draft.pool.length))
    throw new Refusal([
      {
        field: 'n',
        message: {
          da: `Skriv et tal mellem 1 og ${draft.pool.length}.`,
          en: `Write a number between 1 and ${draft.pool.length}.`,
        },
      },
    ])
  if (input.operation === 'draw' && !input.seed)
    throw new Refusal([{ field: 'seed', message: { da: 'Skriv et ord, fx dagens dato.', en: 'Write a word, for example the date.' } }])
  const id = await newThing(tx, 'charter_trial')
  await writeTrial(tx, who, { id, draft: draft.id, revision: draft.revision, operation: input.operation })
  return {
    id,
    council: draft.council,
    operation: input.operation,
    charter,
    people: input.operation === 'possible' ? [] : draft.pool,
    slate,
    leaving: input.leaving ?? '',
    n,
    seed: input.seed ?? '',
  }
}

/** Stops a question. One that has been answered stays answered. */
export async function stopTrial(tx: Tx, who: Principal, input: { readonly council: string; readonly trial: string }): Promise<string> {
  if (!mayDraft(who)) throw new NotAllowed()
  const [draft, trial] = [await openDraftOf(tx, input.council), await trialOf(tx, input.trial)]
  if (!draft || !trial || trial.draftId !== draft.id) throw new NotFound()
  await endTrial(tx, trial.id, 'cancelled', null)
  return trial.id
}
