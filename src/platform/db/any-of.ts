// Ids written into a statement, for COPY, which takes no parameters.
import { type RawBuilder, sql } from 'kysely'
import { isId } from '../ids.ts'

/** Any of these ids, to stand after an equals sign. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  if (!ids.every(isId)) throw new Error('these are no ids')
  return sql<string>`any (${sql.lit(`{${ids.join(',')}}`)}::uuid[])`
}
