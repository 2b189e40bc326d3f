// The day somebody asked to stay in the register after they were told that they would be erased.
export const candidateKept = {
  name: '0029-candidate-kept',
  sql: `
alter table candidate add column kept_on date;
`,
} as const
