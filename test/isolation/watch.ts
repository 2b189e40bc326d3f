// Counts every statement that writes, in any table, as the database itself sees it.
import type { TestHouse } from '../house.ts'

export interface Watch {
  /** What was written and committed since the last call: table, verb, and how many statements. */
  written(): Promise<Record<string, number>>
}

/** Puts a trigger on every table; writing that is rolled back leaves no trace, as it should. */
export async function watchWrites(house: TestHouse): Promise<Watch> {
  await house.sql(`
    create schema watching;
    create table watching.written (what text not null);
    create function watching.note() returns trigger language plpgsql security definer as $$
      begin insert into watching.written values (tg_table_name || ' ' || lower(tg_op)); return null; end $$;
    do $$ declare t regclass; begin
      for t in select oid from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('public', 'keys') loop
        execute format('create trigger zz_watching after insert or update or delete or truncate on %s for each statement execute function watching.note()', t);
      end loop; end $$`)
  return {
    async written() {
      const rows = await house.sql(`with gone as (delete from watching.written returning what)
        select what, count(*)::int as n from gone group by what order by what`)
      return Object.fromEntries(rows.map(row => [row.what as string, row.n as number]))
    },
  }
}
