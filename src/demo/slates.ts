// Plays the proposals: one decided and seated, one under way with every kind of trouble, and an adviser the administration designates.
import { decide, findSlate, namePerson, openSlate, place, propose } from '../appointments/index.ts'
import { chooseShown, namedSeatings, recordEvent, vacate } from '../councils/index.ts'
import { giveAnswer } from '../nominations/index.ts'
import { addMonths, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { StaffName } from './cast-staff.ts'
import type { Played } from './play.ts'
import type { Stage } from './stage.ts'

type Cast = Readonly<Record<string, Played>>

/** The municipal council looks for members of both councils. */
export async function callForMembers(stage: Stage): Promise<void> {
  for (const council of ['integrationsraad', 'udsatteraad'])
    await recordEvent(stage.at(50), stage.as('jens'), {
      council,
      event: 'recruiting',
      on: stage.day(50),
      body: 'Kommunalbestyrelsen (opdigtet)',
      minuteRef: 'Punkt 4 (opdigtet)',
      reason: null,
    })
}

/** Five are decided and take their seats; all but one want to be shown by name; later one of them moves away. */
export async function seatIntegrationCouncil(stage: Stage, cast: Cast): Promise<void> {
  const amira = stage.as('amira')
  const slate = await openSlate(stage.at(34), amira, { council: 'integrationsraad', body: 'municipal_council' })
  for (const [at, one] of Object.values(cast).entries())
    await place(stage.at(34, `10:${10 + at}`), amira, { slate, person: one.candidateId, group: 'member', seat: at + 1 })
  await send(stage.at(33), stage, 'amira', slate)
  const decided = stage.at(22, '20:15')
  await decide(decided, stage.as('jens'), {
    slate,
    revision: await revisionOf(decided, slate),
    decidedOn: stage.day(22),
    minuteRef: 'Punkt 12 (opdigtet)',
    explanation: null,
    seen: false,
    answers: [],
  })
  // Who has no e-mail is told in the way they asked for.
  for (const [name, how] of [
    ['erik', 'phone'],
    ['mehmet', 'phone'],
    ['grethe', 'letter'],
  ] as const)
    await giveAnswer(stage.at(20), amira, { nominationId: cast[name]!.nominationIds[0]!, how })
  const seatings = await namedSeatings(stage.at(21), 'integrationsraad', stage.day(21))
  for (const one of seatings)
    if (one.name !== 'Mehmet Kaya') await chooseShown(stage.at(21), amira, { member: one.memberId, shown: 'named' })
  const last = seatings.find(one => one.seat === seatings.length)!
  await vacate(stage.at(4), amira, { seating: last.id, on: stage.day(4), reason: 'moved' })
}

/** Two who are ready are proposed for the empty seats; one more is missing before all seven are there. */
export async function proposeMore(stage: Stage, cast: Cast): Promise<void> {
  const amira = stage.as('amira')
  const slate = await openSlate(stage.at(2), amira, { council: 'integrationsraad', body: 'municipal_council' })
  for (const name of ['meiling', 'umar'])
    await place(stage.at(2), amira, { slate, person: cast[name]!.candidateId, group: 'member', seat: null })
  await send(stage.at(1), stage, 'amira', slate)
}

/** The administration designates one adviser, for a stated need and a time. */
export async function designateAdviser(stage: Stage): Promise<void> {
  const ayse = stage.as('ayse')
  const slate = await openSlate(stage.at(15), ayse, { council: 'udsatteraad', body: 'administration' })
  const until = addMonths(localDate(stage.at(15).now), 14)
  await namePerson(stage.at(15), ayse, {
    slate,
    group: 'adviser',
    seat: 1,
    name: 'Ida Munk',
    need: 'Rådet skal vide, hvordan sundhedsvæsenet møder mennesker i en udsat livssituation.',
    until,
  })
  const now = stage.at(14, '09:00')
  await decide(now, ayse, {
    slate,
    revision: await revisionOf(now, slate),
    decidedOn: stage.day(14),
    minuteRef: 'Notat 7 (opdigtet)',
    explanation: null,
    seen: false,
    answers: [],
  })
}

/** Under way: one on a wrong seat, one not documented, a wish that is not followed, and an empty seat. */
export async function beginUdsatteraad(stage: Stage, cast: Cast): Promise<void> {
  const amira = stage.as('amira')
  const slate = await openSlate(stage.at(3), amira, { council: 'udsatteraad', body: 'municipal_council' })
  for (const [at, one] of Object.values(cast).entries())
    await place(stage.at(3, `10:${10 + at}`), amira, { slate, person: one.candidateId, group: 'external', seat: at + 1 })
  for (const name of ['Karin Toft', 'Ole Brandt']) await namePerson(stage.at(2), amira, { slate, group: 'council', seat: null, name })
}

async function send(tx: Tx, stage: Stage, by: StaffName, slate: string): Promise<void> {
  await propose(tx, stage.as(by), { slate, revision: await revisionOf(tx, slate) })
}
async function revisionOf(tx: Tx, slate: string): Promise<number> {
  const found = await findSlate(tx, slate)
  if (!found) throw new Error('the slate of the demonstration is gone')
  return found.revision
}
