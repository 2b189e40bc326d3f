// Seats over the years: elections, substitutes called in by the charter's own rule, terms that do not all end at once, and the nightly check.
import { afterEach, expect, test } from 'vitest'
import {
  callIn,
  type LeavingReason,
  namedSeatings,
  nightDues,
  recordElection,
  recordEvent,
  seatMember,
  seatsOf,
  standFor,
  substituteOffers,
  vacancyDues,
  vacate,
} from '../../src/councils/index.ts'
import { type ItemContent, itemsOfKind, writeItem } from '../../src/municipalities/index.ts'
import { openDues } from '../../src/people/index.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
afterEach(async () => await house?.close())

/** Invented people of several origins. */
const names = [
  'Nadia Haddad',
  'Yusuf Demir',
  'Åsta Øvlisen',
  'Nguyễn Thị Linh',
  'Микола Шевченко',
  'فاطمة الزهراء',
  'Erik Lund',
  'Selam Tekle',
]
const secretary = async () => (await house.as('secretary')).principal
const today = async () => house.clock.now().toISOString().slice(0, 10)
const sitting = async (council: string) => house.look(async tx => namedSeatings(tx, council, await today()))
const dues = (kind: string) => house.look(tx => openDues(tx, { kinds: [kind] }))
const offers = async (council: string) => {
  const on = await today()
  return await house.look(tx => substituteOffers(tx, council, on))
}
const seat = async (council: string, group: string, name: string, more: object = {}) =>
  await house.act(
    seatMember,
    { council, group, seat: null, from: await today(), member: { name, shown: 'unnamed' as const, contact: {} }, ...more },
    await secretary(),
  )
const leave = async (council: string, name: string, reason: LeavingReason = 'resignation') => {
  const one = (await sitting(council)).find(each => each.name === name)!
  await house.act(vacate, { seating: one.id, on: await today(), reason }, await secretary())
}
/** Gives a council another charter, as a municipality with other rules has one in its data. */
const withCharter = async (council: string, document: object) => {
  const [row] = await house.sql("select slug from item where kind = 'charter' and content->'document'->>'id' = $1", [council])
  const known = (await house.look(tx => itemsOfKind(tx, 'charter'))).find(one => one.document.id === council)!
  const content = { ...known, document: { id: council, rules: [], ...document } } as unknown as ItemContent['charter']
  await house.act((tx, who) => writeItem(tx, who, { kind: 'charter', slug: row!.slug as string, content }), undefined)
}
const elected = { id: 'member', voting: true, min: 3, max: 3, filled_by: 'elected', appointed_by: 'election' }
const election = (more: object = {}) => ({
  council: 'seniorraad',
  group: 'member',
  kind: 'binding' as const,
  outcome: 'held' as const,
  heldOn: '2026-11-03',
  seatsFrom: '2026-11-09',
  seats: 3,
  votesCast: 400,
  body: 'Valgbestyrelsen',
  minuteRef: null,
  reason: null,
  standing: names
    .slice(0, 6)
    .map((name, at) => `${name}; ${120 - 10 * at}`)
    .join('\n'),
  ...more,
})

test('B18: an election seats those elected, and the next ones stand in line as substitutes; who leaves is followed by whose turn it is', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse()
  await withCharter('seniorraad', {
    groups: [
      { ...elected, substitutes: { kind: 'ordered', called_in: 'both' } },
      { id: 'line', voting: false, substitute: true, min: 0, max: 2, substitutes: { kind: 'ordered', for: ['member'] } },
    ],
  })
  await house.act(recordElection, election(), await secretary())
  const seats = await sitting('seniorraad')
  expect(seats.map(one => [one.name, one.group, one.seat])).toEqual([
    [names[0], 'member', 1],
    [names[1], 'member', 2],
    [names[2], 'member', 3],
    [names[3], 'line', 1],
    [names[4], 'line', 2],
  ])
  expect(await offers('seniorraad')).toEqual([])
  await leave('seniorraad', names[1]!)
  expect((await offers('seniorraad')).map(one => [one.substitute.name, one.place.seat, one.way, one.turn])).toEqual([
    [names[3], 2, 'ordered', 1],
    [names[4], 2, 'ordered', 2],
  ])
  // The page says who is next, by which rule, and has the button for whoever's turn it is.
  let amira = await house.as('secretary')
  const prompt = async (council: string) => {
    const { body } = await amira.get(`/arbejdsrum/raad/${council}`)
    return body
      .replace(/<[^>]+>/g, ' ')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
  }
  const said = await prompt('seniorraad')
  expect(said).toContain(
    `Suppleanter, der kan træde ind ${names[3]} er først i rækken efter vedtægten og kan få plads 2. Kald ${names[3]} ind ${names[4]} er nummer 2 i rækken til plads 2. Se og kald ${names[4]} ind`,
  )
  const second = (await offers('seniorraad'))[1]!
  const call = { council: 'seniorraad', member: second.substitute.memberId, group: 'member', seat: 2 }
  await expect(house.act(callIn, call, await secretary())).rejects.toThrow(/nummer 2 i rækken/)
  await house.act(callIn, { ...call, outOfTurn: 'Nguyễn har sagt nej tak.' }, await secretary())
  expect(await dues(vacancyDues.seat)).toEqual([])
  expect((await sitting('seniorraad')).map(one => one.name)).toEqual([names[0], names[2], names[3], names[4]])
  expect(await house.sql('select way, out_of_turn from call_in')).toEqual([{ way: 'ordered', out_of_turn: 'Nguyễn har sagt nej tak.' }])
  // Whoever comes on the list later stands behind, whatever seat number is free.
  await house.at('2026-11-10T10:00:00+01:00')
  await seat('seniorraad', 'line', names[7]!)
  await leave('seniorraad', names[0]!)
  expect((await offers('seniorraad')).map(one => [one.substitute.name, one.turn])).toEqual([
    [names[3], 1],
    [names[7], 2],
  ])
  amira = await house.employed({ name: 'Sofie Senere', email: 'sofie@example.org', roles: ['secretary'] })
  const [turn] = await offers('seniorraad')
  const press = { member: turn!.substitute.memberId, group: 'member', seat: String(turn!.place.seat) }
  expect((await amira.post('/arbejdsrum/raad/seniorraad/indkald', press)).status).toBe(303)
  expect((await sitting('seniorraad')).filter(one => one.group === 'member').map(one => one.name)).toContain(names[3])
  expect(await prompt('seniorraad')).not.toContain('Suppleanter, der kan træde ind')
})

test('A30: a vote about the seats of the Integrationsråd never binds: it is recorded as indicative, and seats nobody', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse()
  const vote = { ...election(), council: 'integrationsraad', seats: 7 }
  const group = await house.look(async tx => (await seatsOf(tx, 'integrationsraad'))[0]!.group)
  await expect(house.act(recordElection, { ...vote, group }, await secretary())).rejects.toThrow(/kan kun være vejledende/)
  expect(await house.sql('select id from election')).toEqual([])
  await house.act(recordElection, { ...vote, group, kind: 'indicative' as const }, await secretary())
  expect(await sitting('integrationsraad')).toEqual([])
  expect(await house.sql('select kind, outcome from election')).toEqual([{ kind: 'indicative', outcome: 'held' }])
  await expect(house.act(recordElection, election(), (await house.as('councillor')).principal)).rejects.toThrow()
})

test('B18: too few stand: the election is cancelled with a reason and stays on the work list until there is a new one', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse()
  await withCharter('seniorraad', { groups: [{ ...elected, max: 4 }] })
  const cancelled = { outcome: 'cancelled' as const, seatsFrom: null, votesCast: null, standing: names[0]! }
  await expect(house.act(recordElection, election(cancelled), await secretary())).rejects.toThrow(/aflyst/)
  await house.act(recordElection, election({ ...cancelled, reason: 'Kun én stillede op.' }), await secretary())
  expect(await sitting('seniorraad')).toEqual([])
  expect(await dues('council.new-election')).toHaveLength(1)
  await house.act(
    recordElection,
    election({ outcome: 'uncontested', votesCast: null, standing: names.slice(0, 3).join('\n') }),
    await secretary(),
  )
  expect(await sitting('seniorraad')).toHaveLength(3)
  expect(await dues('council.new-election')).toEqual([])
})

test('A28: a personal substitute steps in for their own seat and for no other', { timeout: 180_000 }, async () => {
  house = await openTestHouse()
  await withCharter('handicapraad', {
    groups: [
      { id: 'dh', voting: true, min: 2, max: 2, filled_by: 'nominated', substitutes: { kind: 'personal' } },
      { id: 'kb', voting: true, min: 1, max: 1, substitutes: { kind: 'none' } },
      { id: 'stand_in', voting: false, substitute: true, min: 0, max: 2 },
    ],
  })
  for (const [group, name] of [
    ['dh', 0],
    ['dh', 1],
    ['kb', 2],
    ['stand_in', 3],
    ['stand_in', 4],
  ] as const)
    await seat('handicapraad', group, names[name]!)
  const substitutes = (await sitting('handicapraad')).filter(one => one.group === 'stand_in')
  const assign = async (at: number, place: object) =>
    await house.act(standFor, { seating: substitutes[at]!.id, group: 'dh', seat: 1, ...place }, await secretary())
  await assign(0, { seat: 2 })
  await expect(assign(1, { seat: 2 })).rejects.toThrow(/allerede suppleant/)
  await expect(assign(1, { group: 'stand_in' })).rejects.toThrow(/Vælg en plads/)
  await assign(1, {})
  await leave('handicapraad', names[2]!)
  expect(await offers('handicapraad')).toEqual([])
  await leave('handicapraad', names[1]!, 'left_organisation')
  expect((await offers('handicapraad')).map(one => [one.substitute.name, one.place.group, one.place.seat])).toEqual([[names[3], 'dh', 2]])
  const [first] = await offers('handicapraad')
  await house.act(callIn, { council: 'handicapraad', member: first!.substitute.memberId, group: 'dh', seat: 2 }, await secretary())
  expect((await sitting('handicapraad')).find(one => one.group === 'dh' && one.seat === 2)?.name).toBe(names[3])
})

test('A12: substitutes of a group step in for that group only', { timeout: 180_000 }, async () => {
  house = await openTestHouse()
  await withCharter('udsatteraad', {
    groups: [
      { id: 'external', voting: true, min: 2, max: 2 },
      { id: 'council', voting: true, min: 1, max: 1 },
      { id: 'of_users', voting: false, substitute: true, min: 0, max: 2, substitutes: { kind: 'group', for: ['external'] } },
    ],
  })
  // They come in by a list, members and substitutes, each with their term, as of the day the list tells of; and stand so on the page.
  const amira = await house.as('secretary')
  const list = [
    'gruppe;navn;fra;til;vises med navn',
    `external;${names[0]};1.3.2026;31.12.2027;ja`,
    `external;${names[1]};;;ja`,
    `council;${names[2]};2.3.2026;;ja`,
    `of_users;${names[3]};;31.12.2028;ja`,
    `of_users;${names[4]};;;ja`,
  ].join('\n')
  const page = '/arbejdsrum/raad/udsatteraad'
  expect((await amira.post(`${page}/indlaes`, { asOf: '2026-11-02', list })).body).toContain('5 personer bliver indlæst')
  expect((await amira.post(`${page}/indlaes`, { asOf: '2026-11-02', list, save: 'yes' })).status).toBe(303)
  const kept = (await sitting('udsatteraad')).map(one => [one.name, one.group, one.from, one.termTo])
  const until = kept[1]![3]
  expect(kept).toEqual([
    [names[0], 'external', '2026-03-01', '2027-12-31'],
    [names[2], 'council', '2026-03-02', until],
    [names[1], 'external', '2026-11-02', until],
    [names[3], 'of_users', '2026-11-02', '2028-12-31'],
    [names[4], 'of_users', '2026-11-02', until],
  ])
  const plain = (body: string) =>
    body
      .replace(/<[^>]+>/g, ' ')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
  const { body } = await amira.get(page)
  for (const day of ['31. december 2027', '31. december 2028', '2. november 2026', '1. marts 2026']) expect(plain(body), day).toContain(day)
  expect(await house.sql("select facts->>'asOf' as day from journal where kind = 'council.members-imported'")).toEqual([
    { day: '2026-11-02' },
  ])
  // Who sat there is answered from that day on.
  const before = await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-01'))
  expect(before.map(one => one.name)).toEqual([names[0], names[2]])
  await leave('udsatteraad', names[2]!)
  expect(await offers('udsatteraad')).toEqual([])
  await leave('udsatteraad', names[0]!)
  expect((await offers('udsatteraad')).map(one => [one.substitute.name, one.turn])).toEqual([
    [names[3], 1],
    [names[4], 1],
  ])
  expect(plain((await amira.get(page)).body)).toContain(`${names[3]} er suppleant for de pladser efter vedtægten og kan få plads 1.`)
})

test('A8: staggered terms over the years: half of the seats end each year, and whoever steps in serves the rest', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse({ now: '2026-01-05T10:00:00+01:00' })
  await withCharter('udsatteraad', {
    term: { kind: 'years', years: 2, staggered: { part: '1/2', every_years: 1 }, stays_until_successor: false },
    groups: [{ id: 'member', voting: true, min: 4, max: 4 }],
  })
  for (const name of names.slice(0, 4)) await seat('udsatteraad', 'member', name)
  expect((await sitting('udsatteraad')).map(one => one.termTo)).toEqual(['2027-01-04', '2028-01-04', '2027-01-04', '2028-01-04'])
  await house.at('2027-01-05T10:00:00+01:00')
  expect((await sitting('udsatteraad')).map(one => one.name)).toEqual([names[1], names[3]])
  expect(await dues(vacancyDues.seat)).toHaveLength(2)
  for (const name of names.slice(4, 6)) await seat('udsatteraad', 'member', name)
  await house.at('2027-06-01T10:00:00+02:00')
  await leave('udsatteraad', names[1]!)
  await seat('udsatteraad', 'member', names[6]!)
  const now = await sitting('udsatteraad')
  expect(now.map(one => [one.seat, one.termTo])).toEqual([
    [4, '2028-01-04'],
    [1, '2029-01-04'],
    [3, '2029-01-04'],
    [2, '2028-01-04'],
  ])
})

/** Everything open on the work list that the nightly check writes, as "kind day". */
const onList = async () =>
  (await house.look(tx => openDues(tx, { kinds: [...Object.values(nightDues), ...Object.values(vacancyDues)] })))
    .map(due => `${due.kind} ${due.dueOn}`)
    .sort()

test('A12 A29: the nightly check over five years: terms about to end, seats held past their term, residence each year, and nothing twice', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse({ now: '2026-03-02T10:00:00+01:00' })
  const group = await house.look(async tx => (await seatsOf(tx, 'integrationsraad'))[0]!.group)
  for (const name of names.slice(0, 7))
    await seat('integrationsraad', group, name, { member: { name, shown: 'unnamed', residenceSeenOn: '2026-03-02' } })
  await house.sql('update seating set stays_on = true')
  await house.act(
    recordEvent,
    { council: 'integrationsraad', event: 'in_function', on: '2026-03-02', body: 'Kommunalbestyrelsen', minuteRef: null, reason: null },
    await secretary(),
  )
  const night = async (day: string) => {
    await house.at(`${day}T03:00:00Z`)
    const list = await onList()
    // The same night again changes nothing: neither what is open nor how often it was written.
    const rows = await house.sql('select count(*)::int as n from due')
    await house.at(`${day}T23:30:00Z`)
    expect(await house.sql('select count(*)::int as n from due'), day).toEqual(rows)
    expect(await onList(), day).toEqual(list)
    return list
  }
  expect(await night('2026-09-01')).toEqual([])
  const residence = await night('2027-03-10')
  expect(residence).toHaveLength(7)
  expect(new Set(residence)).toEqual(new Set(['member.residence-recheck 2027-03-24']))
  await house.sql("update member_record set residence_seen_on = '2029-06-01'")
  expect(await night('2027-03-12')).toEqual([])
  expect(await night('2029-08-30')).toEqual([])
  expect(await night('2029-09-03')).toEqual(['council.terms-ending 2029-12-31'])
  expect(await night('2029-12-31')).toEqual(['council.terms-ending 2029-12-31'])
  expect(await night('2030-01-02')).toEqual(['council.past-term 2030-01-30'])
  // Somebody new follows on each seat: what was owed is done by itself.
  await house.sql("update seating set term_to = '2033-12-31'")
  expect(await night('2030-01-04')).toEqual([])
})

test('A12 A29: somebody who leaves two councils leaves two empty seats: each is owed for itself, and filling one settles only that', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse()
  for (const council of ['integrationsraad', 'udsatteraad'])
    await withCharter(council, { groups: [{ id: 'member', voting: true, min: 2, max: 2 }] })
  for (const name of names.slice(0, 2)) await seat('integrationsraad', 'member', name)
  const nadia = (await sitting('integrationsraad')).find(one => one.name === names[0])!.memberId
  const today = '2026-11-09'
  for (const member of [{ id: nadia }, { name: names[2]!, shown: 'unnamed' as const, contact: {} }])
    await house.act(seatMember, { council: 'udsatteraad', group: 'member', seat: null, from: today, member }, await secretary())
  for (const council of ['integrationsraad', 'udsatteraad']) await leave(council, names[0]!, 'moved')
  const open = await dues(vacancyDues.seat)
  expect(open).toHaveLength(2)
  expect(new Set(open.map(due => due.about)).size).toBe(2)
  await seat('udsatteraad', 'member', names[3]!)
  const after = await dues(vacancyDues.seat)
  expect(after).toHaveLength(1)
  const seating = await house.sql('select council from seating where id = $1', [after[0]!.about])
  expect(seating).toEqual([{ council: 'integrationsraad' }])
  // Nothing is owed twice by looking again, and a row that no longer stands owes nothing.
  await house.at('2026-11-10T03:00:00Z')
  expect(await dues(vacancyDues.seat)).toHaveLength(1)
  await seat('integrationsraad', 'member', names[4]!)
  expect(await dues(vacancyDues.seat)).toEqual([])
})

test('A29: planted: a member vanishes behind the back of the house; the next night says so, and is quiet when it is mended', {
  timeout: 180_000,
}, async () => {
  house = await openTestHouse()
  const group = await house.look(async tx => (await seatsOf(tx, 'integrationsraad'))[0]!.group)
  for (const name of names.slice(0, 7)) await seat('integrationsraad', group, name)
  await house.act(
    recordEvent,
    { council: 'integrationsraad', event: 'in_function', on: '2026-11-09', body: 'Kommunalbestyrelsen', minuteRef: null, reason: null },
    await secretary(),
  )
  await house.sql('update member_record set residence_seen_on = current_date + 3650')
  await house.at('2026-11-10T03:00:00Z')
  expect(await onList()).toEqual([])
  await house.sql("update seating set ended_on = '2026-11-10', ended_recorded_at = now() where seat = 3")
  // Nobody was told: without the check the council would stay below its legal minimum unseen.
  expect(await onList()).toEqual([])
  await house.at('2026-11-11T03:00:00Z')
  expect(await onList()).toEqual(['council.below-minimum 2026-11-18', 'seat.vacant 2026-11-25'])
  const [minimum] = await dues(vacancyDues.minimum)
  expect(minimum!.rule.quote).toContain('syv medlemmer')
  await house.sql('update seating set ended_on = null, ended_recorded_at = null where seat = 3')
  await house.at('2026-11-12T03:00:00Z')
  expect(await onList()).toEqual([])
  // Abolished: nothing is owed any more for the seats.
  await house.sql("update seating set ended_on = '2026-11-12', ended_recorded_at = now() where seat = 4")
  await house.at('2026-11-13T03:00:00Z')
  expect(await onList()).toHaveLength(2)
  await house.act(
    recordEvent,
    {
      council: 'integrationsraad',
      event: 'abolished',
      on: '2026-11-13',
      body: 'Kommunalbestyrelsen',
      minuteRef: null,
      reason: 'Opdigtet.',
    },
    await secretary(),
  )
  await house.at('2026-11-14T03:00:00Z')
  expect(await onList()).toEqual([])
})
