// The work list: what is due, by which rule, for whom. Rooms say how a thing of theirs reads; the rows come from what is owed.
import { type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal, Staff } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { deputisedFor } from './absence-store.ts'
import { closingDays, type Due, type Office, offices, openDues } from './due.ts'
import { namesOf } from './store.ts'

/** How one thing that waits reads: what it is, a line about it, what to do, and where. */
export interface WorkWords {
  readonly title: Said
  readonly text?: Said
  /** Which one it is, in a few words, for its link: seen where nothing else on the line says it, heard where `text` is long. */
  readonly which?: Said
  /** The next step in a sentence. */
  readonly next?: Said
  /** The address of the next step, and the words of its link; absent when the next step is not the reader's. */
  readonly href?: string
  readonly action?: Said
  /** The thing whose person the words name, for the log of readings. */
  readonly shows?: string
}
/** Describes many things at once, for this reader: a name they may not see stays out. Things left out of the map are shown by their rule alone. */
/** How each reads; null where this reader must not even see that it is there. */
export type Describe = (tx: Tx, who: Principal, abouts: readonly string[]) => Promise<ReadonlyMap<string, WorkWords | null>>

const describers = new Map<string, Describe>()

/** Tells how what is owed of this kind reads. Called once, when the room is put into the house. */
export function registerWork(kind: string, describe: Describe): void {
  const known = describers.get(kind)
  if (known && known !== describe) throw new Error(`the kind ${kind} is described twice`)
  describers.set(kind, describe)
}

export interface WorkRow {
  readonly due: Due
  readonly words: WorkWords | null
  /** Whose it is, when it is not the reader's own. */
  readonly ownerName: string | null
  /** Working days over the time; 0 when it is not over. */
  readonly over: number
}
export interface WorkList {
  readonly today: LocalDate
  /** The earliest first. */
  readonly rows: readonly WorkRow[]
  readonly everybody: boolean
  /** More waits than one page holds: these are the most urgent. */
  readonly cut: boolean
}

/** May see what waits for everybody, not only for themselves. */
export const maySeeAllWork = (who: Staff): boolean => who.roles.some(role => ['secretary', 'operator', 'unitLeader'].includes(role))

/** So many things stand on the page; what has more time than they have comes up when they are done. */
export const mostOnAPage = 500

/** What waits for this person: their own, their office's, what was passed on to them, and that of those they stand in for today. */
export async function workList(tx: Tx, who: Staff, everybody: boolean): Promise<WorkList> {
  const today = localDate(tx.now)
  const owners = [who.personId, ...(await deputisedFor(tx, who.personId, today))]
  const mine = { owners, offices: (Object.keys(offices) as Office[]).filter(office => who.roles.includes(offices[office])) }
  const found = await openDues(tx, { ...(everybody ? {} : mine), limit: mostOnAPage + 1 })
  const dues = found.slice(0, mostOnAPage)
  const words = await describe(tx, who, dues)
  const names = await namesOf(
    tx,
    dues.flatMap(due => (due.ownerId && due.ownerId !== who.personId ? [due.ownerId] : [])),
  )
  const days = workingDays(await closingDays(tx))
  const shown = dues.filter(due => words.get(`${due.kind} ${due.about}`) !== null)
  const rows = shown.map(due => ({
    due,
    words: words.get(`${due.kind} ${due.about}`) ?? null,
    ownerName: due.ownerId ? (names.get(due.ownerId) ?? null) : null,
    over: due.dueOn < today ? Math.max(1, days.between(due.dueOn, today)) : 0,
  }))
  return {
    today,
    rows,
    everybody,
    cut: found.length > mostOnAPage,
  }
}

/** One question to each room, however many things wait. */
async function describe(tx: Tx, who: Principal, dues: readonly Due[]): Promise<Map<string, WorkWords | null>> {
  const found = new Map<string, WorkWords | null>()
  for (const kind of new Set(dues.map(due => due.kind))) {
    const abouts = dues.filter(due => due.kind === kind).map(due => due.about)
    const words = await describers.get(kind)?.(tx, who, abouts)
    for (const [about, one] of words ?? []) found.set(`${kind} ${about}`, one)
  }
  return found
}
