// The same path through the doors: pages, forms, and candidates who nominated themselves.
import pg from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { namedSeatings } from '../../src/councils/index.ts'
import { receiveNomination, recordContact } from '../../src/nominations/index.ts'
import { newToken } from '../../src/platform/crypto/token.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
let recorder: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
  recorder = await house.as('politicalSecretariat')
})
afterEach(async () => await house.close())

/** Somebody who nominated themself and has been spoken with. */
async function nominated(name: string, declared: readonly string[], language = 'da'): Promise<string> {
  const { candidateId } = await house.act(receiveNomination, {
    answers: {
      forWhom: 'self',
      name,
      councils: ['udsatteraad'],
      declared: [...declared],
      ties: [],
      residence: 'yes',
      reach: 'email',
      email: addressOf(name),
      phone: '',
      address: '',
      through: '',
      language,
      interpreter: '',
      needs: [],
      motivation: '',
      suggester: '',
    },
    channel: 'web',
    key: newToken().token,
  } as never)
  await house.act(recordContact, { candidateId, how: 'phone', result: 'talked', text: '' } as never, secretary.principal)
  return candidateId
}
const addressOf = (name: string) => `${name.split(' ')[0]!.toLowerCase()}@example.org`
const revisionIn = (body: string) => /name="revision" value="(\d+)"/.exec(body)![1]!

test('A8: a person nominates themself, is put on a seat and never on two, proposed and decided, and the public page changes at once', async () => {
  const [one, other] = [await nominated('Nadia Haddad', ['roles=user']), await nominated('Yusuf Demir', ['roles=user_rep'])]
  const opened = await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })
  const slate = opened.location!
  expect((await secretary.get(slate)).body).toContain('Sæt den første på en plads')
  const put = (person: string, ...seat: string[]) => secretary.post(`${slate}/saet/${person}`, { person, seat })
  // Nobody is on two seats. Whether somebody entered by name is the candidate of that name only a human knows: they are told, not refused.
  expect((await secretary.post(`${slate}/ny/council`, { name: 'Yusuf\u200e  Demir' })).status).toBe(303)
  const [entered] = await house.sql("select person_id from slate_seat where seat_group = 'council'")
  const twoOfThem = 'To på forslaget hedder Yusuf'
  expect((await secretary.get(slate)).body).not.toContain(twoOfThem)
  expect((await secretary.get(`${slate}/saet/${one}`)).body).not.toContain('så tag først personen af den plads')
  expect((await secretary.get(`${slate}/saet/${other}`)).body).toContain(
    'En, der hedder Yusuf Demir, er allerede på forslaget. Er det den samme, så tag først personen af den plads, for ingen kan have to pladser.',
  )
  expect((await put(other, 'external|1')).status).toBe(303)
  expect((await secretary.get(slate)).body).toContain(twoOfThem)
  expect((await secretary.post(`${slate}/tag-af`, { person: entered!.person_id as string })).status).toBe(303)
  expect((await secretary.get(slate)).body).not.toContain(twoOfThem)
  for (const [at, person] of [one, other].toReversed().entries()) expect((await put(person, `external|${2 - at}`)).status).toBe(303)
  // Who has a seat is told so, and moves: sent twice, or with two seats at once, it is one seat still.
  expect((await secretary.get(`${slate}/saet/${one}`)).body).toContain(
    'Nadia Haddad sidder på plads 1 nu. Vælger du en anden plads, flytter Nadia Haddad dertil. Ingen kan have to pladser.',
  )
  const seats = () => house.sql('select person_id as person, seat from slate_seat order by seat')
  for (const chosen of [['external|3'], ['external|3'], ['external|4', 'external|3'], ['external|1']]) {
    expect((await put(one, ...chosen)).status).toBe(303)
    const seat = Number(chosen[0]!.at(-1))
    expect(await seats()).toEqual(
      [
        { person: other, seat: 2 },
        { person: one, seat },
      ].sort((a, b) => a.seat - b.seat),
    )
  }
  // Nor can who has a seat be written on another by name: what was typed stands there still.
  const again = await secretary.post(`${slate}/ny/council`, { name: ' nadia  HADDAD', email: 'nadia@example.org' })
  expect(again.status).toBe(422)
  expect(again.body).toContain('Der sidder allerede en med det navn. Er det en anden, så skriv mere af navnet.')
  for (const typed of [/value=" ?nadia {2}HADDAD"/, /value="nadia@example\.org"/]) expect(again.body).toMatch(typed)
  expect(await seats()).toHaveLength(2)
  const shown = await secretary.get(slate)
  expect(shown.body.match(/>Nadia Haddad</g)).toHaveLength(1)
  expect(shown.body).toContain('Forslaget kan sendes, selv om der mangler nogen')
  expect(shown.body).toContain('ikke konstitueret endnu')
  // On paper it says of itself whether it has been sent, and what was decided.
  const paper = async () =>
    /Kladde\.|Besluttet mandag den 9\. november 2026\. Punkt i referatet: Punkt 12/.exec(
      (await secretary.get(`${slate}/udskrift`)).body,
    )?.[0]
  expect((await paper())?.slice(0, 7)).toBe('Kladde.')
  expect((await secretary.post(`${slate}/forslag`, { revision: revisionIn(shown.body) })).status).toBe(303)
  expect(await paper()).toBeUndefined()
  const before = await house.get('/raad/udsatteraad')
  const form = await recorder.get(`${slate}/beslutning`)
  const decision = { revision: revisionIn(form.body), decidedOn: '2026-11-09', minuteRef: 'Punkt 12' }
  const refused = await recorder.post(`${slate}/beslutning`, { ...decision, minuteRef: '' })
  expect([refused.status, refused.body.includes('hvor beslutningen står i referatet')]).toEqual([422, true])
  expect((await secretary.post(`${slate}/beslutning`, decision)).status).toBe(403)
  expect((await recorder.post(`${slate}/beslutning`, decision)).status).toBe(303)
  expect((await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).map(seat => seat.name)).toEqual([
    'Nadia Haddad',
    'Yusuf Demir',
  ])
  const after = (await house.get('/raad/udsatteraad')).body
  expect(after).not.toBe(before.body)
  // Which body decided stands where it is written down, and where everybody reads it.
  expect(form.body).toMatch(/Udsatterådet[^<]* · <!-- -->kommunalbestyrelsen|Udsatterådet[^<]*·[^<]*kommunalbestyrelsen/)
  expect(after.slice(after.indexOf('id="beslutninger"'))).toMatch(/[Kk]ommunalbestyrelsen[^<]*Punkt 12/)
  expect((await recorder.get(slate)).body).toContain('Beslutningen er skrevet ind')
  expect(await paper()).toContain('Punkt 12')
  // T4: the staff's page of the seats and the board name who sits there, and each of them has a line for it.
  const members = (await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).map(one => one.memberId).sort()
  for (const [action, path] of [
    ['seats', '/arbejdsrum/raad/udsatteraad'],
    ['board', '/arbejdsrum/rekruttering/udsatteraad'],
  ] as const) {
    expect((await secretary.get(path)).body).toContain('Yusuf Demir')
    const lines = await house.sql('select about from access_log where action = $1 and reason = $2', [`${action}.named`, 'udsatteraad'])
    expect(lines.flatMap(one => one.about ?? []).sort(), action).toEqual(members)
  }
})

test('A13: strangers are sent to sign in, and roles without a part in it see nothing of a slate', async () => {
  const slate = (await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })).location!
  expect((await house.get(slate)).status).not.toBe(200)
  for (const role of ['councillor', 'councilMember', 'policyOwner'] as const)
    expect((await (await house.as(role)).get(slate)).status).toBe(404)
})

test('A29: a list of members is seen before it is saved; faults come with line and column, nothing is half saved, and who sat on a day is told from it', async () => {
  const shown = (await secretary.get('/arbejdsrum/raad/integrationsraad/indlaes')).body
  const example = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(shown)![1]!.trim()
  const tried = await secretary.post('/arbejdsrum/raad/integrationsraad/indlaes', { asOf: '2026-11-09', list: example })
  expect(tried.body).toContain('2 personer bliver indlæst')
  const page = '/arbejdsrum/raad/udsatteraad/indlaes'
  const wrong = await secretary.post(page, { asOf: '2026-11-01', list: 'navn;gruppe\nKarin Toft;council\nOle;ukendt\n' })
  expect(wrong.body).toContain('Linje 3, kolonne 2:')
  const right = { asOf: '2026-11-01', list: 'navn;gruppe;vises med navn\nKarin Toft;council;ja\nNguyễn Thị Linh;external;nej\n' }
  expect((await secretary.post(page, right)).body).toContain('2 personer bliver indlæst')
  expect(await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).toEqual([])
  expect((await secretary.post(page, { ...right, save: 'yes' })).status).toBe(303)
  expect(await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).toHaveLength(2)
  const again = await secretary.post(page, right)
  expect(again.body).toContain('Ingen nye bliver indlæst')
  // "Who sat here on 1 May 2028, under which rules?", by those who sat that day and not by who had left; and as it was known before that was written down.
  const [linh] = (await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).filter(one => one.name.startsWith('Nguyễn'))
  const mette = async (now: string) => {
    house.clock.set(now)
    return await house.employed({ name: 'Opdigtet Mette', email: `mette${now.slice(0, 10)}@example.org`, roles: ['secretary'] })
  }
  const leaving = await mette('2028-05-03T00:20:00+02:00')
  const left = { on: '2028-04-15', reason: 'resignation' }
  expect((await leaving.post(`/arbejdsrum/raad/udsatteraad/pladser/${linh!.id}/udtraeden`, left)).status).toBe(303)
  const asking = await mette('2028-06-01T10:00:00+02:00')
  const answer = async (query: string) => {
    const { body } = await asking.get(`/arbejdsrum/raad/udsatteraad?${query}`)
    const part = /<\/form>([\s\S]*?Vedtægt, version 1, gældende fra[^<]*)/.exec(body.slice(body.indexOf('id="hvem"')))?.[1] ?? ''
    const words = part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    return [words, ['Karin Toft', 'Nguyễn Thị Linh'].map(name => words.includes(name))] as const
  }
  const day = 'Disse sad i rådet mandag den 1. maj 2028:'
  for (const [query, both, said] of [
    ['den=2028-05-01', [true, false], day],
    ['den=2028-05-01&kendt=2028-05-02', [true, true], 'Som det var kendt tirsdag den 2. maj 2028.'],
    ['den=2028-05-01&kendt=2028-05-03', [true, false], 'Som det var kendt onsdag den 3. maj 2028.'],
    // A day to come is known as now: the very last of the calendar too, which has no midnight after it.
    ['den=2028-05-01&kendt=9999-12-31', [true, false], day],
    ['den=2028-04-14', [true, true], 'Disse sad i rådet fredag den 14. april 2028:'],
    ['den=2026-10-31', [false, false], 'Ingen sad i rådet lørdag den 31. oktober 2026.'],
  ] as const) {
    const [words, sat] = await answer(query)
    expect(sat, query).toEqual(both)
    expect(words, query).toContain(said)
  }
})

test('A37: a decision writes to everybody in their own language, appointed or not; the reason stands behind the code, and nowhere in the post', async () => {
  const seated = await nominated('Nadia Haddad', ['roles=user'], 'ar')
  const second = await nominated('Erik Lund', ['roles=user_rep'])
  const other = await nominated('Yusuf Demir', ['roles=user'], 'tr')
  const waiting = await nominated('Mary Opdigtet', ['roles=insight'], 'en')
  const slate = (await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })).location!
  for (const [at, person] of [seated, second].entries())
    await secretary.post(`${slate}/saet/${person}`, { person, seat: `external|${at + 1}` })
  await secretary.post(`${slate}/forslag`, { revision: revisionIn((await secretary.get(slate)).body) })
  const before = (await house.outbox()).length
  const form = await recorder.get(`${slate}/beslutning`)
  const reason = 'Der var kun én plads til brugere denne gang.'
  const answers = {
    [`outcome-${other}`]: 'not_this_time',
    [`reason-${other}`]: reason,
    [`outcome-${waiting}`]: 'reserve',
    [`reason-${waiting}`]: 'Du er den næste, vi spørger.',
  }
  const decision = { revision: revisionIn(form.body), decidedOn: '2026-11-09', minuteRef: 'Punkt 12' }
  expect((await recorder.post(`${slate}/beslutning`, { ...decision, ...answers })).status).toBe(303)
  const letters = (await house.outbox()).slice(before)
  expect(letters.map(one => [one.about, one.to, one.language, one.state]).sort()).toEqual(
    [
      [seated, 'nadia@example.org', 'ar', 'waiting'],
      [second, 'erik@example.org', 'da', 'waiting'],
      [other, 'yusuf@example.org', 'tr', 'waiting'],
      [waiting, 'mary@example.org', 'en', 'waiting'],
    ].sort(),
  )
  const text = new Map(letters.map(one => [one.about, `${one.subject}\n${one.text}`]))
  expect(text.get(seated)).toMatch(/لديك جواب[\s\S]*http:\/\/127\.0\.0\.1:3000\/ar\/kvittering/)
  expect(text.get(other)).toMatch(/Sizin için bir yanıt var[\s\S]*\/tr\/kvittering/)
  expect(text.get(waiting)).toMatch(/There is an answer for you[\s\S]*\/en\/kvittering/)
  for (const one of text.values()) expect(one).not.toMatch(/udsat|plads|næste, vi|Punkt 12|udpeget|appointed|vulnerable/i)
  // What the answer is, each reads behind their own code; a no and a waiting list with the reason.
  const page = async (candidate: string) => (await (await house.asSubject(candidate)).get('/min')).body
  expect(await page(seated)).toContain('Udpeget')
  expect(await page(other)).toMatch(new RegExp(`Ikke denne gang[\\s\\S]*Vores grund[\\s\\S]*${reason}`))
  expect(await page(waiting)).toMatch(/På venteliste[\s\S]*Du er den næste, vi spørger\./)
  expect(await page(seated)).not.toContain(reason)
})

test('A37: who withdraws on their own page while the decision is being written down is never seated: the decision is refused in plain words and keeps what was typed', async () => {
  const open = async (person: string, seat: number) => {
    const slate = (await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })).location!
    await secretary.post(`${slate}/saet/${person}`, { person, seat: `external|${seat}` })
    const { body } = await recorder.get(`${slate}/beslutning`)
    const fields = {
      revision: revisionIn(body),
      decidedOn: '2026-11-09',
      minuteRef: 'Punkt 7',
      explanation: '',
      'deviation-users': 'Kun en endnu.',
      seen: 'yes',
    }
    return { slate, decide: () => recorder.post(`${slate}/beslutning`, fields) }
  }
  const withdraw = async (person: string) => {
    const [{ id } = {}] = await house.sql('select id from nomination where candidate_id = $1', [person])
    return await (await house.asSubject(person)).post('/min/side/traek', { nomination: String(id) })
  }
  const seated = async () => (await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).map(one => one.name)
  const nadia = await nominated('Nadia Haddad', ['roles=user'])
  const first = await open(nadia, 1)
  expect((await withdraw(nadia)).status).toBe(303)
  const refused = await first.decide()
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('En på forslaget har trukket sig eller fået svar. Tag personen af pladsen.')
  expect(refused.body).toContain('value="Punkt 7"')
  expect(await seated()).toEqual([])
  // At the same moment, again and again: either they are seated and can no longer withdraw, or they are out and nobody has decided.
  for (const [at, name] of ['Yusuf Demir', 'Amanda Holm', 'Bo Krogh', 'Cem Aydin'].entries()) {
    const person = await nominated(name, ['roles=user'])
    const { decide } = await open(person, at + 1)
    const before = Number((await house.sql('select count(*) as n from decision'))[0]!.n)
    const [decision, withdrawal] = await Promise.all(at % 2 === 0 ? [decide(), withdraw(person)] : [withdraw(person), decide()].reverse())
    const [{ state } = {}] = await house.sql('select state from nomination where candidate_id = $1', [person])
    const isSeated = (await seated()).includes(name)
    const made = Number((await house.sql('select count(*) as n from decision'))[0]!.n) - before
    expect([decision!.status === 303, made, state], `${name}: ${decision!.status} ${withdrawal!.status}`).toEqual(
      isSeated ? [true, 1, 'appointed'] : [false, 0, 'withdrawn'],
    )
  }
})

test('T4: the register, a slate, the choice of a seat, the slate on paper, the decision, correcting and the work list each leave a line for everybody they name, in one statement however many; and each finds it on their own page', async () => {
  const [person, other] = [await nominated('Nadia Haddad', ['roles=user']), await nominated('Yusuf Demir', ['roles=user_rep'])]
  const slate = (await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })).location!
  const id = slate.split('/').at(-1)!
  await secretary.post(`${slate}/saet/${person}`, { person, seat: 'external|1' })
  await house.sql('delete from access_log')
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  onTestFinished(() => asked.mockRestore())
  let statements = 0
  const read = async (path: string, who = secretary) => {
    const before = asked.mock.calls.length
    expect((await who.get(path)).status, path).toBe(200)
    statements = asked.mock.calls.length - before
    const rows = await house.sql('select actor, about, action, reason from access_log order by about nulls first')
    await house.sql('delete from access_log')
    expect(new Set(rows.map(row => row.actor))).toEqual(new Set(rows.length > 0 ? [`staff:${who.personId}`] : []))
    return rows.map(({ about, action, reason }) => [about, action, reason])
  }
  const each = (abouts: string[], action: string, reason: string | null = null) => abouts.sort().map(about => [about, action, reason])
  const pages = {
    '/arbejdsrum/kandidater?q=nadia&raad=udsatteraad': [
      [null, 'candidates.search', '{"q":"nadia","raad":"udsatteraad","tilstand":""}'],
      ...each([person], 'candidates.search.named'),
    ],
    '/arbejdsrum/kandidater': [
      [null, 'candidates.search', '{"q":"","raad":"","tilstand":""}'],
      ...each([person, other], 'candidates.search.named'),
    ],
    [`/arbejdsrum/kandidater/${person}/ret`]: each([person], 'candidate.read'),
    '/arbejdsrum?hvis=alle': [[null, 'work-list', 'everybody'], ...each([person, other], 'work-list.named')],
    [slate]: [[id, 'slate', null] as const, ...each([person, other], 'slate.named', id)].sort(),
    [`${slate}/saet/${other}`]: each([person, other], 'slate-seat', id),
    [`${slate}/udskrift`]: [[id, 'slate-print', null] as const, ...each([person], 'slate-print.named', id)].sort(),
  }
  const few: Record<string, number> = {}
  for (const [path, lines] of Object.entries(pages)) {
    expect(await read(path), path).toEqual(lines)
    // Now nothing is asked for the first time.
    await read(path)
    few[path] = statements
  }
  // What the body decides is written down where everybody who waits for an answer is named.
  expect(await read(`${slate}/beslutning`, recorder)).toEqual(
    [[id, 'slate-decision', null] as const, ...each([person, other], 'slate-decision.named', id)].sort(),
  )
  // A page nobody was let into was not read.
  expect((await (await house.as('councillor')).get(slate)).status).toBe(404)
  expect(await house.sql('select from access_log')).toEqual([])

  const more = [await nominated('Amanda Holm', []), await nominated('Bo Krogh', []), await nominated('Cem Aydin', [])]
  for (const path of Object.keys(pages)) {
    await secretary.get(path)
    await house.sql('delete from access_log')
    await read(path)
    expect(statements, path).toBe(few[path])
  }
  expect((await read(slate)).map(([about]) => about)).toEqual([id, person, other, ...more].sort())

  // Each finds it in what we have about them: who in which role, which page, when.
  for (const path of [slate, `${slate}/udskrift`, '/arbejdsrum/kandidater']) expect((await secretary.get(path)).status).toBe(200)
  await recorder.get(`${slate}/beslutning`)
  const own = await house.asSubject(person)
  const lines = JSON.parse((await own.get('/min/side/alt.json')).body).readers
  expect(lines.map((one: { what: string; by: string; roles: string[] }) => [one.what, one.by, ...one.roles])).toEqual([
    ['slate-decision', 'staff', 'politicalSecretariat'],
    ['candidates.search', 'staff', 'secretary'],
    ['slate-print', 'staff', 'secretary'],
    ['slate', 'staff', 'secretary'],
  ])
  const { body } = await own.get('/min/side/alt')
  for (const line of [
    'Det politiske sekretariat har set skemaet til beslutningen om pladserne (mandag den 9. november 2026',
    'En rådssekretær har set listen over dem, der har meldt sig (mandag den 9. november 2026',
    'En rådssekretær har set indstillingen til trykning (mandag den 9. november 2026',
    'En rådssekretær har set et forslag til rådets pladser (mandag den 9. november 2026',
  ])
    expect(body).toContain(line)
  expect((await (await house.asSubject(more[0]!)).get('/en/min/side/alt')).body).not.toContain('for printing')
  // The log tells of a page once, however many stood on it; of a person it tells all.
  const rut = await house.as('auditor')
  const rows = async (query = '') =>
    (await rut.get(`/arbejdsrum/laesninger${query}`)).body
      .split('<tr>')
      .slice(2)
      .filter(row => row.includes('søgning i kandidaterne'))
  expect(await rows()).toHaveLength(1)
  expect(await rows(`?om=${person}`)).toHaveLength(1)
})
