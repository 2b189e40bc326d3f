// Tells whether somebody can be reached right now, until when, or when next, and how long a page saying so stays true.
import { holidayOn } from './holidays.ts'
import { addDays, atLocal, type LocalDate, localDate, weekday } from './local.ts'

/** One stretch of open time, `HH:MM` to `HH:MM`; `24:00` is midnight, and an end before the start lies on the next day. */
type Span = { from: string; to: string }

type DayName = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Opening hours by day of the week. `holidays: 'open'` is for lines that also answer on public holidays. `'always'` never closes. */
export type Hours = 'always' | WeekHours

/** The hours of a week; a day left out is closed. */
export type WeekHours = Partial<Record<DayName, readonly Span[]>> & { holidays?: 'open' | 'closed' }

/** Open until a moment (null: never closes), or closed until one (null: no opening in sight). */
export type Openness = { open: true; until: Date | null } | { open: false; next: Date | null }

const DAY_NAMES: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
// Longer than any closing of a municipality; beyond it nothing honest can be said.
const DAYS_AHEAD = 60

type Stretch = { from: number; to: number }

function stretchesOf(date: LocalDate, hours: WeekHours, closed: ReadonlySet<LocalDate>): Stretch[] {
  if (closed.has(date)) return []
  if (hours.holidays !== 'open' && holidayOn(date)) return []
  const spans = hours[DAY_NAMES[weekday(date) - 1]!] ?? []
  return spans.map(({ from, to }) => ({
    from: atLocal(date, from).getTime(),
    to: atLocal(to < from ? addDays(date, 1) : date, to).getTime(),
  }))
}

function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches.filter(each => each.from < each.to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else result.push({ ...stretch })
  }
  return result
}

/**
 * Whether these hours are open at that moment. Closed on Danish public holidays (unless the hours say otherwise) and on `closing`.
 * `until` is the first moment it is closed again; `next` the moment it opens.
 */
export function openNow(hours: Hours, now: Date, closing: readonly LocalDate[] = []): Openness {
  if (hours === 'always') return { open: true, until: null }
  const closed = new Set(closing)
  const today = localDate(now)
  const at = now.getTime()
  const stretches: Stretch[] = []
  let day = -1
  // Most answers lie within two days; the far days are looked at only when nothing nearer decides.
  for (const sight of [2, 9, DAYS_AHEAD]) {
    for (; day <= sight; day++) stretches.push(...stretchesOf(addDays(today, day), hours, closed))
    const seenUntil = atLocal(addDays(today, sight), '00:00').getTime()
    const current = joined(stretches).find(each => at < each.to)
    if (current && at < current.from) return { open: false, next: new Date(current.from) }
    if (current && current.to < seenUntil) return { open: true, until: new Date(current.to) }
    if (current && sight === DAYS_AHEAD) return { open: true, until: null }
  }
  return { open: false, next: null }
}

/**
 * Until when a page that shows this openness stays true: the next opening or closing, at the latest Copenhagen's next midnight,
 * because "i dag" and "i morgen" change there.
 */
export function nextChange(hours: Hours, now: Date, closing: readonly LocalDate[] = []): Date {
  const state = openNow(hours, now, closing)
  const change = state.open ? state.until : state.next
  const midnight = atLocal(addDays(localDate(now), 1), '00:00')
  return change && change < midnight ? change : midnight
}
