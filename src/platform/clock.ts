// The door to time: the clock, Copenhagen dates, working days, opening hours and dates in words.
export { longDate, longDateTime, monthAndYear, shortDate, timeOfDay, weekdayName } from './clock/date-words.ts'

export {
  addDays,
  addMonths,
  atLocal,
  type Clock,
  daysBetween,
  fixedClock,
  isLocalDate,
  type LocalDate,
  laterOf,
  localDate,
  systemClock,
  weekday,
} from './clock/local.ts'
export { type Hours, nextChange, openNow } from './clock/opening.ts'
export { type Calculation, type Deadline, dayOffWords, workingDays } from './clock/working-days.ts'
