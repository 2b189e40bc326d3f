// Puts what many rows hold into a few long values, for COPY: PostgreSQL hands a long value over in one piece, short rows a few at a time.
import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely'

/** As many long values, at most, as a query of thousands of rows becomes. */
const pieces = 128

/**
 * The bytes of a column, each behind the ids it belongs to; read with `packedRows`. The query is grouped by `piece`.
 * @param ids names of columns that are ids, of which the last is different in every row
 */
export function packed(
  ids: readonly string[],
  value: string,
): { readonly rows: AliasedRawBuilder<Buffer, 'rows'>; readonly piece: RawBuilder<number> } {
  const column = sql.ref(value)
  const row = sql.join([...ids.map(id => sql`uuid_send(${sql.ref(id)})`), sql`int4send(octet_length(${column}))`, column], sql` || `)
  return {
    rows: sql<Buffer>`string_agg(${row}, '')`.as('rows'),
    piece: sql<number>`get_byte(uuid_send(${sql.ref(ids.at(-1)!)}), 15) & ${sql.lit(pieces - 1)}`,
  }
}
