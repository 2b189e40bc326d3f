// Ids written into a statement, for COPY, which takes no parameters.
import { type RawBuilder, sql } from 'kysely'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Any of these ids, to stand after an equals sign. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  if (!ids.every(id => uuid.test(id))) throw new Error('an id is written in the form PostgreSQL gives it')
  return sql<string>`any (${sql.lit(`{${ids.join(',')}}`)}::uuid[])`
}
