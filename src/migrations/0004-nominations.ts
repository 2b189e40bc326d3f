// Who wants to sit in a council, what they told us, who talked to them, and the ways back in for the person.
export const nominations = {
  name: '0004-nominations',
  sql: `
-- A person who wants to be, or was suggested as, a council member. The name is plain; what they told us is sealed with the key of the
-- thing. E-mail and telephone are found by a keyed hash only.
create table candidate (
  municipality_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  language text not null,
  contact_sealed bytea,
  wishes_sealed bytea,
  motivation_sealed bytea,
  declared_sealed bytea,
  suggested_by_sealed bytea,
  email_index bytea,
  phone_index bytea,
  residence text not null check (residence in ('yes', 'no', 'unknown', 'not_asked')),
  residence_verified text check (residence_verified in ('yes', 'no')),
  residence_verified_on date,
  residence_verified_how text,
  residence_verified_by uuid,
  suggested boolean not null default false,
  reminded_at timestamptz,
  said_yes_at timestamptz,
  said_yes_how text check (said_yes_how in ('self', 'own_link', 'spoken')),
  said_yes_recorded_by uuid,
  warned_at timestamptz,
  invented boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  check ((residence_verified is null) = (residence_verified_on is null)),
  check ((said_yes_at is null) = (said_yes_how is null))
);
create index candidate_email on candidate (municipality_id, email_index) where email_index is not null;
create index candidate_phone on candidate (municipality_id, phone_index) where phone_index is not null;
create index candidate_unanswered on candidate (municipality_id, created_at) where suggested and said_yes_at is null;
select follow_house_rules('candidate', 'app');

-- One wish to sit in one council. How it got where it is stands in the journal; \`state\` says where it is now.
create table nomination (
  municipality_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  council text not null,
  state text not null check (state in ('suggested', 'received', 'contacted', 'in_talk', 'proposed', 'appointed', 'reserve', 'not_this_time', 'withdrawn')),
  channel text not null check (channel in ('web', 'email', 'phone', 'counter', 'letter', 'outreach')),
  received_on date not null,
  received_at timestamptz not null,
  received_by uuid,
  contacted_at timestamptz,
  closed_on date,
  closed_by text,
  reason_sealed bytea,
  answered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, candidate_id) references candidate on delete cascade,
  unique (municipality_id, candidate_id, council),
  check (closed_on is null or contacted_at is not null or state in ('withdrawn', 'appointed')),
  check (answered_at is null or contacted_at is not null),
  check ((closed_on is not null) = (state in ('appointed', 'reserve', 'not_this_time', 'withdrawn')))
);
create index nomination_newest on nomination (municipality_id, received_at desc, id);
create index nomination_council on nomination (municipality_id, council, state, received_at desc, id);
create index nomination_state on nomination (municipality_id, state, received_at desc, id);
create index nomination_closed on nomination (municipality_id, closed_on) where closed_on is not null;
select follow_house_rules('nomination', 'app');

-- A tie to an organisation, as the person told it; \`kind\` is attribute=value of a charter. A document's content is never kept.
create table tie (
  municipality_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  kind text not null,
  organisation text not null,
  role text not null default '',
  local text not null default 'unknown' check (local in ('yes', 'no', 'unknown')),
  declared_on date not null,
  confirmed_on date,
  confirmed_how text,
  confirmed_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, candidate_id) references candidate on delete cascade,
  check ((confirmed_on is null) = (confirmed_by is null) and (confirmed_on is null) = (confirmed_how is null))
);
create index tie_candidate on tie (municipality_id, candidate_id);
select follow_house_rules('tie', 'app');

-- The words a candidate is found by: names as written and without marks, organisations also by their Danish stem. Ranges of plain text
-- compare by leakproof operators, so the index serves the search while row-level security stays in force.
create table candidate_word (
  municipality_id uuid not null,
  word text collate "C" not null,
  candidate_id uuid not null,
  of_name boolean not null,
  primary key (municipality_id, word, candidate_id, of_name),
  foreign key (municipality_id, candidate_id) references candidate on delete cascade
);
create index candidate_word_candidate on candidate_word (municipality_id, candidate_id);
select follow_house_rules('candidate_word', 'app');

-- Each time somebody here got in touch with the person, or tried to.
create table contact_made (
  municipality_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  at timestamptz not null,
  by_person uuid,
  how text not null check (how in ('phone', 'meeting', 'email', 'letter', 'page', 'through')),
  result text not null check (result in ('talked', 'sent', 'no_answer', 'invited', 'said_yes', 'answered')),
  text_sealed bytea,
  primary key (municipality_id, id),
  foreign key (municipality_id, candidate_id) references candidate on delete cascade
);
create index contact_made_candidate on contact_made (municipality_id, candidate_id, at);
select follow_house_rules('contact_made', 'app');

create table candidate_note (
  municipality_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  at timestamptz not null,
  by_person uuid not null,
  text_sealed bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, candidate_id) references candidate on delete cascade
);
create index candidate_note_candidate on candidate_note (municipality_id, candidate_id, at);
select follow_house_rules('candidate_note', 'app');

-- Links of one person's own, kept as a hash; pressing the button behind one opens a short session.
create table personal_link (
  municipality_id uuid not null,
  token_hash bytea not null,
  candidate_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, candidate_id) references candidate on delete cascade
);
create index personal_link_candidate on personal_link (municipality_id, candidate_id);
select follow_house_rules('personal_link', 'app');

-- What a receipt code leads to. The code is stored nowhere, only what it is found by.
create table receipt (
  municipality_id uuid not null,
  code_index bytea not null,
  about uuid not null,
  made_at timestamptz not null,
  primary key (municipality_id, code_index),
  foreign key (municipality_id, about) references thing on delete cascade
);
create index receipt_about on receipt (municipality_id, about);
select follow_house_rules('receipt', 'app');

-- Two candidates a human has looked at and found to be two people.
create table not_the_same (
  municipality_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (municipality_id, one_id, other_id),
  foreign key (municipality_id, one_id) references candidate on delete cascade,
  foreign key (municipality_id, other_id) references candidate on delete cascade,
  check (one_id < other_id)
);
select follow_house_rules('not_the_same', 'app');
`,
} as const
