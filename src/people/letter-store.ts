// The SQL on letters, for those who look after the outbox.
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import { fetchKeys, opened } from '../platform/sealed.ts'

export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'withdrawn' | 'bounced' | 'to_post' | 'posted'
export const letterStates: readonly LetterState[] = ['failed', 'bounced', 'kept', 'to_post', 'waiting', 'sent', 'posted', 'withdrawn']

export interface Letter {
  readonly id: string
  readonly about: string
  /** What the letter is about: `person` for those who work here, `candidate` … */
  readonly kind: string
  readonly to: string | null
  readonly subject: string
  readonly state: LetterState
  readonly writtenAt: Date
  readonly sentAt: Date | null
  readonly nextTryAt: Date
  readonly attempts: number
  readonly lastAnswer: string | null
  readonly language: string
  /** Until then it can be taken back. */
  readonly notBefore: Date
  readonly way: 'email' | 'post'
  /** The house answered by itself. */
  readonly auto: boolean
  readonly writtenBy: string | null
  readonly postedOn: string | null
  readonly deliveredAt: Date | null
  readonly delayedAt: Date | null
  readonly bouncedAt: Date | null
  readonly answeredAt: Date | null
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
  'letter.not_before',
  'letter.way',
  'letter.auto',
  'letter.written_by',
  'letter.posted_on',
  'letter.delivered_at',
  'letter.delayed_at',
  'letter.bounced_at',
  'letter.answered_at',
] as const
export const perPage = 50

const lettersAndKinds = (tx: Tx) =>
  tx.db
    .selectFrom('letter')
    .innerJoin('thing', join => join.onRef('thing.id', '=', 'letter.about').onRef('thing.municipality_id', '=', 'letter.municipality_id'))
    .select([...columns, 'thing.kind'])

/** A page of letters of these states, the newest first; one more than a page says that there are older ones. */
export async function lettersOf(tx: Tx, states: readonly LetterState[], page: number): Promise<Letter[]> {
  const rows = await lettersAndKinds(tx)
    .where('letter.state', 'in', [...states])
    .orderBy('letter.id', 'desc')
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
  const rows = await lettersAndKinds(tx)
    .where('letter.about', 'in', [...abouts])
    .orderBy('letter.id')
    .execute()
  await fetchKeys(tx, abouts)
  return await Promise.all(rows.map(row => asLetter(tx, row)))
}
export interface OpenedLetter extends Letter {
  readonly text: string | null
}
/** The letters about a thing with their texts, the oldest first. */
export async function openedLettersAbout(tx: Tx, about: string): Promise<OpenedLetter[]> {
  const rows = await lettersAndKinds(tx).select('letter.body_sealed').where('letter.about', '=', about).orderBy('letter.id').execute()
  await fetchKeys(tx, [about])
  const letters: OpenedLetter[] = []
  for (const row of rows) {
    const text = await opened(tx, { thing: about, table: 'letter', column: 'body_sealed', row: row.id }, row.body_sealed)
    letters.push({ ...(await asLetter(tx, row)), text })
  }
  return letters
}
export async function letterById(tx: Tx, id: string): Promise<OpenedLetter | null> {
  if (!isId(id)) return null
  const row = await lettersAndKinds(tx).select('letter.body_sealed').where('letter.id', '=', id).executeTakeFirst()
  if (!row) return null
  const text = await opened(tx, { thing: row.about, table: 'letter', column: 'body_sealed', row: row.id }, row.body_sealed)
  return { ...(await asLetter(tx, row)), text }
}
type Row = Awaited<ReturnType<ReturnType<typeof lettersAndKinds>['execute']>>[number]
async function asLetter(tx: Tx, row: Row): Promise<Letter> {
  return {
    id: row.id,
    about: row.about,
    kind: row.kind,
    to: await opened(tx, { thing: row.about, table: 'letter', column: 'to_sealed', row: row.id }, row.to_sealed),
    subject: row.subject,
    state: row.state as LetterState,
    writtenAt: row.created_at,
    sentAt: row.sent_at,
    nextTryAt: row.next_try_at,
    attempts: row.attempts,
    lastAnswer: row.last_answer,
    language: row.language,
    notBefore: row.not_before,
    way: row.way,
    auto: row.auto,
    writtenBy: row.written_by,
    postedOn: row.posted_on,
    deliveredAt: row.delivered_at,
    delayedAt: row.delayed_at,
    bouncedAt: row.bounced_at,
    answeredAt: row.answered_at,
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
/** Takes the letter out if it has not begun to leave. False when it is too late. */
export async function withdrawUnsent(tx: Tx, id: string): Promise<boolean> {
  const done = await tx.db
    .updateTable('letter')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where(eb =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('attempts', '=', 0), eb('not_before', '>', tx.now)]),
        eb('state', 'in', ['kept', 'to_post']),
      ]),
    )
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** A letter on paper went to the post. False when it was not waiting for that. */
export async function markPosted(tx: Tx, id: string, on: string): Promise<boolean> {
  const change = { state: 'posted', posted_on: on, sent_at: tx.now }
  const done = await tx.db.updateTable('letter').set(change).where('id', '=', id).where('state', '=', 'to_post').executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** Writes down what a server reports of a letter that left. */
export async function noteFate(
  tx: Tx,
  id: string,
  fate: { state?: 'bounced'; bounced_at?: Date; bounce_status?: string | null; delayed_at?: Date; delivered_at?: Date },
): Promise<void> {
  await tx.db.updateTable('letter').set(fate).where('id', '=', id).where('state', 'in', ['sent', 'bounced']).execute()
}
/** The last letter about the thing that reached somebody has been answered. */
export async function answeredLetter(tx: Tx, about: string): Promise<void> {
  await tx.db
    .updateTable('letter')
    .set({ answered_at: tx.now })
    .where('id', '=', eb =>
      eb
        .selectFrom('letter')
        .select('id')
        .where('about', '=', about)
        .where('state', 'in', ['sent', 'posted'])
        .orderBy('id', 'desc')
        .limit(1),
    )
    .where('answered_at', 'is', null)
    .execute()
}
/** Erases letters that left, or were taken out, before the day. Returns how many; at most `most`. */
export async function eraseOldLetters(tx: Tx, before: Date, most: number): Promise<number> {
  const done = await tx.db
    .deleteFrom('letter')
    .where('id', 'in', eb =>
      eb
        .selectFrom('letter')
        .select('id')
        .where('state', 'in', ['sent', 'withdrawn', 'kept', 'bounced', 'posted'])
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(most),
    )
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}
