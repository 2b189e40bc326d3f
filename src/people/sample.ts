// Each month a sample of who read what is put before data protection: one reading in twenty, the same ones however often one looks.
import { addMonths, atLocal, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal, System } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { maySeeReadings } from './access.ts'
import { openDues, owe, settle } from './due.ts'
import { houseThing } from './standing.ts'

export const sampleDue = 'readings.sample'
const workingDaysToLook = 10
/** One reading in so many. */
export const oneIn = 20

/** The month before the day, `YYYY-MM`. */
export const monthBefore = (day: LocalDate): string => addMonths(`${day.slice(0, 7)}-01`, -1).slice(0, 7)

/** Owes the sample of last month, once. */
export async function askForSample(tx: Tx, who: System): Promise<void> {
  const today = localDate(tx.now)
  const month = monthBefore(today)
  const about = await houseThing(tx)
  const asked = await tx.db
    .selectFrom('journal')
    .select('facts')
    .where('about', '=', about)
    .where('kind', '=', 'readings.sample-asked')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!(await readIn(tx, month))) return
  if (((asked?.facts as { month?: string } | undefined)?.month ?? '') >= month) return
  await owe(tx, who, {
    kind: sampleDue,
    about,
    owner: null,
    office: 'databeskyttelse',
    receivedOn: today,
    workingDays: workingDaysToLook,
    rule: { id: 'stikproeve', force: 'must' },
  })
  await record(tx, who, { kind: 'readings.sample-asked', about, facts: { month } })
}

/** Whether anything was read in the month. */
async function readIn(tx: Tx, month: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('access_log')
    .select('id')
    .where('at', '>=', atLocal(`${month}-01`, '00:00'))
    .where('at', '<', atLocal(addMonths(`${month}-01`, 1), '00:00'))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Data protection has looked at the sample. */
export async function sampleSeen(tx: Tx, who: Principal, { month, odd }: { month: string; odd: boolean }): Promise<void> {
  if (!maySeeReadings(who)) throw new NotAllowed()
  const about = await houseThing(tx)
  const [due] = await openDues(tx, { kinds: [sampleDue], abouts: [about] })
  if (!due || monthBefore(due.receivedOn) !== month) throw new Refusal(notWaiting)
  await record(tx, who, { kind: 'readings.sample-seen', about, facts: { month, odd } })
  await settle(tx, who, about, sampleDue, odd ? 'seen, something odd' : 'seen')
}
const notWaiting = { da: 'Stikprøven er allerede set igennem.', en: 'The sample has been looked through already.' }
