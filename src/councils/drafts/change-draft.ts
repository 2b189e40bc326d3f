// A draft is changed, tried on other people, or discarded: each time by somebody who has seen how it stood.
import type { Tx } from '../../platform/db/act.ts'
import { record } from '../../platform/journal.ts'
import type { Principal } from '../../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../../platform/refusal.ts'
import { type Person, readCharter } from '../charters/index.ts'
import { mayDraft } from './access.ts'
import { faultInWords } from './fault-words.ts'
import { type Draft, openDraftOf, settleDraft, writeDocument, writePool } from './store.ts'

export interface OfDraft {
  readonly council: string
  /** The change the one who does it has seen. */
  readonly revision: number
}

/** The open draft, held until the transaction ends. Refuses when somebody changed it since the page was shown. */
export async function holdDraft(tx: Tx, { council, revision }: OfDraft): Promise<Draft> {
  const draft = await openDraftOf(tx, council, true)
  if (!draft) throw new NotFound()
  if (draft.revision !== revision)
    throw new Conflict({
      da: 'En anden har gemt i kladden, siden du åbnede siden. Det, du skrev, står her endnu. Se kladden igennem, og gem igen, hvis dit stadig skal gælde.',
      en: 'Somebody else has saved in the draft since you opened the page. What you wrote is still here. Look through the draft, and save again if yours is still to hold.',
    })
  return draft
}

/** Saves a changed document. A document the engine cannot read is refused with the first fault in words. */
export async function changeDraft(tx: Tx, who: Principal, input: OfDraft & { readonly document: unknown }): Promise<void> {
  if (!mayDraft(who)) throw new NotAllowed()
  const draft = await holdDraft(tx, input)
  const document = { ...(input.document as Record<string, unknown>), id: draft.council }
  const read = readCharter(document)
  if ('faults' in read) throw new Refusal([{ field: 'document', message: faultInWords(read.faults, document) }])
  await writeDocument(tx, who, draft.id, document)
  await record(tx, who, { kind: 'charter.changed', about: draft.id, facts: { council: draft.council, revision: draft.revision + 1 } })
}

/** Keeps the invented people a draft is tried on. They are no part of the charter, so the draft itself does not change. */
export async function keepPool(
  tx: Tx,
  who: Principal,
  input: { readonly council: string; readonly pool: readonly Person[] },
): Promise<void> {
  if (!mayDraft(who)) throw new NotAllowed()
  const draft = await openDraftOf(tx, input.council, true)
  if (!draft) throw new NotFound()
  await writePool(tx, draft.id, input.pool)
}

/** Discards a draft. It stays in the record; its invented people do not. */
export async function dropDraft(tx: Tx, who: Principal, input: OfDraft): Promise<void> {
  if (!mayDraft(who)) throw new NotAllowed()
  const draft = await holdDraft(tx, input)
  await settleDraft(tx, who, draft.id, 'dropped', null)
  await record(tx, who, { kind: 'charter.dropped', about: draft.id, facts: { council: draft.council } })
}
