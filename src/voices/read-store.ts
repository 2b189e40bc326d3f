// The SQL that reads voices.
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { mine } from './store.ts'
import type { VoiceConsentTable, VoiceHandOverTable, VoiceLineTable, VoiceNotifiedTable, VoicePictureTable, VoiceTable } from './tables.ts'

export type VoiceRow = Selectable<VoiceTable>
export type LineRow = Selectable<VoiceLineTable>
export type ConsentRow = Selectable<VoiceConsentTable>
export type HandOverRow = Selectable<VoiceHandOverTable>
export type NotifiedRow = Selectable<VoiceNotifiedTable>

export async function voiceRow(tx: Tx, id: string): Promise<VoiceRow | null> {
  return (await mine(tx).selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
/** Those of these voices that are closed to somebody: to whoever leads a unit, or by name. */
export async function closedAmong(tx: Tx, ids: readonly string[]): Promise<{ id: string; not_unit: string | null; closed_to: string[] }[]> {
  if (ids.length === 0) return []
  return await mine(tx)
    .selectFrom('voice')
    .select(['id', 'not_unit', 'closed_to'])
    .where('id', 'in', ids)
    .where(eb => eb.or([eb('not_unit', 'is not', null), eb('closed_to', '<>', sql<string[]>`'{}'`)]))
    .execute()
}
/** What the work list may say of a voice. */
export type Among = Pick<VoiceRow, 'id' | 'kind' | 'young' | 'received_on' | 'owner_id'>
export async function voicesAmong(tx: Tx, ids: readonly string[]): Promise<Among[]> {
  const voices = mine(tx).selectFrom('voice').select(['id', 'kind', 'young', 'received_on', 'owner_id'])
  return ids.length > 0 ? await voices.where('id', 'in', [...ids]).execute() : []
}
export async function linesOf(tx: Tx, id: string): Promise<LineRow[]> {
  return await mine(tx).selectFrom('voice_line').selectAll().where('voice_id', '=', id).orderBy('position').execute()
}
export async function consentOf(tx: Tx, id: string): Promise<ConsentRow | null> {
  return (await mine(tx).selectFrom('voice_consent').selectAll().where('voice_id', '=', id).executeTakeFirst()) ?? null
}
export async function handOversOf(tx: Tx, id: string): Promise<HandOverRow[]> {
  return await mine(tx).selectFrom('voice_hand_over').selectAll().where('voice_id', '=', id).orderBy('position').execute()
}
/** Announced hand-overs that nobody has carried out yet. */
export async function handOversWaiting(tx: Tx): Promise<HandOverRow[]> {
  return await mine(tx)
    .selectFrom('voice_hand_over')
    .selectAll()
    .where('to_person', 'is not', null)
    .where('takes_on', 'is not', null)
    .where('taken_on', 'is', null)
    .where('back_on', 'is', null)
    .orderBy('on_day')
    .limit(500)
    .execute()
}
/** What is on its way to this person: from whom, and since when they have it at the latest. Nothing of what it is. */
export async function onTheWayTo(tx: Tx, personId: string): Promise<{ from: string | null; takes_on: string | null; voice_id: string }[]> {
  return await mine(tx)
    .selectFrom('voice_hand_over as h')
    .innerJoin('voice as v', join => join.onRef('v.municipality_id', '=', 'h.municipality_id').onRef('v.id', '=', 'h.voice_id'))
    .select(['v.owner_id as from', 'h.takes_on', 'h.voice_id'])
    .where('h.to_person', '=', personId)
    .where('h.takes_on', 'is not', null)
    .where('h.taken_on', 'is', null)
    .where('h.back_on', 'is', null)
    .orderBy('h.takes_on')
    .execute()
}
export async function notifiedOf(tx: Tx, id: string): Promise<NotifiedRow[]> {
  return await mine(tx).selectFrom('voice_notified').selectAll().where('voice_id', '=', id).orderBy('at').execute()
}
export type PictureRow = Pick<Selectable<VoicePictureTable>, 'id' | 'width' | 'height' | 'of_line'>
export async function picturesOf(tx: Tx, id: string): Promise<PictureRow[]> {
  return await mine(tx)
    .selectFrom('voice_picture')
    .select(['id', 'width', 'height', 'of_line'])
    .where('voice_id', '=', id)
    .orderBy('position')
    .execute()
}
export async function pictureBytes(tx: Tx, voiceId: string, id: string): Promise<Buffer | null> {
  const row = await mine(tx)
    .selectFrom('voice_picture')
    .select('bytes_sealed')
    .where('voice_id', '=', voiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.bytes_sealed ?? null
}

export interface Listed {
  readonly id: string
  readonly kind: VoiceRow['kind']
  readonly young: boolean
  readonly urgent: boolean
  readonly state: VoiceRow['state']
  readonly channel: VoiceRow['channel']
  readonly language: string
  readonly received_on: string
  readonly opened_on: string | null
  readonly owner_id: string | null
  readonly not_unit: string | null
  readonly closed_to: readonly string[]
  readonly invented: boolean
}
export const listed = [
  'id',
  'kind',
  'young',
  'urgent',
  'state',
  'channel',
  'language',
  'received_on',
  'opened_on',
  'owner_id',
  'not_unit',
  'closed_to',
  'invented',
] as const
/** Voices of these people, open ones first, then the latest. */
export async function voicesOf(
  tx: Tx,
  filter: { owners: readonly string[]; ids: readonly string[]; closed: boolean },
  most: number,
): Promise<Listed[]> {
  return await mine(tx)
    .selectFrom('voice')
    .select([...listed])
    .where(eb => eb.or([eb('owner_id', 'in', [nobody, ...filter.owners]), eb('id', 'in', [nobody, ...filter.ids])]))
    .where('state', filter.closed ? '=' : '<>', 'closed')
    .orderBy('received_on', filter.closed ? 'desc' : 'asc')
    .orderBy('id')
    .limit(most)
    .execute()
}
const nobody = '00000000-0000-0000-0000-000000000000'

/** Colleagues' voices that are open: how many there are of each, without saying more. */
export async function othersOpen(tx: Tx, owners: readonly string[]): Promise<Listed[]> {
  return await mine(tx)
    .selectFrom('voice')
    .select([...listed])
    .where(eb => eb.or([eb('owner_id', 'is', null), eb('owner_id', 'not in', [nobody, ...owners])]))
    .where('state', '<>', 'closed')
    .orderBy('received_on')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** Urgent, not opened, and not yet passed on to the end. */
export async function urgentUnopened(
  tx: Tx,
): Promise<
  { id: string; arrived_at: Date; deputy_told: boolean; owner_id: string | null; not_unit: string | null; closed_to: string[] }[]
> {
  const rows = await mine(tx)
    .selectFrom('voice')
    .select(['id', 'arrived_at', 'deputy_told', 'owner_id', 'not_unit', 'closed_to'])
    .where('arrived_at', 'is not', null)
    .where('leader_told', '=', false)
    .where('opened_on', 'is', null)
    .orderBy('arrived_at')
    .limit(200)
    .execute()
  return rows.map(row => ({ ...row, arrived_at: row.arrived_at! }))
}
/** Voices a human has read, by the log of readings, that do not say so yet. */
export async function openedVoices(tx: Tx): Promise<{ id: string }[]> {
  return await mine(tx)
    .selectFrom('voice as v')
    .select('v.id')
    .where('v.opened_on', 'is', null)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('access_log as a')
          .select(sql`1`.as('one'))
          .whereRef('a.municipality_id', '=', 'v.municipality_id')
          .whereRef('a.about', '=', 'v.id')
          .where('a.action', '=', 'voice.read')
          // Whoever has said that they may not have it has not opened it for anybody.
          .where(sql<boolean>`not exists (select from unnest(v.closed_to) c where a.actor = 'staff:' || c)`)
          // Given away by a recusal it has arrived anew: what was read before that opened it for nobody who has it now.
          .where(sql<boolean>`(v.arrived_at is null or a.at >= v.arrived_at)`),
      ),
    )
    .limit(200)
    .execute()
}
/** Closed before this day, the longest ago first. */
export async function closedBefore(
  tx: Tx,
  day: string,
): Promise<(Pick<VoiceRow, 'id' | 'kind' | 'young' | 'warned_on' | 'owner_id'> & { closed_on: string })[]> {
  const rows = await mine(tx)
    .selectFrom('voice')
    .select(['id', 'kind', 'young', 'closed_on', 'warned_on', 'owner_id'])
    .where('closed_on', '<=', day)
    .orderBy('closed_on')
    .execute()
  return rows.map(row => ({ ...row, closed_on: row.closed_on! }))
}
/** Pauses that are over. */
export async function pausesOver(tx: Tx, today: string): Promise<{ id: string }[]> {
  return await mine(tx).selectFrom('voice').select('id').where('state', '=', 'paused').where('paused_until', '<', today).execute()
}
/** What people said of the help they got, by the day of the answer: how many said each. */
export async function helpSaid(
  tx: Tx,
  from: string,
  before: string,
  kind?: VoiceRow['kind'],
): Promise<{ help: 'yes' | 'partly' | 'no'; inTime: 'yes' | 'no' | null; count: number }[]> {
  const rows = await mine(tx)
    .selectFrom('voice')
    .select(['right_help', 'in_time', sql<number>`count(*)::int`.as('count')])
    .where('right_help', 'is not', null)
    .where('answered_on', '>=', from)
    .where('answered_on', '<', before)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
    .groupBy(['right_help', 'in_time'])
    .execute()
  return rows.map(row => ({ help: row.right_help!, inTime: row.in_time, count: row.count }))
}
/** When voices of this kind came, and when they were first answered. */
export async function firstAnswers(
  tx: Tx,
  kind: VoiceRow['kind'],
  from: string,
  before: string,
): Promise<{ received_on: string; answered_on: string | null }[]> {
  return await mine(tx)
    .selectFrom('voice as v')
    .leftJoin('voice_line as l', join =>
      join.onRef('l.municipality_id', '=', 'v.municipality_id').onRef('l.voice_id', '=', 'v.id').on('l.kind', '=', 'answer'),
    )
    .select(['v.received_on', sql<string | null>`min(l.on_day)`.as('answered_on')])
    .where('v.kind', '=', kind)
    .where('v.received_on', '>=', from)
    .where('v.received_on', '<', before)
    .groupBy(['v.id', 'v.received_on'])
    .execute()
}
