// That somebody whose duty is personal has notified about a child, without a voice it hangs on: theirs alone.
export const childNotified = {
  name: '0027-child-notified',
  sql: `
-- When and by which way, never what or about whom.
create table child_notified (
  municipality_id uuid not null,
  id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  route text not null check (route in ('phone', 'form', 'letter', 'meeting')),
  primary key (municipality_id, id),
  foreign key (municipality_id, by_person) references person on delete cascade
);
create index child_notified_person on child_notified (municipality_id, by_person);
select follow_house_rules('child_notified', 'app');
`,
} as const
