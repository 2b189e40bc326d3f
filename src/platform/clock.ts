// The door to time: the clock, Copenhagen dates, working days, opening hours and dates in words.
export { longDate, longDateTime, monthAndYear, timeOfDay, weekdayName } from './clock/date-words.ts'
export { easterSunday, type Holiday, type HolidayId, holidayName, holidayOn, holidaysIn } from './clock/holidays.ts'
export {
  addDays,
  addMonths,
  atLocal,
  type Clock,
  daysBetween,
  fixedClock,
  isLocalDate,
  type LocalDate,
  localDate,
  localTime,
  systemClock,
  type Weekday,
  weekday,
} from './clock/local.ts'
export { type Hours, nextChange, type Openness, openNow, type Span, type WeekHours } from './clock/opening.ts'
export { type Calculation, type DayOff, type Deadline, dayOffWords, type WorkingDays, workingDays } from './clock/working-days.ts'
