// The staff's list: their own, their team's and those they are called to; colleagues' only by day and state.
import { registered } from '../municipalities/index.ts'
import { colleaguesOf, type Due, openDues, standsInFor, unitsOf } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Staff } from '../platform/principal.ts'
import { closedOf, closedTo, hiddenFrom } from './closed-to.ts'
import { type Listed, onTheWayTo, othersOpen, voicesOf } from './read-store.ts'
import { idsWithin } from './search-store.ts'
import { owedKinds } from './voice.ts'

export interface ListedVoice extends Listed {
  readonly owner: string | null
  /** Who has it is away today. */
  readonly away: boolean
  /** What is owed next about it. */
  readonly due: Due | null
}
export interface VoiceList {
  readonly mine: readonly ListedVoice[]
  readonly others: readonly ListedVoice[]
  /** On its way to this person: from whom, and by when. What it is they read once it is theirs. */
  readonly coming: readonly { readonly from: string; readonly by: LocalDate | null }[]
  readonly closed: boolean
  readonly today: LocalDate
}
const most = 500

const kinds = [...owedKinds, 'voice.expire']

/** Whose voices somebody reads at once: their own, their team's and those they stand in for; and those they are called to. */
async function withinReach(tx: Tx, who: Staff): Promise<{ owners: string[]; ids: string[] }> {
  const team = (await colleaguesOf(tx)).filter(one => one.unitId !== null && who.unitIds.includes(one.unitId)).map(one => one.id)
  const called = await openDues(tx, {
    kinds,
    owners: [who.personId],
    offices: who.roles.includes('secretary') ? ['sekretariat'] : [],
    limit: most,
  })
  return { owners: [who.personId, ...(await standsInFor(tx, who.personId)), ...team], ids: called.map(due => due.about) }
}

/** Every voice somebody may read without giving a reason, open and closed, the newest first. */
export async function readableAtOnce(tx: Tx, who: Staff, mostFound: number): Promise<string[]> {
  const notUnits: string[] = []
  for (const unit of await unitsOf(tx)) if ((await closedTo(tx, unit.slug)).includes(who.personId)) notUnits.push(unit.slug)
  return await idsWithin(tx, { ...(await withinReach(tx, who)), notUnits, reader: who.personId }, mostFound)
}

/** Rows with who has each and what is owed next about it; those closed to this person left out. */
export async function dressed(tx: Tx, who: Staff, rows: readonly Listed[]): Promise<ListedVoice[]> {
  const dues = await openDues(tx, { abouts: rows.map(one => one.id), kinds, limit: 2 * most })
  const colleagues = new Map((await colleaguesOf(tx)).map(one => [one.id, one]))
  const shown: ListedVoice[] = []
  for (const row of rows) {
    if ((await closedOf(tx, row)).includes(who.personId)) continue
    const due = dues.find(one => one.about === row.id) ?? null
    const owner = colleagues.get(due?.ownerId ?? row.owner_id ?? '')
    shown.push({ ...row, due, owner: owner?.name ?? null, away: owner?.away ?? false })
  }
  return shown
}

export async function voiceList(tx: Tx, who: Staff, closed: boolean): Promise<VoiceList> {
  const { owners, ids } = await withinReach(tx, who)
  const mine = await voicesOf(tx, { owners, ids, closed }, most)
  const others = closed ? [] : (await othersOpen(tx, owners)).filter(one => !ids.includes(one.id))
  const sorted = (rows: ListedVoice[]) => (closed ? rows : rows.sort((a, b) => rank(a) - rank(b) || dayOf(a).localeCompare(dayOf(b))))
  const all = await dressed(tx, who, [...mine, ...others])
  const own = new Set(mine.map(one => one.id))
  return {
    mine: sorted(all.filter(one => own.has(one.id))),
    others: sorted(all.filter(one => !own.has(one.id))),
    coming: closed ? [] : await comingTo(tx, who.personId),
    closed,
    today: localDate(tx.now),
  }
}
async function comingTo(tx: Tx, personId: string): Promise<VoiceList['coming']> {
  const rows = await onTheWayTo(tx, personId)
  const hidden = await hiddenFrom(
    tx,
    personId,
    rows.map(row => row.voice_id),
  )
  const names = new Map((await colleaguesOf(tx)).map(one => [one.id, one.name]))
  return rows
    .filter(row => !hidden.has(row.voice_id))
    .map(row => ({ from: names.get(row.from ?? '') ?? '', by: row.takes_on as LocalDate | null }))
}
/** What is urgent and unopened stands first, then what is owed first. */
const rank = (one: ListedVoice) => (one.urgent && one.opened_on === null ? 0 : 1)
const dayOf = (one: ListedVoice) => one.due?.dueOn ?? '9999'

/** Everybody is invented here, so one click signs in and that is enough. */
export const inventedHere = async (tx: Tx): Promise<boolean> => (await registered(tx)).demo
