// What the people who said yes mean for a council: which seats can be filled, which rule lacks whom, and what nobody has documented.
import { type Charter, type Explanation, evidence, explain, type Person } from '../councils/charters/index.ts'
import { charterInForce, councilOf, namedSeatings, openMembers, type Seat, seatsOf } from '../councils/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { offerOf } from './offer.ts'
import { candidatesFor, type Selectable } from './slates.ts'

export interface GroupOutlook {
  readonly name: Said
  readonly seats: number
  readonly filled: number
  /** Candidates who fit, who would fit if something were documented, and who do not. */
  readonly fit: number
  readonly undocumented: number
  readonly not: number
  /** Filled by office (councillors, staff), not from the register. */
  readonly byOffice: boolean
}
export interface Outlook {
  readonly council: string
  readonly name: Said
  readonly candidates: number
  readonly groups: readonly GroupOutlook[]
  /** Null when there is no charter, or when nothing more is needed. */
  readonly explanation: Explanation | null
}

/** Groups nobody can come into by a nomination: whoever ticked everything the form offers would still not fit. */
function byOffice(charter: Charter): ReadonlySet<string> {
  const offer = offerOf([{ charter } as never])
  const everything: Record<string, unknown> = { id: 'anybody', resident: true, local: true }
  for (const kind of offer.kinds) everything[kind.attr] = [...((everything[kind.attr] as string[] | undefined) ?? []), kind.value]
  everything.roles ??= []
  const closed = charter.groups.filter(
    group => group.appointed_by === 'administration' || (group.eligible && evidence(group.eligible, everything as never) === 'no'),
  )
  return new Set(closed.map(group => group.id))
}

/** The part of a charter that nominations can fill: the other groups may be empty here, and rules about them alone do not count. */
function forCitizens(charter: Charter, closed: ReadonlySet<string>): Charter {
  return {
    ...charter,
    groups: charter.groups.map(group => (closed.has(group.id) ? { ...group, min: 0 } : group)),
    rules: charter.rules.filter(rule => !rule.in || rule.in.some(group => !closed.has(group))),
  }
}

/** The outlook of one council, or null when there is no such council. The engine gets at most three seconds; after that it says that it does not know. */
export async function outlookOf(tx: Tx, who: Principal, slug: string): Promise<Outlook | null> {
  const council = await councilOf(tx, slug)
  if (!council) return null
  const today = localDate(tx.now)
  const [candidates, seats, inForce] = [await candidatesFor(tx, who, slug), await seatsOf(tx, slug), await charterInForce(tx, slug, today)]
  const head = { council: slug, name: council.name, candidates: candidates.length }
  if (!inForce) return { ...head, groups: [], explanation: null }
  const { charter } = inForce
  const closed = byOffice(charter)
  const sitting = await openMembers(
    tx,
    (await namedSeatings(tx, slug, today)).map(one => one.memberId),
  )
  const people: Person[] = [
    ...sitting.map(one => ({ ...one.attributes, id: one.id }) as Person),
    ...candidates.map(one => one.person as Person),
  ]
  return {
    ...head,
    groups: charter.groups.map(group => groupOutlook(charter, group.id, closed, seats, candidates)),
    explanation: await explain(forCitizens(charter, closed), people, { seconds: 3 }),
  }
}

function groupOutlook(
  charter: Charter,
  id: string,
  closed: ReadonlySet<string>,
  seats: readonly Seat[],
  candidates: readonly Selectable[],
): GroupOutlook {
  const group = charter.groups.find(one => one.id === id)!
  const own = seats.filter(seat => seat.group === id)
  const answers = candidates.map(one => fits(charter, id, one))
  const count = (answer: string) => answers.filter(one => one === answer).length
  return {
    name: own[0]?.groupName ?? (group.name as Said | undefined) ?? id,
    seats: own.length,
    filled: own.filter(seat => seat.filled).length,
    fit: count('yes'),
    undocumented: count('unknown'),
    not: count('no'),
    byOffice: closed.has(id),
  }
}

/** Whether somebody may sit in the group: its own condition, and what the charter asks of every member there. */
function fits(charter: Charter, groupId: string, { person }: Selectable): 'yes' | 'no' | 'unknown' {
  const group = charter.groups.find(one => one.id === groupId)!
  const asked = charter.rules.flatMap(rule =>
    rule.kind === 'every' && rule.strength === 'must' && (!rule.in || rule.in.includes(groupId)) ? [rule.who] : [],
  )
  const answers = [...(group.eligible ? [group.eligible] : []), ...asked].map(one => evidence(one, person as Person))
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes'
}
