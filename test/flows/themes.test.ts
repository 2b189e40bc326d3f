// From one voice to a theme: written without persons, confirmed, looked at by a second human, gathered, out once a week, raised, and followed by whoever told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
