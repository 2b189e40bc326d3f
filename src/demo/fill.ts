// Fills a demonstration or a practice with its invented cast, only through what the rooms let anybody do, all in one transaction.

import { keepLetter } from '../mailroom/index.ts'
import { itemsOfKind } from '../municipalities/index.ts'
import { beAbsent, employ, holdContact, nobodyYet, setUnit } from '../people/index.ts'
import { addDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal, Staff } from '../platform/principal.ts'
import { lettersIn, rawLetter } from './cast-letters.ts'
import { onTheWay } from './cast-on-the-way.ts'
import { appointed, onTheSlate } from './cast-seated.ts'
import { addressOf, type StaffName, type StaffPart, staffParts } from './cast-staff.ts'
import { prepareCharter } from './draft.ts'
import { askOrganisations, knowAbout } from './outreach.ts'
import { type Played, play } from './play.ts'
import { beginUdsatteraad, callForMembers, designateAdviser, proposeMore, seatIntegrationCouncil } from './slates.ts'
import { type Stage, stageOf } from './stage.ts'
import { gatherThemes } from './themes.ts'
import { tellAll } from './voices.ts'

/** Working days before today on which everybody begins. */
const begins = 60

/** Fills the municipality of this transaction once; false when somebody works there already. The councils the cast is for must be among its data. */
export async function fill(tx: Tx, _who: Principal): Promise<boolean> {
  if (!(await nobodyYet(tx))) return false
  const staff = new Map<StaffName, Staff>()
  const stage = stageOf(tx, name => staff.get(name)!)
  for (const name of Object.keys(staffParts) as StaffName[]) staff.set(name, await enter(stage, name))
  await settleIn(stage, staff)
  const known = new Set((await itemsOfKind(tx, 'council')).map(council => council.slug))
  if (!known.has('udsatteraad') || !known.has('integrationsraad')) return true
  await callForMembers(stage)
  await seatIntegrationCouncil(stage, await playAll(stage, appointed))
  await designateAdviser(stage)
  const slate = await playAll(stage, onTheSlate)
  await proposeMore(stage, await playAll(stage, onTheWay))
  await beginUdsatteraad(stage, slate)
  await askOrganisations(stage)
  await knowAbout(stage)
  await prepareCharter(stage)
  await layLetters(stage)
  await gatherThemes(stage, await tellAll(stage))
  return true
}

/** Letters as they came; the post room sorts them by itself as soon as the house is open. */
async function layLetters(stage: Stage): Promise<void> {
  for (const letter of lettersIn) {
    const tx = stage.at(letter.ago, letter.at)
    const mailbox = (await itemsOfKind(tx, 'mailbox'))[0]
    if (!mailbox) return
    const who: Principal = { kind: 'system', municipalityId: tx.municipalityId, job: 'demo' }
    await keepLetter(tx, who, { mailbox: mailbox.slug, source: null, bytes: rawLetter(letter, mailbox.address, tx.now) })
  }
}

async function enter(stage: Stage, name: StaffName): Promise<Staff> {
  const tx = stage.at(begins, '08:30')
  const part: StaffPart = staffParts[name]
  const personId = await employ(tx, { ...part, email: addressOf(name), invented: true })
  return { kind: 'staff', municipalityId: tx.municipalityId, personId, name: part.name, roles: part.roles, unitIds: [], sessionId: 'demo' }
}

/** Who answers, who leads, who stands in, and who is away. */
async function settleIn(stage: Stage, staff: ReadonlyMap<StaffName, Staff>): Promise<void> {
  const id = (name: StaffName) => staff.get(name)!.personId
  const tx = stage.at(begins, '09:00')
  const bo = staff.get('bo')!
  for (const unit of await itemsOfKind(tx, 'unit')) await setUnit(tx, bo, { slug: unit.slug, leaderId: id('laila'), deputyId: id('peter') })
  for (const contact of await itemsOfKind(tx, 'contact'))
    await holdContact(tx, bo, {
      contact: contact.slug,
      personId: id('amira'),
      deputyId: id('peter'),
      phone: '00 00 00 10',
      email: 'raad@example.org',
      hours: [
        { days: ['mon', 'tue', 'wed', 'thu'], from: '10:00', to: '15:00' },
        { days: ['fri'], from: '10:00', to: '12:00' },
      ],
    })
  const today = stage.day(0)
  await beAbsent(stage.at(2), staff.get('inge')!, { personId: id('inge'), from: today, to: addDays(today, 9), deputyId: id('tuva') })
  await beAbsent(stage.at(2), staff.get('amira')!, {
    personId: id('amira'),
    from: addDays(today, 20),
    to: addDays(today, 26),
    deputyId: id('peter'),
  })
}

async function playAll<Parts extends Readonly<Record<string, Parameters<typeof play>[1]>>>(
  stage: Stage,
  parts: Parts,
): Promise<Record<string, Played>> {
  const played: Record<string, Played> = {}
  for (const [name, part] of Object.entries(parts)) played[name] = await play(stage, part)
  return played
}
