// Who works for the municipality, in which roles and units, how they sign in, and what is due from whom.
export const people = {
  name: '0002-people',
  sql: `
create table unit (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  slug text not null,
  name text not null,
  leader_id uuid,
  deputy_id uuid,
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  foreign key (municipality_id, id) references thing
);
select follow_house_rules('unit', 'public');

create table person (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  name text not null,
  email text not null,
  phone text,
  helps_with text,
  unit_id uuid,
  -- Shown to the public as somebody to talk to (name and unit), by the person's own choice.
  shown boolean not null default false,
  invented boolean not null default false,
  oidc_subject text,
  from_date date not null,
  to_date date,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, unit_id) references unit
);
create unique index person_email on person (municipality_id, lower(email));
create unique index person_oidc on person (municipality_id, oidc_subject) where oidc_subject is not null;
select follow_house_rules('person', 'app');
alter table unit add foreign key (municipality_id, leader_id) references person (municipality_id, id);
alter table unit add foreign key (municipality_id, deputy_id) references person (municipality_id, id);

create table role_grant (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('operator','secretary','caseworker','outreachWorker','unitLeader','politicalSecretariat','administration','councillor','councilMember','policyOwner','auditor')),
  from_date date not null,
  to_date date,
  granted_by text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person on delete cascade
);
create index role_grant_person on role_grant (municipality_id, person_id);
select follow_house_rules('role_grant', 'app');

-- Away from a day until a day; the deputy answers meanwhile.
create table absence (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  deputy_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person on delete cascade,
  foreign key (municipality_id, deputy_id) references person
);
select follow_house_rules('absence', 'app');

-- The human behind each contact of the municipality's data, as the public sees them: made from person and absence by the deeds.
-- Name and number stand here only when the person has agreed to be shown.
create table contact_holder (
  municipality_id uuid not null references municipality (id) on delete cascade,
  contact text not null,
  person_id uuid not null,
  name text,
  phone text,
  helps_with text,
  deputy_id uuid,
  deputy_name text,
  away jsonb not null default '[]',
  invented boolean not null default false,
  primary key (municipality_id, contact),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, deputy_id) references person
);
select follow_house_rules('contact_holder', 'public');

create table sign_in_link (
  municipality_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  back_to text,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, person_id) references person on delete cascade
);
select follow_house_rules('sign_in_link', 'app');

-- That somebody asked for a link, known here or not: it makes both cases the same work, and it bounds how many letters an address gets.
create table sign_in_request (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  email_index bytea not null,
  at timestamptz not null,
  primary key (municipality_id, id)
);
create index sign_in_request_at on sign_in_request (municipality_id, at);
select follow_house_rules('sign_in_request', 'app');

create table session (
  municipality_id uuid not null references municipality (id) on delete cascade,
  id uuid not null,
  token_hash bytea not null,
  kind text not null check (kind in ('staff', 'subject')),
  person_id uuid,
  about uuid,
  strength text not null check (strength in ('link', 'oidc', 'passkey', 'code')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, token_hash),
  foreign key (municipality_id, person_id) references person on delete cascade,
  foreign key (municipality_id, about) references thing on delete cascade,
  check ((kind = 'staff') = (person_id is not null)),
  check ((kind = 'subject') = (about is not null))
);
select follow_house_rules('session', 'app');

-- What is owed: the truth of every clock and of the work list. Settled, never deleted.
create table due (
  municipality_id uuid not null,
  id uuid not null,
  kind text not null,
  about uuid not null,
  owner_id uuid,
  owner_office text,
  received_on date not null,
  due_on date not null,
  rule jsonb not null,
  calculation jsonb,
  because_of text,
  created_at timestamptz not null,
  escalated_to_deputy_at timestamptz,
  deputy_id uuid,
  escalated_to_leader_at timestamptz,
  leader_id uuid,
  settled_at timestamptz,
  settled_by text,
  settled_how text,
  primary key (municipality_id, id),
  foreign key (municipality_id, about) references thing,
  foreign key (municipality_id, owner_id) references person,
  foreign key (municipality_id, deputy_id) references person,
  foreign key (municipality_id, leader_id) references person,
  check (owner_id is not null or owner_office is not null)
);
create unique index due_open_once on due (municipality_id, about, kind) where settled_at is null;
create index due_open on due (municipality_id, due_on) where settled_at is null;
select follow_house_rules('due', 'app');
`,
} as const
