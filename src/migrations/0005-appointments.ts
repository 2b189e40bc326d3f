// Slates: who is proposed for which seat, what the charter said of it, and what the appointing body decided.
export const appointments = {
  name: '0005-appointments',
  sql: `
create table slate (
  municipality_id uuid not null,
  id uuid not null,
  council text not null,
  -- Who decides it: municipal_council, administration, or another body the charter names.
  body text not null,
  number integer not null,
  -- The day from which the seats are to be taken.
  starts_on date not null,
  charter_version integer not null,
  -- Counts every change, so that nobody decides something else than they have seen.
  revision integer not null default 0,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  closed_why text check (closed_why in ('not_needed', 'replaced', 'council_abolished')),
  primary key (municipality_id, id),
  unique (municipality_id, council, number),
  foreign key (municipality_id, id) references thing,
  check ((closed_at is null) = (closed_why is null))
);
select follow_house_rules('slate', 'app');

-- Somebody on a slate who is no candidate: a councillor or an adviser, there by virtue of their work.
create table slate_person (
  municipality_id uuid not null,
  id uuid not null,
  slate_id uuid not null,
  name text not null,
  role text not null check (role in ('councillor', 'municipal_employee')),
  contact_sealed bytea,
  -- Which knowledge is needed and why, and until when (advisers).
  need text,
  until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, slate_id) references slate on delete cascade,
  check (role <> 'municipal_employee' or (need <> '' and until is not null))
);
select follow_house_rules('slate_person', 'app');

create table slate_seat (
  municipality_id uuid not null,
  slate_id uuid not null,
  -- A candidate, or a person of this slate.
  person_id uuid not null,
  seat_group text not null,
  seat smallint not null check (seat > 0),
  placed_at timestamptz not null,
  placed_by text not null,
  primary key (municipality_id, slate_id, person_id),
  unique (municipality_id, slate_id, seat_group, seat),
  foreign key (municipality_id, slate_id) references slate on delete cascade,
  foreign key (municipality_id, person_id) references thing
);
create index slate_seat_person on slate_seat (municipality_id, person_id);
select follow_house_rules('slate_seat', 'app');

-- Why a wish is not followed; published with the decision.
create table slate_deviation (
  municipality_id uuid not null,
  slate_id uuid not null,
  atom text not null,
  reason text not null check (reason <> ''),
  written_at timestamptz not null,
  written_by text not null,
  primary key (municipality_id, slate_id, atom),
  foreign key (municipality_id, slate_id) references slate on delete cascade
);
select follow_house_rules('slate_deviation', 'app');

create table proposal (
  municipality_id uuid not null,
  id uuid not null,
  slate_id uuid not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  revision integer not null,
  charter_version integer not null,
  engine_version text not null,
  -- As it was judged then; never judged again.
  verdict jsonb not null,
  taken_back_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, slate_id) references slate on delete cascade
);
create unique index proposal_open on proposal (municipality_id, slate_id) where taken_back_at is null;
select follow_house_rules('proposal', 'app');

-- What a body decided, as the public may read it.
create table decision (
  municipality_id uuid not null,
  id uuid not null,
  slate_id uuid not null,
  council text not null,
  body text not null,
  decided_on date not null,
  minute_ref text not null check (minute_ref <> ''),
  charter_version integer not null,
  recorded_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, slate_id),
  foreign key (municipality_id, id) references thing
);
create index decision_council on decision (municipality_id, council, decided_on);
select follow_house_rules('decision', 'public', 'insert');

-- Where a decision departs from a rule: the rule's own sentence and the published reason, never a person.
create table decision_note (
  municipality_id uuid not null,
  decision_id uuid not null,
  position smallint not null,
  atom text not null,
  strength text not null check (strength in ('must', 'should')),
  state text not null check (state in ('broken', 'open')),
  sentence text not null,
  reason text,
  primary key (municipality_id, decision_id, position),
  foreign key (municipality_id, decision_id) references decision on delete cascade
);
select follow_house_rules('decision_note', 'public', 'insert');

create table decision_record (
  municipality_id uuid not null,
  decision_id uuid not null,
  engine_version text not null,
  verdict jsonb not null,
  -- Who was decided for which seat.
  seats jsonb not null,
  recorded_by text not null,
  primary key (municipality_id, decision_id),
  foreign key (municipality_id, decision_id) references decision on delete cascade
);
select follow_house_rules('decision_record', 'app', 'insert');
`,
} as const
