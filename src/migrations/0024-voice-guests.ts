// Somebody of a person's own network takes part in one talk: as far and as long as the person wants it, and not a moment longer.
export const voiceGuests = {
  name: '0024-voice-guests',
  sql: `
-- Who was invited, by whom, and what they may see until when. The link opens once and within days; then they have a code of their own.
-- What they are called is sealed with the voice's key. \`said_how\`: how the teller said yes to whoever invited for them.
create table voice_guest (
  municipality_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  token_hash bytea not null,
  link_until date not null,
  code_index bytea,
  covers text not null check (covers in ('answers', 'everything')),
  until_day date not null,
  invited_by text not null check (invited_by in ('teller', 'person', 'staff')),
  by_person uuid,
  said_how text check (said_how in ('visit', 'phone', 'letter')),
  invited_on date not null,
  opened_on date,
  withdrawn_on date,
  name_sealed bytea not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, voice_id) references voice on delete cascade,
  unique (municipality_id, token_hash),
  unique (municipality_id, code_index),
  check ((code_index is null) = (opened_on is null)),
  check ((invited_by = 'staff') = (by_person is not null)),
  check ((invited_by = 'staff') = (said_how is not null))
);
create index voice_guest_voice on voice_guest (municipality_id, voice_id);
select follow_house_rules('voice_guest', 'app');

alter table voice_receipt drop constraint voice_receipt_holder_check;
alter table voice_receipt add constraint voice_receipt_holder_check check (holder in ('teller', 'person', 'guest'));
alter table voice_visit drop constraint voice_visit_holder_check;
alter table voice_visit add constraint voice_visit_holder_check check (holder in ('teller', 'person', 'guest'));

-- A line a guest wrote; and why nobody of the network takes part, which only staff and whoever asks for everything see.
alter table voice_line add column by_guest uuid;
alter table voice_line drop constraint voice_line_by_code_check;
alter table voice_line add constraint voice_line_by_code_check check (by_code in ('teller', 'person', 'guest'));
alter table voice_line add constraint voice_line_guest check ((by_code is not distinct from 'guest') = (by_guest is not null));
alter table voice_line drop constraint voice_line_kind_check;
alter table voice_line add constraint voice_line_kind_check
  check (kind in ('told', 'wrote', 'answer', 'note', 'translation', 'handed', 'paused', 'reopened', 'network'));
`,
} as const
