// Somebody is put on a seat of a slate, moved, or taken off.
import { freeSeat } from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, Refusal } from '../platform/refusal.ts'
import type { Composed } from './composed.ts'
import { composed, holdSlate } from './held.ts'
import { isSelf } from './own-seat.ts'
import { countChange, takePerson, writePlace } from './store.ts'

export interface Place {
  readonly slate: string
  readonly person: string
  readonly group: string
  /** Counted within the group; null takes the first free one. */
  readonly seat: number | null
}

/** Puts somebody on a free seat. Who is on the slate already moves there; on a seat taken by this slate the two change places. */
export async function place(tx: Tx, who: Principal, input: Place): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'change')
  const whole = await composed(tx, who, slate)
  const one = whole.people.get(input.person)
  if (!one || one.from === 'sitting')
    throw new Conflict({
      da: 'Personen kan ikke sættes på en plads. Måske har personen lige trukket sig.',
      en: 'The person cannot be put on a seat. Perhaps they have just withdrawn.',
    })
  if (isSelf(who, one)) throw new NotAllowed()
  const seat = seatFor(whole, input)
  const held = whole.placed.find(each => each.group === input.group && each.seat === seat && each.person !== input.person)
  if (held?.sits) throw new Conflict({ da: 'Pladsen er besat i rådet nu.', en: 'The seat is taken in the council now.' })
  const before = slate.seats.find(each => each.person === input.person)
  // Somebody who withdrew leaves the seat to the next one.
  const stale = slate.seats.find(each => each.group === input.group && each.seat === seat && whole.gone.includes(each.person))
  for (const one of [held, stale]) if (one) await takePerson(tx, slate.id, one.person)
  await writePlace(tx, who, slate.id, { person: input.person, group: input.group, seat })
  if (held && before) await writePlace(tx, who, slate.id, { person: held.person, group: before.group, seat: before.seat })
  await countChange(tx, slate.id, whole.rules.version)
  await record(tx, who, { kind: 'slate.placed', about: slate.id, because: [input.person], facts: { group: input.group, seat } })
}

function seatFor(whole: Composed, { group: id, seat }: Place): number {
  const group = whole.charter.groups.find(one => one.id === id)
  if (!group || group.appointed_by !== whole.slate.body)
    throw new Refusal({ da: 'De pladser bliver udpeget af andre.', en: 'Those seats are filled by somebody else.' })
  if (seat === null) {
    const free = freeSeat(whole.charter, id, whole.placed)
    if (free === null)
      throw new Refusal({ da: 'Gruppen er fuld. Tag først en anden af.', en: 'The group is full. First take somebody off.' })
    return free
  }
  // One seat beyond the charter may be used: what a body decided is written down even when it is one too many.
  const most = whole.plan.filter(one => one.group === id).length
  if (seat > most + 1)
    throw new Refusal({ da: 'Den plads findes ikke i rådets regler.', en: 'The rules of the council have no such seat.' })
  return seat
}

/** Takes somebody off the slate. Nothing happens when they are not on it. */
export async function takeOff(tx: Tx, who: Principal, input: { readonly slate: string; readonly person: string }): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'change')
  if (!(await takePerson(tx, slate.id, input.person))) return
  await countChange(tx, slate.id, slate.charterVersion)
  await record(tx, who, { kind: 'slate.taken-off', about: slate.id, because: [input.person] })
}
