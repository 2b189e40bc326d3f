// Letters that come in: the raw bytes first, then what was read in them, and the desk they lie on.
export const mailroom = {
  name: '0012-mailroom',
  sql: `
-- One letter, however often it arrives: known by the SHA-256 of its bytes within its mailbox. \`desk\` is where it lies; \`waiting\` has not
-- been looked at. \`thread\` is the matter it belongs to: a candidate, or a letter that opened a matter of its own. The sender is found by
-- a keyed hash only. The hash of the bytes stays when the letter is erased, so that it does not come in anew.
create table incoming_letter (
  municipality_id uuid not null,
  id uuid not null,
  mailbox text not null check (mailbox <> ''),
  sha256 bytea not null check (length(sha256) = 32),
  bytes integer not null check (bytes >= 0),
  arrived_at timestamptz not null,
  thread uuid not null,
  desk text not null default 'waiting',
  reasons jsonb not null default '[]',
  tries integer not null default 0,
  next_try_at timestamptz not null,
  sorted_at timestamptz,
  sorted_by uuid,
  fault text,
  read_sealed bytea,
  sender_index bytea,
  finished_at timestamptz,
  finished_by uuid,
  erase_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, thread) references thing,
  unique (municipality_id, mailbox, sha256)
);
create index incoming_letter_waiting on incoming_letter (municipality_id, next_try_at) where desk = 'waiting';
create index incoming_letter_desk on incoming_letter (municipality_id, desk, id desc);
create index incoming_letter_thread on incoming_letter (municipality_id, thread, id);
create index incoming_letter_sender on incoming_letter (municipality_id, sender_index) where sender_index is not null;
create index incoming_letter_erase on incoming_letter (municipality_id, erase_on) where erase_on is not null;
select follow_house_rules('incoming_letter', 'app');

-- Where the letter stood on a server: the same place is not fetched twice, another place with the same bytes is the same letter.
create table incoming_place (
  municipality_id uuid not null,
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  letter_id uuid not null,
  primary key (municipality_id, mailbox, uid_validity, uid),
  foreign key (municipality_id, letter_id) references incoming_letter on delete cascade
);
create index incoming_place_letter on incoming_place (municipality_id, letter_id);
select follow_house_rules('incoming_place', 'app');

-- The bytes, sealed in pieces with the letter's own key: part 0 is the letter as it came, the others are the files in it.
create table incoming_piece (
  municipality_id uuid not null,
  letter_id uuid not null,
  part integer not null check (part >= 0),
  piece integer not null check (piece >= 0),
  bytes_sealed bytea not null,
  primary key (municipality_id, letter_id, part, piece),
  foreign key (municipality_id, letter_id) references incoming_letter on delete cascade
);
select follow_house_rules('incoming_piece', 'app');

-- A file in a letter. \`how\` says what may be done with it: a picture made anew, a download, or kept in the raw letter only.
create table incoming_file (
  municipality_id uuid not null,
  letter_id uuid not null,
  part integer not null check (part > 0),
  name_sealed bytea not null,
  type text not null,
  bytes integer not null check (bytes >= 0),
  how text not null check (how in ('picture', 'download', 'kept')),
  mark text,
  primary key (municipality_id, letter_id, part),
  foreign key (municipality_id, letter_id) references incoming_letter on delete cascade
);
select follow_house_rules('incoming_file', 'app');
`,
} as const
