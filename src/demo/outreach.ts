// Plays the asking: organisations entered and asked, a letter to several, a proposal, the day of the decision, and who knows about what.
import { namedSeatings } from '../councils/index.ts'
import { addDays } from '../platform/clock.ts'
import { newToken } from '../platform/crypto/token.ts'
import {
  enterOrganisation,
  makeMailing,
  noteCompetences,
  proposePeople,
  sendMailing,
  setDecisionDay,
  takeAskStep,
  writeLetters,
} from '../recruiting/index.ts'
import { type OrganisationPart, organisationParts } from './cast-organisations.ts'
import type { Stage } from './stage.ts'

/** Enters every organisation and plays what came of asking it. */
export async function askOrganisations(stage: Stage): Promise<void> {
  const amira = stage.as('amira')
  const ids = new Map<string, string>()
  for (const part of organisationParts) ids.set(part.name, await enter(stage, part))
  for (const part of organisationParts)
    for (const { council, did, ago, how } of part.then ?? [])
      await takeAskStep(stage.at(ago, '13:00'), amira, { organisationId: ids.get(part.name)!, council, step: did, how: how ?? null })
  await writeToSome(
    stage,
    ['Foreningen Ny i Byen', 'Fodboldklubben Ejby'].map(name => ids.get(name)!),
  )
  await proposeTwo(stage, ids.get('Beboerforeningen Lindehaven')!)
  for (const [council, days] of [
    ['integrationsraad', 23],
    ['udsatteraad', 37],
  ] as const)
    await setDecisionDay(stage.at(10), amira, { council, on: addDays(stage.day(0), days) })
}

async function enter(stage: Stage, part: OrganisationPart): Promise<string> {
  const { name, kind, district = null, languages = [], letterLanguage = 'da', person = '', mail, phone = '' } = part
  const contact = { person, email: mail ? `${mail}@opdigtet.example.org` : null, phone }
  const facts = { name: `${name} (opdigtet)`, kind, district, languages, letterLanguage, contact }
  return await enterOrganisation(stage.at(47), stage.as('amira'), { facts, invented: true })
}

/** A letter to two of them, five working days ago. */
async function writeToSome(stage: Stage, organisationIds: readonly string[]): Promise<void> {
  const tx = stage.at(5, '11:00')
  const amira = stage.as('amira')
  const body =
    'Hej {kontaktperson}\n\n{raad} søger medlemmer. Kender I nogen i {forening}, der kunne have lyst?\n\nSvar her: {link}\nSenest {frist}.'
  const replyBy = addDays(stage.day(0), 10)
  const id = await makeMailing(tx, amira, { council: 'integrationsraad', subject: 'Medlemmer til {raad}', body, replyBy, organisationIds })
  await sendMailing(tx, amira, { id })
  await writeLetters(tx, { kind: 'system', municipalityId: tx.municipalityId, job: 'demo' })
}

/** One organisation has proposed a woman and a man, who have not answered yet. */
async function proposeTwo(stage: Stage, organisationId: string): Promise<void> {
  const ask = await takeAskStep(stage.at(6), stage.as('amira'), { organisationId, council: 'integrationsraad', step: 'ask', how: 'phone' })
  const tx = stage.at(3, '20:10')
  const person = { email: null, language: 'da' as const }
  await proposePeople(
    tx,
    { kind: 'subject', municipalityId: tx.municipalityId, about: ask.id, sessionId: 'demo' },
    {
      key: newToken().token,
      reason: '',
      people: [
        { ...person, name: 'Birgit Holst', phone: '00 00 00 41', gender: 'woman' },
        { ...person, name: 'Karim Saleh', phone: '00 00 00 42', gender: 'man' },
      ],
    },
  )
}

/** Those who sit have said what they know about; nobody about work yet. */
export async function knowAbout(stage: Stage): Promise<void> {
  const tx = stage.at(12)
  const amira = stage.as('amira')
  for (const [council, competences] of [['udsatteraad', ['sundhed']]] as const) {
    const sitting = await namedSeatings(tx, council, stage.day(0))
    await noteCompetences(tx, amira, {
      council,
      known: sitting.slice(0, competences.length).map((one, at) => ({ member: one.memberId, competence: competences[at]! })),
    })
  }
}
