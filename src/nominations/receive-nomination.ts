// Receives a nomination, from whichever channel: one person, one or several councils, kept once however often it is sent.
import { createHash, createHmac } from 'node:crypto'
import { oweNew } from '../people/index.ts'
import { formResult, takeNewForm } from '../platform/accepted-form.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import { carriesReceipt, makeReceipt, type ReceiptCode, receiptIndex } from '../platform/crypto/receipt.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { uuid7 } from '../platform/ids.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { mintKey } from '../platform/sealed.ts'
import { mayEnter } from './access.ts'
import { answeredColumns } from './answered-columns.ts'
import { type Answers, keepable, shortcomings } from './answers.ts'
import { wordsOf } from './finding.ts'
import { invite } from './invite.ts'
import { writeReceipt } from './letters.ts'
import type { Channel, State } from './nomination.ts'
import { groundOf, offerFor } from './open-councils.ts'
import { contactDay, ownerFor } from './owner.ts'
import { unansweredOn } from './retention.ts'
import { sealFields } from './sealed-fields.ts'
import { holdCandidate } from './store.ts'

export interface Received {
  readonly answers: Answers
  readonly channel: Channel
  /** The secret key of the form (at least 128 bits of chance): sent again, it finds what was made the first time. */
  readonly key: string
  /** The day it reached us, when that is before today (a letter, a call written down later). */
  readonly receivedOn?: LocalDate
  /** Marks the person as invented (demo and practice). */
  readonly invented?: boolean
}
export interface Receipt {
  readonly candidateId: string
  readonly nominationIds: readonly string[]
  readonly councils: readonly string[]
  /** The way back in; null for a suggestion, which belongs to the one who was suggested. */
  readonly code: ReceiptCode | null
  /** The last day somebody contacts the person; for a suggestion, the day the other is asked by. */
  readonly contactBy: LocalDate
  readonly suggestion: boolean
  /** The one who suggests tells the other themself: there is nobody we could ask. */
  readonly passedOn: boolean
  /** The other is asked by a letter that leaves now. */
  readonly written: boolean
  /** Sent before with the same key: nothing was made now. `changed` when it says something else than the first time. */
  readonly already: boolean
  readonly changed: boolean
}

/**
 * One form, one record: a retry answers with the same code and date.
 * @throws Refusal when something needed is missing; NotAllowed when a channel other than the web is not entered by staff
 */
export async function receiveNomination(tx: Tx, who: Principal, given: Received): Promise<Receipt> {
  if (given.channel !== 'web' && who.kind !== 'system' && !mayEnter(who)) throw new NotAllowed()
  const ground = await groundOf(tx)
  const open = who.kind === 'staff' && given.channel !== 'web' ? ground.enterable : ground.open
  const offer = await offerFor(tx, open, given.answers.councils, who.kind === 'staff')
  const faults = shortcomings(
    'summary',
    given.answers,
    offer,
    open.map(one => one.slug),
  )
  if (faults.length > 0) throw new Refusal(faults)
  const answers = keepable(given.answers, offer)
  const keys = tx.keys.of(tx.municipalityId)
  const code = makeReceipt(keys, given.key)
  if ([answers.name, answers.motivation, answers.through, answers.address].some(text => carriesReceipt(text, code)))
    throw new Refusal({
      da: 'Skriv ikke din kode i teksten. Den er kun til dig.',
      en: 'Do not write your code in the text. It is for you alone.',
      ar: 'لا تكتب رمزك في النص. هو لك وحدك.',
      tr: 'Kodunuzu metne yazmayın. O yalnızca sizin içindir.',
      ur: 'اپنا کوڈ متن میں نہ لکھیں۔ یہ صرف آپ کے لیے ہے۔',
    })

  const today = localDate(tx.now)
  const receivedOn = given.receivedOn && given.receivedOn <= today ? given.receivedOn : today
  const suggestion = answers.forWhom === 'other'
  const candidateId = uuid7(tx.now)
  const nominationIds = answers.councils.map(() => uuid7(tx.now))
  const contactBy = await contactDay(tx, receivedOn, ground.promises.contact)
  const result = {
    of: 'nomination',
    candidateId,
    nominationIds,
    councils: [...answers.councils],
    contactBy,
    suggestion,
    passedOn: suggestion && answers.reach === 'self',
    written: suggestion && Boolean(answers.email),
    // Tells a changed form from a retry without keeping the words: the key of the HMAC is kept nowhere.
    print: createHmac('sha256', given.key).update(JSON.stringify(answers), 'utf8').digest('base64url'),
  }
  const keyHash = createHash('sha256').update(`nomination ${given.key}`, 'utf8').digest()
  if (!(await takeNewForm(tx, keyHash, result))) {
    const first = (await formResult(tx, keyHash)) as typeof result
    const changed = first.print !== result.print
    return { ...first, contactBy: first.contactBy as LocalDate, code: first.suggestion ? null : code, already: true, changed }
  }

  const state: State = suggestion ? 'suggested' : 'received'
  const ties = answers.ties.map(tie => ({ id: uuid7(tx.now), candidate_id: candidateId, ...tie, declared_on: receivedOn }))
  const enteredBy = who.kind === 'staff' ? who.personId : null
  const key = mintKey(tx, candidateId)
  holdCandidate(tx, {
    key,
    candidate: {
      id: candidateId,
      ...(await answeredColumns(tx, candidateId, answers, offer)),
      ...(await sealFields(tx, candidateId, { suggested_by_sealed: answers.suggester || null })),
      residence: answers.residence ?? 'not_asked',
      suggested: suggestion,
      ...(suggestion
        ? {}
        : { said_yes_at: tx.now, said_yes_how: spoken.has(given.channel) ? 'spoken' : 'self', said_yes_recorded_by: enteredBy }),
      invented: given.invented ?? false,
      created_at: tx.now,
      changed_at: tx.now,
    },
    nominations: answers.councils.map((council, at) => ({
      id: nominationIds[at]!,
      candidate_id: candidateId,
      council,
      state,
      channel: given.channel,
      received_on: receivedOn,
      received_at: tx.now,
      received_by: enteredBy,
    })),
    ties,
    receipt: suggestion ? null : receiptIndex(keys, code),
    words: { names: wordsOf(answers.name), organisations: answers.ties.flatMap(tie => wordsOf(tie.organisation)) },
  })
  for (const [at, council] of answers.councils.entries()) {
    const about = nominationIds[at]!
    const owner = await ownerFor(tx, ground.all.find(one => one.slug === council)?.contact)
    await record(tx, who, {
      kind: suggestion ? 'nomination.suggested' : 'nomination.received',
      about,
      because: [candidateId],
      facts: { council, channel: given.channel },
    })
    await oweNew(tx, who, {
      kind: suggestion ? 'nomination.ask' : 'nomination.contact',
      about,
      owner: owner.personId,
      office: owner.office,
      receivedOn,
      // Who can be asked by e-mail is asked at once; then we wait for the answer.
      ...(suggestion && answers.email ? { dueOn: unansweredOn(today, ground.promises) } : { workingDays: ground.promises.contact }),
      rule: { id: 'A37', force: 'promise', ...(ground.promises.contactQuote ? { quote: ground.promises.contactQuote } : {}) },
    })
  }
  if (suggestion) await invite(tx, who, { candidateId, again: false })
  else if (answers.email) await writeReceipt(tx, { candidateId, to: answers.email, language: answers.language as Lang, contactBy })
  return { ...result, code: suggestion ? null : code, contactBy, already: false, changed: false }
}

const spoken: ReadonlySet<Channel> = new Set(['phone', 'counter', 'outreach'])
