// What a column may hold, written as one value instead of a list of values: PostgreSQL reads every CHECK of a table anew for each statement
// that writes it, and a list of nine words is three times as long to read. What is allowed stays the same.
export const shortLists = {
  name: '0030-short-lists',
  sql: `
do $$
declare
  found record;
  made text;
  words constant text := 'ARRAY\\[(''[A-Za-z0-9_+-]+''::text(?:, ''[A-Za-z0-9_+-]+''::text)*)\\]';
begin
  for found in
    select conrelid::regclass as owner, conname as name, pg_get_constraintdef(oid) as says
    from pg_constraint
    where contype = 'c' and connamespace in ('public'::regnamespace, 'keys'::regnamespace) and pg_get_constraintdef(oid) ~ words
    order by conrelid, conname
  loop
    made := found.says;
    while made ~ words loop
      made := regexp_replace(made, words, '''{' || regexp_replace((regexp_match(made, words))[1], '''|::text| ', '', 'g') || '}''::text[]');
    end loop;
    execute format('alter table %s drop constraint %I, add constraint %I %s', found.owner, found.name, found.name, made);
  end loop;
end
$$;
`,
} as const
