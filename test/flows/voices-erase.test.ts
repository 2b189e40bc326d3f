// Erasing for somebody who has lost their code or never had one: seen by one human, agreed by another, and then gone as by code.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eraseAgain, erasedFile, readErased } from '../../src/platform/erased.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { codeIn, comeBack, onlyVoice, openVoicesHouse, tell } from '../voices.ts'

let house: TestHouse
let amira: Visitor
let inge: Visitor
let tuva: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  ;[amira, inge, tuva] = [await house.as('amira'), await house.as('inge'), await house.as('tuva')]
})
afterAll(async () => await house.close())
beforeEach(async () => {
  house.clock.set('2026-11-09T10:15:00+01:00')
  await house.sql('delete from voice')
  await house.sql("delete from due where about in (select id from thing where kind = 'voice')")
})
const awake = async () => await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
const at = async (what = '') => `/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}${what && `/${what}`}`
const ask = async (proof: string, more: Record<string, string> = {}, who = amira) =>
  await who.post(await at('slet'), { how: 'phone', proof, said: 'on', ...more })
const voices = async () => (await house.sql('select from voice')).length
const owed = async () => await house.sql("select kind, owner_id from due where settled_at is null and kind = 'voice.erase'", [])

describe('B2e: seen who they are', () => {
  it('two humans: one has called the number that stands there, another agrees without reading it, and it is gone as by code', async () => {
    const { code } = await tell(house, 'Kanariefugl', { reply: 'phone', phone: '00 00 00 07' })
    const { id } = await onlyVoice(house)
    const page = await amira.get(await at())
    expect(page.body).toContain('Slet for en, der ikke har koden')
    expect(page.body).toContain('Jeg har selv ringet op på det nummer')
    expect(page.body).not.toContain('Jeg har skrevet til den adresse')
    const asked = await ask('called')
    expect(asked.location).toBe(await at('sletning'))
    expect(await owed()).toEqual([{ kind: 'voice.erase', owner_id: inge.personId }])
    // Nothing has gone yet, and whoever asked cannot agree with themself.
    expect(await voices()).toBe(1)
    const alone = await amira.post(await at('sletning'), { agree: 'yes' })
    expect(alone.status).toBe(422)
    expect(alone.body).toContain('En anden end dig')
    // The second human finds it on the work list, sees what it rests on and what the law may ask, and not a word of the voice.
    const list = await inge.get('/arbejdsrum')
    expect(list.body).toContain('En henvendelse skal måske slettes')
    const look = await inge.get(await at('sletning'))
    for (const words of ['Amira', 'Jeg har selv ringet op', 'skal kommunen gemme', 'Ja, slet den nu'])
      expect(look.body.toLowerCase(), words).toContain(words.toLowerCase())
    for (const { body } of [look, await inge.get(await at())]) expect(body).not.toMatch(/Kanariefugl|00 00 00 07/)
    const gone = await inge.post(await at('sletning'), { agree: 'yes' })
    expect(gone.body).toContain('Det er slettet')
    for (const table of ['voice', 'voice_line', 'voice_receipt', 'voice_visit', 'voice_erase_ask'])
      expect(await house.sql(`select from ${table}`), table).toHaveLength(0)
    expect(await house.sql('select from keys.data_key where thing_id = $1', [id])).toHaveLength(0)
    expect(await house.sql('select from due where about = $1 and settled_at is null', [id])).toHaveLength(0)
    expect((await house.post('/kvittering', { code: code! })).body).toContain('Koden passer ikke')
    // What is left says who did what and on what it rested, and nothing of the person.
    const journal = await house.sql("select kind, actor, facts from journal where about = $1 and kind like 'voice.erase%' order by id", [
      id,
    ])
    expect(journal.map(one => one.kind)).toEqual(expect.arrayContaining(['voice.erase-asked', 'voice.erase-agreed', 'voice.erased']))
    expect(journal.find(one => one.kind === 'voice.erased')).toMatchObject({ facts: { why: 'asked', how: 'phone', proof: 'called' } })
  })

  it('T5: who was to look gives the voice away and only whoever asked is left: it waits at the secretariat, never with the asker', async () => {
    await tell(house, 'Kun de to', { reply: 'phone', phone: '00 00 00 07' })
    await ask('called')
    await house.sql('update voice_erase_ask set asked_by = $1', [inge.personId])
    await house.sql("update due set owner_id = $1 where kind = 'voice.erase' and settled_at is null", [amira.personId])
    await house.sql('update voice set closed_to = array(select id from person where id <> all ($1))', [[amira.personId, inge.personId]])
    expect((await amira.post(await at('inhabil'), { why: 'party' })).status).toBe(303)
    const dues = await house.sql(
      'select kind, owner_id, owner_office from due where settled_at is null and about in (select id from voice) order by kind',
    )
    expect(dues).toEqual([
      { kind: 'voice.answer', owner_id: inge.personId, owner_office: null },
      { kind: 'voice.erase', owner_id: null, owner_office: 'sekretariat' },
    ])
  })

  it('survives a copy that is put back', async () => {
    await tell(house, 'Kom tilbage', { reply: 'phone', phone: '00 00 00 07' })
    const { id } = await onlyVoice(house)
    const rows = await house.sql('select * from keys.data_key where thing_id = $1', [id])
    await ask('called')
    await inge.post(await at('sletning'), { agree: 'yes' })
    const file = erasedFile(house.house.ctx.config.keyFile)
    expect(readErased(file).get(house.municipalityId)?.has(String(id))).toBe(true)
    expect(readFileSync(file, 'utf8')).not.toContain('Kom')
    // The copy brings the thing and its key back.
    await house.sql('update thing set erased_at = null where id = $1', [id])
    await house.sql('insert into keys.data_key (municipality_id, thing_id, wrapped) values ($1, $2, $3)', [
      house.municipalityId,
      id,
      rows[0]!.wrapped,
    ])
    expect(await eraseAgain(house.house.ctx.database, file)).toBeGreaterThan(0)
    expect(await house.sql('select from keys.data_key where thing_id = $1', [id])).toHaveLength(0)
  })

  it('what cannot have been seen is refused, and so is what the person was not told', async () => {
    await tell(house, 'Hej', { reply: 'phone', phone: '00 00 00 07' })
    for (const proof of ['letter', 'word', 'through', 'met']) expect((await ask(proof)).status, proof).toBe(422)
    const untold = await ask('called', { said: '' })
    expect(untold.status).toBe(422)
    expect(untold.body).toContain('Sig det til personen først')
    expect(untold.body).toMatch(/value="called" checked/)
    expect(await house.sql('select from voice_erase_ask')).toHaveLength(0)
    // Written down by the one who asks: they know whom they met. A colleague does not.
    await house.sql('delete from voice')
    await tuva.post('/arbejdsrum/henvendelser/ny', {
      channel: 'outreach',
      words: 'Sagt på gaden',
      reply: 'none',
      who: 'own',
      readBack: 'on',
    })
    await house.sql('update voice set owner_id = $1', [tuva.personId])
    await house.sql("update due set owner_id = $1 where kind = 'voice.answer' and settled_at is null", [tuva.personId])
    expect((await ask('met', { how: 'visit' }, tuva)).status).toBe(303)
  })

  it('what nobody can know is said to be so, and cannot be sent past the page', async () => {
    await tell(house, 'Uden vej tilbage', { reply: 'none' })
    const { body } = await amira.get(await at())
    expect(body).toContain('Her kan ingen vide, hvem der fortalte')
    for (const proof of ['called', 'recalled', 'met']) expect((await ask(proof)).status).toBe(422)
  })

  it('B10a: told for somebody: the way is a code of their own, also after they took back what they agreed to', async () => {
    await tell(house, 'For min nabo', { who: 'behalf', consent: 'yes', covers: 'everything', reply: 'phone', phone: '00 00 00 07' })
    expect((await amira.get(await at())).body).toContain('Giv personen selv en kode')
    expect((await ask('called')).status).toBe(422)
    const person = await comeBack(house, codeIn((await amira.post(await at('kode'), { sure: 'on' })).body)!)
    await person.go('consent')
    const again = await comeBack(house, codeIn((await amira.post(await at('kode'), { sure: 'on' })).body)!)
    expect((await again.go('erase', { sure: 'on' })).body).toContain('Det er slettet')
  })
})

describe('B2e: knowing what stands there is not being the one who told', () => {
  const recalled = async () => {
    const { code } = await tell(house, 'Koden er væk')
    expect((await ask('recalled')).status).toBe(303)
    expect((await inge.post(await at('sletning'), { agree: 'yes' })).location).toBe(await at('sletning'))
    return code!
  }
  const dayOf = async (moment: string) => {
    house.clock.set(moment)
    await house.house.jobs.now('voices.erase-asked')
    await awake()
  }

  it('waits two weeks, then goes by itself', async () => {
    await recalled()
    expect((await inge.get(await at('sletning'))).body).toContain('mandag den 23. november')
    expect(await owed()).toEqual([])
    await dayOf('2026-11-22T23:00:00+01:00')
    expect(await voices()).toBe(1)
    await dayOf('2026-11-23T00:30:00+01:00')
    expect(await voices()).toBe(0)
  })

  it('whoever has the code reads that somebody asked, says no, and it stays; the colleague reads that they did', async () => {
    const code = await recalled()
    const mine = await comeBack(house, code)
    expect(mine.body()).toContain('Skal det hele slettes?')
    expect(mine.body()).toContain('mandag den 23. november')
    await mine.go('keep')
    expect(mine.body()).not.toContain('Skal det hele slettes?')
    await dayOf('2026-12-24T08:00:00+01:00')
    expect(await voices()).toBe(1)
    expect((await amira.get(await at())).body).toContain('af den, der har koden')
    // It can be asked anew: nothing is stuck.
    expect((await ask('recalled')).status).toBe(303)
  })

  it('the notice stands there from the moment it is asked, also where it would go at once', async () => {
    const { code } = await tell(house, 'Ring', { reply: 'phone', phone: '00 00 00 07' })
    await ask('called')
    const mine = await comeBack(house, code!)
    await mine.go('keep')
    expect((await inge.post(await at('sletning'), { agree: 'yes' })).status).toBe(422)
    expect(await voices()).toBe(1)
    expect(await owed()).toEqual([])
  })
})

describe('who may', () => {
  it('a colleague says no, with the reason where the other reads it; whoever asked can stop it', async () => {
    await tell(house, 'Bliv', { reply: 'phone', phone: '00 00 00 07' })
    await ask('called')
    expect((await inge.post(await at('sletning'), { agree: 'no', why: '' })).body).toContain('Skriv, hvorfor den skal blive')
    await inge.post(await at('sletning'), { agree: 'no', why: 'Nummeret er skiftet i går' })
    const { body } = await amira.get(await at())
    expect(body).toContain('Nummeret er skiftet i går')
    expect(body).toContain('af en kollega')
    await ask('called')
    expect((await amira.post(await at('sletning'), { agree: 'no' })).status).toBe(303)
    expect(await voices()).toBe(1)
  })

  it('only who has the voice asks; who may not know of it finds neither page nor button, and a link by mail is not enough', async () => {
    await tell(house, 'Hej', { reply: 'phone', phone: '00 00 00 07' })
    expect((await ask('called', {}, inge)).status).toBe(404)
    await ask('called')
    for (const name of ['bo', 'carl', 'mohamed', 'rut'] as const) {
      const one = await house.as(name)
      expect((await one.get(await at('sletning'))).status, name).toBe(404)
      expect((await one.post(await at('sletning'), { agree: 'yes' })).status, name).toBe(404)
    }
    await house.sql("update session set strength = 'link' where person_id = $1", [inge.personId])
    expect((await inge.post(await at('sletning'), { agree: 'yes' })).status).toBe(404)
    await house.sql("update session set strength = 'oidc' where person_id = $1", [inge.personId])
    expect(await voices()).toBe(1)
    // Planted: where the database lets somebody agree with themself, it says no even if every check above it were gone.
    await expect(house.sql('update voice_erase_ask set agreed_by = asked_by, erase_on = asked_on')).rejects.toThrow(/check/)
  })
})
