// Somebody is put on a seat by virtue of their work: a councillor, or an adviser from the administration.
import { byMandate } from '../councils/index.ts'
import { type LocalDate, laterOf, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { parseAddress } from '../platform/mail/address.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal, type Shortcoming } from '../platform/refusal.ts'
import { composed, holdSlate } from './held.ts'
import { isSelf } from './own-seat.ts'
import { place } from './place.ts'
import { sameName } from './same-name.ts'
import { writeNamed } from './store.ts'

export interface NamePerson {
  readonly slate: string
  readonly group: string
  readonly seat: number | null
  readonly name: string
  /** Which knowledge is needed, and why; advisers only. */
  readonly need?: string | null
  /** The last day; advisers only. */
  readonly until?: LocalDate | null
  /** Where the letter about the decision goes. */
  readonly email?: string | null
  /** Which of the kinds of knowledge the council wants they bring (A14); advisers only. */
  readonly covers?: readonly string[]
}

/** Enters the person on the slate and puts them on the seat. An adviser needs a stated need and an end date (A13). */
export async function namePerson(tx: Tx, who: Principal, input: NamePerson): Promise<string> {
  const slate = await holdSlate(tx, who, input.slate, 'change')
  const { charter, competences, placed, people } = await composed(tx, who, slate)
  const group = charter.groups.find(one => one.id === input.group)
  if (!group || group.appointed_by !== slate.body)
    throw new Refusal({ da: 'De pladser bliver udpeget af andre.', en: 'Those seats are filled by somebody else.' })
  const adviser = !group.voting
  if (!adviser && !byMandate(group))
    throw new Refusal({
      da: 'Pladsen er for mennesker, der har sagt ja som kandidat.',
      en: 'The seat is for people who have said yes as candidates.',
    })
  const name = input.name.trim()
  const faults = faultsOf(input, adviser, laterOf(localDate(tx.now), slate.startsOn))
  if (faults.length > 0) throw new Refusal(faults)
  if (isSelf(who, { name })) throw new NotAllowed()
  // Written by name, one human would otherwise be on two seats of it, and no rule could see it. Who sits already may be chosen anew.
  if (placed.some(one => !one.sits && sameName(people.get(one.person)?.name ?? '', name)))
    throw new Refusal([{ field: 'name', message: twice }])
  const email = input.email?.trim() ? parseAddress(input.email) : null
  const named = {
    name,
    role: adviser ? ('municipal_employee' as const) : ('councillor' as const),
    need: adviser ? input.need!.trim() : null,
    until: adviser ? input.until! : null,
    covers: adviser ? competences.map(one => one.slug).filter(slug => input.covers?.includes(slug)) : [],
  }
  const id = await writeNamed(tx, slate.id, named, email ? { email, language: 'da' } : null)
  await record(tx, who, { kind: 'slate.named', about: slate.id, because: [id], facts: { group: group.id } })
  await place(tx, who, { slate: slate.id, person: id, group: group.id, seat: input.seat })
  return id
}

const twice = {
  da: 'Der sidder allerede en med det navn. Er det en anden, så skriv mere af navnet.',
  en: 'Somebody of that name is on a seat already. If it is another person, write more of the name.',
}

function faultsOf({ name, need, until, email }: NamePerson, adviser: boolean, begins: LocalDate): Shortcoming[] {
  const faults: Shortcoming[] = []
  if (!name.trim()) faults.push({ field: 'name', message: { da: 'Skriv et navn.', en: 'Write a name.' } })
  if (email?.trim() && !parseAddress(email))
    faults.push({
      field: 'email',
      message: { da: 'Adressen mangler noget. Skriv den som navn@sted.dk.', en: 'Something is missing. Write it as name@place.dk.' },
    })
  if (!adviser) return faults
  if (!need?.trim())
    faults.push({
      field: 'need',
      message: { da: 'Skriv, hvilken viden rådet har brug for, og hvorfor.', en: 'Write which knowledge the council needs, and why.' },
    })
  if (!until)
    faults.push({
      field: 'until',
      message: { da: 'Skriv, hvor længe. Behovet kan ændre sig.', en: 'Write until when. The need can change.' },
    })
  else if (until <= begins)
    faults.push({
      field: 'until',
      message: {
        da: 'Vælg en senere dag. Den ligger, før personen kan begynde.',
        en: 'Choose a later day. It is before the person can begin.',
      },
    })
  return faults
}
