// What somebody told us: the words as they came, the talk that followed, the ways back, and who has it now.
export const voices = {
  name: '0018-voices',
  sql: `
-- One voice. Ids are pure chance, and days stand instead of times: nobody shall be found by when they wrote. \`arrived_at\` is there only
-- while something is urgent and no human has opened it. What it is about, where, how to answer and who may see it is sealed with the
-- voice's own key; nothing of it is a column, so that nothing of it can be a mark on a person.
create table voice (
  municipality_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('own', 'relative', 'behalf', 'staff')),
  young boolean not null default false,
  channel text not null check (channel in ('web', 'shared', 'phone', 'counter', 'outreach', 'letter', 'email')),
  language text not null,
  district text,
  received_on date not null,
  entered_by uuid,
  urgent boolean not null default false,
  arrived_at timestamptz,
  deputy_told boolean not null default false,
  leader_told boolean not null default false,
  state text not null default 'received' check (state in ('received', 'talking', 'paused', 'closed')),
  opened_on date,
  owner_id uuid,
  not_unit text,
  reply text not null check (reply in ('code', 'phone', 'letter', 'email', 'through', 'visit', 'none')),
  share text not null default 'ask' check (share in ('yes', 'ask', 'no')),
  details_sealed bytea,
  paused_until date,
  pause_reason text,
  answered_on date,
  closed_on date,
  warned_on date,
  right_help text check (right_help in ('yes', 'partly', 'no')),
  in_time text check (in_time in ('yes', 'no')),
  invented boolean not null default false,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  check (arrived_at is null or urgent),
  check ((state = 'paused') = (paused_until is not null)),
  check ((paused_until is null) = (pause_reason is null)),
  check ((state = 'closed') = (closed_on is not null)),
  check (state <> 'closed' or answered_on is not null)
);
create index voice_urgent on voice (municipality_id, arrived_at) where arrived_at is not null;
create index voice_owner on voice (municipality_id, owner_id, state);
create index voice_closed on voice (municipality_id, closed_on) where closed_on is not null;
select follow_house_rules('voice', 'app');

-- One line of the talk, in the order they came. \`teller\` is whoever holds a code; a line is never changed, a translation is a line of its own.
create table voice_line (
  municipality_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('told', 'wrote', 'answer', 'note', 'translation', 'handed', 'paused', 'reopened')),
  by_person uuid,
  by_code text check (by_code in ('teller', 'person')),
  on_day date not null,
  language text not null,
  how text check (how in ('code', 'phone', 'letter', 'email', 'through', 'visit')),
  passed_on date,
  of_position integer,
  text_sealed bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, voice_id) references voice on delete cascade,
  unique (municipality_id, voice_id, position),
  check ((kind = 'translation') = (of_position is not null)),
  check ((how is not null) = (kind = 'answer'))
);
select follow_house_rules('voice_line', 'app');

-- The ways back in. The code is stored nowhere, only what it is found by; \`holder\` is whoever told, or the person it is about.
create table voice_receipt (
  municipality_id uuid not null,
  code_index bytea not null,
  voice_id uuid not null,
  holder text not null check (holder in ('teller', 'person')),
  primary key (municipality_id, code_index),
  foreign key (municipality_id, voice_id) references voice on delete cascade
);
create index voice_receipt_voice on voice_receipt (municipality_id, voice_id);
select follow_house_rules('voice_receipt', 'app');

-- What somebody agreed to who is spoken for: whether they were asked, what the one who told may see, and until when.
create table voice_consent (
  municipality_id uuid not null,
  voice_id uuid not null,
  given text not null check (given in ('yes', 'not_asked', 'cannot')),
  covers text not null check (covers in ('nothing', 'answers', 'everything')),
  until_day date,
  withdrawn_on date,
  primary key (municipality_id, voice_id),
  foreign key (municipality_id, voice_id) references voice on delete cascade
);
select follow_house_rules('voice_consent', 'app');

-- A warm hand-over: to whom, by which day somebody gets in touch, and the day it was kept.
create table voice_hand_over (
  municipality_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  position integer not null,
  to_person uuid,
  on_day date not null,
  promised_on date not null,
  kept_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, voice_id) references voice on delete cascade
);
create index voice_hand_over_voice on voice_hand_over (municipality_id, voice_id);
select follow_house_rules('voice_hand_over', 'app');

-- That a person whose duty is personal has told the authorities of a child: when and by which way, never what.
create table voice_notified (
  municipality_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  route text not null check (route in ('phone', 'form', 'letter', 'meeting')),
  primary key (municipality_id, id),
  foreign key (municipality_id, voice_id) references voice on delete cascade
);
create index voice_notified_voice on voice_notified (municipality_id, voice_id);
select follow_house_rules('voice_notified', 'app');

-- A picture, made anew so that nothing it carried along is kept.
create table voice_picture (
  municipality_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  position integer not null check (position > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes_sealed bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, voice_id) references voice on delete cascade,
  unique (municipality_id, voice_id, position)
);
select follow_house_rules('voice_picture', 'app');

-- Who opened a page of their own without a cookie: the token stands in the page only, its hash here, and it dies soon.
create table voice_visit (
  municipality_id uuid not null,
  token_hash bytea not null,
  voice_id uuid not null,
  holder text not null check (holder in ('teller', 'person')),
  code_index bytea not null,
  until timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, voice_id) references voice on delete cascade
);
select follow_house_rules('voice_visit', 'app');
`,
} as const
