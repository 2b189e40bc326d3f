// The English texts of this room.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  'mail.left.subject': 'A message from the municipality',
  'mail.left.text':
    'Hello\n\nWe have written down that your office ended on {day}. Thank you for your time.\n\nIf that is not right, tell us. We will put it right.',
  'mail.reach': 'You can reach us here: {ways}.',
  'mail.reach.letter': 'You can answer this letter.',
}
