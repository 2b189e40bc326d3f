// Taking a practice municipality away whole: rows that are otherwise never deleted go too, but of an invented municipality only.
export const practice = {
  name: '0006-practice',
  sql: `
create unique index municipality_one_practice on municipality (practice_of) where practice_of is not null;

-- Erases the practice municipality of the municipality of this transaction; raises for any other one. All rows go in one statement, so
-- that rows that point to one another are checked when none of them is left.
create function erase_practice(twin uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  real uuid := public.municipality_now();
  deletions text;
begin
  perform from public.municipality where id = twin and practice_of = real for update;
  if not found then raise exception 'no practice municipality of this one'; end if;
  select string_agg(format('d%s as (delete from %s where municipality_id = $1)', t.oid, t.oid::regclass), ', ' order by t.oid) into deletions
    from pg_catalog.pg_class t
    where t.relkind = 'r' and t.relnamespace in ('public'::regnamespace, 'keys'::regnamespace)
      and exists (select from pg_catalog.pg_attribute a where a.attrelid = t.oid and a.attname = 'municipality_id' and not a.attisdropped);
  perform set_config('app.municipality', twin::text, true);
  execute 'with ' || deletions || ' delete from public.municipality where id = $1 and practice_of is not null' using twin;
  perform set_config('app.municipality', real::text, true);
end $$;
revoke all on function erase_practice(uuid) from public;
grant execute on function erase_practice(uuid) to raadslag_app;
`,
} as const
