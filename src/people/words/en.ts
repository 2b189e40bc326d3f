// The English texts of this room.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  fillsIn: 'Whoever runs this site',
  opensToday: 'today at {at}',
  opensOn: '{day} at {at}',
}
