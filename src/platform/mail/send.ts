// Letters leave: claimed by one process, sent outside every transaction, tried again for five days, never lost.
import type { Ctx, Tenant } from '../context.ts'
import { act, type Tx } from '../db/act.ts'
import type { System } from '../principal.ts'
import { fetchKeys, opened } from '../sealed.ts'
import { parseAddress } from './address.ts'
import { markBad, markedAmong } from './bad-address.ts'
import { messageOf, type Outgoing, type Sender } from './message.tsx'
import { letterPlace } from './outbox.ts'
import { type Outcome, smtpTransport, type Transport } from './transport.ts'
import { type MailWays, waysOf } from './ways.ts'

/** What the rooms know and the post does not. */
export interface PostRules {
  /** Who the letters are from; null while letters of this municipality may not leave. */
  sender(tx: Tx): Promise<Sender | null>
  /** A letter will never arrive: somebody must hear of it. */
  failed(tx: Tx, who: System, letter: { readonly id: string; readonly about: string }): Promise<void>
  /** A letter has gone after all. */
  sent(tx: Tx, who: System, letter: { readonly id: string; readonly about: string }): Promise<void>
}
interface Claimed extends Outgoing {
  readonly about: string
  readonly attempt: number
  readonly notBefore: Date
}

/** Longer than any try takes, so that a letter is taken up by another process only when this one has died. */
const leaseMinutes = 5
const mostAtOnce = 20
const roundSeconds = 8
const sideBySide = 4
/** Minutes before the next try, after the first, the second … */
const waits = [1, 5, 15, 30, 60, 120, 240]
const givesUpAfter = 5 * 24 * 60 * 60_000

const transports = new WeakMap<Ctx, Map<string, Transport>>()
function transportOf(ctx: Ctx, { smtpUrl, oauth }: MailWays): Transport {
  const known = transports.get(ctx) ?? new Map<string, Transport>()
  transports.set(ctx, known)
  const transport = known.get(smtpUrl!) ?? smtpTransport(smtpUrl!, new URL(ctx.config.baseUrl).hostname, oauth, () => ctx.clock.now())
  known.set(smtpUrl!, transport)
  return transport
}

/** The post of one municipality, for as long as full piles wait, and no longer than a few seconds: other work has its turn. */
export async function sendLetters(ctx: Ctx, tenant: Tenant, rules: PostRules): Promise<void> {
  const until = performance.now() + roundSeconds * 1_000
  while ((await sendPile(ctx, tenant, rules)) === mostAtOnce && performance.now() < until);
}

/** One pile: without a way out, or before it may send, letters are kept where the operator sees them. Returns how many were taken up; none when nobody was there. */
async function sendPile(ctx: Ctx, tenant: Tenant, rules: PostRules): Promise<number> {
  const who: System = { kind: 'system', municipalityId: tenant.id, job: 'letters' }
  // A practice writes to nobody, whatever else is set up.
  const ways = waysOf(ctx.config, tenant.slug, true)
  const hasWay = ways.smtpUrl !== null && tenant.practiceOf === null
  const claim = await act(ctx.database, who, (tx, system) => claimLetters(tx, system as System, rules, hasWay), undefined)
  if (!claim.sender) return 0
  const { sender, letters } = claim
  const keys = ctx.keys.of(tenant.id)
  let away = false
  for (let at = 0; at < letters.length; at += sideBySide) {
    await Promise.all(
      letters.slice(at, at + sideBySide).map(async letter => {
        const outcome: Outcome = away ? { went: 'away', answer: '' } : await transportOf(ctx, ways).send(messageOf(letter, sender, keys))
        // Nobody there: the rest of the pile waits instead of knocking once each.
        if (outcome.went === 'away') away = true
        await act(ctx.database, who, (tx, system) => note(tx, system as System, rules, letter, outcome), undefined)
        if (outcome.went !== 'sent') ctx.log.warn('letter not sent', { attempt: letter.attempt, reason: outcome.went })
      }),
    )
  }
  return away ? 0 : letters.length
}

async function claimLetters(
  tx: Tx,
  who: System,
  rules: PostRules,
  hasWay: boolean,
): Promise<{ sender: Sender | null; letters: Claimed[] }> {
  const sender = hasWay ? await rules.sender(tx) : null
  if (!sender) {
    await tx.db.updateTable('letter').set({ state: 'kept' }).where('state', '=', 'waiting').where('not_before', '<=', tx.now).execute()
    return { sender: null, letters: [] }
  }
  const lease = new Date(tx.now.getTime() + leaseMinutes * 60_000)
  const rows = await tx.db
    .updateTable('letter')
    .set(eb => ({ next_try_at: lease, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', eb =>
      eb
        .selectFrom('letter')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', tx.now)
        .where('not_before', '<=', tx.now)
        .orderBy('next_try_at')
        .limit(mostAtOnce)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
  await fetchKeys(
    tx,
    rows.map(row => row.about),
  )
  const letters: Claimed[] = []
  for (const row of rows) {
    const read = async (column: 'to_sealed' | 'body_sealed' | 'answers_sealed' | 'unsubscribe_sealed') =>
      row[column] ? await opened(tx, letterPlace(row.about, row.id, column), row[column]) : null
    const [to, text] = [await read('to_sealed'), await read('body_sealed')]
    // The thing it was about has been erased, and the letter with it.
    if (to === null || text === null) await tx.db.updateTable('letter').set({ state: 'withdrawn' }).where('id', '=', row.id).execute()
    else
      letters.push({
        id: row.id,
        about: row.about,
        to,
        text,
        subject: row.subject,
        language: row.language,
        writtenAt: row.created_at,
        notBefore: row.not_before,
        attempt: row.attempts,
        auto: row.auto,
        answers: await read('answers_sealed'),
        unsubscribe: await read('unsubscribe_sealed'),
      })
  }
  return { sender, letters: await sendable(tx, who, rules, letters) }
}

/** Those that may leave. What would go to a marked address, or to something that is not one plain address, is given to a human at once. */
async function sendable(tx: Tx, who: System, rules: PostRules, letters: readonly Claimed[]): Promise<Claimed[]> {
  const marked = await markedAmong(
    tx,
    letters.map(letter => letter.to),
  )
  const good: Claimed[] = []
  for (const letter of letters) {
    if (!marked.has(letter.to) && parseAddress(letter.to) !== null) good.push(letter)
    else
      await note(tx, who, rules, letter, {
        went: 'gone',
        answer: marked.has(letter.to) ? `${marked.get(letter.to)} (marked)` : 'not one address',
      })
  }
  return good
}

/** Writes down what became of a try. */
async function note(tx: Tx, who: System, rules: PostRules, letter: Claimed, { went, answer, badAddress }: Outcome): Promise<void> {
  const update = (change: Record<string, unknown>) =>
    tx.db
      .updateTable('letter')
      .set({ ...(answer && { last_answer: answer }), ...change })
      .where('id', '=', letter.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
  if (went === 'sent') {
    await update({ state: 'sent', sent_at: tx.now })
    return await rules.sent(tx, who, letter)
  }
  const late = tx.now.getTime() - letter.notBefore.getTime() > givesUpAfter
  if (went === 'gone' || late) {
    await update({ state: 'failed' })
    if (badAddress) await markBad(tx, letter.to, /\b5\.\d+\.\d+\b/.exec(answer)?.[0] ?? '5.0.0')
    // A receipt the machine wrote by itself is nobody's task.
    if (!letter.auto) await rules.failed(tx, who, letter)
    return
  }
  const minutes = waits[Math.min(letter.attempt, waits.length) - 1] ?? 1
  await update({ next_try_at: new Date(tx.now.getTime() + minutes * 60_000) })
}
