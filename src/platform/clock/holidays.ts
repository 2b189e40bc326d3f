// The public holidays of Denmark, computed for any year, each with the years in which it counts.
import { addDays, type LocalDate, weekday } from './local.ts'

/** Which holiday it is; kept in stored calculations, so never renamed. */
export type HolidayId =
  | 'nytaarsdag'
  | 'skaertorsdag'
  | 'langfredag'
  | 'paaskedag'
  | '2-paaskedag'
  | 'store-bededag'
  | 'kristi-himmelfartsdag'
  | 'pinsedag'
  | '2-pinsedag'
  | 'juledag'
  | '2-juledag'

/** A holiday on its day. */
export type Holiday = { id: HolidayId; date: LocalDate }

type HolidayRule = { id: HolidayId; da: string; en: string; until?: number } & ({ day: string } | { afterEaster: number })

const RULES: readonly HolidayRule[] = [
  { id: 'nytaarsdag', da: 'nytårsdag', en: 'New Year’s Day', day: '01-01' },
  { id: 'skaertorsdag', da: 'skærtorsdag', en: 'Maundy Thursday', afterEaster: -3 },
  { id: 'langfredag', da: 'langfredag', en: 'Good Friday', afterEaster: -2 },
  { id: 'paaskedag', da: 'påskedag', en: 'Easter Sunday', afterEaster: 0 },
  { id: '2-paaskedag', da: '2. påskedag', en: 'Easter Monday', afterEaster: 1 },
  // Abolished as a holiday from 1 January 2024.
  { id: 'store-bededag', da: 'store bededag', en: 'Great Prayer Day', afterEaster: 26, until: 2023 },
  { id: 'kristi-himmelfartsdag', da: 'Kristi himmelfartsdag', en: 'Ascension Day', afterEaster: 39 },
  { id: 'pinsedag', da: 'pinsedag', en: 'Whit Sunday', afterEaster: 49 },
  { id: '2-pinsedag', da: '2. pinsedag', en: 'Whit Monday', afterEaster: 50 },
  { id: 'juledag', da: 'juledag', en: 'Christmas Day', day: '12-25' },
  { id: '2-juledag', da: '2. juledag', en: 'Boxing Day', day: '12-26' },
]

const knownYears = new Map<number, ReadonlyMap<LocalDate, readonly Holiday[]>>()

/**
 * Easter Sunday of the Gregorian calendar: the Sunday after the church's computed full moon.
 * The moon's age (epact) follows a cycle of 19 years, corrected per century for leap days left out and for the moon's drift.
 */
export function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100) + 1
  const yearOfCycle = year % 19
  const age = 14 + 11 * yearOfCycle - Math.floor((3 * century) / 4) + Math.floor((5 + 8 * century) / 25)
  const epact = ((age % 30) + 30) % 30
  // Two epacts would put the moon a day too late; the church moves them so that no cycle has the same moon twice.
  const moved = epact === 0 || (epact === 1 && yearOfCycle > 10) ? epact + 1 : epact
  const moon = addDays(`${String(year).padStart(4, '0')}-04-19`, -moved)
  return addDays(moon, 7 - (weekday(moon) % 7))
}

/** The public holidays of a year in the order of the calendar. Constitution Day and Christmas Eve are not holidays by law: a municipality closes on its own closing days. */
export function holidaysIn(year: number): readonly Holiday[] {
  return [...holidayMap(year).values()].flat()
}

function holidayMap(year: number): ReadonlyMap<LocalDate, readonly Holiday[]> {
  const known = knownYears.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const dated = RULES.filter(rule => rule.until === undefined || year <= rule.until).map(rule => ({
    id: rule.id,
    date: 'day' in rule ? `${String(year).padStart(4, '0')}-${rule.day}` : addDays(easter, rule.afterEaster),
  }))
  const map = new Map<LocalDate, Holiday[]>()
  for (const holiday of dated.sort((a, b) => (a.date < b.date ? -1 : 1))) map.set(holiday.date, [...(map.get(holiday.date) ?? []), holiday])
  knownYears.set(year, map)
  return map
}

/** The public holiday on that day, or null. */
export function holidayOn(date: LocalDate): HolidayId | null {
  return holidayMap(Number(date.slice(0, 4))).get(date)?.[0]?.id ?? null
}

/** The name of a holiday as it stands inside a sentence; Danish and English, other languages get the English one. */
export function holidayName(id: HolidayId, lang: string): string {
  const rule = RULES.find(each => each.id === id)!
  return lang === 'da' ? rule.da : rule.en
}
