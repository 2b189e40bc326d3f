// What is late is passed on: to the deputy the day after, to the leader two working days later; once each.
import { type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { tell } from '../platform/mail/outbox.ts'
import type { System } from '../platform/principal.ts'
import { absencesFrom } from './absence-store.ts'
import { contactDeputies } from './contact-holders.ts'
import { closingDays, type Due, markEscalated, openDues } from './due.ts'
import { humanOf } from './human.ts'
import { closedAmong } from './not-for.ts'
import { peoplePaths } from './paths.ts'
import { siteName } from './standing.ts'
import { allPeople, type Person } from './store.ts'
import { toHumans } from './to-humans.ts'
import { allUnits, type Unit } from './unit-store.ts'
import { peopleWords } from './words.ts'

/** Working days over the time after which the leader hears of it. */
const leaderAfter = 2

interface Ground {
  readonly today: LocalDate
  readonly people: ReadonlyMap<string, Person>
  readonly units: readonly Unit[]
  readonly away: ReadonlyMap<string, string | null>
  readonly standIns: ReadonlyMap<string, string>
}

/** Passes on everything that is late and has not been passed on yet. */
export async function escalate(tx: Tx, who: System): Promise<void> {
  await toHumans(tx)
  const today = localDate(tx.now)
  const late = (await openDues(tx, { late: today, limit: 2_000 })).filter(due => due.escalatedToLeaderAt === null)
  if (late.length === 0) return
  const days = workingDays(await closingDays(tx))
  const ground = await groundOf(tx, today)
  const closed = await closedAmong(tx, late)
  const heard = new Map<string, number>()
  const hear = (personId: string | null) => personId && heard.set(personId, (heard.get(personId) ?? 0) + 1)
  for (const due of late) {
    const may = (id: string | null) => (id && closed.get(due.about)?.includes(id) ? null : id)
    let { deputyId } = due
    if (due.escalatedToDeputyAt === null) {
      deputyId = may(deputyOf(due, ground))
      await markEscalated(tx, due.id, 'deputy', deputyId)
      await record(tx, who, { kind: 'due.escalated', about: due.about, facts: { due: due.kind, to: 'deputy' } })
      hear(deputyId)
    }
    if (deputyId !== null && days.between(due.dueOn, today) <= leaderAfter) continue
    const leaderId = may(leaderOf(due, ground, deputyId))
    await markEscalated(tx, due.id, 'leader', leaderId)
    await record(tx, who, { kind: 'due.escalated', about: due.about, facts: { due: due.kind, to: leaderId ? 'leader' : 'drift' } })
    hear(leaderId)
  }
  for (const [personId, count] of heard) await write(tx, ground.people.get(personId)!, count)
}

/** Who is next today when this person does not answer: the deputy, then the leader. */
export async function nextInLine(tx: Tx, ownerId: string | null): Promise<{ deputyId: string | null; leaderId: string | null }> {
  const ground = await groundOf(tx, localDate(tx.now))
  const deputyId = deputyOf({ ownerId }, ground)
  return { deputyId, leaderId: leaderOf({ ownerId }, ground, deputyId) }
}

async function groundOf(tx: Tx, today: LocalDate): Promise<Ground> {
  const employed = (await allPeople(tx)).filter(one => one.to === null || one.to >= today)
  const away = (await absencesFrom(tx, today)).filter(one => one.from <= today)
  return {
    today,
    people: new Map(employed.map(one => [one.id, one])),
    units: await allUnits(tx),
    away: new Map(away.map(one => [one.personId, one.deputyId])),
    standIns: await contactDeputies(tx),
  }
}
const unitOf = (due: Pick<Due, 'ownerId'>, { people, units }: Ground) => {
  const unitId = due.ownerId ? people.get(due.ownerId)?.unitId : null
  return unitId ? units.find(unit => unit.id === unitId) : undefined
}
/** Who stands in: for this absence, else for this person's contact, else for their unit; somebody here, and not away themself. */
function deputyOf(due: Pick<Due, 'ownerId'>, ground: Ground): string | null {
  if (!due.ownerId) return null
  const choices = [ground.away.get(due.ownerId), ground.standIns.get(due.ownerId), unitOf(due, ground)?.deputyId]
  return choices.find(id => id && id !== due.ownerId && ground.people.has(id) && !ground.away.has(id)) ?? null
}
/** The leader of the unit; while the leader is away, who stands in for them, when that is somebody who has not heard of it yet. */
function leaderOf(due: Pick<Due, 'ownerId'>, ground: Ground, deputyId: string | null): string | null {
  const leader = unitOf(due, ground)?.leaderId ?? null
  const standIn = leader && ground.away.has(leader) ? deputyOf({ ownerId: leader }, ground) : null
  return [standIn, leader].find(id => id && id !== due.ownerId && id !== deputyId && ground.people.has(id)) ?? null
}

/** One letter, however many things are late; what they are stands behind the sign-in. */
async function write(tx: Tx, person: Person, count: number): Promise<void> {
  const { human } = await humanOf(tx, 'da')
  await tell(tx, {
    about: person.id,
    to: person.email,
    subject: peopleWords('da', 'late.subject', { n: count }),
    text: peopleWords('da', 'late.text', { n: count, url: `${tx.site.baseUrl}${peoplePaths.work}` }),
    language: 'da',
    signedBy: human.name ?? (await siteName(tx, 'da')),
  })
}
