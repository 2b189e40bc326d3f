// When a council looks for members: from which day and until which, as entries of its history.
export const openCall = {
  name: '0010-open-call',
  sql: `
alter table council_event add column deadline_on date;
alter table council_event drop constraint council_event_event_check;
alter table council_event add constraint council_event_event_check
  check (event in ('decided', 'recruiting', 'in_function', 'paused', 'abolished', 'call', 'call_closed'));
-- Of a call, on_date is the first day and deadline_on the last; without a last day it is open until further notice.
alter table council_event add constraint council_event_deadline_check
  check (deadline_on is null or (event in ('call', 'call_closed') and deadline_on >= on_date));
`,
} as const
