// From one voice to a theme: summaries without persons, themes, what staff learn from them, and what the public may see of it.
export const themes = {
  name: '0019-themes',
  sql: `
-- A summary of one voice, without persons. Its words, what was said about them and the theme it was gathered into are sealed with the
-- voice's own key, so that it dies with the voice, and no column says what a voice is about. Days, not times, as with the voice.
create table summary (
  municipality_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'asked', 'confirmed', 'approved', 'gathered', 'published', 'ended')),
  written_by uuid not null,
  written_on date not null,
  asked_on date,
  said_how text check (said_how in ('page', 'phone', 'counter', 'through', 'not_reached', 'no_answer')),
  said_on date,
  few boolean not null default false,
  approved_by uuid,
  approved_on date,
  published_on date,
  ended_how text check (ended_how in ('refused', 'withdrawn', 'dropped')),
  ended_on date,
  text_sealed bytea not null,
  seen_sealed bytea,
  change_sealed bytea,
  returned_sealed bytea,
  gathered_sealed bytea,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, voice_id) references voice on delete cascade,
  check ((state = 'ended') = (ended_how is not null)),
  check ((gathered_sealed is not null) = (state in ('gathered', 'published'))),
  check (approved_by is null or approved_by <> written_by),
  check (state not in ('approved', 'gathered', 'published') or (approved_by is not null and said_how is not null)),
  check (not few or said_how in ('page', 'phone', 'counter', 'through'))
);
create unique index summary_voice on summary (municipality_id, voice_id) where state <> 'ended';
create index summary_state on summary (municipality_id, state);
select follow_house_rules('summary', 'app');

-- What several voices say together. Its words are the secretary's own and name nobody; how it stands follows from its steps.
create table theme (
  municipality_id uuid not null,
  id uuid not null,
  slug text not null,
  title text not null check (title <> ''),
  question text not null check (question <> ''),
  words text not null check (words <> ''),
  councils text[] not null default '{}',
  district text,
  show_count boolean not null default false,
  -- How many summaries have gone out with it. It only grows: who erases their voice takes the summary along, not the count.
  told integer not null default 0 check (told >= 0),
  begun_by uuid not null,
  begun_on date not null,
  seen jsonb not null default '[]',
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  unique (municipality_id, slug)
);
select follow_house_rules('theme', 'app');

create table theme_step (
  municipality_id uuid not null,
  id uuid not null,
  theme_id uuid not null,
  position integer not null check (position > 0),
  step text not null check (step in ('begun', 'offered', 'returned', 'approved', 'changed', 'raised', 'came', 'closed', 'reopened')),
  -- Null when nobody here did it: a teller took their words back.
  by_person uuid,
  on_day date not null,
  council text,
  meeting_on date,
  words text,
  primary key (municipality_id, id),
  foreign key (municipality_id, theme_id) references theme on delete cascade,
  unique (municipality_id, theme_id, position),
  check ((step = 'raised') = (council is not null)),
  check (step not in ('returned', 'came', 'closed') or words is not null)
);
select follow_house_rules('theme_step', 'app');

-- One publication a week and no more, so that nobody can tell by the day whose words came in.
create table theme_edition (
  municipality_id uuid not null references municipality (id) on delete cascade,
  week date not null,
  made_on date not null,
  primary key (municipality_id, week),
  check (extract(isodow from week) = 1)
);
select follow_house_rules('theme_edition', 'app');

-- A theme as everybody may see it: no count, or a band of at least five.
create table published_theme (
  municipality_id uuid not null references municipality (id) on delete cascade,
  theme_id uuid not null,
  slug text not null,
  title text not null,
  question text not null,
  words text not null,
  councils text[] not null,
  district text,
  count_band text check (count_band in ('5-9', '10-19', '20-49', '50-99', '100+')),
  life text not null check (life in ('open', 'raised', 'closed')),
  came jsonb not null default '[]',
  first_week date not null,
  changed_week date not null,
  primary key (municipality_id, theme_id),
  unique (municipality_id, slug)
);
select follow_house_rules('published_theme', 'public');

-- What was learned from a theme and is to be done from now on, for whom, and who answers for it.
create table practice_note (
  municipality_id uuid not null,
  id uuid not null,
  theme_id uuid not null,
  owner_id uuid,
  written_by uuid not null,
  written_on date not null,
  learned text not null,
  now_do text not null,
  units text[] not null default '{}',
  published_on date,
  published_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references thing,
  foreign key (municipality_id, theme_id) references theme,
  check ((published_on is null) = (published_by is null)),
  check (published_on is null or owner_id is not null)
);
create index practice_note_theme on practice_note (municipality_id, theme_id);
select follow_house_rules('practice_note', 'app');

-- What a council asked for or said about it, as its secretary wrote it down.
create table practice_note_said (
  municipality_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  council text not null,
  kind text not null check (kind in ('asked', 'said')),
  words text not null check (words <> ''),
  by_person uuid not null,
  on_day date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, note_id) references practice_note on delete cascade
);
create index practice_note_said_note on practice_note_said (municipality_id, note_id);
select follow_house_rules('practice_note_said', 'app');

create table practice_note_use (
  municipality_id uuid not null,
  note_id uuid not null,
  person_id uuid not null,
  read_on date not null,
  used_on date,
  primary key (municipality_id, note_id, person_id),
  foreign key (municipality_id, note_id) references practice_note on delete cascade
);
select follow_house_rules('practice_note_use', 'app');

create table published_note (
  municipality_id uuid not null references municipality (id) on delete cascade,
  note_id uuid not null,
  theme_id uuid not null,
  learned text not null,
  now_do text not null,
  units text[] not null,
  published_on date not null,
  primary key (municipality_id, note_id)
);
select follow_house_rules('published_note', 'public');

-- Whether people got the right help, in time: one quarter, counted once and never again, in bands; a null is hidden.
create table published_figure (
  municipality_id uuid not null references municipality (id) on delete cascade,
  quarter text not null check (quarter ~ '^[0-9]{4}-[1-4]$'),
  measure text not null check (measure in ('help', 'in_time')),
  answer text not null check (answer in ('all', 'yes', 'partly', 'no')),
  count_band text check (count_band in ('5-9', '10-19', '20-49', '50-99', '100+')),
  published_on date not null,
  primary key (municipality_id, quarter, measure, answer)
);
select follow_house_rules('published_figure', 'public');
`,
} as const
