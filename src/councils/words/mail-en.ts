// The English letters to members about their own seat.
import type { MailWords } from './mail-da.ts'

export const en: MailWords = {
  'mail.took.subject': 'A message from the municipality',
  'mail.took.text': 'You are appointed to a seat from {day}. Call or write to us if you want to know more.',
  'mail.left.subject': 'A message from the municipality',
  'mail.left.text':
    'Hello\n\nWe have written down that your office ended on {day}. Thank you for your time.\n\nIf that is not right, tell us. We will put it right.',
  'mail.reach': 'You can reach us here: {ways}.',
  'mail.reach.letter': 'You can answer this letter.',
}
