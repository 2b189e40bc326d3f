// Remembers which state of a municipality's files was brought in last, so that a start with the same files has nothing to read.
export const broughtIn = {
  name: '0007-brought-in',
  sql: 'alter table municipality add column brought_in text;',
} as const
