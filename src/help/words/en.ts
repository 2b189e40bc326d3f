// The English texts of this room.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  title: 'Get help now',
  lead: 'If somebody is in danger, call 112. Otherwise you can call a person here.',
  call: 'Call {phone}',
  numbers: 'Numbers you can call',
  source: 'Seen {asOf}. Confirmed by {by} on {on}.',
  missing: 'Still missing',
  'missing.lead': 'These numbers have not been confirmed yet, so we do not show them. Whoever runs this site calls them and confirms them.',
  human: 'Talk to the municipality',
  'human.text':
    'At the bottom of the page it says whom you can talk to, and when. You can hide your number, and you do not have to say who you are.',
  safe: 'Do you want to leave no traces?',
  'safe.text':
    'The site does not keep that you read it. Your browser may remember the address. Call or come by if somebody watches your screen.',
}
