// Questions about many ids at once: one value however many they are. A copy, which takes no parameters, has them written into it once.
import { type RawBuilder, sql } from 'kysely'
import { isId } from '../ids.ts'

/** Any of these ids, to stand after an equals sign; none finds nothing. A statement with fifty places is built and read for each of them. */
export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${[...ids]}::uuid[])`

/** Any of the ids that are wanted, to stand after an equals sign in a query given to `tx.copied`. */
export const anyWanted: RawBuilder<string> = sql<string>`any ((select ids from wanted)::uuid[])`

/** One statement of several queries of one column each, every row behind the number of its query. @throws Error for what is no id */
export function askingAll(ids: readonly string[], queries: readonly string[]): string {
  if (!ids.every(isId)) throw new Error('these are no ids')
  const rows = queries.map((query, at) => `select ${at}::int2, found.* from (${query}) as found`)
  return `with wanted as materialized (select '{${ids.join(',')}}'::uuid[] as ids) ${rows.join(' union all ')}`
}
