// Who holds which role is kept in memory by every process of the house, so each hears when it changes.
export const rolesTold = {
  name: '0015-roles-told',
  sql: `
create trigger tell_changed after insert or update or delete on role_grant for each statement execute function tell_changed();
create trigger tell_changed after insert or update or delete on person for each statement execute function tell_changed();
`,
} as const
