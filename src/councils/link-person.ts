// Who signs in as the member on a seat: linked by a human, for those whom no e-mail address leads there.
import { colleaguesOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { memberOfPerson, openMembers } from './member-store.ts'

export interface LinkPerson {
  readonly member: string
  /** Null takes the link away; an e-mail address at the seat leads there still. */
  readonly person: string | null
}

/** Nobody links or unlinks themself: by the link the house knows whose seat it is, and nobody decides of their own. */
export async function linkPerson(tx: Tx, who: Principal, { member, person }: LinkPerson): Promise<void> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const known = (await openMembers(tx, [member]))[0]
  if (!known) throw new NotFound()
  if (who.kind === 'staff' && [person, known.personId].includes(who.personId)) throw new NotAllowed()
  if (known.personId === person) return
  const told = (da: string, en: string) => new Refusal([{ field: 'person', message: { da, en } }])
  if (person !== null && !(await loginsOf(tx)).some(one => one.id === person))
    throw told('Vælg en, der har rollen rådsmedlem.', 'Choose somebody who has the role of council member.')
  await memberOfPerson(tx, member, person)
  await record(tx, who, { kind: person ? 'member.linked' : 'member.unlinked', about: member, facts: { person: person ?? known.personId } })
}

/** Those who work here as members of a council, by name: a seat can be linked to them. */
export async function loginsOf(tx: Tx): Promise<{ id: string; name: string; email: string }[]> {
  return (await colleaguesOf(tx)).filter(one => one.roles.includes('councilMember'))
}
