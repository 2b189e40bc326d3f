// The English texts of this room.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  title: 'Use your code',
  lead: 'The code was on your receipt. With it you can see what has happened.',
  ask: 'Your code',
  'ask.why': 'Capital or small letters do not matter. Nor do spaces.',
  go: 'Show',
  unknown:
    'The code does not fit anything we have. Check that all signs are there. What it belonged to may also have been erased. Call us if you are in doubt.',
  format: 'A code has 20 signs in five groups. Check whether a sign is missing or has changed places.',
  lost: 'Lost the code? Call us. Then we find another way.',
  used: 'The code can be sent once only from the same page. Write it again to come in.',
}
