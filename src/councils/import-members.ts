// Sitting members, their terms and substitutes come in from a list with an "as of" date.
import type { LocalDate } from '../platform/clock.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayKeepSeats } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import { councilThing } from './council-store.ts'
import { type ListedMember, type ListFault, readMemberList } from './import-list.ts'
import { membersNamed, openMembers, showMember } from './member-store.ts'
import { seatMember } from './seat-member.ts'
import { byMandate } from './seat-term.ts'
import { namedSeatings } from './store.ts'

export interface ImportMembers {
  readonly council: string
  readonly asOf: LocalDate
  readonly text: string
}
export interface Previewed {
  /** `known`: somebody of that name sits in another council, and the list says nothing else of them: the same person. */
  readonly members: readonly (ListedMember & { readonly sits: boolean; readonly known: string | null })[]
  readonly faults: readonly ListFault[]
  readonly unread: readonly string[]
}

/** What the list would bring in; nothing is written. Who sits there already is left alone. */
export async function previewMembers(tx: Tx, who: Principal, input: ImportMembers): Promise<Previewed> {
  if (!mayKeepSeats(who)) throw new NotAllowed()
  const inForce = await charterInForce(tx, input.council, input.asOf)
  if (!inForce) throw new NotFound()
  if (input.asOf > localDate(tx.now))
    return {
      members: [],
      unread: [],
      faults: [{ line: 1, column: 1, message: { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' } }],
    }
  const sitting = await namedSeatings(tx, input.council, input.asOf)
  const names = new Set(sitting.map(one => one.name))
  const { members, faults, unread } = readMemberList(input.text, inForce.charter, input.asOf, sitting)
  const shown = []
  for (const one of members) {
    const sits = names.has(one.name)
    shown.push({ ...one, sits, known: sits ? null : await knownAs(tx, one) })
  }
  return { members: shown, faults, unread }
}

/** The one member of that name, unless the list has another e-mail: two people may share a name, and neither gets the other's seat. */
async function knownAs(tx: Tx, one: ListedMember): Promise<string | null> {
  const [known, more] = await membersNamed(tx, one.name)
  if (!known || more) return null
  if (one.email === null) return known.id
  const [facts] = await openMembers(tx, [known.id])
  return facts?.contact.email?.toLowerCase() === one.email.toLowerCase() ? known.id : null
}

/** Brings the list in. One fault stops all of it, so that a list is never half there. Returns how many were seated. */
export async function importMembers(tx: Tx, who: Principal, input: ImportMembers): Promise<number> {
  const { members, faults } = await previewMembers(tx, who, input)
  if (faults.length > 0)
    throw new Refusal(faults.map(({ line, column, message }) => ({ field: 'list', message: placed(line, column, message) })))
  const inForce = (await charterInForce(tx, input.council, input.asOf))!
  const mandates = new Set(inForce.charter.groups.filter(byMandate).map(group => group.id))
  const fresh = members.filter(one => !one.sits)
  for (const one of fresh) {
    // A protected address is protected in every council.
    if (one.known && one.protectedAddress) await showMember(tx, one.known, { shown: 'unnamed', protectedAddress: true })
    await seatMember(tx, who, {
      council: input.council,
      group: one.group,
      seat: one.seat,
      from: one.from,
      ...(one.to ? { termTo: one.to } : {}),
      member:
        one.known !== null
          ? { id: one.known }
          : {
              name: one.name,
              shown: one.shown,
              protectedAddress: one.protectedAddress,
              contact: { email: one.email, phone: one.phone },
              ...(mandates.has(one.group) ? { attributes: { roles: ['councillor'] } } : {}),
            },
    })
  }
  await record(tx, who, {
    kind: 'council.members-imported',
    about: await councilThing(tx, input.council),
    facts: { council: input.council, asOf: input.asOf, count: fresh.length },
  })
  return fresh.length
}

/** "Linje 3, kolonne 2: …" */
function placed(line: number, column: number, message: ListFault['message']) {
  const say = (lang: 'da' | 'en', text: string) =>
    lang === 'da' ? `Linje ${line}, kolonne ${column}: ${text}` : `Line ${line}, column ${column}: ${text}`
  if (typeof message === 'string') return say('da', message)
  return { da: say('da', message.da), en: say('en', message.en ?? message.da) }
}
