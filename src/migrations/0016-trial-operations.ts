// A draft can also be asked who could follow somebody who leaves, and for lots drawn among its invented people.
export const trialOperations = {
  name: '0016-trial-operations',
  sql: `
alter table charter_trial drop constraint charter_trial_operation_check;
alter table charter_trial add constraint charter_trial_operation_check
  check (operation in ('possible', 'check', 'explain', 'propose', 'replace', 'draw'));
`,
} as const
