// The SQL on letters, for those who look after the outbox.
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import { fetchKeys, opened } from '../platform/sealed.ts'

export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'withdrawn'
export const letterStates: readonly LetterState[] = ['failed', 'kept', 'waiting', 'sent', 'withdrawn']

export interface Letter {
  readonly id: string
  readonly about: string
  readonly to: string | null
  readonly subject: string
  readonly state: LetterState
  readonly writtenAt: Date
  readonly sentAt: Date | null
  readonly nextTryAt: Date
  readonly attempts: number
  readonly lastAnswer: string | null
  readonly language: string
}
const columns = [
  'letter.id',
  'letter.about',
  'letter.to_sealed',
  'letter.subject',
  'letter.state',
  'letter.created_at',
  'letter.sent_at',
  'letter.next_try_at',
  'letter.attempts',
  'letter.last_answer',
  'letter.language',
] as const
export const perPage = 50

/** A page of letters of these states, the newest first; one more than a page says that there are older ones. */
export async function lettersOf(tx: Tx, states: readonly LetterState[], page: number): Promise<Letter[]> {
  const rows = await tx.db
    .selectFrom('letter')
    .select(columns)
    .where('state', 'in', [...states])
    .orderBy('id', 'desc')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  await fetchKeys(
    tx,
    rows.map(row => row.about),
  )
  return await Promise.all(rows.map(row => asLetter(tx, row)))
}
export async function lettersAbout(tx: Tx, abouts: readonly string[]): Promise<Letter[]> {
  if (abouts.length === 0) return []
  const rows = await tx.db
    .selectFrom('letter')
    .select(columns)
    .where('about', 'in', [...abouts])
    .orderBy('id')
    .execute()
  return await Promise.all(rows.map(row => asLetter(tx, row)))
}
export interface OpenedLetter extends Letter {
  /** What the letter is about: `person` for those who work here, `candidate` … */
  readonly kind: string
  readonly text: string | null
}
export async function letterById(tx: Tx, id: string): Promise<OpenedLetter | null> {
  if (!isId(id)) return null
  const row = await tx.db
    .selectFrom('letter')
    .innerJoin('thing', join => join.onRef('thing.id', '=', 'letter.about').onRef('thing.municipality_id', '=', 'letter.municipality_id'))
    .select([...columns, 'letter.body_sealed', 'thing.kind'])
    .where('letter.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const text = await opened(tx, { thing: row.about, table: 'letter', column: 'body_sealed', row: row.id }, row.body_sealed)
  return { ...(await asLetter(tx, row)), kind: row.kind, text }
}
interface Row {
  id: string
  about: string
  to_sealed: Buffer
  subject: string
  state: string
  created_at: Date
  sent_at: Date | null
  next_try_at: Date
  attempts: number
  last_answer: string | null
  language: string
}
async function asLetter(tx: Tx, row: Row): Promise<Letter> {
  return {
    id: row.id,
    about: row.about,
    to: await opened(tx, { thing: row.about, table: 'letter', column: 'to_sealed', row: row.id }, row.to_sealed),
    subject: row.subject,
    state: row.state as LetterState,
    writtenAt: row.created_at,
    sentAt: row.sent_at,
    nextTryAt: row.next_try_at,
    attempts: row.attempts,
    lastAnswer: row.last_answer,
    language: row.language,
  }
}
/** How many letters there are of each state. */
export async function countLetters(tx: Tx): Promise<ReadonlyMap<LetterState, number>> {
  const rows = await tx.db
    .selectFrom('letter')
    .select(eb => ['state', eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute()
  return new Map(rows.map(row => [row.state as LetterState, Number(row.n)]))
}
/** Sets a letter on its way anew, or takes it out; tries are counted from now. */
export async function setLetterState(tx: Tx, id: string, state: 'waiting' | 'withdrawn'): Promise<void> {
  await tx.db.updateTable('letter').set({ state, attempts: 0, not_before: tx.now, next_try_at: tx.now }).where('id', '=', id).execute()
}
/** Erases letters that left, or were taken out, before the day. Returns how many; at most `most`. */
export async function eraseOldLetters(tx: Tx, before: Date, most: number): Promise<number> {
  const done = await tx.db
    .deleteFrom('letter')
    .where('id', 'in', eb =>
      eb
        .selectFrom('letter')
        .select('id')
        .where('state', 'in', ['sent', 'withdrawn', 'kept'])
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(most),
    )
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}
