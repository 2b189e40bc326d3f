// Confirming a number to call, and taking it back: only a number somebody has called is shown.
import { type ItemContent, itemOf, writeItem } from '../municipalities/index.ts'
import { houseThing } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayConfirmNumbers } from './access.ts'
import { bothWords } from './staff-words.ts'

export interface ConfirmNumber {
  readonly number: string
  /** As it was called; empty when the one that stands there is right. */
  readonly phone: string
  readonly by: string
  readonly on: LocalDate
}

/** From now on the number is shown, with who called it and when. */
export async function confirmNumber(tx: Tx, who: Principal, { number: slug, phone, by, on }: ConfirmNumber): Promise<void> {
  const number = await changeable(tx, who, slug)
  const called = phone.trim().replace(/\s+/g, ' ')
  if (called !== '' && !/^\+?[0-9][0-9 ]{1,18}[0-9]$/.test(called))
    throw new Refusal([{ field: 'phone', message: bothWords('fault.phone') }])
  if (called === '' && number.phone === null) throw new Refusal([{ field: 'phone', message: bothWords('fault.missing') }])
  if (on > localDate(tx.now)) throw new Refusal([{ field: 'on', message: bothWords('fault.future') }])
  const changed = called !== '' && called !== number.phone
  await writeItem(tx, who, {
    kind: 'help',
    slug,
    content: {
      ...number,
      phone: called || number.phone,
      asOf: changed || number.asOf === null ? on : number.asOf,
      // Where the old number was read says nothing of a new one.
      sources: changed ? [] : number.sources,
      confirmed: { by, on },
      missing: false,
      shown: true,
    },
  })
  await record(tx, who, { kind: 'help-number.confirmed', about: await houseThing(tx), facts: { number: slug, on } })
}

/** The number is no longer shown; it stays here to be called again. */
export async function withdrawNumber(tx: Tx, who: Principal, { number: slug }: { readonly number: string }): Promise<void> {
  const number = await changeable(tx, who, slug)
  await writeItem(tx, who, { kind: 'help', slug, content: { ...number, confirmed: null, shown: false } })
  await record(tx, who, { kind: 'help-number.withdrawn', about: await houseThing(tx), facts: { number: slug } })
}

/** 112 is nobody's to change. */
async function changeable(tx: Tx, who: Principal, slug: string): Promise<ItemContent['help']> {
  if (!mayConfirmNumbers(who)) throw new NotAllowed()
  const number = await itemOf(tx, 'help', slug)
  if (!number || number.kind === 'emergency') throw new NotFound()
  return number
}
