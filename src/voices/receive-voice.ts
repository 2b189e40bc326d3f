// Receives a voice, from whichever channel: kept once however often it is sent, read by a human with a name, answered by a day.
import { createHash, createHmac } from 'node:crypto'
import { oweNew } from '../people/index.ts'
import { formResult, takeNewForm } from '../platform/accepted-form.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import { makeReceipt, type ReceiptCode, receiptIndex, spellsReceipt } from '../platform/crypto/receipt.ts'
import type { Tx } from '../platform/db/act.ts'
import { uuid4 } from '../platform/ids.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { mintKey, sealed } from '../platform/sealed.ts'
import { mayEnter } from './access.ts'
import { addChanged } from './add-changed.ts'
import { codeInText } from './code-in-text.ts'
import { groundFor, type Standing, standingOf } from './ground.ts'
import type { MadePicture } from './picture.ts'
import { quiet } from './quiet.ts'
import { detailsPlace, linePlace, picturePlace } from './sealed-places.ts'
import { holdVoice } from './store.ts'
import { detailsOf, kindOf, otherWayOf, shortcomings, type Telling, textsOf } from './telling.ts'
import { tellUrgent } from './urgent.ts'
import type { ByHuman, Channel } from './voice.ts'
import { type Whose, whoseIs } from './whose.ts'

export interface Received {
  readonly telling: Telling
  readonly channel: Channel
  /** The secret key of the form: sent again, it finds what was made the first time, with the same code. */
  readonly key: string
  readonly pictures?: readonly MadePicture[]
  readonly invented?: boolean
  /** Typed by whoever listened: it was read aloud, and the person said that it is right. */
  readonly readBack?: boolean
}
export interface Receipt {
  readonly voiceId: string
  readonly code: ReceiptCode
  readonly answerBy: LocalDate
  /** An answer is wanted, and so there is a code. */
  readonly answered: boolean
  /** By which other way than the code the answer comes; then no code is needed. */
  readonly way: ByHuman | null
  readonly already: boolean
  /** Sent before with the same key, and it says something else now. */
  readonly changed: boolean
  /** Said to have been kept: the code is not shown again. */
  readonly kept: boolean
  /** Who reads it, by first name ('' while an office has it), where somebody may not: then it may be another than was said before. */
  readonly reader: string | null
}

const hashOf = (key: string) => createHash('sha256').update(`voice ${key}`, 'utf8').digest()

/**
 * One form, one voice.
 * @throws Refusal when something needed is missing, or the text carries its own code; NotAllowed when staff enter it without being allowed to
 */
export async function receiveVoice(tx: Tx, who: Principal, given: Received): Promise<Receipt> {
  const { telling, channel, key } = given
  const ground = groundFor(await standingOf(tx), kindOf(telling.who))
  const byStaff = channel !== 'web' && channel !== 'shared'
  if (byStaff && who.kind !== 'system' && !mayEnter(who, ground.invented)) throw new NotAllowed()
  // What reaches us by another way than the form (a letter) is kept also while the form is closed.
  if (!ground.open && who.kind !== 'system') throw new NotAllowed()
  const today = localDate(tx.now)
  const faults = shortcomings(telling, today)
  if (faults.length > 0) throw new Refusal(faults)
  const keys = tx.keys.of(tx.municipalityId)
  const code = makeReceipt(keys, key)
  const index = receiptIndex(keys, code)
  if (textsOf(telling).some(text => spellsReceipt(text, code))) throw new Refusal([{ field: 'words', message: codeInText }])

  const now = quiet(tx)
  const voiceId = uuid4()
  const whose = await whoseIs(tx, telling, ground)
  const { reader } = whose
  const result = {
    of: 'voice',
    voiceId,
    answerBy: ground.answerBy,
    kept: false,
    answered: telling.reply !== 'none',
    way: otherWayOf(telling),
    print: printOf(key, telling),
    reader,
  }
  if (!(await takeNewForm(now, hashOf(key), result))) {
    const first = (await formResult(now, hashOf(key))) as typeof result
    const { answerBy, answered, kept } = first
    const way = first.way ?? null
    const changed = first.print !== result.print
    if (changed && !kept) {
      await addChanged(tx, who, { telling, pictures: given.pictures ?? [], voiceId: first.voiceId, index })
      await keepResult(tx, key, { ...first, print: result.print })
    }
    return { voiceId: first.voiceId, code, answerBy, answered, way, already: true, changed, kept, reader: first.reader ?? null }
  }
  await writeDown(tx, who, given, { ground, voiceId, index, byStaff, whose })
  const { answerBy, answered, way } = result
  return { voiceId, code, answerBy, answered, way, already: false, changed: false, kept: false, reader }
}

/** Tells a changed form from a retry without keeping the words: the key of the HMAC is kept nowhere. */
const printOf = (key: string, telling: Telling) => createHmac('sha256', key).update(JSON.stringify(telling), 'utf8').digest('base64url')

async function writeDown(
  tx: Tx,
  who: Principal,
  { telling, channel, pictures = [], invented = false, readBack = false }: Received,
  { ground, voiceId, index, byStaff, whose }: { ground: Standing; voiceId: string; index: Buffer; byStaff: boolean; whose: Whose },
): Promise<void> {
  const now = quiet(tx)
  const today = localDate(tx.now)
  const { notUnit, closed, closedTo, owner } = whose
  const key = mintKey(now, voiceId)
  const line = uuid4()
  holdVoice(now, {
    key,
    voice: {
      id: voiceId,
      kind: kindOf(telling.who),
      young: telling.who === 'young',
      channel,
      language: telling.language,
      district: telling.district || null,
      received_on: today,
      entered_by: byStaff && who.kind === 'staff' ? who.personId : null,
      urgent: telling.urgent,
      arrived_at: telling.urgent ? tx.now : null,
      owner_id: owner.personId,
      not_unit: notUnit,
      ...(closed.length > 0 && { closed_to: closed }),
      reply: telling.reply,
      share: telling.share,
      details_sealed: await sealed(now, detailsPlace(voiceId), JSON.stringify(detailsOf(telling))),
      invented: invented || ground.invented,
    },
    lines: [
      {
        id: line,
        voice_id: voiceId,
        position: 1,
        kind: 'told',
        by_person: byStaff && who.kind === 'staff' ? who.personId : null,
        by_code: 'teller',
        on_day: today,
        language: telling.language,
        text_sealed: await sealed(now, linePlace(voiceId, line), telling.words),
      },
    ],
    receipts: telling.reply === 'none' ? [] : [{ index, holder: 'teller' }],
    consent:
      telling.who === 'behalf'
        ? {
            given: telling.consent ?? 'not_asked',
            covers: telling.consent === 'yes' ? telling.covers : 'nothing',
            until_day: telling.untilDay,
          }
        : null,
    pictures: await Promise.all(
      pictures.map(async (picture, at) => {
        const id = uuid4()
        const { width, height } = picture
        return {
          id,
          voice_id: voiceId,
          position: at + 1,
          width,
          height,
          bytes_sealed: await sealed(now, picturePlace(voiceId, id), picture.bytes),
        }
      }),
    ),
  })
  await record(now, who, {
    kind: 'voice.received',
    about: voiceId,
    facts: { channel, urgent: telling.urgent, ...(byStaff && { readBack }) },
  })
  await oweNew(now, who, {
    kind: 'voice.answer',
    about: voiceId,
    owner: owner.personId,
    office: owner.office,
    receivedOn: today,
    workingDays: ground.answerDays,
    rule: { id: 'A1', force: 'promise' },
  })
  if (telling.urgent) {
    await oweNew(now, who, {
      kind: 'voice.open',
      about: voiceId,
      owner: owner.personId,
      office: owner.office,
      receivedOn: today,
      dueOn: today,
      rule: { id: 'A6', force: 'promise' },
    })
    await tellUrgent(tx, owner.personId, closedTo)
  }
}

/** The receipt a form has had, while its key is known; null when it was never sent. */
export async function receiptOf(tx: Tx, key: string): Promise<Receipt | null> {
  const first = (await formResult(tx, hashOf(key))) as Pick<Receipt, 'voiceId' | 'answerBy' | 'answered' | 'way' | 'kept' | 'reader'> | null
  if (!first) return null
  const { voiceId, answerBy, answered, kept } = first
  return {
    voiceId,
    answerBy,
    answered,
    kept,
    way: first.way ?? null,
    reader: first.reader ?? null,
    already: true,
    changed: false,
    code: makeReceipt(tx.keys.of(tx.municipalityId), key),
  }
}
/** The code has been written down: sent again, the form shows no code any more. */
export async function keptReceipt(tx: Tx, key: string): Promise<void> {
  const first = await formResult(tx, hashOf(key))
  if (first) await keepResult(tx, key, { ...first, kept: true })
}
async function keepResult(tx: Tx, key: string, result: Record<string, unknown>): Promise<void> {
  await tx.db
    .updateTable('accepted_form')
    .set({ result: JSON.stringify(result) })
    .where('key_hash', '=', hashOf(key))
    .execute()
}
