// Writes a letter to many organisations down, sets it going, stops it, and lets it go on.

import { type LocalDate, localDate } from '../platform/clock.ts'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayRecruit } from './access.ts'
import { knownCouncil } from './known-council.ts'
import { holdMailing, type MailingFacts, mailingById, recipientsOf, startMailing, writeMailing } from './mailing-store.ts'
import { mergeFaults } from './merge-fields.ts'
import { organisationsOf } from './organisation-store.ts'

/**
 * The letter as it will go out, for somebody to look through; nothing is sent yet. Returns its id.
 * @throws Refusal when a place cannot be filled, the day has been, or nobody chosen has an e-mail address
 */
export async function makeMailing(
  tx: Tx,
  who: Principal,
  { organisationIds, ...facts }: MailingFacts & { readonly organisationIds: readonly string[] },
): Promise<string> {
  if (!mayRecruit(who)) throw new NotAllowed()
  if (!(await knownCouncil(tx, facts.council))) throw new NotFound()
  const faults = mergeFaults(facts.subject, facts.body)
  if (facts.replyBy <= (localDate(tx.now) as LocalDate))
    faults.push({ field: 'replyBy', message: { da: 'Vælg en dag, der kommer.', en: 'Choose a day to come.' } })
  const chosen = new Set(organisationIds)
  const keys = tx.keys.of(tx.municipalityId)
  const to = (await organisationsOf(tx))
    .filter(one => chosen.has(one.id) && one.contact.email !== null)
    .map(one => ({ organisationId: one.id, emailIndex: blindEmail(keys, one.contact.email!) }))
  if (to.length === 0)
    faults.push({
      field: 'to',
      message: { da: 'Vælg mindst én forening med en e-mailadresse.', en: 'Choose at least one organisation with an e-mail address.' },
    })
  if (faults.length > 0) throw new Refusal(faults)
  const id = await writeMailing(tx, who, facts, to)
  await record(tx, who, { kind: 'mailing.made', about: id, facts: { council: facts.council, to: (await recipientsOf(tx, id)).length } })
  return id
}

/** Pressed once or twice, by one or by two: it goes out once. */
export async function sendMailing(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  await mustBeThere(tx, who, id)
  if (await startMailing(tx, who, id)) await record(tx, who, { kind: 'mailing.sent', about: id })
}
export async function stopMailing(tx: Tx, who: Principal, { id, stopped }: { id: string; stopped: boolean }): Promise<void> {
  const mailing = await mustBeThere(tx, who, id)
  if (mailing.sent_at === null || (mailing.stopped_at !== null) === stopped) return
  await holdMailing(tx, who, id, stopped)
  await record(tx, who, { kind: stopped ? 'mailing.stopped' : 'mailing.continued', about: id })
}
async function mustBeThere(tx: Tx, who: Principal, id: string) {
  if (!mayRecruit(who)) throw new NotAllowed()
  const mailing = await mailingById(tx, id)
  if (!mailing) throw new NotFound()
  return mailing
}
