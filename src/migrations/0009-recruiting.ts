// How a council gets filled: organisations and places, asking them, letters to many, what they propose, and what a council must know.
export const recruiting = {
  name: '0009-recruiting',
  sql: `
-- An organisation or a place that can be asked for members. Whom we talk to there is sealed with its key; the address is found by a keyed hash.
create table organisation (
  municipality_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null,
  district text,
  languages text[] not null default '{}',
  letter_language text not null default 'da',
  contact_sealed bytea,
  email_index bytea,
  invented boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing
);
create unique index organisation_name on organisation (municipality_id, lower(name), kind) where retired_at is null;
select follow_house_rules('organisation', 'app');

-- Asking one organisation for one council; where it stands is the last of its steps.
create table ask (
  municipality_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  council text not null,
  opened_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, organisation_id) references organisation on delete cascade,
  unique (municipality_id, organisation_id, council)
);
create index ask_council on ask (municipality_id, council);
select follow_house_rules('ask', 'app');

create table ask_step (
  municipality_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  step text not null check (step in ('plan', 'ask', 'remind', 'answer', 'decline')),
  how text check (how in ('letter', 'email', 'phone', 'meeting', 'page')),
  at timestamptz not null,
  by_actor text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, ask_id) references ask on delete cascade
);
create index ask_step_ask on ask_step (municipality_id, ask_id, id);
select follow_house_rules('ask_step', 'app');

-- Links on which an organisation proposes members, kept as a hash.
create table ask_link (
  municipality_id uuid not null,
  token_hash bytea not null,
  ask_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, ask_id) references ask on delete cascade
);
create index ask_link_ask on ask_link (municipality_id, ask_id);
select follow_house_rules('ask_link', 'app');

-- One letter to many organisations about one council.
create table mailing (
  municipality_id uuid not null,
  id uuid not null,
  council text not null,
  subject text not null,
  body text not null,
  reply_by date not null,
  made_at timestamptz not null,
  made_by text not null,
  sent_at timestamptz,
  sent_by text,
  stopped_at timestamptz,
  stopped_by text,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing
);
create index mailing_council on mailing (municipality_id, council, id);
select follow_house_rules('mailing', 'app');

-- Who gets it. Two rows for one organisation or one address cannot be; a letter is written in the transaction that sets written_at.
create table mailing_letter (
  municipality_id uuid not null,
  mailing_id uuid not null,
  organisation_id uuid not null,
  email_index bytea not null,
  written_at timestamptz,
  letter_id uuid,
  left_out text check (left_out in ('asked', 'said_no', 'gone')),
  primary key (municipality_id, mailing_id, organisation_id),
  unique (municipality_id, mailing_id, email_index),
  foreign key (municipality_id, mailing_id) references mailing on delete cascade,
  foreign key (municipality_id, organisation_id) references organisation on delete cascade,
  check ((written_at is null) = (letter_id is null)),
  check (written_at is null or left_out is null)
);
create index mailing_letter_waiting on mailing_letter (municipality_id, mailing_id) where written_at is null and left_out is null;
select follow_house_rules('mailing_letter', 'app');

-- What an organisation proposed: how many women, men and others, and why not as many; never who of them is what.
create table organisation_proposal (
  municipality_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  at timestamptz not null,
  women smallint not null check (women >= 0),
  men smallint not null check (men >= 0),
  others smallint not null check (others >= 0),
  reason_sealed bytea,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, ask_id) references ask on delete cascade
);
create index organisation_proposal_ask on organisation_proposal (municipality_id, ask_id, id);
select follow_house_rules('organisation_proposal', 'app');

-- A person in a proposal; shared_at is when they agreed that the organisation may see how it goes.
create table proposed_person (
  municipality_id uuid not null,
  proposal_id uuid not null,
  position smallint not null,
  candidate_id uuid,
  shared_at timestamptz,
  primary key (municipality_id, proposal_id, position),
  foreign key (municipality_id, proposal_id) references organisation_proposal on delete cascade,
  foreign key (municipality_id, candidate_id) references candidate on delete set null (candidate_id)
);
create index proposed_person_candidate on proposed_person (municipality_id, candidate_id) where candidate_id is not null;
select follow_house_rules('proposed_person', 'app');

-- The day the appointing body decides who sits; a new day is a new row.
create table decision_day (
  municipality_id uuid not null,
  id uuid not null,
  council text not null,
  decides_on date not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (municipality_id, id)
);
create index decision_day_council on decision_day (municipality_id, council, id);
select follow_house_rules('decision_day', 'app');

-- What a member knows about; the words are data of the municipality.
create table member_competence (
  municipality_id uuid not null,
  member_id uuid not null,
  competence text not null,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (municipality_id, member_id, competence),
  foreign key (municipality_id, member_id) references thing
);
select follow_house_rules('member_competence', 'app');
`,
} as const
