// That somebody without their code has asked for what they told to be erased, how it was seen who they are, and what came of it.
export const voiceEraseAsks = {
  name: '0021-voice-erase-asks',
  sql: `
-- One at a time for a voice. No words: how they asked and how it was seen who they are are chosen, so that nothing of them outlives the voice.
create table voice_erase_ask (
  municipality_id uuid not null,
  voice_id uuid not null,
  how text not null check (how in ('visit', 'phone', 'letter')),
  proof text not null check (proof in ('called', 'letter', 'word', 'through', 'met', 'recalled')),
  asked_by uuid not null,
  asked_on date not null,
  agreed_by uuid,
  erase_on date,
  stopped_by text check (stopped_by in ('asker', 'colleague', 'code')),
  stopped_on date,
  primary key (municipality_id, voice_id),
  foreign key (municipality_id, voice_id) references voice on delete cascade,
  check ((agreed_by is null) = (erase_on is null)),
  check (agreed_by is null or agreed_by <> asked_by),
  check ((stopped_by is null) = (stopped_on is null))
);
create index voice_erase_ask_day on voice_erase_ask (municipality_id, erase_on) where erase_on is not null;
select follow_house_rules('voice_erase_ask', 'app');
`,
} as const
