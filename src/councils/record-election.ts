// The result of a vote is recorded: binding votes seat the elected and put the next in line as substitutes; indicative ones seat nobody.
import { itemOf } from '../municipalities/index.ts'
import { owe, settle } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayRecordElections } from './access.ts'
import { charterInForce } from './charter-in-force.ts'
import type { Charter, Group } from './charters/index.ts'
import { councilThing } from './council-store.ts'
import { electionFaults, type Placed, readStanding, resultOf } from './election.ts'
import { type NewElection, newElection, type Stood, writeElection } from './election-store.ts'
import { membersNamed } from './member-store.ts'
import { seatMember } from './seat-member.ts'
import { freeSeat } from './seat-plan.ts'
import { namedSeatings } from './store.ts'
import { substituteRule } from './substitute-line.ts'

export interface RecordElection extends Omit<NewElection, 'seed'> {
  /** A name a line, with the votes last. */
  readonly standing: string
}
/** What the work list calls a new election after a cancelled one. */
export const electionDue = 'council.new-election'
const daysForNewElection = 20

/**
 * Records an election. Refuses a binding vote about seats that a body appoints. Those elected take the group's free seats from
 * `seatsFrom`; where the charter has a group of substitutes in line, the others follow there in the order of their votes.
 */
export async function recordElection(tx: Tx, who: Principal, input: RecordElection): Promise<string> {
  if (!mayRecordElections(who)) throw new NotAllowed()
  if (!(await itemOf(tx, 'council', input.council))) throw new NotFound()
  const inForce = await charterInForce(tx, input.council, input.seatsFrom ?? input.heldOn)
  if (!inForce) throw new NotFound()
  const { standing, faults } = readStanding(input.standing)
  const shortcomings = [...faults, ...electionFaults({ ...input, standing }, inForce.charter, localDate(tx.now))]
  if (shortcomings.length > 0) throw new Refusal(shortcomings)
  const group = inForce.charter.groups.find(one => one.id === input.group)!
  const id = await newElection(tx)
  const seed = `${input.council} ${input.group} ${input.heldOn}`
  const result =
    input.outcome === 'cancelled' ? standing.map(one => ({ ...one, elected: false, byLot: false })) : resultOf(standing, input.seats, seed)
  const binding = input.kind === 'binding' && input.outcome !== 'cancelled'
  const stood = binding
    ? await seatElected(tx, who, input, inForce.charter, group, result)
    : result.map(one => ({ ...one, memberId: null }))
  const { standing: _, ...facts } = input
  const blank = (text: string | null) => text?.trim() || null
  await writeElection(
    tx,
    who,
    { ...facts, minuteRef: blank(input.minuteRef), reason: blank(input.reason), seed: stood.some(one => one.byLot) ? seed : null },
    stood,
    id,
  )
  await afterwards(tx, who, input, id)
  return id
}

async function afterwards(tx: Tx, who: Principal, input: RecordElection, id: string): Promise<void> {
  const about = await councilThing(tx, input.council)
  await record(tx, who, {
    kind: `election.${input.outcome}`,
    about,
    because: [id],
    facts: { council: input.council, group: input.group, kind: input.kind, on: input.heldOn },
  })
  if (input.kind === 'indicative') return
  if (input.outcome !== 'cancelled') {
    await settle(tx, who, about, electionDue, 'held')
    return
  }
  await owe(tx, who, {
    kind: electionDue,
    about,
    owner: null,
    receivedOn: localDate(tx.now),
    workingDays: daysForNewElection,
    rule: { id: 'B18', force: 'must' },
    becauseOf: id,
  })
}

async function seatElected(
  tx: Tx,
  who: Principal,
  { council, seatsFrom }: RecordElection,
  charter: Charter,
  group: Group,
  result: readonly Placed[],
): Promise<Stood[]> {
  const { way, from } = substituteRule(charter, group.id)
  const inLine = way === 'none' || way === 'personal' ? undefined : charter.groups.find(one => from.includes(one.id))
  const stood: Stood[] = []
  for (const one of result) {
    const taken = await namedSeatings(tx, council, seatsFrom!)
    const to = one.elected ? group.id : inLine && freeSeat(charter, inLine.id, taken) !== null ? inLine.id : null
    if (!to) {
      stood.push({ ...one, memberId: null })
      continue
    }
    const known = await membersNamed(tx, one.name)
    const { member } = await seatMember(tx, who, {
      council,
      group: to,
      seat: null,
      from: seatsFrom!,
      member: known.length === 1 ? { id: known[0]!.id } : { name: one.name, shown: 'unnamed' },
    })
    stood.push({ ...one, memberId: member })
  }
  return stood
}
