// A hand-over is seen by the one who told before it is carried out: until when it waits, when it was taken over, or taken back.
export const handOverTaken = {
  name: '0028-hand-over-taken',
  sql: `
alter table voice_hand_over
  add column takes_on date,
  add column taken_on date,
  add column back_on date,
  add check (taken_on is null or back_on is null);
-- What was handed to a colleague before now was theirs at once.
alter table voice_hand_over no force row level security;
update voice_hand_over set taken_on = on_day where to_person is not null;
alter table voice_hand_over force row level security;
`,
} as const
