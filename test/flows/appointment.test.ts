// From candidates to seats: what may be proposed, what is recorded as decided, and what follows.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { covered } from '../../src/appointments/covered.ts'
import { decisionsOf, namePerson, openSlate, takeOff } from '../../src/appointments/index.ts'
import { judge } from '../../src/appointments/verdict.ts'
import { namedSeatings, seatsOf, vacate } from '../../src/councils/index.ts'
import { type ItemContent, itemsOfKind, writeItem } from '../../src/municipalities/index.ts'
import { openDues } from '../../src/people/index.ts'
import { NotAllowed, Refusal } from '../../src/platform/refusal.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { insight, organisation, type People, peopleOf, resident, slateOf, user } from './slate-people.ts'

let house: TestHouse
let people: People
beforeEach(async () => {
  house = await openTestHouse()
  people = peopleOf(house)
})
afterEach(async () => await house.close())

type SlateOf = Awaited<ReturnType<typeof slateOf>>
/** Four from outside and three councillors; `external` says who the four are. */
async function seven(slate: SlateOf, external: readonly object[] = [user, user, insight, organisation]) {
  const ids: string[] = []
  for (const attributes of external) {
    const id = await people.candidate(attributes as never)
    await slate.put(id, 'external')
    ids.push(id)
  }
  for (const name of ['Karin Toft', 'Ole Brandt', 'Per Win']) await slate.councillor(name)
  return ids
}
const refused = async (deed: Promise<unknown>): Promise<string> => {
  const error = await deed.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).message
}

test('A8: seven are lawful; an adviser nobody has designated yet does not stand in the way', async () => {
  const slate = await slateOf(house)
  await seven(slate)
  expect(await slate.verdict()).toMatchObject({ ok: true, stops: [], open: [], wishes: [] })
  await slate.propose()
  expect((await slate.read()).state).toBe('proposed')
})

test('A8: six are not yet constituted, which is shown and does not stop; eight are one too many, which stops', async () => {
  const slate = await slateOf(house)
  const [first] = await seven(slate)
  await house.act(takeOff, { slate: slate.id, person: first! }, (await house.as('secretary')).principal)
  const six = await slate.verdict()
  expect(six).toMatchObject({ ok: false, stops: [], open: ['size:external'] })
  expect(six.reasons.find(one => one.atom === 'size:external')!.da).toContain('mangler 1 person')
  await slate.put(first!, 'external')
  const extra = await people.candidate(insight)
  await slate.put(extra, 'external', 5)
  expect((await slate.verdict()).stops).toEqual(['size:external'])
  expect(await refused(slate.propose())).toContain('for mange')
})

test('A8: a requirement no later filling can keep stops the proposal, an open seat or not; it stands on the page with its sentence, and an empty seat that can still keep it does not', async () => {
  const known = (await house.look(tx => itemsOfKind(tx, 'charter'))).find(one => one.document.id === 'udsatteraad')!
  const [row] = await house.sql("select slug from item where kind = 'charter' and content->'document'->>'id' = 'udsatteraad'")
  const sentence = 'To af de tre medlemmer skal være brugere (opdigtet sætning).'
  const document = {
    id: 'udsatteraad',
    groups: [{ id: 'external', voting: true, min: 3, max: 3, appointed_by: 'municipal_council' }],
    rules: [
      {
        id: 'two_users',
        kind: 'count',
        in: ['external'],
        who: { attr: 'roles', has: 'user' },
        min: 2,
        strength: 'must',
        text: { da: 'mindst to er brugere' },
        source: { text: sentence, ref: 'A10' },
      },
    ],
  }
  const content = { ...known, document } as unknown as ItemContent['charter']
  await house.act((tx, who) => writeItem(tx, who, { kind: 'charter', slug: String(row!.slug), content }), undefined)
  const slate = await slateOf(house)
  const { get } = await house.as('secretary')
  const page = async () => plain((await get(`/arbejdsrum/indstillinger/${slate.id}`)).body)
  await slate.put(await people.candidate(insight), 'external')
  expect(await slate.verdict()).toMatchObject({ stops: [], open: expect.arrayContaining(['two_users']) })
  expect(await page()).not.toContain('Stopper forslaget.')
  // One seat is open still, and two users are missing: nobody can mend that.
  const second = await people.candidate(insight)
  await slate.put(second, 'external')
  expect(await slate.verdict()).toMatchObject({ stops: ['two_users'], open: ['size:external'] })
  expect(await page()).toMatch(
    /Skal · brudt[\s\S]*Stopper forslaget\.[\s\S]*»To af de tre medlemmer skal være brugere \(opdigtet sætning\)\.«/,
  )
  expect(await refused(slate.propose())).toMatch(/mindst to er brugere[\s\S]*Ingen grund kan ophæve et krav/i)
  expect((await slate.read()).state).toBe('open')
  await house.act(takeOff, { slate: slate.id, person: second }, (await house.as('secretary')).principal)
  await slate.propose()
  // Two seats for one person are never written: not by moving them, and not past the house.
  const [seat] = (await slate.read()).seats
  await expect(
    house.sql(
      'insert into slate_seat select municipality_id, slate_id, person_id, seat_group, seat + 1, placed_at, placed_by from slate_seat',
    ),
  ).rejects.toThrow(/slate_seat_pkey/)
  const twice = [1, 2].map(at => ({ person: seat!.person, group: 'external', seat: at, sits: false }))
  const { charter } = await slate.whole()
  const judged = judge({ body: 'municipal_council', charter, people: new Map([[seat!.person, { id: seat!.person }]]) }, twice)
  expect(judged.stops).toContain('unique')
  expect(judged.reasons.find(one => one.atom === 'unique')!.da).toContain('Den samme person står mere end én gang på listen')
})

test('A8: no adviser is open, three are one too many', async () => {
  const slate = await slateOf(house, 'udsatteraad', 'administration')
  expect(await slate.verdict()).toMatchObject({ open: ['size:adviser'], stops: [] })
  await slate.adviser('Ida Munk')
  await slate.adviser('Bo Falk')
  expect(await slate.verdict()).toMatchObject({ ok: true, stops: [] })
  expect(await refused(slate.adviser('Liv Friis'))).toContain('fuld')
})

test('A9: a councillor on one of the four seats stops the proposal; a municipal employee is only noted; an organisation that is not local stops', async () => {
  const slate = await slateOf(house)
  await seven(slate, [user, user, insight])
  const councillor = await people.candidate({ roles: ['user', 'councillor'] })
  await slate.put(councillor, 'external')
  expect((await slate.verdict()).stops).toEqual(['elig:external'])
  expect(await refused(slate.propose())).toContain('Ingen grund kan ophæve et krav')
  const employee = await people.candidate({ roles: ['insight', 'municipal_employee'] })
  await slate.put(employee, 'external', 4)
  expect(await slate.verdict()).toMatchObject({ ok: true, stops: [], hints: ['staff'] })
  await slate.put(await people.candidate({ roles: ['organisation'], local: false }), 'external', 4)
  expect((await slate.verdict()).stops).toEqual(['elig:external'])
})

test('A9: nobody knows whether an organisation is local: not documented, which is no no', async () => {
  const slate = await slateOf(house)
  await seven(slate, [user, user, insight, { roles: ['organisation'] }])
  const reason = (await slate.verdict()).reasons.find(one => one.atom === 'elig:external')!
  expect(reason.state).toBe('undocumented')
  expect(await refused(slate.propose())).toContain('Det er ikke et nej. Spørg først.')
})

test('A10: one user departs from the wish and needs a written reason, which is published; two do not', async () => {
  const slate = await slateOf(house)
  await seven(slate, [user, insight, insight, organisation])
  expect(await slate.verdict()).toMatchObject({ ok: true, wishes: ['users'] })
  expect(await refused(slate.propose())).toContain('Skriv en grund')
  await slate.explain('users', 'Vi har spurgt bredt. Kun en bruger har sagt ja endnu.')
  await slate.propose()
  await slate.decide()
  const [decision] = await house.look(tx => decisionsOf(tx, 'udsatteraad'))
  expect(decision!.notes).toEqual([
    {
      atom: 'users',
      strength: 'should',
      state: 'broken',
      sentence: 'Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.',
      reason: 'Vi har spurgt bredt. Kun en bruger har sagt ja endnu.',
    },
  ])
})

test('A10: a reason that tells something personal comes back with a warning, and a personal number is never published', async () => {
  const slate = await slateOf(house)
  await seven(slate, [user, insight, insight, organisation])
  expect(await refused(slate.explain('users', 'Den anden bruger er indlagt.'))).toContain('indlagt')
  await slate.explain('users', 'Den anden bruger er indlagt.', true)
  expect(await refused(slate.explain('users', 'Se sagen 010180-1234.', true))).toContain('CPR')
  const [first] = await slate.whole().then(whole => whole.placed.map(one => whole.people.get(one.person)!.name))
  expect(await refused(slate.explain('users', `${first} kan ikke.`))).toContain('nævner en person')
})

test('A12: somebody who is no councillor cannot hold one of the three seats', async () => {
  const slate = await slateOf(house)
  await seven(slate, [user, user, insight])
  const citizen = await people.candidate(user)
  await slate.put(citizen, 'council', 3)
  expect((await slate.verdict()).stops).toEqual(['elig:council'])
  expect((await slate.verdict()).reasons.find(one => one.atom === 'elig:council')!.source!.text).toBe(
    'De andre tre faste medlemmer af rådet skal være fra kommunalbestyrelsen.',
  )
})

test('A13: the administration designates advisers; whoever records for the municipal council cannot, and a need and an end are stated', async () => {
  const slate = await slateOf(house, 'udsatteraad', 'administration')
  expect(await refused(slate.adviser('Ida Munk', { need: ' ', until: null }))).toMatch(/viden.*længe/s)
  await slate.adviser('Ida Munk')
  await expect(slate.decide({}, (await house.as('politicalSecretariat')).principal)).rejects.toThrow(NotAllowed)
  await slate.decide()
  const seats = await house.look(tx => seatsOf(tx, 'udsatteraad'))
  expect(seats.filter(one => one.filled)).toMatchObject([{ group: 'adviser', voting: false, until: '2027-12-31' }])
  // Whose decision it is stands on the page it is written down on, and on the council's.
  const decided = async (path: string) => plain((await house.get(path)).body).replace(/^[\s\S]*(Beslutninger|Decisions)/, '')
  expect(await decided('/raad/udsatteraad')).toMatch(/mandag den 9\. november 2026 [^.]*administrationen/i)
  expect(await decided('/en/raad/udsatteraad')).toMatch(/9 November 2026[^.]*the administration/i)
  const [review] = await house.look(tx => openDues(tx, { kinds: ['adviser.review'] }))
  expect(review!.dueOn).toBe('2027-12-01')
  const other = await slateOf(house)
  await seven(other)
  await expect(other.decide({}, (await house.as('administration')).principal)).rejects.toThrow(NotAllowed)
  const form = await (await house.as('politicalSecretariat')).get(`/arbejdsrum/indstillinger/${other.id}/beslutning`)
  expect(plain(form.body)).toMatch(/Udsatterådet[^.]{0,40} · kommunalbestyrelsen/)
})

test('A13: an adviser whose time is over before the decision is told of in words, and nothing is half decided', async () => {
  const slate = await slateOf(house, 'udsatteraad', 'administration')
  await slate.adviser('Ida Munk', { until: '2026-11-20' })
  await house.at('2026-12-01T10:00:00+01:00')
  expect(await refused(slate.decide({ decidedOn: '2026-12-01' }))).toContain('Perioden for Ida Munk er slut')
  expect(await house.sql('select id from decision')).toEqual([])
  // Decided while it ran and only written down later, it is as it was minuted.
  await slate.decide({ decidedOn: '2026-11-18' })
  expect(await house.sql('select term_to::text from seating')).toEqual([{ term_to: '2026-11-20' }])
  // And one who would end before the seats of the slate begin is not entered at all.
  const secretary = (await house.as('secretary')).principal
  const later = await house.act(openSlate, { council: 'udsatteraad', body: 'administration', startsOn: '2027-06-01' }, secretary)
  const early = { slate: later, group: 'adviser', seat: null, name: 'Bo Krogh', need: 'Viden', until: '2027-05-31' }
  expect(await refused(house.act(namePerson, early, secretary))).toContain('før personen kan begynde')
})

test('A8: a slip of the pen in a year is asked about: no slate, decision or leave that is a lifetime away', async () => {
  const secretary = (await house.as('secretary')).principal
  const open = (startsOn: string) => house.act(openSlate, { council: 'udsatteraad', body: 'municipal_council', startsOn }, secretary)
  for (const day of ['1926-12-01', '2126-12-01']) expect(await refused(open(day)), day).toContain('fem år')
  await open('2026-12-01')
  const slate = await slateOf(house)
  await seven(slate)
  for (const decidedOn of ['0206-11-09', '2016-11-09'])
    expect(await refused(slate.decide({ decidedOn })), decidedOn).toContain('fem år tilbage')
  await slate.decide({ decidedOn: '2025-11-09' })
  const [one] = await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))
  expect(await refused(house.act(vacate, { seating: one!.id, on: '2206-11-30', reason: 'resignation' }, secretary))).toContain('fem år')
})

test('B18: seats filled by an election are nobody’s to propose: there is no slate for them, and the page leads to the vote', async () => {
  const secretary = await house.as('secretary')
  expect(await refused(house.act(openSlate, { council: 'seniorraad', body: 'election' }, secretary.principal))).toContain('ingen pladser')
  expect((await secretary.get('/arbejdsrum/indstillinger')).body).not.toContain('seniorraad|')
  const page = (await secretary.get('/arbejdsrum/raad/seniorraad')).body
  expect(page).toContain('href="/arbejdsrum/raad/seniorraad/valg"')
  expect(page).not.toContain('indstillinger?raad=seniorraad')
  expect((await secretary.get('/arbejdsrum/raad/handicapraad')).body).toContain('indstillinger?raad=handicapraad')
})

test('a decision makes seats with a term, answers candidates, and is shown at once', async () => {
  const slate = await slateOf(house)
  const ids = await seven(slate)
  const reserve = await people.candidate(user, 'Lene Storm')
  const later = await people.candidate(user, 'Hamid Rahimi')
  await slate.propose()
  const decision = await slate.decide({
    answers: [{ candidate: reserve, outcome: 'reserve', reason: 'Pladserne er besat. Vi vil gerne spørge dig igen.' }],
  })
  const seatings = await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))
  expect(seatings).toHaveLength(7)
  expect(new Set(seatings.map(one => one.termTo))).toEqual(new Set(['2029-12-31']))
  expect(new Set(seatings.map(one => one.decisionId))).toEqual(new Set([decision]))
  expect(
    people.closed
      .filter(one => one.outcome === 'appointed')
      .map(one => one.candidate)
      .sort(),
  ).toEqual([...ids].sort())
  expect(people.closed.find(one => one.candidate === reserve)).toMatchObject({ outcome: 'reserve' })
  expect(people.closed.some(one => one.candidate === later)).toBe(false)
  expect((await house.look(tx => openDues(tx, { kinds: ['decision.answers'] })))[0]).toMatchObject({ about: decision, dueOn: '2026-11-16' })
  const shown = await house.look(tx => seatsOf(tx, 'udsatteraad'))
  expect(shown.filter(one => one.filled && one.voting).map(one => one.name)).toEqual([
    null,
    null,
    null,
    null,
    'Karin Toft',
    'Ole Brandt',
    'Per Win',
  ])
  // Everybody reads it: a council that is full no longer looks for members, whatever day it last said so.
  for (const path of ['/raad/udsatteraad', '/raad']) {
    const { body } = await house.get(path)
    const own = path === '/raad' ? body.slice(0, body.indexOf('>Udsatterådet<')).slice(-400) : body.slice(0, body.indexOf('<h1'))
    expect([own.includes('7 af 7 pladser er besat'), own.includes('Søger medlemmer')], path).toEqual([true, false])
  }
})

test('what was decided is written as it was minuted, also when it breaks a rule: published, explained, and on the work list', async () => {
  const slate = await slateOf(house)
  await seven(slate, [user, user, insight])
  await slate.put(await people.candidate({ roles: ['organisation'], local: false }), 'external')
  expect(await refused(slate.decide())).toContain('hvad referatet siger')
  const decision = await slate.decide({ explanation: 'Kommunalbestyrelsen ønskede organisationen med.' })
  const [shown] = await house.look(tx => decisionsOf(tx, 'udsatteraad'))
  expect(shown!.notes).toMatchObject([
    { atom: 'elig:external', strength: 'must', state: 'broken', reason: 'Kommunalbestyrelsen ønskede organisationen med.' },
  ])
  expect((await house.look(tx => openDues(tx, { abouts: [decision], kinds: ['decision.breach'] })))[0]!.rule).toMatchObject({
    id: 'A9',
    force: 'must',
  })
  // Everybody reads it on the council's page, in each language, and the staff on the slate as it was judged then.
  for (const lang of ['', '/en', '/ar', '/tr', '/ur']) {
    const { body } = await house.get(`${lang}/raad/udsatteraad`)
    const published = body.slice(body.indexOf('id="beslutninger"'))
    expect(body).toContain('id="beslutninger"')
    expect(published).toContain('Kommunalbestyrelsen ønskede organisationen med.')
    expect(published).toContain('Fire af de faste medlemmer skal komme fra')
  }
  const desk = (await (await house.as('secretary')).get(`/arbejdsrum/indstillinger/${slate.id}`)).body
  expect(desk).toContain('Ét krav er brudt.')
  expect(desk).toContain('Beslutningen bryder kravet.')
  expect(desk).toContain('Kommunalbestyrelsen ønskede organisationen med.')
  expect(desk).not.toMatch(/Ikke dokumenteret|Stopper forslaget/)
})

test('A12: two in three steps: the page of a decision shows who sat there already, and a button pressed twice is no fault', async () => {
  const first = await slateOf(house)
  await seven(first, [user, user])
  await first.decide()
  const next = await slateOf(house)
  await next.put(await people.candidate(insight, 'Hamid Rahimi'), 'external')
  await next.propose()
  const recorder = await house.as('politicalSecretariat')
  const path = `/arbejdsrum/indstillinger/${next.id}`
  const fields = { revision: String((await next.read()).revision), decidedOn: '2026-11-09', minuteRef: 'Punkt 3' }
  const key = recorder.formKey()
  const [one, two] = [await recorder.post(`${path}/beslutning`, fields, key), await recorder.post(`${path}/beslutning`, fields, key)]
  expect([one.status, one.location]).toEqual([303, path])
  expect(two.body).toContain('Beslutningen er skrevet ind')
  expect(two.body).toContain(`href="${path}"`)
  expect(two.body).not.toMatch(/Intet er sendt|name="minuteRef"/)
  const shown = (await recorder.get(path)).body
  expect(shown).toContain('3 af 4 er besat')
  expect(shown).toContain('3 af 3 er besat')
  expect(shown.match(/Sidder i rådet/g)).toHaveLength(5)
  // Who leaves afterwards still sat there that day.
  await house.at('2026-11-20T10:00:00+01:00')
  const left = (await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-20')))[0]!
  const secretary = (await house.as('secretary')).principal
  await house.act(vacate, { seating: left.id, on: '2026-11-20', reason: 'resignation' }, secretary)
  expect((await (await house.as('unitLeader')).get(path)).body).toContain('3 af 4 er besat')
})

test('50 decisions at once have exactly one effect', async () => {
  const slate = await slateOf(house)
  await seven(slate)
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => slate.decide()))
  expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  expect(await house.sql('select count(*)::int as n from decision')).toEqual([{ n: 1 }])
  expect(await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).toHaveLength(7)
  expect(people.closed).toHaveLength(4)
})

test('a slate that changed, or a candidate who withdrew, a second ago is refused with the reason', async () => {
  const slate = await slateOf(house)
  const [first] = await seven(slate)
  const { revision } = await slate.read()
  await slate.put(first!, 'external', 1)
  expect(await refused(slate.decide({ revision }))).toContain('ændret')
  people.withdraw(first!)
  expect(await refused(slate.decide())).toContain('trukket sig')
  expect(await refused(slate.propose())).toContain('trukket sig')
})

test('A30: seven from one circle depart from a wish; somebody without ties who recommends themself is admitted', async () => {
  const slate = await slateOf(house, 'integrationsraad')
  const group = (await slate.whole()).charter.groups[0]!.id
  const circle = { ...resident, ties: ['refugee_or_immigrant_association'] }
  for (let at = 0; at < 6; at++) await slate.put(await people.candidate(circle), group)
  await slate.put(await people.candidate(resident), group)
  const verdict = await slate.verdict()
  expect(verdict).toMatchObject({ ok: true, stops: [] })
  expect(verdict.wishes.length).toBeGreaterThan(0)
  expect(await refused(slate.propose())).toContain('Skriv en grund')
  for (const atom of verdict.wishes) await slate.explain(atom, 'Vi har spurgt alle fire kredse. Kun én har svaret.')
  await slate.propose()
  expect((await slate.read()).state).toBe('proposed')
})

test('A30: the reason for a wish that is not followed is written in the decision itself, and nothing typed is lost on the way', async () => {
  const slate = await slateOf(house, 'integrationsraad')
  const group = (await slate.whole()).charter.groups[0]!.id
  const circle = { ...resident, ties: ['refugee_or_immigrant_association'] }
  for (let at = 0; at < 7; at++) await slate.put(await people.candidate(circle), group)
  const { wishes } = await slate.verdict()
  expect(wishes.length).toBeGreaterThan(1)
  const recorder = await house.as('politicalSecretariat')
  const path = `/arbejdsrum/indstillinger/${slate.id}/beslutning`
  const shown = await recorder.get(path)
  // Nobody is led away from the form for it.
  expect(shown.body).not.toContain('/grund/')
  const typed = { revision: String((await slate.read()).revision), decidedOn: '2026-11-06', minuteRef: 'Punkt 12, 2026/77 (opdigtet)' }
  const kept = (body: string) => {
    for (const value of ['value="2026-11-06"', 'value="Punkt 12, 2026/77 (opdigtet)"']) expect(body).toContain(value)
    for (const atom of wishes) expect(body).toContain(`name="deviation-${atom}"`)
  }
  const without = await recorder.post(path, typed)
  expect([without.status, without.body.split('>Et ønske er ikke fulgt. Skriv grunden ved ønsket.</a>').length - 1]).toEqual([
    422,
    wishes.length,
  ])
  kept(without.body)
  // A reason that may be personal comes back once, with everything else.
  const reasons = Object.fromEntries(wishes.map((atom, at) => [`deviation-${atom}`, `Grund ${at}: vi har spurgt alle fire kredse.`]))
  const last = `deviation-${wishes.at(-1)}`
  const warned = await recorder.post(path, { ...typed, ...reasons, [last]: 'Flere var indlagt.' })
  expect([warned.status, warned.body.includes('name="seen"')]).toEqual([422, true])
  kept(warned.body)
  expect(warned.body).toContain('Flere var indlagt.')
  expect(warned.body).toContain('Grund 0: vi har spurgt alle fire kredse.')
  expect((await slate.read()).state).toBe('open')
  // Another field is wrong: the reasons are still there.
  const noDay = await recorder.post(path, { ...typed, ...reasons, decidedOn: '' })
  expect([noDay.status, noDay.body.includes('Grund 0: vi har spurgt alle fire kredse.')]).toEqual([422, true])
  expect(noDay.body).toContain('value="Punkt 12, 2026/77 (opdigtet)"')
  // Somebody changed the slate meanwhile: that is said, and the form is still as it was.
  const stale = await recorder.post(path, { ...typed, ...reasons, revision: '0' })
  expect([stale.status, stale.body.includes('Forslaget er ændret')]).toEqual([422, true])
  kept(stale.body)
  expect((await recorder.post(path, { ...typed, ...reasons })).status).toBe(303)
  expect((await slate.read()).deviations.get(wishes[0]!)).toBe('Grund 0: vi har spurgt alle fire kredse.')
  const [decision] = await house.look(tx => decisionsOf(tx, 'integrationsraad'))
  expect(decision!.notes.filter(note => note.strength === 'should').map(note => note.reason)).toEqual(
    wishes.map((_, at) => `Grund ${at}: vi har spurgt alle fire kredse.`),
  )
  expect((await house.get('/raad/integrationsraad')).body).toContain('Grund 0: vi har spurgt alle fire kredse.')
})

/** The folded lines of a page by the name in them: whether each stands open, and what is in it. */
const linesIn = (body: string): Map<string, { open: boolean; body: string }> =>
  new Map(
    [...body.matchAll(/<details class="folded"([^>]*)>([\s\S]*?)<\/details>/g)].map(([, attributes, inside]) => [
      /<bdi>(.*?)<\/bdi>/.exec(inside!)?.[1] ?? '',
      { open: attributes!.includes('open'), body: inside! },
    ]),
  )

test('A37: everybody without a seat has a line; it opens where something is missing or wrong, and one left alone is answered later', async () => {
  const slate = await slateOf(house)
  await seven(slate)
  const [lene, hamid, tove, åsta] = [
    await people.candidate(user, 'Lene Storm'),
    await people.candidate(user, 'Hamid Rahimi'),
    await people.candidate(user, 'Tove Bech'),
    await people.candidate(user, 'Åsta Øvlisen'),
  ]
  await slate.propose()
  const recorder = await house.as('politicalSecretariat')
  const path = `/arbejdsrum/indstillinger/${slate.id}/beslutning`
  const shown = await recorder.get(path)
  expect(shown.body).toContain('skal have svar senest mandag den 16. november 2026')
  const lines = linesIn(shown.body)
  expect([...lines.keys()]).toEqual(['Lene Storm', 'Hamid Rahimi', 'Tove Bech', 'Åsta Øvlisen'])
  for (const { open, body } of lines.values()) {
    expect(open).toBe(false)
    expect(body).toContain('<span class="now" data-chosen="later">Svar senere</span>')
    expect(body).toMatch(/value="later"[^>]*checked/)
  }
  const typed = {
    revision: String((await slate.read()).revision),
    decidedOn: '2026-11-09',
    minuteRef: 'Punkt 12 (opdigtet)',
    // Without a reason; a reason for nothing; in order; left alone.
    [`outcome-${lene}`]: 'reserve',
    [`reason-${lene}`]: '',
    [`outcome-${hamid}`]: 'later',
    [`reason-${hamid}`]: 'Pladserne er besat.',
    [`outcome-${tove}`]: 'not_this_time',
    [`reason-${tove}`]: 'Rådet har allerede to fra skolerne.',
    [`outcome-${åsta}`]: 'later',
    [`reason-${åsta}`]: '',
  }
  const back = await recorder.post(path, typed)
  expect([back.status, (await slate.read()).state]).toEqual([422, 'proposed'])
  const again = linesIn(back.body)
  expect([...again].map(([name, { open }]) => [name, open])).toEqual([
    ['Lene Storm', true],
    ['Hamid Rahimi', true],
    ['Tove Bech', false],
    ['Åsta Øvlisen', false],
  ])
  expect(back.body).toContain(`<a href="#f-reason-${lene}">Lene Storm: Skriv en grund. Personen læser den.</a>`)
  expect(back.body).toContain(`<a href="#f-outcome-${hamid}">Hamid Rahimi: Der står en grund, men svaret er sat til senere.`)
  expect(again.get('Hamid Rahimi')!.body).toContain('>Pladserne er besat.</textarea>')
  expect(again.get('Tove Bech')!.body).toContain('<span class="now" data-chosen="not_this_time">')
  expect(again.get('Tove Bech')!.body).toContain('>Rådet har allerede to fra skolerne.</textarea>')
  // What only the person reads is not said to become public.
  const numbered = await recorder.post(path, { ...typed, [`reason-${lene}`]: 'Se sagen 010180-1234.' })
  expect(numbered.body).toContain('Lene Storm: Der står noget, der ligner et CPR-nummer, i grunden. Slet det.')
  expect(numbered.body).not.toContain('bliver offentlig')
  const right = { ...typed, [`reason-${lene}`]: 'Vi vil gerne spørge dig igen.', [`outcome-${hamid}`]: 'reserve' }
  expect((await recorder.post(path, right)).status).toBe(303)
  const answered = people.closed.filter(one => one.outcome !== 'appointed').map(one => [one.candidate, one.outcome, one.reason])
  expect(answered).toEqual([
    [lene, 'reserve', 'Vi vil gerne spørge dig igen.'],
    [hamid, 'reserve', 'Pladserne er besat.'],
    [tove, 'not_this_time', 'Rådet har allerede to fra skolerne.'],
  ])
  const [later] = await house.look(tx => openDues(tx, { kinds: ['decision.answers'] }))
  expect(later).toMatchObject({ dueOn: '2026-11-16' })
})

test('A37: a reason that is too long is kept and said to be too long, by how much, in the line it stands in and beside its wish', async () => {
  const slate = await slateOf(house, 'integrationsraad')
  const group = (await slate.whole()).charter.groups[0]!.id
  const circle = { ...resident, ties: ['refugee_or_immigrant_association'] }
  for (let at = 0; at < 7; at++) await slate.put(await people.candidate(circle), group)
  const lene = await people.candidate(resident, 'Lene Storm')
  const tove = await people.candidate(resident, 'Tove Bech')
  const { wishes } = await slate.verdict()
  const recorder = await house.as('politicalSecretariat')
  const path = `/arbejdsrum/indstillinger/${slate.id}/beslutning`
  const long = 'Vi har spurgt alle fire kredse. '.repeat(40).trim()
  const fits = 'å'.repeat(1_000)
  const typed = {
    revision: String((await slate.read()).revision),
    decidedOn: '2026-11-06',
    minuteRef: '',
    ...Object.fromEntries(wishes.map(atom => [`deviation-${atom}`, fits])),
    [`deviation-${wishes[0]}`]: long,
    [`outcome-${lene}`]: 'not_this_time',
    [`reason-${lene}`]: `${long}!`,
    [`outcome-${tove}`]: 'reserve',
    [`reason-${tove}`]: fits,
  }
  const back = await recorder.post(path, typed)
  expect(back.status).toBe(422)
  const words = (n: string) => `Teksten er for lang. Gør den kortere. Der er plads til 1.000 tegn, og du har skrevet ${n}.`
  expect(back.body).toContain(`<a href="#f-reason-${lene}">Lene Storm: ${words('1.280')}</a>`)
  expect(back.body).toContain(`">${words('1.279')}</a>`)
  expect(back.body).not.toContain('Skriv grunden ved ønsket')
  const lines = linesIn(back.body)
  expect([...lines].map(([name, { open }]) => [name, open])).toEqual([
    ['Lene Storm', true],
    ['Tove Bech', false],
  ])
  expect(lines.get('Lene Storm')!.body).toContain(`>${long}!</textarea>`)
  expect(lines.get('Tove Bech')!.body).toContain(`>${fits}</textarea>`)
  expect(back.body).toContain(`>${long}</textarea>`)
  const cut = { ...typed, minuteRef: 'Punkt 12', [`deviation-${wishes[0]}`]: 'Kun én kreds har svaret.', [`reason-${lene}`]: fits }
  const stored = await recorder.post(path, cut)
  expect(stored.status).toBe(303)
  expect(people.closed.find(one => one.candidate === lene)!.reason).toBe(fits)
})

test('A29: somebody who does not live here stops the proposal', async () => {
  const slate = await slateOf(house, 'integrationsraad')
  const group = (await slate.whole()).charter.groups[0]!.id
  for (let at = 0; at < 6; at++) await slate.put(await people.candidate(resident), group)
  await slate.put(await people.candidate({ ...resident, resident: false }), group)
  expect((await slate.verdict()).stops).toHaveLength(1)
  expect(await refused(slate.propose())).toContain('Ingen grund kan ophæve et krav')
})

test('A30: nobody puts themself on a seat, and nobody decides their own', async () => {
  const slate = await slateOf(house)
  const secretary = await people.candidate(user, 'Amira Holm')
  await expect(slate.put(secretary, 'external')).rejects.toThrow(NotAllowed)
  const recorder = await people.candidate(user, 'Jens Sø')
  await slate.put(recorder, 'external')
  await expect(slate.decide()).rejects.toThrow(NotAllowed)
})

test('A28: a decision is looked at again after five, ten and twenty years', async () => {
  const slate = await slateOf(house, 'integrationsraad')
  const group = (await slate.whole()).charter.groups[0]!.id
  await slate.put(await people.candidate(resident), group)
  for (const atom of (await slate.verdict()).wishes) await slate.explain(atom, 'De første pladser bliver besat nu.')
  const decision = await slate.decide()
  const dues = await house.look(tx => openDues(tx, { abouts: [decision] }))
  expect(dues.filter(one => one.kind.startsWith('decision.review')).map(one => one.dueOn)).toEqual([
    '2031-11-09',
    '2036-11-09',
    '2046-11-09',
  ])
})

test('one replacement is decided alone, whatever else is wrong with the council', async () => {
  const first = await slateOf(house)
  const ids = await seven(first, [user, user, insight])
  await first.put(await people.candidate({ roles: ['organisation'], local: false }), 'external')
  await first.decide({ explanation: 'Som besluttet.' })
  const left = (await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).find(one => one.candidateId === ids[0])!
  await house.act(vacate, { seating: left.id, on: '2026-11-09', reason: 'resignation' as const }, (await house.as('secretary')).principal)
  const second = await slateOf(house)
  await second.put(await people.candidate(user), 'external', 1)
  expect(await second.verdict()).toMatchObject({ stops: [] })
  await second.propose()
  await second.decide()
  expect(await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).toHaveLength(7)
})

test('A14: three kinds of knowledge are to be covered; what nobody brings is a hint to designate an adviser, and stops nothing', async () => {
  const slate = await slateOf(house, 'udsatteraad', 'administration')
  const shown = async () => covered(await slate.whole()).map(one => [one.slug, one.by])
  expect(await shown()).toEqual([
    ['familier', []],
    ['sundhed', []],
    ['arbejdsmarked', []],
  ])
  const { get } = await house.as('secretary')
  expect((await get(`/arbejdsrum/indstillinger/${slate.id}`)).body).toContain('Ingen endnu. En tilforordnet kan have den viden.')
  await slate.adviser('Ida Munk', { covers: ['sundhed', 'ukendt'] })
  expect(await shown()).toContainEqual(['sundhed', ['Ida Munk']])
  expect(await slate.verdict()).toMatchObject({ stops: [] })
  await slate.decide()
  // The next slate knows what the sitting adviser brings.
  const next = await slateOf(house, 'udsatteraad', 'administration')
  expect(covered(await next.whole()).map(one => one.by)).toEqual([[], ['Ida Munk'], []])
})

test('A12 A13: councillors and advisers entered by name get their letter, neutral, where they have an address', async () => {
  const slate = await slateOf(house)
  const id = await people.candidate(user)
  await slate.put(id, 'external')
  await slate.councillor('Karin Toft', 'karin.toft@example.org')
  await slate.councillor('Ole Brandt')
  // Written once more, by whoever went back a page: one human on two seats.
  expect(await refused(slate.councillor(' ole  BRANDT '))).toContain('Der sidder allerede en med det navn')
  expect(await refused(slate.councillor('Per Win', 'per@example.org\r\nBcc: x@example.org'))).toContain('Adressen')
  await slate.explain('users', 'Kun en bruger har sagt ja endnu.', true)
  await slate.decide({ explanation: 'De andre pladser følger.', seen: true })
  const letters = await house.outbox()
  expect(letters.map(letter => [letter.to, letter.subject])).toEqual([['karin.toft@example.org', 'Besked fra kommunen']])
  expect(letters[0]!.text).toMatch(/udpeget til en plads fra mandag den 9\. november 2026/)
  expect(letters[0]!.text).not.toMatch(/Udsatte/)
})

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const charterSays = {
  external: 'Fire af de faste medlemmer skal komme fra',
  council: 'De andre tre faste medlemmer af rådet skal være fra kommunalbestyrelsen.',
  users: 'Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.',
}

test('A9 A10 A12: beside the seats stands each rule that is broken, with its force and the sentence of the charter it comes from', async () => {
  const slate = await slateOf(house)
  const { get } = await house.as('secretary')
  await slate.put(await people.candidate({ roles: ['user', 'councillor'] }, 'Opdigtet Rådmand'), 'external', 1)
  for (const seat of [2, 3, 4]) await slate.put(await people.candidate(insight), 'external', seat)
  await slate.put(await people.candidate(user, 'Opdigtet Borger'), 'council', 1)
  const page = async () => {
    const { body } = await get(`/arbejdsrum/indstillinger/${slate.id}`)
    const at = (title: string) => body.indexOf(title)
    const [first, second] = [at('>Pladser 1–4'), at('>Pladser 5–7')].map((place, n) => (place > 0 ? place : at(n === 0 ? '1–4:' : '5–7:')))
    return { external: body.slice(first, second), council: body.slice(second) }
  }
  const { external, council } = await page()
  // The one seat: whose it is, that it stops, and the words it stops by.
  expect(plain(external)).toMatch(/Opdigtet Rådmand.*Skal · brudt.*Stopper forslaget\./)
  expect(plain(external)).toMatch(/Ønske.*I kan afvige, hvis I skriver en grund/)
  expect(external).toContain(`»${charterSays.users}«`)
  expect(external).toContain(`»${charterSays.external}`)
  expect(external).not.toContain(charterSays.council)
  expect(plain(council)).toMatch(/Opdigtet Borger.*Skal · brudt.*Stopper forslaget\./)
  expect(council).toContain(`»${charterSays.council}«`)
  expect(council).not.toContain(charterSays.users)
  // What is mended is no longer quoted.
  const { principal } = await house.as('secretary')
  for (const { person, group, seat } of (await slate.read()).seats)
    if (group === 'council' || seat === 1) await house.act(takeOff, { slate: slate.id, person }, principal)
  await slate.put(await people.candidate(user), 'external', 1)
  await slate.councillor('Karin Toft')
  const mended = await page()
  expect(plain(mended.external + mended.council)).not.toMatch(/Skal · brudt|Stopper forslaget\./)
})

test('A8 A10 A12: the recommendation on paper holds the names, every rule with its sentence and how it stands, and what is missing', async () => {
  const slate = await slateOf(house)
  await slate.put(await people.candidate(user, 'Nadia Haddad'), 'external', 1)
  await slate.put(await people.candidate(insight, 'فاطمة الزهراء'), 'external', 2)
  await slate.councillor('Karin Toft')
  await slate.explain('users', 'Vi har spurgt bredt. Kun én bruger har sagt ja endnu.')
  const { body } = await (await house.as('secretary')).get(`/arbejdsrum/indstillinger/${slate.id}/udskrift`)
  const part = (from: string, to: string) => body.slice(body.indexOf(`>${from}`), body.indexOf(`>${to}`))
  const names = part('Det foreslås', 'Reglerne og forslaget')
  expect([...names.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, name]) => name)).toEqual(['Nadia Haddad', 'فاطمة الزهراء', 'Karin Toft'])
  expect(names.match(/mandag den 31\. december 2029/g)).toHaveLength(3)
  const rules = plain(part('Reglerne og forslaget', 'Ledige pladser'))
  for (const sentence of Object.values(charterSays)) expect(rules).toContain(`»${sentence}`)
  expect(rules).toContain(`Ønske »${charterSays.users}« Ikke fulgt. Grund: Vi har spurgt bredt. Kun én bruger har sagt ja endnu.`)
  expect(rules).toMatch(/Skal »Fire af de faste medlemmer[^«]*« Ikke konstitueret endnu\./)
  expect(rules).toContain(`Skal »${charterSays.council}« Ikke konstitueret endnu.`)
  const missing = [...part('Ledige pladser', 'Beslutning').matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line!.split(' · ')[0])
  expect(missing).toEqual(['Plads 3', 'Plads 4', 'Plads 6', 'Plads 7'])
})
