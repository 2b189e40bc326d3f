// Drafts of charters: what the staff prepare, the invented people they try it on, and what the engine answered.
export const charterDrafts = {
  name: '0008-charter-drafts',
  sql: `
-- Counts the charters a council has got, so that a decision under way notices a new one.
alter table council add column charter_count integer not null default 0;

create table charter_draft (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  council text not null,
  -- The version it began from; null when it is the council's first.
  based_on integer,
  -- Name, kind and purposes of a council that does not exist yet.
  founding jsonb,
  document jsonb not null,
  -- Counts every change, so that nobody overwrites what they have not seen.
  revision integer not null default 0,
  -- Invented people the draft is tried on; emptied when the draft is settled.
  pool jsonb not null default '[]',
  opened_at timestamptz not null,
  opened_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  settled_at timestamptz,
  settled_by text,
  outcome text check (outcome in ('adopted', 'dropped')),
  -- The version it became.
  version integer,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  check ((settled_at is null) = (outcome is null)),
  check ((version is not null) = (outcome is not null and outcome = 'adopted'))
);
create unique index charter_draft_open on charter_draft (municipality_id, council) where settled_at is null;
select follow_house_rules('charter_draft', 'app');

create table charter_trial (
  municipality_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  -- What the draft was when it was asked.
  revision integer not null,
  operation text not null check (operation in ('possible', 'check', 'explain', 'propose')),
  asked_at timestamptz not null,
  asked_by text not null,
  step text,
  ended_at timestamptz,
  ended_how text check (ended_how in ('answered', 'cancelled', 'failed')),
  answer jsonb,
  primary key (municipality_id, id),
  foreign key (municipality_id, draft_id) references charter_draft on delete cascade,
  check ((ended_at is null) = (ended_how is null))
);
create index charter_trial_draft on charter_trial (municipality_id, draft_id, revision);
select follow_house_rules('charter_trial', 'app');
`,
} as const
