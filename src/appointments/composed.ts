// A slate with everything one needs to judge it: the charter, the seats, who sits there already, and who could.

import type { Charter, Person } from '../councils/charters/index.ts'
import {
  asSaid,
  charterInForce,
  charterVersion,
  councilOf,
  type InForce,
  type NamedSeating,
  namedSeatings,
  openMembers,
  type SeatPlace,
  seatingsDecided,
  seatPlan,
} from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { decisionRecord, type Note, notesOfDecision } from './decision-store.ts'
import type { NamedPerson, Slate } from './read-slate.ts'
import { judge, type Placed, type StoredVerdict } from './verdict.ts'

/** Anybody who is or could be on a seat. */
export interface Somebody {
  readonly id: string
  readonly name: string
  readonly person: Person
  readonly from: 'candidate' | 'named' | 'sitting'
  readonly candidate?: Candidate
  readonly named?: NamedPerson
}
export interface Competence {
  readonly slug: string
  readonly name: Said
}
export interface Composed {
  readonly slate: Slate
  readonly councilName: Said
  readonly rules: InForce
  readonly charter: Charter
  /** The kinds of knowledge the council wants covered, by members or advisers (A14). */
  readonly competences: readonly Competence[]
  readonly plan: readonly SeatPlace[]
  readonly placed: readonly Placed[]
  readonly people: ReadonlyMap<string, Somebody>
  /** Candidates and others of this slate who are on no seat. */
  readonly free: readonly Somebody[]
  /** On the slate, but withdrawn or answered since. */
  readonly gone: readonly string[]
  readonly verdict: StoredVerdict
  /** What was published with the decision; none before it. */
  readonly notes: readonly Note[]
}

/** Reads what a slate is judged by. A decided slate is shown with the people and the verdict of its time. */
export async function compose(tx: Tx, who: Principal, slate: Slate): Promise<Composed | null> {
  const settled = slate.state === 'decided' || slate.state === 'closed'
  const rules = settled
    ? await charterVersion(tx, slate.council, slate.charterVersion)
    : await charterInForce(tx, slate.council, slate.startsOn)
  const council = await councilOf(tx, slate.council)
  if (!rules || !council) return null
  const competences = council.facts.competences.map(one => ({ slug: one.slug, name: asSaid(one.name) }))
  const ground = { slate, rules, councilName: asSaid(council.facts.name), competences }
  return slate.decisionId ? await decided(tx, ground, slate.decisionId) : await live(tx, who, ground)
}

type Rooted = Pick<Composed, 'slate' | 'rules' | 'councilName' | 'competences'>

async function decided(tx: Tx, ground: Rooted, decisionId: string): Promise<Composed | null> {
  const record = await decisionRecord(tx, decisionId)
  if (!record) return null
  const people = new Map<string, Somebody>()
  const seated = await seatingsDecided(tx, decisionId)
  for (const one of seated)
    if (one.candidateId)
      people.set(one.candidateId, { id: one.candidateId, name: one.name, person: { id: one.candidateId }, from: 'candidate' })
  for (const one of ground.slate.named) people.set(one.id, fromNamed(one))
  const decidedSeats = record.seats.map(one => ({ ...one, sits: false }))
  const isTaken = (one: NamedSeating) => decidedSeats.some(each => each.group === one.group && each.seat === one.seat)
  // Who sat there already that day, and went on sitting: the others the verdict was about.
  const on = seated[0]?.from ?? ground.slate.startsOn
  const others = (await namedSeatings(tx, ground.slate.council, on)).filter(one => one.decisionId !== decisionId && !isTaken(one))
  const went = others.filter(one => goesOn(one, { startsOn: on }))
  for (const one of went) people.set(one.memberId, { id: one.memberId, name: one.name, person: { id: one.memberId }, from: 'sitting' })
  const placed = [...decidedSeats, ...went.map(one => ({ person: one.memberId, group: one.group, seat: one.seat, sits: true }))]
  const { charter } = ground.rules
  const notes = await notesOfDecision(tx, decisionId)
  return { ...ground, charter, plan: seatPlan(charter, placed), placed, people, free: [], gone: [], verdict: record.verdict, notes }
}

const fromNamed = (one: NamedPerson): Somebody => ({
  id: one.id,
  name: one.name,
  person: { id: one.id, roles: [one.role], ...(one.covers.length > 0 && { competences: [...one.covers] }) },
  from: 'named',
  named: one,
})

async function live(tx: Tx, who: Principal, ground: Rooted): Promise<Composed> {
  const { slate, rules } = ground
  const candidates = await candidatesFor(tx, who, slate.council)
  const sitting = (await namedSeatings(tx, slate.council, slate.startsOn)).filter(one => goesOn(one, slate))
  const people = await everybody(tx, slate, candidates, sitting)
  const held = sitting.map(one => ({ person: one.memberId, group: one.group, seat: one.seat, sits: true }))
  const taken = slate.seats.filter(one => people.has(one.person)).map(one => ({ ...one, sits: false }))
  // Whoever is put on a seat takes it over from the one who sits there.
  const placed: Placed[] = [...taken, ...held.filter(one => !taken.some(new_ => new_.group === one.group && new_.seat === one.seat))]
  const onSeats = new Set(placed.map(one => one.person))
  const persons = new Map([...people].map(([id, one]) => [id, one.person]))
  return {
    ...ground,
    charter: rules.charter,
    plan: seatPlan(rules.charter, placed),
    placed,
    people,
    free: [...people.values()].filter(one => one.from !== 'sitting' && !onSeats.has(one.id)),
    gone: slate.seats.filter(one => !people.has(one.person)).map(one => one.person),
    verdict: judge({ body: slate.body, charter: rules.charter, people: persons }, placed),
    notes: [],
  }
}

/** Who sits after the day the slate begins: not those whose term is over and who only wait for somebody to follow. */
const goesOn = (one: NamedSeating, slate: Pick<Slate, 'startsOn'>) => !(one.termTo !== null && one.termTo < slate.startsOn)

async function everybody(
  tx: Tx,
  slate: Slate,
  candidates: readonly Candidate[],
  sitting: readonly NamedSeating[],
): Promise<Map<string, Somebody>> {
  const people = new Map<string, Somebody>()
  for (const one of candidates)
    people.set(one.id, { id: one.id, name: one.name, person: { ...one.attributes, id: one.id }, from: 'candidate', candidate: one })
  for (const one of slate.named) people.set(one.id, fromNamed(one))
  for (const one of await openMembers(
    tx,
    sitting.map(each => each.memberId),
  ))
    people.set(one.id, { id: one.id, name: one.name, person: { ...one.attributes, id: one.id }, from: 'sitting' })
  return people
}
