// The weekly publication: what is approved goes out, counts in bands, once a week and no more; and the figures of a quarter once, for good.
import { addDays, type LocalDate, localDate, weekday } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { type HelpSaid, helpSaid, quiet } from '../voices/index.ts'
import { bandRows, daysOf, quarterBefore, quarterOf, shownCount } from './edition.ts'
import { figuresOut, type PublishedFigure, publishedTheme, putFigures, putOut, takeWeek } from './published-store.ts'
import { endSummary, oneSummary } from './summary-step.ts'
import { type Summary, summariesIn } from './summary-store.ts'
import { mayGoOut, standsOf } from './theme.ts'
import { cameOf } from './theme-step.ts'
import { allThemes, setTold, stepsOf, type ThemeRow, themeRow } from './theme-store.ts'

/** Days a quarter rests before its figures are counted: late answers are in by then. */
const restDays = 28
/** The Monday of a day's week. */
export const weekOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day))

/** Makes this week's publication, if nobody has. Returns how many themes went out or changed; null when it was made already. */
export async function publishWeek(tx: Tx, who: Principal): Promise<number | null> {
  const today = localDate(tx.now)
  const week = weekOf(today)
  if (!(await takeWeek(tx, week, today))) return null
  const gathered = await summariesIn(tx, ['gathered'], true)
  let changed = 0
  for (const theme of await allThemes(tx)) {
    const own = gathered.filter(one => one.themeId === theme.id)
    if (await goOut(tx, who, theme, own, week)) changed++
  }
  await publishQuarter(tx, today)
  return changed
}

async function goOut(tx: Tx, who: Principal, { id }: ThemeRow, gathered: readonly Summary[], week: LocalDate): Promise<boolean> {
  const steps = await stepsOf(tx, [id])
  const stands = standsOf(steps.map(one => one.step))
  if (stands.words !== 'approved' || stands.life === 'closed') return false
  const theme = (await themeRow(tx, id, true))!
  const waiting = gathered.map(one => ({ own: one.said_how !== 'not_reached' && one.said_how !== 'no_answer', few: one.few }))
  if (!mayGoOut(theme.told, waiting)) return false
  for (const summary of gathered) {
    const one = await oneSummary(tx, summary.id, true)
    if (one) await endSummary(quiet(tx), who, one, 'publish', { published_on: week })
  }
  const told = theme.told + gathered.length
  if (gathered.length > 0) await setTold(tx, id, told)
  const { band, district } = shownCount({ told, showCount: theme.show_count, district: theme.district })
  const next = { title: theme.title, question: theme.question, words: theme.words, councils: theme.councils, district, count_band: band }
  const before = await publishedTheme(tx, { id })
  if (before && (Object.keys(next) as (keyof typeof next)[]).every(key => JSON.stringify(before[key]) === JSON.stringify(next[key])))
    return false
  await putOut(tx, {
    ...next,
    theme_id: id,
    slug: theme.slug,
    life: stands.life,
    came: JSON.stringify(cameOf(steps)),
    first_week: before?.first_week ?? week,
    changed_week: week,
  })
  await record(tx, who, { kind: 'theme.went-out', about: id, facts: { week } })
  return true
}

/** What people said of the help in a quarter. Counted anew from the voices there are; for staff. */
export async function quarterCounts(tx: Tx, quarter: string) {
  const { from, before } = daysOf(quarter)
  return countsOf(await helpSaid(tx, from, before))
}
export function countsOf(said: HelpSaid) {
  const count = (test: (one: (typeof said)[number]) => boolean) => said.filter(test).reduce((sum, one) => sum + one.count, 0)
  return {
    help: { yes: count(one => one.help === 'yes'), partly: count(one => one.help === 'partly'), no: count(one => one.help === 'no') },
    inTime: { yes: count(one => one.inTime === 'yes'), no: count(one => one.inTime === 'no') },
  }
}
async function publishQuarter(tx: Tx, today: LocalDate): Promise<void> {
  const quarter = quarterBefore(quarterOf(addDays(today, -restDays)))
  if ((await figuresOut(tx)).some(one => one.quarter === quarter)) return
  const { help, inTime } = await quarterCounts(tx, quarter)
  const rows = (measure: PublishedFigure['measure'], counts: Parameters<typeof bandRows>[0]): PublishedFigure[] =>
    bandRows(counts).map(({ answer, count }) => ({
      quarter,
      measure,
      answer,
      count_band: count,
      published_on: weekOf(today),
    }))
  await putFigures(tx, [...rows('help', help), ...rows('in_time', inTime)])
}
