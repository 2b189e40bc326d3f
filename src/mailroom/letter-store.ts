// The SQL on letters that came in, for lists and for those who look after them.
import type { Tx } from '../platform/db/act.ts'
import { fetchKeys, opened } from '../platform/sealed.ts'
import type { MailroomTables } from './intake/index.ts'
import type { LetterFacts } from './reading/facts.ts'
import { factsOf } from './sort-store.ts'

const mine = (tx: Tx) => tx.db.withTables<MailroomTables>()

export interface ListedLetter {
  readonly id: string
  readonly sha256: string
  readonly mailbox: string
  readonly bytes: number
  readonly arrivedAt: string
  readonly desk: string
  readonly thread: string
  /** Why it could not be read; null when it was, or has not been looked at. */
  readonly fault: string | null
}

const listedAtOnce = 1_000
/** Letters after one of them (null: from the first), the oldest first: facts only, nothing of what they say. An empty list is the end. */
export async function lettersAfter(tx: Tx, after: string | null): Promise<ListedLetter[]> {
  const rows = await mine(tx)
    .selectFrom('incoming_letter')
    .select(['id', 'sha256', 'mailbox', 'bytes', 'arrived_at', 'desk', 'thread', 'fault'])
    .$if(after !== null, query => query.where('id', '>', after!))
    .orderBy('id')
    .limit(listedAtOnce)
    .execute()
  return rows.map(({ sha256, arrived_at, ...row }) => ({ ...row, sha256: sha256.toString('hex'), arrivedAt: arrived_at.toISOString() }))
}
/** Every letter, the oldest first. */
export async function allLetters(tx: Tx): Promise<ListedLetter[]> {
  const all: ListedLetter[] = []
  for (;;) {
    const some = await lettersAfter(tx, all.at(-1)?.id ?? null)
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** How many letters nobody has looked into yet. */
export async function countWaiting(tx: Tx): Promise<number> {
  const row = await mine(tx)
    .selectFrom('incoming_letter')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('desk', '=', 'waiting')
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** How many letters on a desk somebody has yet to look at, and since when; null when none. */
export async function oldestOn(tx: Tx, desk: string): Promise<{ readonly count: number; readonly arrivedAt: Date } | null> {
  const row = await mine(tx)
    .selectFrom('incoming_letter')
    .select(eb => [eb.fn.countAll<number>().as('n'), eb.fn.min('arrived_at').as('at')])
    .where('desk', '=', desk)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return row?.at ? { count: Number(row.n), arrivedAt: row.at as Date } : null
}

export const perPage = 50
export interface PostRow {
  readonly id: string
  readonly arrivedAt: Date
  readonly desk: string
  readonly fault: string | null
  readonly finished: boolean
  readonly facts: LetterFacts | null
}
/** A page of the letters on a desk, the newest first; one more than a page says that there are older ones. */
export async function lettersOn(tx: Tx, desk: string, page: number): Promise<PostRow[]> {
  const rows = await mine(tx)
    .selectFrom('incoming_letter')
    .select(['id', 'arrived_at', 'desk', 'fault', 'finished_at', 'read_sealed'])
    .where('desk', '=', desk)
    .orderBy('id', 'desc')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  await fetchKeys(
    tx,
    rows.map(row => row.id),
  )
  return await Promise.all(
    rows.map(async row => ({
      id: row.id,
      arrivedAt: row.arrived_at,
      desk: row.desk,
      fault: row.fault,
      finished: row.finished_at !== null,
      facts: await factsOf(tx, row),
    })),
  )
}
/** The letter after this one on a desk, in the order of the list, that somebody has yet to deal with; from the top when it was the last. */
export async function nextOn(tx: Tx, desk: string, after: string): Promise<string | null> {
  const first = (older: boolean) => {
    const query = mine(tx)
      .selectFrom('incoming_letter')
      .select('id')
      .where('desk', '=', desk)
      .where('finished_at', 'is', null)
      .where('id', '!=', after)
    return (older ? query.where('id', '<', after) : query).orderBy('id', 'desc').limit(1).executeTakeFirst()
  }
  return ((await first(true)) ?? (await first(false)))?.id ?? null
}
/** How many letters lie on each desk. */
export async function countDesks(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await mine(tx)
    .selectFrom('incoming_letter')
    .select(eb => ['desk', eb.fn.countAll<number>().as('n')])
    .groupBy('desk')
    .execute()
  return new Map(rows.map(row => [row.desk, Number(row.n)]))
}
export interface LetterFile {
  readonly part: number
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly how: 'picture' | 'download' | 'kept'
  readonly mark: string | null
}
/** The files of a letter, in its order. */
export async function filesOf(tx: Tx, letter: string): Promise<LetterFile[]> {
  const rows = await mine(tx).selectFrom('incoming_file').selectAll().where('letter_id', '=', letter).orderBy('part').execute()
  const files: LetterFile[] = []
  for (const row of rows) {
    const place = { thing: letter, table: 'incoming_file', column: 'name_sealed', row: `${letter} ${row.part}` }
    const name = await opened(tx, place, row.name_sealed)
    if (name !== null) files.push({ part: row.part, name, type: row.type, bytes: row.bytes, how: row.how, mark: row.mark })
  }
  return files
}
