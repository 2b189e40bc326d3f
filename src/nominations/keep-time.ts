// What time does to candidates: a reminder to who was suggested, erasing without an answer, and erasing after the period, always announced.
import { openDues, owe } from '../people/index.ts'
import { addDays, atLocal, type LocalDate, laterOf, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { erase } from './erase-candidate.ts'
import { invite } from './invite.ts'
import { expiryDue } from './keep-candidate.ts'
import { writeRetention } from './letters.ts'
import { groundOf, retentionOf } from './open-councils.ts'
import { ownerFor } from './owner.ts'
import { candidateRow, endedOf, nominationsOf } from './read-store.ts'
import { announced, eraseOn, keptFor, unansweredOn } from './retention.ts'
import { openField } from './sealed-fields.ts'
import { updateCandidate } from './store.ts'
import { endedCandidates, type Unanswered, unanswered } from './time-store.ts'

/** At most so many a round, so that a wrong clock does not empty the register before somebody sees it. */
const most = 200

/** Reminds once and then erases those who never answered. */
export async function keepSuggestions(tx: Tx, who: Principal): Promise<void> {
  const { promises } = await groundOf(tx)
  const today = localDate(tx.now)
  const before = (days: number) => atLocal(addDays(today, 1 - days), '00:00')
  for (const one of await unanswered(tx, before(Math.min(promises.remind, promises.unanswered)), most)) {
    const over = unansweredOn(localDate(one.created_at), promises) <= today
    // Who was never asked is not erased for being silent: the work list shows that somebody owes them the question.
    if (over && wasAsked(tx, one)) await erase(tx, who, { candidateId: one.id, why: 'unanswered' })
    else if (!over && one.reminded_at === null) await remind(tx, who, one)
  }
}
async function remind(tx: Tx, who: Principal, one: Unanswered): Promise<void> {
  if (!one.asked) return
  // Without an e-mail address the open promise to ask reminds a human instead.
  if (!(await invite(tx, who, { candidateId: one.id, again: true }))) await updateCandidate(tx, one.id, { reminded_at: tx.now })
}
/** Asked by us, or so long ago that the law's month for telling the person would run out. */
function wasAsked(tx: Tx, one: Unanswered): boolean {
  return one.asked || localDate(one.created_at) <= addDays(localDate(tx.now), -30)
}

/** Announces, and after the announced time erases, candidates whose period has run out. Two rounds: a clock that jumps erases nobody at once. */
export async function keepPeriods(tx: Tx, who: Principal): Promise<void> {
  const rules = await retentionOf(tx)
  const today = localDate(tx.now)
  const kept = { reserve: keptFor('candidate_reserve', rules), others: keptFor('candidate_not_appointed', rules) }
  for (const one of await endedCandidates(tx, today, most, kept)) {
    const nominations = await nominationsOf(tx, [one.id])
    const end = eraseOn(nominations.map(endedOf), rules, one.kept_on)
    if (!end || addDays(end.on, -end.warnDays) > today) continue
    if (!announced(end, one.warned_at))
      await announce(tx, who, one.id, laterOf(end.on, addDays(today, end.warnDays)), nominations[0]?.council)
    else if (end.on <= today && addDays(localDate(one.warned_at!), end.warnDays) <= today)
      await erase(tx, who, { candidateId: one.id, why: 'retention' })
  }
}

async function announce(tx: Tx, who: Principal, candidateId: string, on: LocalDate, council: string | undefined): Promise<void> {
  await updateCandidate(tx, candidateId, { warned_at: tx.now })
  await record(tx, who, { kind: 'candidate.warned', about: candidateId, facts: { on } })
  const { all } = await groundOf(tx)
  const owner = await ownerFor(tx, all.find(one => one.slug === council)?.contact)
  if ((await openDues(tx, { abouts: [candidateId] })).length === 0)
    await owe(tx, who, {
      kind: expiryDue,
      about: candidateId,
      owner: owner.personId,
      office: owner.office,
      receivedOn: localDate(tx.now),
      dueOn: on,
      rule: { id: 'B2', force: 'deadline' },
    })
  const row = await candidateRow(tx, candidateId)
  const contact = row ? await openField(tx, candidateId, 'contact_sealed', row.contact_sealed) : null
  if (row && contact?.reach === 'email' && contact.email)
    await writeRetention(tx, { candidateId, to: contact.email, language: row.language as Lang, on })
}
