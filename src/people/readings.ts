// Who read what: the access log as data protection sees it, and the monthly sample of it.
import { sql } from 'kysely'
import { addDays, addMonths, atLocal, type LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import { namedLines } from '../platform/journal.ts'
import { oneIn } from './sample.ts'
import { namesOf } from './store.ts'

export interface ReadingLine {
  readonly id: string
  readonly at: Date
  /** The name of the person, or the kind of reader (`subject`, `system`). */
  readonly reader: string
  readonly about: string | null
  readonly kind: string | null
  readonly action: string
  readonly reason: string | null
}
export interface ReadingFilter {
  readonly personId: string | null
  readonly about: string | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly page: number
}
export const readingsPerPage = 100

const select = (tx: Tx) =>
  tx.db
    .selectFrom('access_log')
    .leftJoin('thing', join =>
      join.onRef('thing.id', '=', 'access_log.about').onRef('thing.municipality_id', '=', 'access_log.municipality_id'),
    )
    .select([
      'access_log.id',
      'access_log.at',
      'access_log.actor',
      'access_log.about',
      'access_log.action',
      'access_log.reason',
      'thing.kind',
    ])

/** A page of readings, the newest first; one more than a page says that there are older ones. */
export async function readingsOf(tx: Tx, filter: ReadingFilter): Promise<ReadingLine[]> {
  let query = select(tx)
  if (filter.personId) query = query.where('access_log.actor', '=', `staff:${filter.personId}`)
  if (filter.about) query = query.where('access_log.about', '=', filter.about)
  // A page of fifty people is one reading; whose name was on it is found under them.
  else query = query.where('access_log.action', 'not like', namedLines)
  if (filter.from) query = query.where('access_log.at', '>=', atLocal(filter.from, '00:00'))
  if (filter.to) query = query.where('access_log.at', '<', atLocal(addDays(filter.to, 1), '00:00'))
  const rows = await query
    .orderBy('access_log.id', 'desc')
    .limit(readingsPerPage + 1)
    .offset((filter.page - 1) * readingsPerPage)
    .execute()
  return await named(tx, rows)
}

/** The sample of a month (`YYYY-MM`): the same rows whoever looks and whenever, chosen by their ids alone. */
export async function sampleOf(tx: Tx, month: string): Promise<ReadingLine[]> {
  const rows = await select(tx)
    .where('access_log.at', '>=', atLocal(`${month}-01`, '00:00'))
    .where('access_log.at', '<', atLocal(addMonths(`${month}-01`, 1), '00:00'))
    .where('access_log.action', 'not like', namedLines)
    .where(sql<boolean>`abs(hashtext(access_log.id::text)) % ${oneIn} = 0`)
    .orderBy('access_log.id')
    .limit(1_000)
    .execute()
  return await named(tx, rows)
}

interface Row {
  id: string
  at: Date
  actor: string
  about: string | null
  action: string
  reason: string | null
  kind: string | null
}
async function named(tx: Tx, rows: readonly Row[]): Promise<ReadingLine[]> {
  const idOf = (actor: string) => (actor.startsWith('staff:') && isId(actor.slice(6)) ? actor.slice(6) : null)
  const names = await namesOf(
    tx,
    rows.flatMap(row => idOf(row.actor) ?? []),
  )
  return rows.map(({ actor, ...row }) => ({ ...row, reader: names.get(idOf(actor) ?? '') ?? actor.split(':')[0]! }))
}
