// The few texts of this room that every public page shows, in the languages the staff's pages do not speak; machine drafts that nobody has checked.
import type { da } from './da.ts'

export type CitizenWords = Record<Extract<keyof typeof da, 'fillsIn' | 'opensToday' | 'opensOn'>, string>

export const citizen: Record<'ar' | 'tr' | 'ur', CitizenWords> = {
  ar: { fillsIn: 'من يدير الموقع', opensToday: 'اليوم الساعة {at}', opensOn: '{day} الساعة {at}' },
  tr: { fillsIn: 'siteyi yürüten', opensToday: 'bugün saat {at}', opensOn: '{day} saat {at}' },
  ur: { fillsIn: 'سائٹ چلانے والا', opensToday: 'آج {at} بجے', opensOn: '{day} {at} بجے' },
}
