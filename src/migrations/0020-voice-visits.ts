// A button pressed twice shows the same page twice, and a later message can carry pictures.
export const voiceVisits = {
  name: '0020-voice-visits',
  sql: `
-- Taken up: for a few moments the same press, sent twice, finds the page it led to, as long as nothing was done on that page.
alter table voice_visit add column taken_at timestamptz;
alter table voice_visit add column next_hash bytea;
-- The step was done; where it was not, sending it again tries again.
alter table voice_visit add column did boolean not null default false;

-- The line a picture came with.
alter table voice_picture add column of_line integer not null default 1 check (of_line > 0);
`,
} as const
