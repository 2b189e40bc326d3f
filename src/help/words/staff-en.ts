// The English texts of the operator's page about the numbers.
import type { da } from './staff-da.ts'

export const en: Record<keyof typeof da, string> = {
  title: 'Numbers to call',
  lead: 'A number is shown under Get help now once you have called it and confirmed it. 112 is always there.',
  shown: 'Shown',
  'shown.text': '{phone}. Confirmed by {by} {on}.',
  waiting: 'Not shown yet',
  'waiting.text': '{phone}, seen {asOf}. Call the number before you confirm it.',
  missing: 'The number is missing. Fill it in when you know it.',
  confirm: 'Confirm a number',
  which: 'Which number?',
  phone: 'The number',
  'phone.why': 'Leave this empty if what stands here is right.',
  by: 'Who called it?',
  'by.why': 'The name stands beside the number on the page Get help now.',
  on: 'When?',
  button: 'Confirm the number',
  under: 'The number is shown at once.',
  withdraw: 'Take a number back',
  'withdraw.lead': 'If a number no longer answers, take it back. Then it is not shown.',
  'withdraw.button': 'Do not show the number',
  'fault.phone': 'Write the number with digits and spaces, e.g. 12 34 56 78.',
  'fault.missing': 'We do not know the number. Write it.',
  'fault.future': 'That day has not come yet.',
  'setUp.title': 'The numbers under Get help now are confirmed',
  'setUp.text': '{n, plural, one {One number is missing} other {# numbers are missing}} or not confirmed. People then see 112 only.',
}
