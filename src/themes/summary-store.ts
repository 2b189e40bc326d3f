// The SQL on summaries. Every word of one is sealed with the key of its voice.
import type { Selectable, Updateable } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { fetchKeys, opened, sealed } from '../platform/sealed.ts'
import type { SummaryTable, ThemesTables } from './tables.ts'

export const mine = (tx: Tx) => tx.db.withTables<ThemesTables>()
export type SummaryRow = Selectable<SummaryTable>

const columns = ['text', 'seen', 'change', 'returned', 'gathered'] as const
type Words = (typeof columns)[number]
type Sealed = `${Words}_sealed`
export interface Summary extends Omit<SummaryRow, Sealed> {
  readonly text: string
  /** The same in the teller's own language; empty where that is Danish, or where it is read aloud. */
  readonly theirs: string
  /** Findings the writer has looked at and let stand, by their marks. */
  readonly seen: readonly string[]
  /** What the teller wants changed. */
  readonly change: string
  /** What the second human says. */
  readonly returned: string
  /** The theme it is gathered into. */
  readonly themeId: string | null
}
const placeOf = (voiceId: string, id: string, column: Words) => ({ thing: voiceId, table: 'summary', column: `${column}_sealed`, row: id })

async function openRow(tx: Tx, row: SummaryRow): Promise<Summary> {
  const { text_sealed, seen_sealed, change_sealed, returned_sealed, gathered_sealed, ...plain } = row
  const read = async (column: Words, value: Buffer | null) =>
    value ? ((await opened(tx, placeOf(row.voice_id, row.id, column), value)) ?? '') : ''
  return {
    ...plain,
    ...(JSON.parse((await read('text', text_sealed)) || '{"text":"","theirs":""}') as { text: string; theirs: string }),
    seen: JSON.parse((await read('seen', seen_sealed)) || '[]') as string[],
    change: await read('change', change_sealed),
    returned: await read('returned', returned_sealed),
    themeId: (await read('gathered', gathered_sealed)) || null,
  }
}
async function openAll(tx: Tx, rows: readonly SummaryRow[]): Promise<Summary[]> {
  await fetchKeys(
    tx,
    rows.map(row => row.voice_id),
  )
  const all: Summary[] = []
  for (const row of rows) all.push(await openRow(tx, row))
  return all
}

/** The summary of a voice that has not ended, else the last one that has; null when there is none. */
export async function summaryOfVoice(tx: Tx, voiceId: string): Promise<Summary | null> {
  const rows = await mine(tx).selectFrom('summary').selectAll().where('voice_id', '=', voiceId).orderBy('written_on', 'desc').execute()
  const row = rows.find(one => one.state !== 'ended') ?? rows[0]
  return row ? await openRow(tx, row) : null
}
export async function summaryOf(tx: Tx, id: string): Promise<Summary | null> {
  const row = await mine(tx).selectFrom('summary').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? await openRow(tx, row) : null
}
/** The summary, locked: two who act on it come one after the other. */
export async function lockSummary(tx: Tx, id: string): Promise<Summary | null> {
  const row = await mine(tx).selectFrom('summary').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? await openRow(tx, row) : null
}
/** Those in these states. Which theme each belongs to is known only after opening it. */
export async function summariesIn(tx: Tx, states: readonly SummaryRow['state'][], lock = false): Promise<Summary[]> {
  const query = mine(tx)
    .selectFrom('summary')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('written_on')
    .orderBy('id')
  return await openAll(tx, await (lock ? query.forUpdate() : query).execute())
}
export async function voicesOfSummaries(tx: Tx, ids: readonly string[]): Promise<{ id: string; voice_id: string; written_by: string }[]> {
  if (ids.length === 0) return []
  return await mine(tx)
    .selectFrom('summary')
    .select(['id', 'voice_id', 'written_by'])
    .where('id', 'in', [...ids])
    .execute()
}
export async function idsOfVoice(tx: Tx, voiceId: string): Promise<string[]> {
  return (await mine(tx).selectFrom('summary').select('id').where('voice_id', '=', voiceId).execute()).map(row => row.id)
}

export interface SummaryWords {
  readonly text?: string
  /** Written together with the text. */
  readonly theirs?: string
  readonly seen?: readonly string[]
  readonly change?: string
  readonly returned?: string
  readonly themeId?: string | null
}
async function sealedWords(tx: Tx, voiceId: string, id: string, words: SummaryWords): Promise<Partial<Record<Sealed, Buffer | null>>> {
  const given: Partial<Record<Words, string | null | undefined>> = {
    text: words.text === undefined ? undefined : JSON.stringify({ text: words.text, theirs: words.theirs ?? '' }),
    seen: words.seen && JSON.stringify(words.seen),
    change: words.change,
    returned: words.returned,
    gathered: words.themeId,
  }
  const out: Partial<Record<Sealed, Buffer | null>> = {}
  for (const column of columns) {
    const value = given[column]
    if (value !== undefined) out[`${column}_sealed`] = value ? await sealed(tx, placeOf(voiceId, id, column), value) : null
  }
  return out
}
export async function insertSummary(
  tx: Tx,
  one: { id: string; voiceId: string; writtenBy: string; on: string; text: string; theirs?: string; seen: readonly string[] },
): Promise<void> {
  const words = await sealedWords(tx, one.voiceId, one.id, { text: one.text, theirs: one.theirs ?? '', seen: one.seen })
  await mine(tx)
    .insertInto('summary')
    .values({
      municipality_id: tx.municipalityId,
      id: one.id,
      voice_id: one.voiceId,
      written_by: one.writtenBy,
      written_on: one.on,
      state: 'draft',
      text_sealed: words.text_sealed!,
      seen_sealed: words.seen_sealed ?? null,
    })
    .execute()
}
export async function updateSummary(
  tx: Tx,
  { id, voice_id }: Pick<Summary, 'id' | 'voice_id'>,
  change: Updateable<Omit<SummaryTable, Sealed | 'municipality_id' | 'id' | 'voice_id'>>,
  words: SummaryWords = {},
): Promise<void> {
  await mine(tx)
    .updateTable('summary')
    .set({ ...change, ...((await sealedWords(tx, voice_id, id, words)) as object) })
    .where('id', '=', id)
    .execute()
}
