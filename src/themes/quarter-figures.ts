// The figures of "the right help, in time?": as they went out, and as staff see them at once; never finer than a quarter of the whole municipality.
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { fosterCounts } from '../voices/index.ts'
import type { Band } from './band.ts'
import { bandRows, daysOf, type FigureRow, quarterBefore, quarterOf } from './edition.ts'
import { countsOf, quarterCounts } from './publish.ts'
import { figuresOut } from './published-store.ts'

export interface Quarter<B> {
  readonly quarter: string
  readonly help: readonly FigureRow<B>[]
  readonly inTime: readonly FigureRow<B>[]
}
/** The quarters everybody may see, the newest first. */
export async function publicQuarters(tx: Tx): Promise<Quarter<Band>[]> {
  const rows = await figuresOut(tx)
  const order = ['all', 'yes', 'partly', 'no']
  const of = (quarter: string, measure: 'help' | 'in_time') =>
    rows
      .filter(row => row.quarter === quarter && row.measure === measure)
      .sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
      .map(row => ({ answer: row.answer, count: row.count_band }))
  return [...new Set(rows.map(row => row.quarter))].map(quarter => ({ quarter, help: of(quarter, 'help'), inTime: of(quarter, 'in_time') }))
}
/** The last four quarters that have ended, by the same rule; those that have not gone out yet too. */
async function staffQuarters(tx: Tx): Promise<Quarter<Band>[]> {
  const quarters: Quarter<Band>[] = []
  for (const quarter of endedQuarters(localDate(tx.now))) quarters.push(await staffQuarter(tx, quarter))
  return quarters
}
function endedQuarters(today: LocalDate): string[] {
  const quarters = [quarterBefore(quarterOf(today))]
  while (quarters.length < 4) quarters.push(quarterBefore(quarters.at(-1)!))
  return quarters
}
export interface FosterQuarter extends Quarter<Band> {
  /** Promises of an answer that fell due: kept, or not. */
  readonly promise: readonly FigureRow<Band>[]
}
/** The same of foster families, for staff only: were it published beside the whole, it would still be in bands of five. */
async function fosterQuarters(tx: Tx): Promise<FosterQuarter[]> {
  const quarters: FosterQuarter[] = []
  for (const quarter of endedQuarters(localDate(tx.now))) {
    const { from, before } = daysOf(quarter)
    const { said, kept, late } = await fosterCounts(tx, from as LocalDate, before as LocalDate)
    const { help, inTime } = countsOf(said)
    quarters.push({ quarter, help: bandRows(help), inTime: bandRows(inTime), promise: bandRows({ yes: kept, no: late }) })
  }
  return quarters
}
export interface StaffFigures {
  readonly all: readonly Quarter<Band>[]
  readonly foster: readonly FosterQuarter[]
}
export const staffFigures = async (tx: Tx): Promise<StaffFigures> => ({ all: await staffQuarters(tx), foster: await fosterQuarters(tx) })
async function staffQuarter(tx: Tx, quarter: string): Promise<Quarter<Band>> {
  const { help, inTime } = await quarterCounts(tx, quarter)
  return { quarter, help: bandRows(help), inTime: bandRows(inTime) }
}
/** Before and after a note: the quarter before the one it came in, and the one after, once that has ended. */
export async function beforeAndAfter(tx: Tx, publishedOn: string): Promise<{ before: Quarter<Band>; after: Quarter<Band> | null }> {
  const during = quarterOf(publishedOn)
  const after = nextQuarter(during)
  return {
    before: await staffQuarter(tx, quarterBefore(during)),
    after: after < quarterOf(localDate(tx.now)) ? await staffQuarter(tx, after) : null,
  }
}
const nextQuarter = (quarter: string): string => {
  const [year, n] = quarter.split('-').map(Number) as [number, number]
  return n === 4 ? `${year + 1}-1` : `${year}-${n + 1}`
}
