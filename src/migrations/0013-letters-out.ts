// What becomes of a letter after it left, letters on paper, addresses that do not work, and the mailboxes we read.
export const lettersOut = {
  name: '0013-letters-out',
  sql: `
-- \`post\` is a letter on paper: printed, then marked with the day it was posted. \`auto\` answers a letter by itself (RFC 3834);
-- \`answers_sealed\` is the Message-ID it answers. \`written_by\` is the human who wrote it; nobody for what the house writes.
alter table letter
  add column way text not null default 'email' check (way in ('email', 'post')),
  add column auto boolean not null default false,
  add column answers_sealed bytea,
  add column unsubscribe_sealed bytea,
  add column written_by uuid,
  add column posted_on date,
  add column delivered_at timestamptz,
  add column delayed_at timestamptz,
  add column bounced_at timestamptz,
  add column bounce_status text,
  add column answered_at timestamptz,
  drop constraint letter_state_check,
  add constraint letter_state_check check (state in ('waiting', 'sent', 'kept', 'failed', 'withdrawn', 'bounced', 'to_post', 'posted')),
  add constraint letter_way_check_state check ((state in ('to_post', 'posted')) <= (way = 'post')),
  add constraint letter_posted_check check ((state = 'posted') = (posted_on is not null));

-- An address a server has said does not work. Nothing is sent there until it is taken off; found by a keyed hash only.
create table bad_address (
  municipality_id uuid not null references municipality (id) on delete cascade,
  email_index bytea not null,
  since timestamptz not null,
  status text not null,
  primary key (municipality_id, email_index)
);
select follow_house_rules('bad_address', 'app');

-- When an address last got an automatic answer: one within 24 hours.
create table auto_reply (
  municipality_id uuid not null references municipality (id) on delete cascade,
  email_index bytea not null,
  at timestamptz not null,
  primary key (municipality_id, email_index)
);
select follow_house_rules('auto_reply', 'app');

-- How far each folder of a mailbox is read, and what is the matter when it cannot be.
create table mailbox_folder (
  municipality_id uuid not null references municipality (id) on delete cascade,
  mailbox text not null,
  folder text not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  read_at timestamptz,
  letter_at timestamptz,
  letters bigint not null default 0,
  trouble text,
  trouble_since timestamptz,
  primary key (municipality_id, mailbox, folder)
);
select follow_house_rules('mailbox_folder', 'app');

-- What staff wrote to a candidate and has not left yet: it reaches the candidate's page, and keeps a promise, when its letter has gone.
create table message (
  municipality_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  letter_id uuid not null,
  written_by uuid not null,
  written_at timestamptz not null,
  text_sealed bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, candidate_id) references candidate on delete cascade,
  foreign key (municipality_id, letter_id) references letter on delete cascade
);
create index message_candidate on message (municipality_id, candidate_id, id);
create unique index message_letter on message (municipality_id, letter_id);
select follow_house_rules('message', 'app');
`,
} as const
