// Who sits where, from taking a seat to leaving it, and who sat there before.
import { afterEach, expect, test } from 'vitest'
import {
  brokenNow,
  councilHistory,
  councilOf,
  type LeavingReason,
  namedSeatings,
  openCouncils,
  recordEvent,
  seatMember,
  seatsOf,
  seatsOnRecord,
  vacate,
} from '../../src/councils/index.ts'
import { memberSteps } from '../../src/councils/set-up-steps.ts'
import { openDues } from '../../src/people/index.ts'
import { look, type Tx } from '../../src/platform/db/act.ts'
import { NotAllowed, Refusal } from '../../src/platform/refusal.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
afterEach(async () => await house?.close())

/** Invented people of several origins; the number says nothing. */
const names = ['Nadia Haddad', 'Yusuf Demir', 'Åsta Øvlisen', 'Nguyễn Thị Linh', 'Микола Шевченко', 'فاطمة الزهراء', 'Erik Lund']
const seat = (council: string, group: string, name: string, more: object = {}) => ({
  council,
  group,
  seat: null,
  from: '2026-03-01',
  member: { name, shown: 'named' as const, contact: { email: 'somebody@example.org' } },
  ...more,
})
const fill = async (council = 'integrationsraad') => {
  const group = await house.look(async tx => (await seatsOf(tx, council))[0]!.group)
  for (const name of names) await house.act(seatMember, seat(council, group, name), (await house.as('secretary')).principal)
  return group
}
const sitting = (council = 'integrationsraad', on = '2026-11-09') => house.look(tx => namedSeatings(tx, council, on))
const dues = (kind: string) => house.look(tx => openDues(tx, { kinds: [kind] }))
const leave = async (who: string, reason: LeavingReason, on = '2026-11-09') => {
  const one = (await sitting()).find(each => each.name === who)!
  return await house.act(vacate, { seating: one.id, on, reason }, (await house.as('secretary')).principal)
}

test('A29: a member moves out: the seat is empty, the council below its legal minimum, and somebody must find the substitute', async () => {
  house = await openTestHouse()
  await fill()
  expect(await house.look(tx => brokenNow(tx, 'integrationsraad'))).toEqual([])
  const { broken } = await leave('Yusuf Demir', 'moved')
  expect(broken.map(reason => [reason.strength, reason.state])).toEqual([['must', 'open']])
  expect(broken[0]!.source?.text).toContain('syv medlemmer med bopæl')
  const [vacancy] = await dues('seat.vacant')
  expect(vacancy).toMatchObject({ dueOn: '2026-11-23', rule: { force: 'must' } })
  expect(vacancy!.rule.quote).toContain('syv medlemmer')
  expect(await dues('council.below-minimum')).toHaveLength(1)
  const work = (await (await house.as('secretary')).get('/arbejdsrum')).body.replace(/<[^>]+>/g, ' ').replace(/[\u2066-\u2069]/g, '')
  expect(work).toMatch(/En plads er ledig[\s\S]*Yusuf Demir er udtrådt\.[\s\S]*Kald en suppleant ind, eller lav et forslag til pladsen\./)
  const seats = await house.look(tx => seatsOf(tx, 'integrationsraad'))
  expect(seats.filter(one => !one.filled)).toHaveLength(1)
  const letter = (await house.outbox()).at(-1)!
  expect(letter.text).toContain('mandag den 9. november 2026')
  expect(`${letter.subject} ${letter.text}`).not.toMatch(/råd|flytte/i)
})

test('A29: away for long is a reason of its own: written down on the page, the seat is empty and the rule it breaks is shown, the reason to nobody outside', async () => {
  house = await openTestHouse()
  await fill()
  const secretary = await house.as('secretary')
  const one = (await sitting()).find(each => each.name === 'Åsta Øvlisen')!
  const page = `/arbejdsrum/raad/integrationsraad/pladser/${one.id}/udtraeden`
  expect((await secretary.get(page)).body).toMatch(/value="long_absence"[\s\S]{0,200}Har været væk længe/)
  expect((await secretary.post(page, { on: '2026-11-09', reason: 'long_absence' })).status).toBe(303)
  expect(await house.sql('select reason from seat_leaving')).toEqual([{ reason: 'long_absence' }])
  expect((await sitting()).map(each => each.name)).not.toContain('Åsta Øvlisen')
  expect((await dues('seat.vacant'))[0]!.rule).toMatchObject({ force: 'must', quote: expect.stringContaining('syv medlemmer med bopæl') })
  expect(await dues('council.below-minimum')).toHaveLength(1)
  const { body } = await house.get('/raad/integrationsraad')
  expect(body).toMatch(/Én plads|Ledig/)
  expect(body).toContain('syv medlemmer med bopæl')
  expect(body).not.toMatch(/væk længe|Åsta/)
})

test('A29: when the seat is filled again, what was owed for it is done', async () => {
  house = await openTestHouse()
  const group = await fill()
  await leave('Yusuf Demir', 'moved')
  await house.act(
    seatMember,
    seat('integrationsraad', group, 'Selam Tekle', { from: '2026-11-09' }),
    (await house.as('secretary')).principal,
  )
  expect([await dues('seat.vacant'), await dues('council.below-minimum')]).toEqual([[], []])
  expect(await house.look(tx => brokenNow(tx, 'integrationsraad'))).toEqual([])
})

test('A12: when the mandate ends, the three seats of the municipal council are empty, with notice; the others sit on', async () => {
  house = await openTestHouse({ now: '2026-03-02T10:00:00+01:00' })
  const secretary = (await house.as('secretary')).principal
  for (const name of names.slice(0, 3)) await house.act(seatMember, seat('udsatteraad', 'council', name), secretary)
  await house.act(seatMember, seat('udsatteraad', 'external', names[3]!), secretary)
  await house.at('2029-12-31T12:00:00+01:00')
  expect(await sitting('udsatteraad', '2029-12-31')).toHaveLength(4)
  await house.at('2030-01-01T12:00:00+01:00')
  const seats = await house.look(tx => seatsOf(tx, 'udsatteraad'))
  expect(seats.filter(one => one.filled).map(one => one.group)).toEqual(['external'])
  const noticed = await dues('seat.vacant')
  expect(noticed).toHaveLength(3)
  expect(noticed[0]!.rule.quote).toContain('De andre tre faste medlemmer')
  expect((await house.sql('select distinct reason from seat_leaving')).map(row => row.reason)).toEqual(['mandate_ended'])
})

test('nobody sits on a taken seat, and nobody on two', async () => {
  house = await openTestHouse()
  const group = await fill()
  const secretary = (await house.as('secretary')).principal
  await expect(house.act(seatMember, { ...seat('integrationsraad', group, 'En til'), seat: 3 }, secretary)).rejects.toThrow(/besat/)
  await expect(house.act(seatMember, seat('integrationsraad', group, 'En til'), secretary)).rejects.toThrow(/Alle pladser/)
  const [first] = await sitting()
  await leave('Erik Lund', 'resignation')
  await expect(
    house.act(seatMember, { ...seat('integrationsraad', group, ''), from: '2026-11-09', member: { id: first!.memberId } }, secretary),
  ).rejects.toThrow(/allerede/)
})

test('50 people at once on their way to one seat: one gets it', async () => {
  house = await openTestHouse()
  const secretary = (await house.as('secretary')).principal
  const group = await house.look(async tx => (await seatsOf(tx, 'integrationsraad'))[0]!.group)
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) =>
      house.act(seatMember, { ...seat('integrationsraad', group, `Opdigtet ${at}`), seat: 1 }, secretary),
    ),
  )
  expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  expect(await sitting()).toHaveLength(1)
})

test('A27: a council is decided, looks for members, is abolished; its page can say why, and its history stays', async () => {
  house = await openTestHouse()
  await fill()
  const who = (await house.as('politicalSecretariat')).principal
  const event = (name: 'decided' | 'recruiting' | 'abolished', on: string, reason: string | null = null) =>
    house.act(recordEvent, { council: 'integrationsraad', event: name, on, body: 'Kommunalbestyrelsen', minuteRef: 'Punkt 7', reason }, who)
  await event('decided', '2026-02-01')
  await event('recruiting', '2026-03-01')
  expect((await house.look(openCouncils)).map(one => one.slug)).toContain('integrationsraad')
  await expect(event('abolished', '2026-11-01')).rejects.toThrow(/grund/)
  await event('abolished', '2026-11-01', 'Rådet fandt ikke syv medlemmer.')
  const council = await house.look(tx => councilOf(tx, 'integrationsraad'))
  expect(council!.status).toMatchObject({ state: 'abolished', asOf: '2026-11-01', open: false })
  expect(council!.status.recorded?.reason).toBe('Rådet fandt ikke syv medlemmer.')
  expect((await house.look(openCouncils)).map(one => one.slug)).not.toContain('integrationsraad')
  const told = ['decided', 'announced', 'abolished']
  const recorded = ['decided', 'recruiting', 'abolished']
  expect((await house.look(tx => councilHistory(tx, 'integrationsraad'))).map(line => line.event)).toEqual([...told, ...recorded])
  expect(await sitting('integrationsraad', '2026-11-01')).toEqual([])
  expect(await sitting('integrationsraad', '2026-10-31')).toHaveLength(7)
})

test('"Who sat here on that day, under which rules?", also as it was known then', async () => {
  house = await openTestHouse()
  await fill()
  const secretary = (await house.as('secretary')).principal
  const before = house.clock.now()
  await house.at('2028-06-01T10:00:00+02:00')
  await leave('Erik Lund', 'resignation', '2028-04-15')
  const asked = (knownAt?: Date) => house.look(tx => seatsOnRecord(tx, secretary, 'integrationsraad', '2028-05-01', knownAt))
  const now = await asked()
  expect(now.rules?.version).toBe(1)
  expect(now.seats.filter(one => one.seating).map(one => one.seating!.name)).toEqual(names.slice(0, 6))
  const then = await asked(before)
  expect(then.seats.filter(one => one.seating)).toHaveLength(7)
  await expect(house.look(async tx => seatsOnRecord(tx, (await house.as('councillor')).principal, 'integrationsraad'))).rejects.toThrow(
    NotAllowed,
  )
})

test('A12 A29: the public reads group, number and a chosen name; never why somebody left or qualifies; nobody writes to the dead', async () => {
  house = await openTestHouse()
  const group = await fill()
  const secretary = (await house.as('secretary')).principal
  const letters = async () => (await house.outbox()).length
  const before = await letters()
  await leave('Erik Lund', 'death')
  expect([await letters(), (await dues('seat.vacant')).length, (await dues('council.below-minimum')).length]).toEqual([before, 1, 1])
  await house.act(
    seatMember,
    {
      ...seat('integrationsraad', group, 'Beskyttet Person'),
      from: '2026-11-09',
      member: { name: 'Beskyttet Person', shown: 'named', protectedAddress: true },
    },
    secretary,
  )
  const anyone = { kind: 'anyone', municipalityId: house.municipalityId } as const
  const read = <R>(reading: (tx: Tx) => Promise<R>) => look(house.house.ctx.database, anyone, reading, 'public')
  const { value } = await read(tx => seatsOf(tx, 'integrationsraad'))
  expect(value.find(one => one.number === 7)).toMatchObject({ filled: true, name: null })
  expect(value[0]).toMatchObject({ filled: true, name: 'Nadia Haddad' })
  await expect(read(tx => namedSeatings(tx, 'integrationsraad', '2026-11-09'))).rejects.toThrow(/permission denied/)
  await expect(
    read(tx => tx.db.withTables<{ seat_leaving: { reason: string } }>().selectFrom('seat_leaving').selectAll().execute()),
  ).rejects.toThrow(/permission denied/)
  // Whoever left themself is written to.
  const written = await letters()
  await leave('Nguyễn Thị Linh', 'resignation')
  expect([await letters(), (await dues('seat.vacant')).length]).toEqual([written + 1, 1])
  expect((await house.sql('select reason from seat_leaving order by reason')).map(row => row.reason)).toEqual(['death', 'resignation'])
})

test('the first week asks for the members of every council at work, until somebody is on a seat', async () => {
  house = await openTestHouse()
  const open = async () => (await house.look(memberSteps)).map(step => [step.key, step.done])
  expect(await open()).toEqual([
    ['members handicapraad', false],
    ['members seniorraad', false],
  ])
  const secretary = await house.as('secretary')
  expect((await secretary.get('/arbejdsrum/opsaetning')).body).toContain('href="/arbejdsrum/raad/handicapraad/indlaes"')
  await house.act(seatMember, { ...seat('seniorraad', 'member', 'Opdigtet Ældre'), seat: 1 }, secretary.principal)
  expect(await open()).toContainEqual(['members seniorraad', true])
})

test('A28: correcting a seating keeps what is written down of the person leaving, and says when the days collide', async () => {
  house = await openTestHouse()
  const group = await fill()
  const secretary = await house.as('secretary')
  await leave('Yusuf Demir', 'resignation', '2027-02-01')
  const page = '/arbejdsrum/raad/integrationsraad'
  const one = async (on: string) => (await sitting('integrationsraad', on)).find(each => each.name === 'Yusuf Demir')
  // The day somebody leaves stands at the name, and is not asked for again.
  const { body } = await secretary.get(page)
  expect(body).toContain('Pladsen er ledig fra mandag den 1. februar 2027.')
  expect(body).not.toContain(`${(await one('2026-11-09'))!.id}/udtraeden`)
  const correct = async (input: Record<string, string>, on = '2026-11-09') =>
    await secretary.post(`${page}/pladser/${(await one(on))!.id}/ret`, input)
  expect((await correct({ from: '2026-04-01', termTo: '' })).status).toBe(303)
  expect([(await one('2027-01-31'))?.from, await one('2027-02-01')]).toEqual(['2026-04-01', undefined])
  expect(await house.sql('select reason from seat_leaving join seating s on s.id = seating_id where s.replaced_at is null')).toEqual([
    { reason: 'resignation' },
  ])
  // A first day after the last one, and a day on which somebody else has the seat, are said and change nothing.
  expect((await correct({ from: '2027-03-01', termTo: '' })).body).toContain('Skriv en tidligere dag')
  const follower = { ...seat('integrationsraad', group, 'Selam Tekle', { from: '2027-02-01' }), seat: (await one('2026-11-09'))!.seat }
  await house.act(seatMember, follower, secretary.principal)
  const collides = await correct({ from: '2026-04-01', termTo: '', stays: 'yes' })
  expect([collides.status, collides.body]).toEqual([422, expect.stringContaining('Pladsen blev besat af en anden')])
  expect(await one('2027-02-01')).toBeUndefined()
  // It was a mistake that they left, even when the seat is empty already: they sit there again, and nobody has to be found.
  const other = (await sitting()).find(each => each.name === 'Erik Lund')!
  await leave('Erik Lund', 'resignation', '2026-11-09')
  expect([(await dues('seat.vacant')).length, (await dues('council.below-minimum')).length]).toEqual([1, 1])
  expect((await secretary.get(page)).body).toContain(`${other.id}/ret`)
  const back = await secretary.post(`${page}/pladser/${other.id}/ret`, { from: other.from, termTo: '', stays: 'yes' })
  expect(back.status).toBe(303)
  expect((await sitting()).map(each => each.name)).toContain('Erik Lund')
  expect([await dues('seat.vacant'), await dues('council.below-minimum')]).toEqual([[], []])
})

test('A33: two lists with one name: the same person, unless the e-mail says that they are two; a protected address is protected everywhere', async () => {
  house = await openTestHouse()
  const secretary = await house.as('secretary')
  const list = async (council: string, rows: string, save = false) =>
    await secretary.post(`/arbejdsrum/raad/${council}/indlaes`, {
      asOf: '2026-11-09',
      list: `navn;gruppe;e-mail;beskyttet;vises\n${rows}`,
      ...(save ? { save: 'yes' } : {}),
    })
  const first = 'Opdigtet Hansen;member;a@example.org;;ja\nOpdigtet Åberg;member;;;ja'
  expect((await list('seniorraad', first, true)).status).toBe(303)
  const second = 'Opdigtet Hansen;council;b@example.org;;\nOpdigtet Åberg;council;;ja;ja'
  const seen = (await list('handicapraad', second)).body
  expect(seen.match(/Samme navn sidder i et andet råd/g)).toHaveLength(1)
  expect((await list('handicapraad', second, true)).status).toBe(303)
  const members = async (council: string) => (await sitting(council)).map(one => [one.name, one.memberId, one.protectedAddress] as const)
  const [hansen, aaberg] = await members('seniorraad')
  const [other, same] = await members('handicapraad')
  expect([other![0], other![1] === hansen![1], same![1] === aaberg![1]]).toEqual(['Opdigtet Hansen', false, true])
  expect([hansen![2], aaberg![2], same![2]]).toEqual([false, true, true])
  // Nobody reads the protected name, in either council.
  for (const council of ['seniorraad', 'handicapraad']) expect((await house.get(`/raad/${council}`)).body).not.toContain('Åberg')
  expect((await house.get('/raad/seniorraad')).body).toContain('Opdigtet Hansen')
})

test('A33: a list of members comes as a file too, in the two codings spreadsheets write; what is shown first is what is saved', async () => {
  house = await openTestHouse()
  const secretary = await house.as('secretary')
  const page = '/arbejdsrum/raad/seniorraad/indlaes'
  const send = async (bytes: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ formKey: secretary.formKey(), asOf: '2026-11-09', list: '', ...more }))
      form.set(name, value)
    form.set('file', new File([bytes], 'medlemmer.csv', { type: 'text/csv' }))
    const answer = await secretary.fetch(page, { method: 'POST', body: form })
    return { status: answer.status, body: await answer.text() }
  }
  const rows = 'navn;gruppe;vises med navn\r\n"Opdigtet Åse ""Ø"" Bæk";member;ja\r\nOpdigtet Sørensen;member;nej\r\n'
  const utf8 = new TextEncoder().encode(`\ufeff${rows}`)
  const windows = Uint8Array.from(rows, sign => sign.charCodeAt(0))
  for (const bytes of [utf8, windows]) {
    const shown = await send(bytes)
    expect([shown.status, shown.body.includes('2 personer bliver indlæst')]).toEqual([200, true])
    expect(shown.body).toContain('Opdigtet Åse &quot;Ø&quot; Bæk')
  }
  expect(await sitting('seniorraad')).toEqual([])
  expect((await send(windows, { save: 'yes' })).status).toBe(303)
  expect((await sitting('seniorraad')).map(one => one.name).sort()).toEqual(['Opdigtet Sørensen', 'Opdigtet Åse "Ø" Bæk'])
  const wrong = await send(new TextEncoder().encode('navn;gruppe\nOpdigtet;findes ikke\n'))
  expect(wrong.body).toContain('Linje 2, kolonne 2:')
  expect(await sitting('seniorraad')).toHaveLength(2)
})
