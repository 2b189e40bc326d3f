// What a stolen dump of the database shows: every row of every table, and whether a text stands in it in the clear.
import type { TestHouse } from './house.ts'

/** Every row of every table as a dump writes it: bytes as hex. */
export async function dump(house: TestHouse): Promise<Map<string, string>> {
  const tables = await house.sql(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await house.sql(`select t::text as row from ${name} t`)
    found.set(String(name), rows.map(each => each.row).join('\n'))
  }
  return found
}
/** How a text can stand in a dump. */
const forms = (text: string, as: BufferEncoding = 'utf8') => [
  text,
  Buffer.from(text, as).toString('hex'),
  Buffer.from(text, as).toString('base64').replace(/=+$/, '').slice(0, -1),
]
/** `table: text` for each text that stands in a table, as it is or as bytes. */
export const leaks = (dumped: ReadonlyMap<string, string>, canaries: readonly string[], as?: BufferEncoding) =>
  [...dumped].flatMap(([table, text]) =>
    canaries.filter(one => forms(one, as).some(form => text.includes(form))).map(one => `${table}: ${one}`),
  )
