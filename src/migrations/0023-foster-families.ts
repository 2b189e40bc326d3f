// A foster family tells through a door of its own.
export const fosterFamilies = {
  name: '0023-foster-families',
  sql: `
alter table voice drop constraint voice_kind_check;
alter table voice add constraint voice_kind_check check (kind in ('own', 'relative', 'behalf', 'foster', 'staff'));
`,
} as const
