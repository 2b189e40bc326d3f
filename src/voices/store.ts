// The SQL that writes voices, their lines and their ways back.
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { inserting } from '../platform/db/held.ts'
import { uuid4 } from '../platform/ids.ts'
import { sealed } from '../platform/sealed.ts'
import type { MadePicture } from './picture.ts'
import { linePlace, picturePlace } from './sealed-places.ts'
import type {
  Holder,
  VoiceConsentTable,
  VoiceHandOverTable,
  VoiceLineTable,
  VoiceNotifiedTable,
  VoicePictureTable,
  VoicesTables,
  VoiceTable,
} from './tables.ts'

export const mine = (tx: Tx) => tx.db.withTables<VoicesTables>()
type Row<T> = Omit<Insertable<T>, 'municipality_id'>
const own = (tx: Tx) => ({ municipality_id: tx.municipalityId })

export interface NewVoice {
  readonly voice: Row<VoiceTable>
  readonly key: { readonly municipality_id: string; readonly thing_id: string; readonly wrapped: Buffer }
  readonly lines: readonly Row<VoiceLineTable>[]
  readonly receipts: readonly { readonly index: Buffer; readonly holder: Holder }[]
  readonly consent: Omit<Row<VoiceConsentTable>, 'voice_id'> | null
  readonly pictures: readonly Row<VoicePictureTable>[]
}
/** Writes a new voice with everything that hangs on it: held, so that it is one statement with what follows. `tx` knows the day only. */
export function holdVoice(tx: Tx, { voice, key, lines, receipts, consent, pictures }: NewVoice): void {
  const at = own(tx)
  tx.hold(inserting('thing', [{ ...at, id: voice.id, kind: 'voice', created_at: tx.now }]))
  tx.hold(inserting('keys.data_key', [key]))
  tx.hold(inserting('voice', [{ ...at, ...voice }]))
  tx.hold(
    inserting(
      'voice_line',
      lines.map(line => ({ ...at, ...line })),
    ),
  )
  if (receipts.length > 0)
    tx.hold(
      inserting(
        'voice_receipt',
        receipts.map(({ index, holder }) => ({ ...at, code_index: index, voice_id: voice.id, holder })),
      ),
    )
  if (consent) tx.hold(inserting('voice_consent', [{ ...at, voice_id: voice.id, ...consent }]))
  if (pictures.length > 0)
    tx.hold(
      inserting(
        'voice_picture',
        pictures.map(picture => ({ ...at, ...picture })),
      ),
    )
}

/** Changes a voice. */
export async function updateVoice(tx: Tx, id: string, change: Updateable<Omit<VoiceTable, 'municipality_id' | 'id'>>): Promise<void> {
  if (Object.keys(change).length > 0) await mine(tx).updateTable('voice').set(change).where('id', '=', id).execute()
}
/** The voice's row, locked: two people who write at once come one after the other. */
export async function lockVoice(tx: Tx, id: string): Promise<boolean> {
  const row = await mine(tx).selectFrom('voice').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row !== undefined
}

export interface NewLine extends Omit<Row<VoiceLineTable>, 'id' | 'position' | 'text_sealed'> {
  readonly text: string
}
/** Adds a line after the last one. Lock the voice first. Returns its position. */
export async function addLine(tx: Tx, { text, ...line }: NewLine): Promise<number> {
  const { next } = await mine(tx)
    .selectFrom('voice_line')
    .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
    .where('voice_id', '=', line.voice_id)
    .executeTakeFirstOrThrow()
  const id = uuid4()
  await mine(tx)
    .insertInto('voice_line')
    .values({ ...own(tx), ...line, id, position: next, text_sealed: await sealed(tx, linePlace(line.voice_id, id), text) })
    .execute()
  return next
}

/** Adds pictures to a line that has been added. */
export async function addPictures(tx: Tx, voiceId: string, line: number, pictures: readonly MadePicture[]): Promise<void> {
  if (pictures.length === 0) return
  const { last } = await mine(tx)
    .selectFrom('voice_picture')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('voice_id', '=', voiceId)
    .executeTakeFirstOrThrow()
  for (const [at, { width, height, bytes }] of pictures.entries()) {
    const id = uuid4()
    const bytes_sealed = await sealed(tx, picturePlace(voiceId, id), bytes)
    await mine(tx)
      .insertInto('voice_picture')
      .values({ ...own(tx), id, voice_id: voiceId, position: last + at + 1, of_line: line, width, height, bytes_sealed })
      .execute()
  }
}

/** Answers that a human has said, posted or handed over. */
export async function markPassedOn(tx: Tx, voiceId: string, on: string): Promise<void> {
  await mine(tx)
    .updateTable('voice_line')
    .set({ passed_on: on })
    .where('voice_id', '=', voiceId)
    .where('kind', '=', 'answer')
    .where('how', 'in', ['phone', 'letter', 'through', 'visit'])
    .where('passed_on', 'is', null)
    .execute()
}
export async function insertHandOver(tx: Tx, one: Omit<Row<VoiceHandOverTable>, 'id'>): Promise<void> {
  await mine(tx)
    .insertInto('voice_hand_over')
    .values({ ...own(tx), ...one, id: uuid4() })
    .execute()
}
export async function keepHandOvers(tx: Tx, voiceId: string, on: string): Promise<void> {
  await mine(tx)
    .updateTable('voice_hand_over')
    .set({ kept_on: on })
    .where('voice_id', '=', voiceId)
    .where('kept_on', 'is', null)
    .where('back_on', 'is', null)
    .execute()
}
/** It has been carried out, or taken back. */
export async function endHandOver(tx: Tx, id: string, end: { taken_on: string } | { back_on: string }): Promise<void> {
  await mine(tx).updateTable('voice_hand_over').set(end).where('id', '=', id).execute()
}
/** A contact that one human promised is promised by another from now on; the line says by whom. */
export async function promiseBy(
  tx: Tx,
  voiceId: string,
  { from, to, position }: { from: readonly string[]; to: string; position: number },
): Promise<void> {
  await mine(tx)
    .updateTable('voice_hand_over')
    .set({ to_person: to, position })
    .where('voice_id', '=', voiceId)
    .where('to_person', 'in', [...from])
    .where('kept_on', 'is', null)
    .where('back_on', 'is', null)
    .execute()
}
export async function insertNotified(tx: Tx, one: Omit<Row<VoiceNotifiedTable>, 'id'>): Promise<void> {
  await mine(tx)
    .insertInto('voice_notified')
    .values({ ...own(tx), ...one, id: uuid4() })
    .execute()
}

/** The voice a code leads to. Asked alike whether there is one or not. */
export async function voiceOfCode(tx: Tx, index: Buffer): Promise<{ voiceId: string; holder: Holder } | null> {
  const row = await mine(tx).selectFrom('voice_receipt').select(['voice_id', 'holder']).where('code_index', '=', index).executeTakeFirst()
  return row ? { voiceId: row.voice_id, holder: row.holder } : null
}
export async function codesOf(tx: Tx, voiceId: string): Promise<{ index: Buffer; holder: Holder }[]> {
  const rows = await mine(tx).selectFrom('voice_receipt').select(['code_index', 'holder']).where('voice_id', '=', voiceId).execute()
  return rows.map(row => ({ index: row.code_index, holder: row.holder }))
}
export async function addCode(tx: Tx, voiceId: string, index: Buffer, holder: Holder): Promise<void> {
  await mine(tx)
    .insertInto('voice_receipt')
    .values({ ...own(tx), code_index: index, voice_id: voiceId, holder })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
/**
 * Takes the ways back of one holder away. The page they have open shows nothing any more; its token stays for as long as it would have,
 * so that what they are typing on it can be given back to them.
 */
export async function dropCodes(tx: Tx, voiceId: string, holder: Holder): Promise<void> {
  await mine(tx).deleteFrom('voice_receipt').where('voice_id', '=', voiceId).where('holder', '=', holder).execute()
  await mine(tx)
    .deleteFrom('voice_visit')
    .where('voice_id', '=', voiceId)
    .where('holder', '=', holder)
    .where('taken_at', 'is not', null)
    .execute()
}
export async function withdrawConsent(tx: Tx, voiceId: string, on: string): Promise<void> {
  await mine(tx).updateTable('voice_consent').set({ withdrawn_on: on }).where('voice_id', '=', voiceId).execute()
}
/** Letters about it that have not left stay here. */
export async function dropUnsent(tx: Tx, voiceId: string): Promise<void> {
  await tx.db.deleteFrom('letter').where('about', '=', voiceId).where('state', 'in', ['waiting', 'kept', 'failed', 'to_post']).execute()
}
/** Deletes everything that hangs on a voice, letters and codes included. */
export async function deleteVoice(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('letter').where('about', '=', id).execute()
  await mine(tx).deleteFrom('voice').where('id', '=', id).execute()
}
