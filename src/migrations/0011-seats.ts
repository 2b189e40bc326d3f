// Elections and their results, who a substitute stands in for, by which turn somebody was called in, and two more reasons to leave.
export const seats = {
  name: '0011-seats',
  sql: `
alter table seat_leaving drop constraint seat_leaving_reason_check;
alter table seat_leaving add constraint seat_leaving_reason_check check (reason in ('resignation', 'moved', 'mandate_ended', 'death', 'long_absence',
  'left_organisation', 'employed', 'term_ended', 'took_seat', 'council_abolished'));

-- A vote about seats of a council, as it was recorded. Binding votes seat people; indicative ones never do.
create table election (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  council text not null,
  seat_group text not null,
  kind text not null check (kind in ('binding', 'indicative')),
  outcome text not null check (outcome in ('held', 'uncontested', 'cancelled')),
  held_on date not null,
  seats_from date,
  seats smallint not null check (seats > 0),
  votes_cast integer check (votes_cast >= 0),
  body text not null,
  minute_ref text,
  reason text,
  -- What the lot was drawn from when votes were equal, so that anybody can repeat it.
  seed text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  check (outcome <> 'cancelled' or reason <> ''),
  check (kind = 'indicative' or outcome = 'cancelled' or seats_from is not null)
);
create index election_council on election (municipality_id, council, held_on);
select follow_house_rules('election', 'app', 'insert');

-- Who stood, in the order of the result.
create table election_candidate (
  municipality_id uuid not null,
  election_id uuid not null,
  position smallint not null check (position > 0),
  name text not null,
  votes integer check (votes >= 0),
  elected boolean not null,
  by_lot boolean not null default false,
  member_id uuid,
  primary key (municipality_id, election_id, position),
  foreign key (municipality_id, election_id) references election on delete cascade,
  foreign key (municipality_id, member_id) references member
);
select follow_house_rules('election_candidate', 'app', 'insert');

-- The seat a personal substitute stands in for; the latest row counts.
create table stand_in (
  municipality_id uuid not null,
  id uuid not null,
  seating_id uuid not null,
  seat_group text not null,
  seat smallint not null check (seat > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, seating_id) references seating on delete cascade
);
create index stand_in_seating on stand_in (municipality_id, seating_id);
select follow_house_rules('stand_in', 'app', 'insert');

-- A substitute who took an empty seat: by which of the charter's ways, and why not the first in line.
create table call_in (
  municipality_id uuid not null,
  seating_id uuid not null,
  substitute_id uuid not null,
  way text not null check (way in ('personal', 'ordered', 'group')),
  out_of_turn text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (municipality_id, seating_id),
  foreign key (municipality_id, seating_id) references seating on delete cascade,
  foreign key (municipality_id, substitute_id) references seating on delete cascade
);
select follow_house_rules('call_in', 'app', 'insert');
`,
} as const
