// The SQL of the register: searching by words, filtering, paging; the same speed however many municipalities there are.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { anyOf } from '../platform/db/wanted.ts'
import { searchSpellings, searchWords } from './finding.ts'
import type { Channel, State } from './nomination.ts'
import { mine } from './store.ts'

export interface Filter {
  readonly words: string
  readonly council: string | null
  readonly states: readonly State[] | null
  /** Only candidates with one of these nominations owed by the reader, or entered by them; null is everybody. */
  readonly within: { readonly person: string; readonly owed: readonly string[] } | null
  /** Rows after this one. */
  readonly after: { readonly at: Date; readonly id: string } | null
  readonly limit: number
}
export interface Listed {
  readonly id: string
  readonly candidate_id: string
  readonly name: string
  readonly invented: boolean
  readonly council: string
  readonly state: State
  readonly channel: Channel
  readonly received_on: string
  readonly received_at: Date
}

/** Above every word that begins with the prefix. */
const beyond = (prefix: string) => `${prefix}\u{10ffff}`

/**
 * The candidates a word finds: one of its spellings begins one of their words, or it has the stem of one. Ranges of plain text, so the index
 * serves under row-level security; each by itself, since of several that are joined by "or" none is looked up.
 */
const found = ([word, ...others]: readonly string[]): RawBuilder<unknown> =>
  sql.join(
    [
      ...[word!, ...others].map(one => sql`select candidate_id from candidate_word where word >= ${one} and word < ${beyond(one)}`),
      sql`select candidate_id from candidate_word where word = any(coalesce(ts_lexize('danish_stem', ${word}), '{}'::text[]))`,
    ],
    sql` union all `,
  )

/** Nominations with their candidates, the newest first; one row more than `limit` says that there are more. */
export function listQuery(tx: Tx, filter: Filter) {
  let query = mine(tx).selectFrom('nomination').selectAll()
  const words = searchSpellings(filter.words)
  // Only signs were typed: that finds nobody, rather than everybody.
  if (words.length === 0 && filter.words.trim() !== '') query = query.where(sql<boolean>`false`)
  // One set for all words: asked for each by itself, the second is looked up again for everybody the first finds.
  const all = sql.join(
    words.map(word => sql`(${found(word)})`),
    sql` intersect `,
  )
  if (words.length > 0) query = query.where('candidate_id', 'in', sql<string>`(${all})`)
  if (filter.council) query = query.where('council', '=', filter.council)
  if (filter.states) query = query.where('state', 'in', [...filter.states])
  if (filter.within) {
    const { person, owed } = filter.within
    query = query.where(eb => eb.or([eb('received_by', '=', person), eb('id', '=', anyOf(owed))]))
  }
  if (filter.after) query = query.where(sql<boolean>`(received_at, id) < (${filter.after.at}, ${filter.after.id}::uuid)`)
  const page = query
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  // The names of those on the page only: a word may find a thousand.
  return mine(tx)
    .selectFrom(page.as('n'))
    .innerJoin('candidate as c', join => join.onRef('c.municipality_id', '=', 'n.municipality_id').onRef('c.id', '=', 'n.candidate_id'))
    .select(['n.id', 'n.candidate_id', 'c.name', 'c.invented', 'n.council', 'n.state', 'n.channel', 'n.received_on', 'n.received_at'])
    .orderBy('n.received_at', 'desc')
    .orderBy('n.id', 'desc')
}

/** A page of the register. */
export async function listed(tx: Tx, filter: Filter): Promise<{ rows: Listed[]; more: boolean }> {
  const rows = await listQuery(tx, filter).execute()
  return { rows: rows.slice(0, filter.limit), more: rows.length > filter.limit }
}

/** How many nominations each council has in each state. */
export async function tally(tx: Tx): Promise<{ council: string; state: State; count: number }[]> {
  return await mine(tx)
    .selectFrom('nomination')
    .select(eb => ['council', 'state', eb.fn.countAll<number>().as('count')])
    .groupBy(['council', 'state'])
    .execute()
}

/** Every candidate of one council who is in one of the states, with the nomination. */
export async function inCouncil(tx: Tx, council: string, states: readonly State[]) {
  return await mine(tx)
    .selectFrom('nomination')
    .selectAll()
    .where('council', '=', council)
    .where('state', 'in', [...states])
    .orderBy('received_at')
    .orderBy('id')
    .limit(10_000)
    .execute()
}

/** Candidates who may be the same person: the same e-mail, the same telephone, or a name that shares a word; with the pairs a human has parted. */
export async function maybeTheSame(
  tx: Tx,
  id: string,
  name: string,
  email: Buffer | null,
  phone: Buffer | null,
): Promise<{ id: string; name: string; same: boolean }[]> {
  const words = searchWords(name).slice(0, 4)
  const alikeName =
    words.length === 0 ? sql`false` : sql`c.id in (select candidate_id from candidate_word where of_name and word = any(${words}::text[]))`
  const { rows } = await sql<{ id: string; name: string; same: boolean }>`
    select c.id, c.name, (coalesce(c.email_index = ${email}, false) or coalesce(c.phone_index = ${phone}, false)) as same
    from candidate c
    where c.id <> ${id} and (c.email_index = ${email} or c.phone_index = ${phone} or ${alikeName})
      and not exists (select from not_the_same p where p.one_id = least(c.id, ${id}::uuid) and p.other_id = greatest(c.id, ${id}::uuid))
    order by c.created_at desc limit 200`.execute(tx.db)
  return rows
}
