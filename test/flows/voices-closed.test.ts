// "Is there anybody who may not read it?": whoever the teller names, and works here, cannot; and somebody always can.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { findHumans, passOnWork } from '../../src/people/pass-on.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { comeBack, ledByLaila, onlyVoice, openVoicesHouse, searchFor, tell } from '../voices.ts'

let house: TestHouse
let amira: Visitor
let peter: Visitor
let inge: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
  peter = await house.as('peter')
  inge = await house.as('inge')
  // One team: what is Amira's, Peter reads at once.
  await ledByLaila(house, null)
  await house.sql('update person set unit_id = (select id from unit limit 1) where id = any ($1)', [[amira.personId, peter.personId]])
})
afterAll(async () => await house.close())
beforeEach(async () => {
  house.clock.set('2026-11-09T10:15:00+01:00')
  await house.sql('delete from voice')
  await house.sql("delete from due where about in (select id from thing where kind = 'voice')")
})
const at = async (what = '') => `/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}${what && `/${what}`}`
const withName = (mayNotSee: string) => ({ mayNotSee, reply: 'code' })

it('A1: a colleague who is named finds it by no list, address, reason, search or work list; the others read it, and see whom it is closed to', async () => {
  const { code } = await tell(house, 'KANARIE om en, der arbejder her', withName('Peter fra kontoret'))
  const id = (await onlyVoice(house)).id as string
  expect((await amira.get(await at())).body).toContain('Lukket for')
  for (const path of ['/arbejdsrum', '/arbejdsrum/henvendelser', await at()]) {
    const { body } = await peter.get(path)
    expect(body.replaceAll(path, ''), path).not.toContain(id)
    expect(body, path).not.toContain('KANARIE')
  }
  expect((await peter.get(await at())).status).toBe(404)
  expect((await peter.post(await at('grund'), { reason: 'Fordi jeg gerne vil vide det' })).status).toBe(404)
  const found = await searchFor(peter, 'KANARIE')
  expect(found.body).toContain('Fundet: 0')
  expect(found.body).not.toContain(id)
  expect((await amira.post(await at('overdrag'), { receiver: peter.personId!, by: '2026-11-12' })).status).toBe(422)
  // The same told without a name is his to read: the fault would be found.
  await house.sql("update voice set closed_to = '{}'")
  expect((await peter.get(await at())).body).toContain('KANARIE')
  expect((await comeBack(house, code!)).body()).toContain('KANARIE')
})

it('A1: named is the very human who would have had it: another one has it, also when it is written in again and when it is urgent', async () => {
  const { code, body } = await tell(house, 'Det handler om hende, der svarer', { ...withName('Amira Holm'), urgent: 'yes' })
  // The receipt names who reads it now, and not the one who may not.
  expect(body).not.toMatch(/Amira[^.]*læser det/)
  expect(body.replace(/<[^>]+>/g, '')).toMatch(/\p{Lu}\p{Ll}+ læser det\./u)
  const row = await onlyVoice(house)
  expect(row.owner_id).not.toBe(amira.personId)
  expect(row.owner_id).not.toBeNull()
  expect((await house.outbox()).at(-1)!.to).not.toContain('amira')
  await (await comeBack(house, code!)).go('write', { text: 'Er der nogen?' })
  const dues = await house.sql('select owner_id from due where settled_at is null and about in (select id from voice)')
  expect(dues.map(due => due.owner_id)).not.toContain(amira.personId)
  expect((await amira.get(await at())).status).toBe(404)
})

it('A6: urgent while the one who is named is the only one here: nobody has it, so everybody else who may read it is told, never nobody', async () => {
  await house.sql('delete from letter')
  const others = (await house.sql('select id from person where id <> $1', [amira.personId])).map(one => one.id)
  for (const id of others)
    await house.sql(
      `insert into absence (municipality_id, id, person_id, from_date, to_date) values ($1, gen_random_uuid(), $2, '2026-11-01', '2026-11-30')`,
      [house.municipalityId, id],
    )
  await tell(house, 'Det haster', { ...withName('Amira Holm'), urgent: 'yes' })
  expect((await onlyVoice(house)).owner_id).toBeNull()
  const told = (await house.outbox()).filter(letter => letter.subject === 'Noget haster').map(letter => letter.to)
  expect(told.length).toBeGreaterThan(0)
  expect(told.join()).not.toContain('amira')
  await house.sql('delete from absence')
})

it('A1: where everybody who could read it is named, somebody still reads it and sees what was asked', async () => {
  const everybody = (await house.sql('select name from person')).map(one => one.name as string).join(', ')
  await tell(house, 'Ingen må læse det', withName(everybody.slice(0, 290)))
  const row = await onlyVoice(house)
  const owner = row.owner_id as string
  expect(owner).not.toBeNull()
  expect((row.closed_to as string[]).includes(owner)).toBe(false)
  const reader = [amira, peter, inge].find(one => one.personId === owner)
  if (reader) expect((await reader.get(await at())).body).toContain('Må ikke læses af')
})

it('T5 B1b: whoever is too near to it gives it away in one step: a colleague has it with every day that was promised, whoever told reads who, and nobody why', async () => {
  const { code } = await tell(house, 'KANARIE om en familie', { reply: 'code' })
  const id = (await onlyVoice(house)).id as string
  const promised = async () => await house.sql('select kind, owner_id, due_on::text from due where about = $1 and settled_at is null', [id])
  const [before] = await promised()
  expect((await amira.get(await at())).body).toContain('Jeg er inhabil')
  const without = await amira.post(await at('inhabil'), { why: 'historie' })
  expect([without.status, (await onlyVoice(house)).owner_id]).toEqual([422, amira.personId])
  expect((await amira.post(await at('inhabil'), { why: 'related' })).status).toBe(303)

  const owner = (await onlyVoice(house)).owner_id
  expect(owner).toBe(inge.personId)
  expect(await promised()).toEqual([{ ...before, owner_id: owner }])
  const facts = await house.sql("select actor, facts from journal where about = $1 and kind = 'voice.recusal'", [id])
  expect(facts).toEqual([{ actor: `staff:${amira.personId}`, facts: { why: 'related' } }])

  // Unknown and given away are the same to the byte, the address apart.
  const unknown = '00000000-0000-4000-8000-000000000000'
  const bare = async (path: string) => {
    const { status, body } = await amira.get(path)
    return [status, body.replaceAll(path, '').replaceAll(/name="formKey" value="[^"]+"/g, '')]
  }
  expect(await bare(await at())).toEqual(await bare(`/arbejdsrum/henvendelser/${unknown}`))
  for (const step of ['grund', 'svar', 'note', 'inhabil', 'overdrag'])
    expect((await amira.post(await at(step), { reason: 'Jeg vil gerne se den', answer: 'x', note: 'x', why: 'other' })).status).toBe(404)
  for (const path of ['/arbejdsrum?hvis=alle', '/arbejdsrum', '/arbejdsrum/henvendelser'])
    expect((await amira.get(path)).body, path).not.toContain(id)

  const mine = (await comeBack(house, code!)).body()
  expect(mine).toMatch(/Inge<\/bdi>.{0,60}har den</)
  expect(mine).toContain('En anden kollega har den nu')
  expect(mine).toContain('Den, der havde den før, kan ikke læse den mere.')
  expect(mine).not.toMatch(/inhabil|min familie eller en ven/i)
  const inges = (await inge.get(await at())).body
  expect(inges).toContain('KANARIE om en familie')
  expect(inges).not.toMatch(/min familie eller en ven.*checked/)
})

it('T5 A6: urgent and opened by somebody who then gave it away: nobody has opened it, the next human hears of it at once, and the clock runs on', async () => {
  const letters = async () => (await house.outbox()).filter(letter => letter.subject === 'Noget haster').map(letter => letter.to)
  await tell(house, 'Det haster', { urgent: 'yes', reply: 'code' })
  await house.sql('delete from letter')
  await amira.get(await at())
  // Whoever sits beside her has read it too, before it was anybody else's.
  await peter.get(await at())
  house.clock.set('2026-11-09T10:20:00+01:00')
  await house.house.jobs.now('voices.urgent')
  expect((await onlyVoice(house)).opened_on).not.toBeNull()
  await amira.post(await at('inhabil'), { why: 'interest' })
  expect(await letters()).toEqual(['inge@example.org'])
  await house.house.jobs.now('voices.urgent')
  const row = await onlyVoice(house)
  expect([row.opened_on, row.owner_id]).toEqual([null, inge.personId])
  const kinds = await house.sql('select kind from due where about = $1 and settled_at is null order by kind', [row.id])
  expect(kinds.map(one => one.kind)).toEqual(['voice.answer', 'voice.open'])
  // Nor when everybody in line has been told that it is not opened.
  for (const moment of ['10:51', '11:22', '11:40']) {
    house.clock.set(`2026-11-09T${moment}:00+01:00`)
    await house.house.jobs.now('voices.urgent')
  }
  expect(await onlyVoice(house)).toMatchObject({ leader_told: true, opened_on: null })
  expect(await letters()).toHaveLength(3)
  await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
  await inge.get(await at())
  await house.house.jobs.now('voices.urgent')
  expect(await onlyVoice(house)).toMatchObject({ opened_on: '2026-11-09', arrived_at: null })
})

it('T5 A37: what is late is told to nobody who gave it away; where nobody else may read it, it stays, and the page says what to do', async () => {
  const { id } = (await tell(house, 'Det kan vente', { reply: 'code' })) && (await onlyVoice(house))
  const unit = async (to: string) => await house.sql(`update person set unit_id = ${to} where id = $1`, [inge.personId])
  await unit('(select id from unit limit 1)')
  await ledByLaila(house, amira.personId)
  await amira.post(await at('inhabil'), { why: 'party' })
  await house.sql('delete from letter')
  house.clock.set('2026-11-24T08:00:00+01:00')
  await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
  await house.house.jobs.now('escalate')
  const [due] = await house.sql('select deputy_id, leader_id from due where about = $1 and settled_at is null', [id])
  expect(due!.deputy_id).not.toBe(amira.personId)
  expect((await house.outbox()).map(letter => letter.to)).not.toContain('amira.holm@example.org')
  // Everybody but the one who has it is out.
  await house.sql('update voice set closed_to = array(select id from person where id <> $1)', [inge.personId])
  const refused = await inge.post(await at('inhabil'), { why: 'other' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('Sig det til din leder i dag')
  expect((await onlyVoice(house)).owner_id).toBe(inge.personId)
  await ledByLaila(house, null)
  await unit('null')
})

it('T5 A37: when whoever has it leaves, it goes neither back to whom it is closed to nor out of sight: to another reader, else to the secretariat', async () => {
  await tell(house, 'Hvem har den nu?', { reply: 'code' })
  const { id } = await onlyVoice(house)
  await amira.post(await at('inhabil'), { why: 'related' })
  const due = async () => (await house.sql('select owner_id, owner_office from due where about = $1 and settled_at is null', [id]))[0]!
  const passOn = async (from: string) =>
    await house.act(async tx => await passOnWork(tx, from, { personId: amira.personId!, office: null }), undefined)
  expect(await due()).toEqual({ owner_id: inge.personId, owner_office: null })
  await passOn(inge.personId!)
  const next = (await due()).owner_id as string
  expect(next).not.toBeNull()
  expect([amira.personId, inge.personId]).not.toContain(next)
  // What waits for want of a human finds one, and it is not her either.
  await house.sql("update due set owner_id = null, owner_office = 'drift' where about = $1", [id])
  await house.act(async tx => await findHumans(tx, []), undefined)
  expect([null, amira.personId]).not.toContain((await due()).owner_id)
  await house.sql('update due set owner_id = $2, owner_office = null where about = $1', [id, inge.personId])
  await house.sql('update voice set closed_to = array(select id from person where id <> $1)', [inge.personId])
  await passOn(inge.personId!)
  expect(await due()).toEqual({ owner_id: null, owner_office: 'sekretariat' })
  // The same passed on where it is closed to nobody is hers: the fault would be found.
  await house.sql("update voice set closed_to = '{}'")
  await house.sql('update due set owner_id = $2, owner_office = null where about = $1', [id, inge.personId])
  await passOn(inge.personId!)
  expect((await due()).owner_id).toBe(amira.personId)
})

it('T5 A5: whoever stands in gives it away while its owner is away: somebody who is here has it, with all that is owed', async () => {
  await tell(house, 'Ejeren er væk', { reply: 'code' })
  const { id } = await onlyVoice(house)
  await house.sql("insert into absence values ($1, gen_random_uuid(), $2, '2026-11-09', '2026-11-20', $3)", [
    house.municipalityId,
    amira.personId,
    peter.personId,
  ])
  expect((await peter.post(await at('inhabil'), { why: 'other' })).status).toBe(303)
  await house.sql('delete from absence')
  expect((await onlyVoice(house)).owner_id).toBe(inge.personId)
  const dues = async () => await house.sql('select owner_id, owner_office from due where about = $1 and settled_at is null', [id])
  expect(await dues()).toEqual([{ owner_id: inge.personId, owner_office: null }])
  // What an office had is theirs, whom the page names, from the moment one of the office gives it away.
  await house.sql("update voice set owner_id = null, closed_to = '{}'")
  await house.sql("update due set owner_id = null, owner_office = 'sekretariat' where about = $1 and settled_at is null", [id])
  expect((await amira.post(await at('inhabil'), { why: 'other' })).status).toBe(303)
  const { owner_id } = await onlyVoice(house)
  expect(owner_id).not.toBeNull()
  expect(await dues()).toEqual([{ owner_id, owner_office: null }])
})

it('T5 A5: a day that was announced holds for whoever has it after a recusal; what was called off stays called off, and what is older than announcing is never begun again', async () => {
  const { code } = await tell(house, 'Der er sagt en dag', { reply: 'code' })
  const announce = async (to: Visitor, words = '') =>
    await amira.post(await at('overdrag'), { receiver: to.personId!, words, by: '2026-11-12' })
  await announce(peter)
  await amira.post(await at('tilbage'))
  await announce(peter, 'Ring på mandag')
  expect((await amira.get(await at())).body).toContain('Peter Juhl: Ring på mandag')
  await house.sql('update voice set closed_to = $1', [[peter.personId]])
  await amira.post(await at('inhabil'), { why: 'party' })
  const rows = await house.sql(
    'select to_person, taken_on is null as waits, back_on is null as holds from voice_hand_over order by position',
  )
  expect(rows).toEqual([
    { to_person: peter.personId, waits: true, holds: false },
    { to_person: inge.personId, waits: false, holds: true },
  ])
  expect((await comeBack(house, code!)).body()).toMatch(/Inge[^.]{0,80}kontakter dig senest/s)
  await house.sql('update voice_hand_over set taken_on = null, back_on = null, takes_on = null, to_person = $1', [inge.personId])
  await house.sql('update voice set owner_id = $1', [amira.personId])
  await house.house.jobs.now('voices.hand-overs')
  expect((await onlyVoice(house)).owner_id).toBe(amira.personId)
  expect((await inge.get('/arbejdsrum/henvendelser')).body).not.toContain('På vej til dig')
})
