// The staff's list: their own, their team's and those they are called to; colleagues' only by day and state.
import { registered } from '../municipalities/index.ts'
import { colleaguesOf, type Due, openDues, standsInFor } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Staff } from '../platform/principal.ts'
import { closedTo } from './closed-to.ts'
import { type Listed, othersOpen, voicesOf } from './read-store.ts'
import { owedKinds } from './voice.ts'

export interface ListedVoice extends Listed {
  readonly owner: string | null
  /** What is owed next about it. */
  readonly due: Due | null
}
export interface VoiceList {
  readonly mine: readonly ListedVoice[]
  readonly others: readonly ListedVoice[]
  readonly closed: boolean
  readonly today: LocalDate
}
const most = 500

export async function voiceList(tx: Tx, who: Staff, closed: boolean): Promise<VoiceList> {
  const colleagues = await colleaguesOf(tx)
  const team = colleagues.filter(one => one.unitId !== null && who.unitIds.includes(one.unitId)).map(one => one.id)
  const owners = [who.personId, ...(await standsInFor(tx, who.personId)), ...team]
  const kinds = [...owedKinds, 'voice.expire']
  const called = await openDues(tx, {
    kinds,
    owners: [who.personId],
    offices: who.roles.includes('secretary') ? ['sekretariat'] : [],
    limit: most,
  })
  const ids = called.map(due => due.about)
  const mine = await voicesOf(tx, { owners, ids, closed }, most)
  const others = closed ? [] : (await othersOpen(tx, owners)).filter(one => !ids.includes(one.id))
  const shown = [...mine, ...others]
  const dues = await openDues(tx, { abouts: shown.map(one => one.id), kinds, limit: 2 * most })
  const names = new Map(colleagues.map(one => [one.id, one.name]))
  const dress = async (rows: readonly Listed[]): Promise<ListedVoice[]> => {
    const open: ListedVoice[] = []
    for (const row of rows) {
      if ((await closedTo(tx, row.not_unit)).includes(who.personId)) continue
      const due = dues.find(one => one.about === row.id) ?? null
      open.push({ ...row, due, owner: names.get(due?.ownerId ?? row.owner_id ?? '') ?? null })
    }
    return closed ? open : open.sort((a, b) => rank(a) - rank(b) || dayOf(a).localeCompare(dayOf(b)))
  }
  return { mine: await dress(mine), others: await dress(others), closed, today: localDate(tx.now) }
}
/** What is urgent and unopened stands first, then what is owed first. */
const rank = (one: ListedVoice) => (one.urgent && one.opened_on === null ? 0 : 1)
const dayOf = (one: ListedVoice) => one.due?.dueOn ?? '9999'

/** Everybody is invented here, so one click signs in and that is enough. */
export const inventedHere = async (tx: Tx): Promise<boolean> => (await registered(tx)).demo
