// The first week: what still has to be filled in, derived from the data itself, each with the place where it is done.
import { itemsOfKind } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Role } from '../platform/principal.ts'
import { type Said, said } from '../platform/refusal.ts'
import { peoplePaths } from './paths.ts'
import { contactLines } from './people-read.ts'
import { standingOf } from './standing.ts'
import { allPeople, heldRoles } from './store.ts'
import { allUnits } from './unit-store.ts'

/** One thing to set up. `done` is read from the data each time; nobody ticks it off. */
export interface SetUpStep {
  readonly key: string
  readonly done: boolean
  readonly title: Said
  /** What is missing, or what is in place. */
  readonly text: Said
  /** Where it is done; null when it is done outside this site (an environment variable). */
  readonly href: string | null
  /** Who does it. */
  readonly by: Role
}
export type Checking = (tx: Tx) => Promise<readonly SetUpStep[]>

const checks = new Map<string, Checking>()
/** Adds the steps of a room downstream; once, when the room is put into the house. */
export function registerSetUp(room: string, check: Checking): void {
  const known = checks.get(room)
  if (known && known !== check) throw new Error(`the room ${room} checks its set-up twice`)
  checks.set(room, check)
}

/** Every step, this room's own first. */
export async function setUpSteps(tx: Tx): Promise<SetUpStep[]> {
  const steps = [...(await ownSteps(tx))]
  for (const check of checks.values()) steps.push(...(await check(tx)))
  return steps
}

async function ownSteps(tx: Tx): Promise<SetUpStep[]> {
  const today = localDate(tx.now)
  const held = await heldRoles(tx, today)
  const has = (role: Role) => new Set(held.filter(one => one.role === role).map(one => one.personId)).size
  /** Where somebody is entered for a role, or looked after once enough have it. */
  const holders = (role: Role, enough = 1) => {
    const done = has(role) >= enough
    return { done, href: done ? peoplePaths.people : peoplePaths.newPerson }
  }
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  const people = new Map((await allPeople(tx)).map(one => [one.id, one]))
  const steps: SetUpStep[] = [
    {
      key: 'secretary',
      ...holders('secretary'),
      title: { da: 'En rådssekretær kan logge ind', en: 'A council secretary can sign in' },
      text: {
        da: 'Uden en sekretær får ingen besked om dem, der melder sig.',
        en: 'Without a secretary nobody hears of those who come forward.',
      },
      by: 'operator',
    },
  ]
  for (const { contact, personId } of await contactLines(tx)) {
    const holder = personId ? people.get(personId) : undefined
    const missing = [
      ...(holder?.shown ? [] : [{ da: 'navn', en: 'name' }]),
      ...(((holder?.shown ? holder.phone : null) ?? contact.phone) ? [] : [{ da: 'telefon', en: 'telephone' }]),
      ...((contact.hours ?? facts?.openingHours) ? [] : [{ da: 'åbningstid', en: 'opening hours' }]),
    ]
    const list = (lang: 'da' | 'en') => new Intl.ListFormat(lang).format(missing.map(one => one[lang]))
    steps.push({
      key: `contact ${contact.slug}`,
      done: missing.length === 0,
      title: {
        da: `Et menneske svarer: ${said(contact.helpsWith as never, 'da')}`,
        en: `A human answers: ${said(contact.helpsWith as never, 'en')}`,
      },
      text:
        missing.length === 0
          ? { da: 'Navn, telefon og tid står på siderne.', en: 'Name, telephone and hours stand on the pages.' }
          : { da: `Mangler: ${list('da')}.`, en: `Missing: ${list('en')}.` },
      href: peoplePaths.contact(contact.slug),
      by: 'secretary',
    })
  }
  const unitsWithoutLead = (await allUnits(tx)).filter(unit => !unit.leaderId || !unit.deputyId)
  steps.push(
    {
      key: 'units',
      done: unitsWithoutLead.length === 0,
      title: { da: 'Hver enhed har en leder og en stedfortræder', en: 'Each unit has a leader and a deputy' },
      text: { da: 'De hører om det, der er over tiden.', en: 'They hear of what is overdue.' },
      href: unitsWithoutLead[0] ? peoplePaths.unit(unitsWithoutLead[0].slug) : peoplePaths.people,
      by: 'secretary',
    },
    {
      key: 'closing days',
      done: (facts?.closingDays?.length ?? 0) > 0,
      title: { da: 'Kommunens lukkedage er skrevet ind', en: 'The days the municipality is closed are entered' },
      text: {
        da: 'Helligdage kender vi. Dage som grundlovsdag og juleaften bestemmer kommunen.',
        en: 'Public holidays are known. Days such as Constitution Day and Christmas Eve are for the municipality to decide.',
      },
      href: peoplePaths.closingDays,
      by: 'secretary',
    },
    {
      key: 'authority',
      done: (await standingOf(tx)) !== 'demonstration',
      title: { da: 'Kommunen har bekræftet, at siden er dens', en: 'The municipality has confirmed that the site is its own' },
      text: {
        da: 'Indtil da er siden en demonstration: ingen breve bliver sendt, og søgemaskiner bliver holdt ude.',
        en: 'Until then the site is a demonstration: no letters are sent, and search engines are kept out.',
      },
      href: peoplePaths.authority,
      by: 'operator',
    },
    {
      key: 'smtp',
      done: tx.site.smtp,
      title: { da: 'Breve kan sendes', en: 'Letters can be sent' },
      text: {
        da: 'Sæt SMTP_URL på maskinen, og start igen. Indtil da ligger brevene under Breve.',
        en: 'Set SMTP_URL on the machine and start again. Until then letters lie under Letters.',
      },
      href: null,
      by: 'operator',
    },
    {
      key: 'oidc',
      done: tx.site.oidc,
      title: { da: 'Ansatte kan bruge kommunens login', en: "Employees can use the municipality's login" },
      text: {
        da: 'Sæt OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_SECRET. Indtil da får de et link på mail.',
        en: 'Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. Until then they get a link by mail.',
      },
      href: null,
      by: 'operator',
    },
    {
      key: 'auditor',
      ...holders('auditor'),
      title: { da: 'En fra databeskyttelse kan se, hvem der har læst hvad', en: 'Somebody from data protection can see who read what' },
      text: { da: 'En gang om måneden får de en stikprøve at se på.', en: 'Once a month they get a sample to look at.' },
      by: 'operator',
    },
    {
      key: 'two operators',
      ...holders('operator', 2),
      title: { da: 'To kan drive siden', en: 'Two people can run the site' },
      text: { da: 'Så er der en, når den anden er væk.', en: 'So there is one when the other is away.' },
      by: 'operator',
    },
  )
  return steps
}
