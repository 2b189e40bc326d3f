// Who sits in the councils, who sat there and by which decision, and what has happened to each council.
export const councils = {
  name: '0003-councils',
  sql: `
-- An exact value as a range, so that an exclusion constraint can say "the same seat" without an extension.
create type exactly as range (subtype = text, collation = "C");
create function the_same(value text) returns exactly language sql immutable parallel safe as $$ select public.exactly(value, value, '[]') $$;

-- The days somebody sits: from the first day until the day they no longer do; open while they stay on after their term.
create function seat_span(from_date date, term_to date, stays_on boolean, ended_on date) returns daterange language sql immutable parallel safe as $$
  select daterange(from_date, case when ended_on is not null then ended_on when stays_on or term_to is null then null else term_to + 1 end)
$$;

-- A council's thing: what the journal and the work list point to.
create table council (
  municipality_id uuid not null references municipality (id) on delete cascade,
  slug text not null,
  thing_id uuid not null,
  primary key (municipality_id, slug),
  unique (municipality_id, thing_id),
  foreign key (municipality_id, thing_id) references thing
);
select follow_house_rules('council', 'public');

-- A member as the public may see them; without a name when they do not want to be shown by name.
create table member (
  municipality_id uuid not null,
  id uuid not null,
  shown_name text,
  recorded_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing
);
select follow_house_rules('member', 'public');

-- The rest of a member, for the staff: name, how to reach them, and what the charter asks about (sealed).
create table member_record (
  municipality_id uuid not null,
  member_id uuid not null,
  name text not null,
  shown text not null check (shown in ('named', 'unnamed')),
  protected boolean not null default false,
  contact_sealed bytea,
  attributes_sealed bytea,
  -- The candidate they were, and the staff person they are, if any.
  candidate_id uuid,
  person_id uuid,
  residence_seen_on date,
  primary key (municipality_id, member_id),
  unique (municipality_id, candidate_id),
  foreign key (municipality_id, member_id) references member on delete cascade,
  foreign key (municipality_id, candidate_id) references thing,
  foreign key (municipality_id, person_id) references person
);
select follow_house_rules('member_record', 'app');

-- One person on one seat for a time. Ends by being ended; a mistake is mended by a new row that replaces this one.
create table seating (
  municipality_id uuid not null,
  id uuid not null,
  council text not null,
  seat_group text not null,
  -- Counted from 1 within the group.
  seat smallint not null check (seat > 0),
  member_id uuid not null,
  from_date date not null,
  -- The last day of the term; after it the member sits on until somebody follows, when stays_on.
  term_to date,
  stays_on boolean not null default false,
  decision_id uuid,
  recorded_at timestamptz not null,
  -- The first day without the seat. Why stands in seat_leaving, which the public cannot read.
  ended_on date check (ended_on >= from_date),
  ended_recorded_at timestamptz,
  corrects_id uuid,
  replaced_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, member_id) references member,
  foreign key (municipality_id, decision_id) references thing,
  foreign key (municipality_id, corrects_id) references seating,
  check ((ended_on is null) = (ended_recorded_at is null)),
  check (term_to >= from_date),
  -- Over all dates: one person on a seat, and one seat in a council for each person.
  constraint one_on_a_seat exclude using gist
    (the_same(municipality_id::text || ' ' || council || ' ' || seat_group || ' ' || seat) with =, seat_span(from_date, term_to, stays_on, ended_on) with &&) where (replaced_at is null),
  constraint one_seat_each exclude using gist
    (the_same(municipality_id::text || ' ' || council || ' ' || member_id::text) with =, seat_span(from_date, term_to, stays_on, ended_on) with &&) where (replaced_at is null)
);
create index seating_council on seating (municipality_id, council, from_date);
create index seating_member on seating (municipality_id, member_id);
create index seating_decision on seating (municipality_id, decision_id) where decision_id is not null;
select follow_house_rules('seating', 'public');

create table seat_leaving (
  municipality_id uuid not null,
  seating_id uuid not null,
  reason text not null check (reason in ('resignation', 'moved', 'mandate_ended', 'death', 'long_absence', 'term_ended', 'took_seat', 'council_abolished')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (municipality_id, seating_id),
  foreign key (municipality_id, seating_id) references seating on delete cascade
);
select follow_house_rules('seat_leaving', 'app', 'insert');

-- What happened to a council, added to what the municipality's data tell of its history.
create table council_event (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  council text not null,
  event text not null check (event in ('decided', 'recruiting', 'in_function', 'paused', 'abolished')),
  on_date date not null,
  body text not null,
  minute_ref text,
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  check (event not in ('abolished', 'paused') or reason <> '')
);
create index council_event_council on council_event (municipality_id, council, on_date);
select follow_house_rules('council_event', 'public', 'insert');
`,
} as const
