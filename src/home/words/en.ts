// The English texts of this room.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  heading: 'What is on your mind?',
}
