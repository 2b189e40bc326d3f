// From one voice to a theme: written without persons, confirmed, looked at by a second human, gathered, out once a week, raised, and followed by whoever told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { takeBackConsent } from '../../src/voices/own-steps.ts'
import type { Visitor } from '../house.ts'
import { reach as reachBy } from '../reach.ts'
import {
  approved,
  begun,
  confirmed,
  openThemesHouse,
  plain,
  ready,
  summaryRow,
  type ThemesHouse,
  telling,
  themeFields,
  themePath,
  week,
  writePath,
} from '../themes.ts'
import { comeBack } from '../voices.ts'

let all: ThemesHouse
beforeAll(async () => {
  all = await openThemesHouse()
})
afterAll(async () => await all.house.close())
beforeEach(async () => {
  all.house.clock.set('2026-11-09T10:15:00+01:00')
  for (const table of ['practice_note', 'published_note', 'published_theme', 'theme_edition', 'published_figure', 'theme', 'voice'])
    await all.house.sql(`delete from ${table}`)
  await all.house.sql('delete from due')
  await all.house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
})
const owed = async () =>
  (await all.house.sql("select kind, owner_id from due where settled_at is null and kind not like 'voice.%' order by kind")).map(
    row => [row.kind, row.owner_id] as const,
  )

describe('B1c: a summary without persons', () => {
  it('B1c A1: from the words of one to a theme everybody reads, raised, and followed by whoever told', async () => {
    const { house, amira, peter } = all
    const one = await telling(all, 'Jeg sover i en trappeopgang ved siden af brugsen')
    const voicePage = await amira.get(`/arbejdsrum/henvendelser/${one.id}`)
    expect(voicePage.body).toContain(writePath(one.id))
    // A name stands in the way, with what to do; the text is kept.
    const stopped = await amira.post(writePath(one.id), { text: 'Mohamed har ingen steder at gå hen.', do: 'goOn' })
    expect(stopped.location).toBe(`${writePath(one.id)}?se`)
    const shown = await amira.get(stopped.location!)
    expect(shown.body).toContain('Fjern det her først: »Mohamed«')
    expect(shown.body).toContain('Mohamed har ingen steder at gå hen.')
    await amira.post(writePath(one.id), { text: plain, do: 'goOn' })
    expect(await owed()).toEqual([['summary.answer', amira.personId]])

    const mine = await comeBack(house, one.code)
    expect(mine.body()).toContain('Har vi forstået dig?')
    expect(mine.body()).toContain(plain)
    await mine.go('summary', { answer: 'yes', sure: 'on' })
    expect(await owed()).toEqual([['summary.approve', peter.personId]])
    const summary = await summaryRow(all, one.id)
    expect(summary).toMatchObject({ state: 'confirmed', said_how: 'page', few: true })

    // Not by the one who wrote it.
    const path = `/arbejdsrum/temaer/tekst/${summary.id}`
    expect((await amira.get(path)).body).toContain('Et andet menneske skal se på den')
    expect((await amira.post(`${path}/godkend`)).status).toBe(404)
    expect((await peter.get(path)).body).not.toContain('trappeopgang')
    await peter.post(`${path}/godkend`)
    expect((await owed()).map(([kind]) => kind)).toEqual(['summary.gather'])

    const theme = await begun(all)
    await ready(all, theme, [summary.id as string])
    expect((await house.get('/temaer')).body).not.toContain(themeFields.title)
    // Nor does a count in the list tell of it to whom it is closed to.
    const waits = async (who: Visitor) => (await who.get('/arbejdsrum/temaer')).body.includes('Én tekst venter på at komme frem')
    expect(await waits(peter)).toBe(true)
    await house.sql('update voice set closed_to = array[$1::uuid]', [peter.personId])
    expect([await waits(amira), await waits(peter)]).toEqual([true, false])
    await house.sql("update voice set closed_to = '{}'")
    await week(all, '2026-11-16T03:00:00+01:00')
    expect((await house.get('/temaer')).body).toContain(themeFields.title)
    const open = await house.get('/temaer/aabent-om-aftenen')
    expect(open.body).toContain(themeFields.words)
    // Of one there is no count.
    expect(open.body).not.toContain('har fortalt om det')
    expect((await house.get('/raad/udsatteraad')).body).toContain('/temaer/aabent-om-aftenen')
    expect((await house.get('/temaer.atom')).body).toContain('/temaer/aabent-om-aftenen')

    await amira.post(themePath(theme, 'raad'), { council: 'udsatteraad', meetingOn: '2026-12-03' })
    expect((await amira.post(themePath(theme, 'luk'), { closing: 'Færdig' })).status).toBe(422)
    await amira.post(themePath(theme, 'svar'), { came: 'Værestedet holder åbent til klokken 21 fra januar.' })
    const trail = (await comeBack(house, one.code)).body()
    for (const step of [
      'Hvad kom der ud af det?',
      'Du fortalte',
      'Vi skrev det om',
      'Du sagde ja til teksten',
      'Et menneske mere har set efter',
      'Det er med i temaet »Åbent om aftenen«',
      'Udsatterådet har det på dagsordenen torsdag den 3. december 2026',
      'Værestedet holder åbent til klokken 21 fra januar.',
    ])
      expect(trail).toContain(step)
    expect((await house.get('/temaer/aabent-om-aftenen')).body).toContain('Værestedet holder åbent til klokken 21')
    const raised = await house.sql("select because from journal where kind = 'council.theme-raised'")
    expect(raised).toEqual([{ because: [theme] }])
    await amira.post(themePath(theme, 'luk'), { closing: 'Rådet er færdigt med det.' })
    expect(await owed()).toEqual([])
    // The original is the same to the letter.
    expect((await comeBack(house, one.code)).body()).toContain('Jeg sover i en trappeopgang ved siden af brugsen')
  })
})

describe('A1: what they said of sharing holds', () => {
  it('no means never; ask means asked; yes without a way back goes on, but only among five', async () => {
    const { amira, house } = all
    const no = await telling(all, 'Sig det ikke', { share: 'no', reply: 'code' })
    expect((await amira.post(writePath(no.id), { text: plain, do: 'goOn' })).body).toContain('Personen har sagt nej')
    expect(await house.sql('select from summary')).toEqual([])
    const ask = await telling(all, 'Spørg først', { share: 'ask', reply: 'none' })
    expect((await amira.post(writePath(ask.id), { text: plain, do: 'goOn' })).status).toBe(422)
    const yes = await telling(all, 'Gerne', { share: 'yes', reply: 'none' })
    await amira.post(writePath(yes.id), { text: plain, do: 'goOn' })
    expect(await summaryRow(all, yes.id)).toMatchObject({ state: 'confirmed', said_how: 'not_reached', few: false })
    const theme = await begun(all)
    const id = (await summaryRow(all, yes.id)).id as string
    await all.peter.post(`/arbejdsrum/temaer/tekst/${id}/godkend`)
    await ready(all, theme, [id])
    await week(all, '2026-11-16T03:00:00+01:00')
    expect((await house.get('/temaer')).body).not.toContain(themeFields.title)
  })

  it('change is written anew and asked again; no erases the text; after the theme is out it stays', async () => {
    const { amira, house } = all
    const one = await telling(all)
    await amira.post(writePath(one.id), { text: plain, do: 'goOn' })
    const mine = await comeBack(house, one.code)
    await mine.go('summary', { answer: 'change' })
    expect(mine.body()).toContain('Skriv, hvad der skal laves om.')
    // Whoever reads the change would hold the code.
    await mine.go('summary', { answer: 'change', change: `Skriv til mig på ${one.code.toLowerCase()}` })
    expect(mine.body()).toContain('Din kode står i teksten')
    expect(mine.body()).toContain('Skriv til mig på')
    expect(mine.body()).toMatch(/<input(?=[^>]*name="answer")(?=[^>]*value="change")(?=[^>]*checked)[^>]*>/)
    await mine.go('summary', { answer: 'change', change: 'Det var om morgenen' })
    expect((await amira.get(writePath(one.id))).body).toContain('Det var om morgenen')
    await amira.post(writePath(one.id), { text: `${plain} Også om morgenen.`, do: 'goOn' })
    await mine.go('write', { text: 'Tak' })
    expect(mine.body()).toContain('Også om morgenen.')
    await mine.go('summary', { answer: 'no' })
    expect(mine.body()).toContain('Du sagde nej. Teksten er slettet')
    expect(await summaryRow(all, one.id)).toMatchObject({ state: 'ended', ended_how: 'refused', gathered_sealed: null })
    expect((await owed()).length).toBe(0)
    expect((await amira.get(writePath(one.id))).body).not.toContain('Også om morgenen')
    // They can think better of it.
    await amira.post(writePath(one.id), { text: plain, do: 'goOn' })
    await mine.go('write', { text: 'Nå' })
    await mine.go('summary', { answer: 'yes', sure: 'on' })
    const id = (await house.sql("select id from summary where state = 'confirmed'"))[0]!.id as string
    await all.peter.post(`/arbejdsrum/temaer/tekst/${id}/godkend`)
    const theme = await begun(all)
    await ready(all, theme, [id])
    await week(all, '2026-11-16T03:00:00+01:00')
    const later = await comeBack(house, one.code)
    expect(later.body()).toContain('Det er allerede med i et tema')
    await later.go('share', { answer: 'no' })
    expect((await house.get('/temaer')).body).toContain(themeFields.title)
  })

  it('a no after the second human takes it out of its theme, and the words wait for a human again', async () => {
    const { house } = all
    const one = await telling(all)
    const two = await telling(all)
    const theme = await begun(all)
    await ready(all, theme, [await approved(all, one, { few: true }), await approved(all, two, { few: true })])
    await (await comeBack(house, one.code)).go('share', { answer: 'no' })
    expect((await owed()).map(([kind]) => kind)).toEqual(['theme.finish'])
    await week(all, '2026-11-16T03:00:00+01:00')
    expect(await house.sql('select from published_theme')).toEqual([])
    expect((await house.sql('select share from voice where id = $1', [one.id]))[0]).toEqual({ share: 'no' })
  })

  it('B2d: who told in another language reads the text in theirs, and numbers are found in it too', async () => {
    const { amira, house } = all
    const one = await telling(all, 'أحتاج مساعدة', { language: 'ar', reply: 'code' })
    const stopped = await amira.post(writePath(one.id), { text: plain, theirs: 'اتصلوا على 12345678', do: 'goOn' })
    expect((await amira.get(stopped.location!)).body).toContain('Fjern det her først: »12345678«')
    await amira.post(writePath(one.id), { text: plain, theirs: 'لا يوجد مكان دافئ في المساء.', do: 'goOn' })
    expect((await comeBack(house, one.code)).body()).toContain('لا يوجد مكان دافئ في المساء.')
  })

  it('B10a: what was said yes to for somebody else ends when they take it back', async () => {
    const { house } = all
    const one = await telling(all, 'Hun kan ikke selv', { who: 'behalf', consent: 'yes', covers: 'everything', reply: 'code' })
    await approved(all, one)
    await house.act(takeBackConsent, { voiceId: one.id })
    expect(await summaryRow(all, one.id)).toMatchObject({ state: 'ended', ended_how: 'withdrawn' })
    expect(await owed()).toEqual([])
  })

  it('an answer by telephone is written down; without one in time a yes from the beginning goes on', async () => {
    const { amira, house } = all
    const one = await telling(all, 'Ring til mig', { reply: 'phone', phone: '00 00 00 01', share: 'yes' })
    await amira.post(writePath(one.id), { text: plain, do: 'goOn' })
    await amira.post(writePath(one.id, 'svaret'), { how: 'phone', answer: 'yes', few: 'on' })
    expect(await summaryRow(all, one.id)).toMatchObject({ state: 'confirmed', said_how: 'phone', few: true })
    const two = await telling(all, 'Måske', { share: 'yes', reply: 'code' })
    await amira.post(writePath(two.id), { text: plain, do: 'goOn' })
    expect((await amira.post(writePath(two.id, 'videre'))).status).toBe(422)
    house.clock.set('2026-12-20T09:00:00+01:00')
    await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
    expect((await amira.post(writePath(two.id, 'videre'))).status).toBe(303)
    expect(await summaryRow(all, two.id)).toMatchObject({ state: 'confirmed', said_how: 'no_answer', few: false })
  })
})

describe('A26: out once a week, in bands', () => {
  it('A16: a theme can be for more than one council, and stands on the page of each', async () => {
    const theme = await begun(all, { councils: ['udsatteraad', 'integrationsraad'] })
    await ready(all, theme, [await approved(all, await telling(all), { few: true })])
    await week(all, '2026-11-16T03:00:00+01:00')
    for (const council of ['udsatteraad', 'integrationsraad'])
      expect((await all.house.get(`/raad/${council}`)).body).toContain('/temaer/aabent-om-aftenen')
  })

  it('A26 T13: five are 5–9 and a part of town; four are neither; nothing moves within the week', async () => {
    const { house } = all
    const theme = await begun(all, { district: 'vestervang' })
    const few: string[] = []
    for (let n = 0; n < 4; n++) few.push(await approved(all, await telling(all), { few: true }))
    await ready(all, theme, few)
    await week(all, '2026-11-16T03:00:00+01:00')
    const read = async () => (await house.get('/temaer/aabent-om-aftenen')).body
    expect(await read()).not.toMatch(/har fortalt om det|Vestervang/)
    const fifth = await approved(all, await telling(all))
    await all.amira.post(`/arbejdsrum/temaer/tekst/${fifth}/saml`, { theme })
    expect((await owed()).map(([kind]) => kind)).toContain('theme.finish')
    await ready(all, theme, [])
    await week(all, '2026-11-18T03:00:00+01:00')
    expect(await read()).not.toContain('har fortalt om det')
    await week(all, '2026-11-23T03:00:00+01:00')
    expect(await read()).toContain('5–9 har fortalt om det')
    expect(await read()).toContain('Vestervang')
    const { themes } = JSON.parse((await house.get('/api/v1/themes')).body)
    expect(themes).toMatchObject([{ count: '5-9', firstWeek: '2026-11-16', changedWeek: '2026-11-23' }])
    expect(JSON.stringify(themes)).not.toMatch(/"told"|:\s*5[,}]/)
  })

  it('who has not said yes to being few waits for five', async () => {
    const { house } = all
    const theme = await begun(all)
    await ready(all, theme, [await approved(all, await telling(all), { few: true }), await approved(all, await telling(all))])
    await week(all, '2026-11-16T03:00:00+01:00')
    expect(await house.sql('select from published_theme')).toEqual([])
    expect((await all.amira.get(themePath(theme))).body).toContain('der skal være fem')
  })
})

describe('B2e: erasing', () => {
  it('B2e: takes the summary with it; a theme that is out stays with its count, and nothing leads back', async () => {
    const { house } = all
    const out = await telling(all)
    const theme = await begun(all)
    const gone = await approved(all, out, { few: true })
    await ready(all, theme, [gone])
    await week(all, '2026-11-16T03:00:00+01:00')
    const waiting = await telling(all)
    const other = await begun(all, { title: 'Et andet tema' })
    await ready(all, other, [await approved(all, waiting, { few: true })])
    for (const one of [out, waiting]) await (await comeBack(house, one.code)).go('erase', { sure: 'on' })
    expect(await house.sql('select from summary')).toEqual([])
    expect((await house.get('/temaer')).body).toContain(themeFields.title)
    expect((await house.sql('select told from theme where id = $1', [theme]))[0]).toEqual({ told: 1 })
    // The other was made with words that are gone: a human looks at it again.
    expect((await owed()).map(([kind]) => kind).sort()).toEqual(['theme.finish', 'theme.raise'])
    expect(
      await house.sql("select from journal where because::text like '%' || $1 || '%' or facts::text like '%' || $1 || '%'", [out.id]),
    ).toEqual([])
    expect((await house.sql('select erased_at is not null as erased from thing where id = $1', [gone]))[0]).toEqual({ erased: true })
  })

  it('T15: no column says which theme a voice went into, nor what was written of it', async () => {
    const { house } = all
    const one = await telling(all)
    const theme = await begun(all)
    await ready(all, theme, [await approved(all, one, { few: true })])
    const row = await summaryRow(all, one.id)
    expect(JSON.stringify(row)).not.toContain(theme)
    expect(Buffer.concat(Object.values(row).filter(value => Buffer.isBuffer(value))).includes(Buffer.from('steder'))).toBe(false)
    const journal = await house.sql('select kind, about, because, facts from journal')
    const ofSummary = journal.filter(entry => JSON.stringify(entry).includes(row.id as string))
    expect(ofSummary.length).toBeGreaterThan(2)
    expect(ofSummary.filter(entry => JSON.stringify(entry).includes(theme) || JSON.stringify(entry).includes(one.id))).toEqual([])
  })
})

describe('T5 T17: who learns what', () => {
  it('T5: a council member, other staff without voices and the public find no word and no trace of who told, on any page they can reach', {
    timeout: 120_000,
  }, async () => {
    const { house, amira, peter } = all
    const one = await telling(all, 'Kanariefugl i trappeopgangen')
    const theme = await begun(all)
    await ready(all, theme, [await approved(all, one, { text: `${plain} Solsorten synger.`, few: true })])
    await week(all, '2026-11-16T03:00:00+01:00')
    await amira.post(themePath(theme, 'raad'), { council: 'udsatteraad' })
    const summary = (await summaryRow(all, one.id)).id as string
    const reach = async (visitor: Pick<Visitor, 'get'>, starts: readonly string[]) =>
      await reachBy(visitor, {
        starts,
        follow: /href="(\/(?:arbejdsrum|temaer|raad|nyheder)[^"#]*)"/g,
        passBy: /\.|\/(vedtaegt|bliv-medlem)/,
        // A page that is not there repeats the address it was asked for, and nothing else.
        holds: (body, path) =>
          /Kanarie|Solsorten/.test(body) || [one.id, summary].filter(id => !path.includes(id)).some(id => body.includes(id)),
      })
    const starts = [
      '/arbejdsrum',
      '/arbejdsrum/temaer',
      '/arbejdsrum/laering',
      `/arbejdsrum/temaer/tekst/${summary}`,
      writePath(one.id),
      '/temaer',
      '/raad/udsatteraad',
      '/temaer.atom',
      '/api/v1/themes',
    ]
    for (const visitor of [
      house,
      await house.as('mohamed'),
      await house.as('carl'),
      await house.as('oksana'),
      await house.as('rut'),
      await house.as('bo'),
    ]) {
      const { holding, pages } = await reach(visitor, starts)
      expect(holding).toEqual([])
      expect(pages).toBeGreaterThan(8)
    }
    // The second human sees the text and never the words; the same crawl finds both for whoever may read them.
    expect((await peter.get(`/arbejdsrum/temaer/tekst/${summary}`)).body).toContain('Solsorten')
    expect((await reach(amira, starts)).holding.length).toBeGreaterThan(1)
  })

  it('B6: what somebody who works here told stays closed to their leader, as a summary too', async () => {
    const { house, amira } = all
    const laila = await house.as('laila')
    await house.sql("update unit set leader_id = $1 where slug = 'administrationen'", [laila.personId])
    if ((await house.sql("select from unit where slug = 'administrationen'")).length === 0) {
      const { setUnit } = await import('../../src/people/index.ts')
      await house.act(setUnit, { slug: 'administrationen', leaderId: laila.personId, deputyId: null }, (await house.as('bo')).principal)
    }
    const one = await telling(all, 'Jeg tør ikke sige det', { who: 'staff', unit: 'administrationen', reply: 'code', share: 'ask' })
    const id = await confirmed(all, one)
    expect((await laila.get(`/arbejdsrum/temaer/tekst/${id}`)).status).toBe(404)
    expect((await laila.post(`/arbejdsrum/temaer/tekst/${id}/godkend`)).status).toBe(404)
    expect((await laila.get('/arbejdsrum/temaer')).body).not.toContain(id)
    expect((await laila.get('/arbejdsrum?hvis=alle')).body).not.toContain('En tekst uden personer')
    expect((await amira.get('/arbejdsrum?hvis=alle')).body).toContain('En tekst uden personer')
  })

  it('T5 B1c: who gave the voice away owes nothing of its text and finds it nowhere: whoever has the voice now goes on', async () => {
    const { house, amira, peter } = all
    const one = await telling(all)
    expect((await amira.post(writePath(one.id), { text: plain, do: 'goOn' })).location).toBe(writePath(one.id))
    const id = (await summaryRow(all, one.id)).id as string
    const inge = await house.as('inge')
    const owner = async () => (await house.sql('select owner_id from due where about = $1 and settled_at is null', [id]))[0]!.owner_id
    expect(await owner()).toBe(amira.personId)
    expect((await amira.post(`/arbejdsrum/henvendelser/${one.id}/inhabil`, { why: 'party' })).status).toBe(303)
    const [now] = await house.sql('select owner_id from voice where id = $1', [one.id])
    expect(now!.owner_id).not.toBe(amira.personId)
    expect(await owner()).toBe(now!.owner_id)
    for (const path of [writePath(one.id), `/arbejdsrum/temaer/tekst/${id}`]) expect((await amira.get(path)).status).toBe(404)
    for (const path of ['/arbejdsrum?hvis=alle', '/arbejdsrum/temaer']) expect((await amira.get(path)).body).not.toContain(id)
    await (await comeBack(house, one.code)).go('summary', { answer: 'yes' })
    // The second human is neither who wrote it nor who may not know of it.
    expect([peter.personId, inge.personId]).toContain(await owner())
    // Where only the writer is left, it waits at the secretariat: nobody approves their own.
    const two = await telling(all)
    const text = await confirmed(all, two)
    await house.sql('update summary set written_by = $2 where id = $1', [text, peter.personId])
    await house.sql('update due set owner_id = $2 where about = $1 and settled_at is null', [text, amira.personId])
    const pair = [amira.personId, peter.personId]
    await house.sql('update voice set closed_to = array(select id from person where id <> all ($2)) where id = $1', [two.id, pair])
    expect((await amira.post(`/arbejdsrum/henvendelser/${two.id}/inhabil`, { why: 'party' })).status).toBe(303)
    const left = await house.sql('select kind, owner_id, owner_office from due where about = $1 and settled_at is null', [text])
    expect(left).toEqual([{ kind: 'summary.approve', owner_id: null, owner_office: 'sekretariat' }])
  })

  it('T4: every reading of a summary stands on the page of whoever told', async () => {
    const { house, peter } = all
    const one = await telling(all)
    const id = await confirmed(all, one)
    await peter.get(`/arbejdsrum/temaer/tekst/${id}`)
    const rows = await house.sql("select action from access_log where about = $1 and actor = 'staff:' || $2", [one.id, peter.personId])
    expect(rows).toEqual([{ action: 'summary.read' }])
  })
})

describe('A7: the council makes the staff better', () => {
  const help = async (n: number, said: string, inTime: string | null, on = '2026-08-03') => {
    for (let at = 0; at < n; at++) {
      const one = await telling(all)
      await all.house.sql('update voice set answered_on = $4, right_help = $2, in_time = $3 where id = $1', [one.id, said, inTime, on])
    }
  }
  it('A7: a note only with a theme that is out and an owner; asked for by a council; read and used; before and after', async () => {
    const { house, amira } = all
    const inge = await house.as('inge')
    const theme = await begun(all)
    const { location } = await amira.post(themePath(theme, 'note'), {
      learned: 'Folk kender ikke varmestuen.',
      nowDo: 'Sig det i den første samtale.',
    })
    const note = location!
    expect((await amira.post(`${note}/vis`)).body).toContain('Temaet skal være fremme')
    await ready(all, theme, [await approved(all, await telling(all), { few: true })])
    await week(all, '2026-11-16T03:00:00+01:00')
    expect((await amira.post(`${note}/vis`)).body).toContain('Vælg, hvem der står for det.')
    expect((await inge.get(note)).status).toBe(404)
    await amira.post(`${note}/ret`, {
      learned: 'Folk kender ikke varmestuen.',
      nowDo: 'Sig det i den første samtale.',
      ownerId: inge.personId!,
      units: 'administrationen',
    })
    await amira.post(`${note}/raad`, { council: 'udsatteraad', kind: 'asked', words: 'Rådet vil gerne have, at alle ved det.' })
    await help(6, 'yes', 'no')
    await help(11, 'no', 'no')
    expect((await amira.post(`${note}/vis`)).status).toBe(303)
    expect((await inge.get('/arbejdsrum/laering')).body).toContain('Ny for dig')
    await inge.post(`${note}/laest`)
    await inge.post(`${note}/brugt`)
    const page = (await inge.get(note)).body
    expect(page).toContain('Du har brugt den.')
    expect(page).toContain('Rådet vil gerne have, at alle ved det.')
    expect(page).toContain('1 af')
    // For whom, to staff and to everybody.
    expect(page).toContain('Hvem gælder det for? Administrationen')
    const open = (await house.get('/temaer/aabent-om-aftenen')).body
    expect(open).toContain('Sig det i den første samtale.')
    expect(open).toMatch(/Gælder for (<[^>]+>)*Administrationen/)
    // The council comments on it too; nobody but its secretary writes that down.
    const comment = { council: 'udsatteraad', kind: 'said', words: 'Rådet savner, at det også siges om natten.' }
    expect((await inge.post(`${note}/raad`, comment)).status).toBe(404)
    await amira.post(`${note}/raad`, comment)
    expect((await inge.get(note)).body).toMatch(/Rådet siger: Udsatterådet.*Rådet savner, at det også siges om natten\./s)
    // What people answered in the quarter before it stands beside it, and in the one after once that has ended.
    const figures = async () => {
      const { body } = await inge.get(note)
      return body
        .slice(body.indexOf('>Før og efter<'))
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
    }
    const before = 'Før: 3. kvartal 2026 Fik du den rigtige hjælp? Svar Antal Alle svar 10–19 Ja skjult Noget af den skjult Nej 10–19'
    expect(await figures()).toContain(before)
    expect(await figures()).toContain('Efter: kommer, når kvartalet efter er gået.')
    house.clock.set('2027-03-31T09:00:00+02:00')
    await help(11, 'yes', 'yes', '2027-02-01')
    await help(6, 'no', 'yes', '2027-02-01')
    expect(await figures()).toContain('Efter: kommer')
    house.clock.set('2027-04-01T09:00:00+02:00')
    const after = 'Efter: 1. kvartal 2027 Fik du den rigtige hjælp? Svar Antal Alle svar 10–19 Ja 10–19 Noget af den skjult Nej skjult'
    const both = await figures()
    expect(both).toContain(before)
    expect(both).toContain(after)
    expect(both).not.toContain('Efter: kommer')
    house.clock.set('2026-11-16T03:00:00+01:00')
    expect((await owed()).filter(([kind]) => kind === 'note.follow')).toEqual([['note.follow', inge.personId]])
    expect((await inge.post(`${note}/fulgt`)).status).toBe(303)
    expect((await owed()).filter(([kind]) => kind === 'note.follow')).toEqual([])
    // Who read it is forgotten after two years, counted from the last time; the note stays.
    const forget = async (moment: string) => {
      house.clock.set(moment)
      await house.house.jobs.now('themes.reading-marks')
      return (await house.sql('select from practice_note_use')).length
    }
    expect(await forget('2028-11-15T03:00:00+01:00')).toBe(1)
    expect(await forget('2028-11-18T03:00:00+01:00')).toBe(0)
    expect(await house.sql('select from published_note')).toHaveLength(1)
  })

  it('A6 A7: the figures of a quarter: bands for everybody, counted once and never again; under five is hidden for staff too', async () => {
    const { house, amira } = all
    await help(11, 'yes', 'yes')
    await help(6, 'no', 'no')
    await help(2, 'partly', null)
    const staff = (await amira.get('/arbejdsrum/laering/tal')).body
    expect(staff).toContain('3. kvartal 2026')
    const { publicQuarters } = await import('../../src/themes/quarter-figures.ts')
    await week(all, '2026-11-16T03:00:00+01:00')
    const first = await house.look(tx => publicQuarters(tx))
    expect(first).toEqual([
      {
        quarter: '2026-3',
        help: [
          { answer: 'all', count: '10-19' },
          { answer: 'yes', count: '10-19' },
          { answer: 'partly', count: null },
          { answer: 'no', count: null },
        ],
        inTime: [
          { answer: 'all', count: '10-19' },
          { answer: 'yes', count: '10-19' },
          { answer: 'no', count: '5-9' },
        ],
      },
    ])
    await help(9, 'partly', 'no')
    await week(all, '2026-11-23T03:00:00+01:00')
    expect(await house.look(tx => publicQuarters(tx))).toEqual(first)
    expect((await house.get('/temaer/tal')).body).toContain('10–19')
  })
})
