// Whether a row that is written is of the municipality of the transaction, asked of the row itself: as a question within a question it is
// set up anew for each table a statement writes, and a nomination writes nine. What is read goes on being asked once for all its rows.
export const checkedByRow = {
  name: '0031-checked-by-row',
  sql: `
do $$
declare
  found record;
  rules constant text := pg_get_functiondef('follow_house_rules'::regproc);
  asked constant text := 'with check (municipality_id = (select municipality_now()))';
begin
  for found in select polrelid::regclass as owner from pg_policy where polname = 'own_municipality' order by polrelid loop
    execute format('alter policy own_municipality on %s with check (municipality_id = municipality_now())', found.owner);
  end loop;
  if position(asked in rules) = 0 then raise exception 'follow_house_rules is not what it was'; end if;
  execute replace(rules, asked, 'with check (municipality_id = municipality_now())');
end
$$;
`,
} as const
