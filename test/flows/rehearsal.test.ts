// The rehearsal: forty invented people over every channel until both councils can sit; and then as it really went, with too few.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/councils/charters/index.ts'
import { receiveNomination, sayYes } from '../../src/nominations/index.ts'
import { LANGS } from '../../src/platform/i18n.ts'
import {
  type boardGround,
  boardOf,
  campaignOf,
  enterOrganisation,
  type Missing,
  proposePeople,
  takeAskStep,
  whomNext,
} from '../../src/recruiting/index.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

const slow = 120_000
const languages = ['da', 'ar', 'tr', 'ur', 'en', 'uk', 'so', 'pl']
const channels = ['web', 'phone', 'counter', 'letter', 'organisation'] as const
/** First and last names of eight languages; put together they name nobody. */
const first = ['Åse', 'نادية', 'Ayşe', 'عائشہ', 'Chloe', 'Оксана', 'Hodan', 'Zofia']
const last = ['Opdigtet-Lund', 'الأحمد', 'Yılmaz', 'خان', "O'Neill", 'Коваль', 'Warsame', 'Nowak']
const circles = ['refugee_immigrant_association', 'labour_market_party', 'school_board', 'local_association']

interface Part {
  readonly name: string
  readonly council: 'integrationsraad' | 'udsatteraad'
  readonly language: string
  readonly channel: (typeof channels)[number]
  readonly answers: object
}
/** Twenty for each council: some without ties, some who live elsewhere, some who never answer. */
const cast: readonly Part[] = Array.from({ length: 40 }, (_, at) => {
  const council = at % 2 === 0 ? 'integrationsraad' : 'udsatteraad'
  const nth = Math.floor(at / 2)
  const circle = circles[nth % 5]
  const tie = { kind: `ties=${circle}`, organisation: `Opdigtet forening ${nth}`, role: '', local: 'yes' }
  const role = ['user', 'user_rep', 'insight'][nth % 3]!
  return {
    name: `${first[at % 8]} ${last[(at * 3) % 8]} ${at + 1}`,
    council,
    language: languages[at % 8]!,
    channel: channels[at % 5]!,
    answers:
      council === 'integrationsraad'
        ? { residence: nth % 6 === 5 ? 'no' : 'yes', ...(circle ? { declared: [tie.kind], ties: [tie] } : {}) }
        : { residence: 'unknown', declared: [`roles=${role}`] },
  }
})

let house: TestHouse
let keys = 0
const key = () => `rehearsal-${String(++keys).padStart(14, '0')}`
const blank = {
  forWhom: 'self',
  declared: [],
  ties: [],
  reach: 'self',
  email: null,
  phone: '',
  address: '',
  through: '',
  interpreter: '',
  needs: [],
  motivation: '',
  suggester: '',
}

/** Comes in the way they came; who was proposed by an organisation says yes afterwards by their own link. */
async function comes(part: Part): Promise<void> {
  // Letters come in the languages of the house; whoever speaks another one says which interpreter they need.
  const written = (LANGS as readonly string[]).includes(part.language)
  const spoken = written ? { language: part.language } : { language: 'en', interpreter: part.language }
  const answers = { ...blank, councils: [part.council], name: part.name, ...spoken, ...part.answers }
  if (part.channel !== 'organisation') {
    const who =
      part.channel === 'web' ? ({ kind: 'anyone', municipalityId: house.municipalityId } as const) : (await house.as('amira')).principal
    await house.act(receiveNomination, { answers, channel: part.channel, key: key() } as never, who)
    return
  }
  const facts = {
    name: `Opdigtet ${part.name}`,
    kind: 'andet',
    district: null,
    languages: [],
    letterLanguage: 'da',
    contact: { person: '', email: null, phone: '' },
  } as const
  const organisationId = await house.act(enterOrganisation, { facts })
  const ask = await house.act(takeAskStep, { organisationId, council: part.council, step: 'ask', how: 'meeting' } as const)
  const person = { name: part.name, email: null, phone: '00 00 00 09', language: 'da', gender: 'woman' } as const
  const { principal } = await house.asSubject(ask.id)
  await house.act(proposePeople, { people: [person], reason: 'Vi er en forening for kvinder.', key: key() }, principal)
  const [row] = await house.sql('select id from candidate where name = $1', [part.name])
  const own = await house.asSubject(row!.id as string)
  await house.act(sayYes, { candidateId: row!.id as string, key: key() }, own.principal)
  const sent = await own.post('/min/side/ret', { ...flat(answers), reach: 'phone', phone: '00 00 00 09' })
  expect(sent.location).toBe('/min')
}
/** Answers as the fields of the form. */
function flat(answers: Record<string, unknown>): Record<string, string | string[]> {
  const ties = answers.ties as readonly { kind: string; organisation: string; local: string }[]
  return {
    step: 'summary',
    councils: answers.councils as string[],
    name: answers.name as string,
    language: answers.language as string,
    residence: answers.residence as string,
    declared: answers.declared as string[],
    ...Object.fromEntries(
      ties.flatMap(tie => [
        [`organisation:${tie.kind}`, tie.organisation],
        [`local:${tie.kind}`, tie.local],
      ]),
    ),
  }
}
async function boardNow(council: string): Promise<{ missing: Missing; ground: NonNullable<Awaited<ReturnType<typeof boardGround>>> }> {
  const { principal } = await house.as('amira')
  const campaign = (await house.look(tx => campaignOf(tx, principal, council), principal))!
  for (;;) {
    const { known } = await boardOf(campaign.ground, campaign.brings)
    if (known.is === 'known') return { missing: known.missing, ground: campaign.ground }
  }
}

describe('A30, A32: forty people in eight languages over five channels', () => {
  beforeAll(async () => {
    house = await openTestHouse()
    for (const part of cast) await comes(part)
  }, 120_000)
  afterAll(async () => await house.close())

  test('each came in as one record, whichever way', { timeout: slow }, async () => {
    expect((await house.sql('select count(*)::int as n from candidate where said_yes_at is not null'))[0]!.n).toBe(40)
    expect((await house.sql('select count(distinct language)::int as n from candidate'))[0]!.n).toBeGreaterThanOrEqual(5)
  })

  test('A8, A29: the Integrationsråd can sit with seven, and the Udsatteråd lacks exactly those who come by office', {
    timeout: slow,
  }, async () => {
    const integration = await boardNow('integrationsraad')
    expect([integration.missing.needed, integration.missing.neededForWishes]).toEqual([0, 0])
    const udsat = await boardNow('udsatteraad')
    expect(udsat.missing.needed).toBe(4)
    expect(udsat.missing.parts.map(part => [part.group, part.count]).sort()).toEqual([
      ['adviser', 1],
      ['council', 3],
    ])
    expect(udsat.missing.candidates.get('external')).toBe(4)
    // A lawful seven and seven, found among those who came: the engine's own check, on people it did not choose by itself.
    const { charter } = integration.ground.inForce
    const people = integration.ground.candidates
    const residents = people.filter(one => one.resident === true)
    const covering = circles.map(circle => residents.find(one => (one.ties as string[] | undefined)?.includes(circle))!)
    const seven = [...new Set([...covering, ...residents.filter(one => (one.ties as string[] | undefined)?.length)])].slice(0, 7)
    const verdict = check(
      charter,
      people,
      seven.map(one => one.id),
    )
    expect([verdict.ok, verdict.wishes]).toEqual([true, []])
    const external = udsat.ground.candidates.slice(0, 4).map(one => ({ id: one.id, seat: 'external' }))
    const office = [1, 2, 3].map(n => ({ id: `councillor ${n}`, roles: ['councillor'] }))
    const adviser = { id: 'adviser', roles: ['municipal_employee'] }
    const slate = [...external, ...office.map(one => ({ id: one.id, seat: 'council' })), { id: 'adviser', seat: 'adviser' }]
    const whole = check(udsat.ground.inForce.charter, [...udsat.ground.candidates, ...office, adviser], slate)
    expect(whole.broken).toEqual([])
  })
})

describe('A27: as it really went: too few come to the Integrationsråd', () => {
  beforeAll(async () => {
    house = await openTestHouse()
    for (const part of cast.filter(one => one.council === 'integrationsraad' && one.channel !== 'organisation').slice(0, 4))
      await comes(part)
    const contact = { person: '', email: null, phone: '' }
    for (const [name, kind] of [
      ['Opdigtet Skole A', 'skolebestyrelse'],
      ['Opdigtet Skole B', 'skolebestyrelse'],
      ['Opdigtet Klub', 'lokal-forening'],
    ] as const)
      await house.act(enterOrganisation, { facts: { name, kind, district: null, languages: [], letterLanguage: 'da', contact } })
  }, 60_000)
  afterAll(async () => await house.close())

  test('in the first week the board says how many are missing, and names whom to ask', { timeout: slow }, async () => {
    await house.at('2026-11-13T10:00:00+01:00')
    const { principal } = await house.as('amira')
    const { missing } = await boardNow('integrationsraad')
    const yes = (await house.sql("select count(*)::int as n from candidate where residence = 'yes'"))[0]!.n as number
    expect(missing.needed).toBe(7 - yes)
    expect(missing.parts).toEqual([
      { group: 'member', count: 7 - yes, kind: expect.objectContaining({ da: expect.stringContaining('bor') }) },
    ])
    const campaign = (await house.look(tx => campaignOf(tx, principal, 'integrationsraad'), principal))!
    const next = whomNext(missing.helps, campaign.kinds, campaign.organisations)
    expect(next.flatMap(one => one.notAsked.map(each => each.name)).sort()).toEqual([
      'Opdigtet Klub',
      'Opdigtet Skole A',
      'Opdigtet Skole B',
    ])
    // Nobody has to guess: kinds that would help and of which nobody is known are named too.
    expect(next.filter(one => one.notAsked.length === 0).map(one => one.kind.slug)).toContain('flygtninge-indvandrerforening')
  })

  test('one who is asked, comes and says yes is one fewer: the board never says more or less than is true', { timeout: slow }, async () => {
    const before = (await boardNow('integrationsraad')).missing.needed!
    const late = { ...cast[0]!, name: 'Sen Opdigtet', channel: 'web' as const, answers: { residence: 'yes' } }
    await comes(late)
    expect((await boardNow('integrationsraad')).missing.needed).toBe(before - 1)
    await comes({ ...late, name: 'Fjern Opdigtet', answers: { residence: 'no' } })
    expect((await boardNow('integrationsraad')).missing.needed).toBe(before - 1)
  })
})
