// Charters are adopted in versions: a draft is written, tried, decided and read; old versions stay where they were.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterVerb, draftVerbs, waysOn } from '../../src/councils/drafts/draft.ts'
import { charterInForce } from '../../src/councils/index.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
let secretariat: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
  secretariat = await house.as('politicalSecretariat')
})
afterAll(async () => await house.close())

const at = '/arbejdsrum/raad/udsatteraad/vedtaegt'
/** The revision a page shows, as its own form would send it. */
const revisionOf = (body: string) => /name="revision" value="(\d+)"/.exec(body)![1]!
const revision = async (raad = 'udsatteraad') => revisionOf((await secretary.get(`/arbejdsrum/raad/${raad}/vedtaegt/kladde/resten`)).body)
const decision = { body: 'municipal_council', decidedOn: '2026-11-04', minuteRef: 'Punkt 9', validFrom: '2026-11-10', seen: 'yes' }
const rule = {
  text: 'højst én fra samme organisation',
  in: ['external'],
  attr: 'organisation',
  max: '1',
  strength: 'should',
  sentence: 'Der bør ikke sidde to fra samme organisation.',
  ref: 'Vedtægten § 4',
}

describe('one council, from draft to version', () => {
  test('A0: a draft begins as a copy of the version in force, and nobody outside sees it', async () => {
    const { location } = await secretary.post(`${at}/kladde`)
    expect(location).toBe(`${at}/kladde`)
    const { body } = await secretary.get(`${at}/kladde`)
    expect(body).toContain('Bygger på udgave 1')
    expect(body).toContain('Kommunen ønsker, at mindst to af disse medlemmer er brugere')
    expect((await secretary.get(`${at}/kladde/aendringer`)).body).toContain('Kladden siger det samme som udgave 1')
    expect((await house.get(`${at}/kladde`)).status).toBe(404)
    expect((await (await house.as('councillor')).get(`${at}/kladde`)).status).toBe(404)
  })

  test('A0: there is one open draft for a council; a second beginning says so', async () => {
    const again = await secretary.post(`${at}/kladde`)
    expect(again.status).toBe(422)
    expect(again.body).toContain('Der er en kladde i forvejen')
  })

  test('A10: "in plain words" shows what the form says, and saves nothing', async () => {
    const before = await revision()
    const shown = await secretary.post(`${at}/kladde/regler/ny-max_same`, { ...rule, revision: before, do: 'words' })
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('højst 1 har samme organisation')
    // What was typed is still there.
    expect(shown.body).toContain('Der bør ikke sidde to fra samme organisation.')
    const lines = await secretary.post(`${at}/kladde/regler/ny-max_same`, { ...rule, revision: before, do: 'words', as: 'lines' })
    expect(JSON.parse(lines.body).lines).toEqual([expect.stringContaining('højst 1 har samme organisation')])
    expect(await revision()).toBe(before)
  })

  test('A10: a rule is added by form, with its strength, sentence and source', async () => {
    const { location, body } = await secretary.post(`${at}/kladde/regler/ny-max_same`, { ...rule, revision: await revision(), do: 'save' })
    expect(body).toBe('')
    expect(location).toBe(`${at}/kladde`)
    const changes = (await secretary.get(`${at}/kladde/aendringer`)).body
    expect(changes).toContain('<h2>Nyt</h2>')
    expect(changes).toContain('Der bør ikke sidde to fra samme organisation.')
  })

  test('A0: two people do not overwrite each other silently', async () => {
    const seen = await revision()
    const first = await secretary.post(`${at}/kladde/resten`, { revision: seen, opinions: 'yes' })
    expect(first.location).toBe(`${at}/kladde`)
    const second = await secretariat.post(`${at}/kladde/resten`, { revision: seen, chair: 'council', opinions: 'no' })
    expect(second.status).toBe(422)
    expect(second.body).toContain('En anden har gemt i kladden')
    // The form came back with what was typed and with the newer revision: saving again is a choice.
    expect(second.body).toMatch(/value="council" checked/)
    const again = await secretariat.post(`${at}/kladde/resten`, { revision: revisionOf(second.body), chair: 'council', opinions: 'yes' })
    expect(again.location).toBe(`${at}/kladde`)
  })

  test('A0: only the recorded decision of the appointing body makes it a version; a secretary cannot', async () => {
    expect((await secretary.get(`${at}/kladde/vedtag`)).status).toBe(403)
    expect((await secretary.post(`${at}/kladde/vedtag`, { revision: await revision(), ...decision })).status).toBe(403)
    const early = await secretariat.post(`${at}/kladde/vedtag`, {
      revision: await revision(),
      ...decision,
      decidedOn: '2026-12-01',
      minuteRef: '',
    })
    expect(early.status).toBe(422)
    expect((await house.get('/raad/udsatteraad/vedtaegt/2')).status).toBe(404)
    const unread = await secretariat.post(`${at}/kladde/vedtag`, { revision: await revision(), ...decision, seen: undefined })
    expect(unread.body).toContain('Læs det, og sæt kryds')
    const done = await secretariat.post(`${at}/kladde/vedtag`, { revision: await revision(), ...decision })
    expect(done.location).toBe(at)
  })

  test('A0: the public page shows the new version from its day, and the old one stays at its address', async () => {
    // In force from tomorrow: today the first still holds.
    expect((await house.get('/raad/udsatteraad/vedtaegt')).body).toContain('Udgave 1. Gælder fra')
    const coming = (await house.get('/raad/udsatteraad/vedtaegt/2')).body
    expect(coming).toContain('Udgave 2. Kommer til at gælde fra tirsdag den 10. november 2026.')
    expect(coming).toContain('Vedtaget af kommunalbestyrelsen onsdag den 4. november 2026. Referat: Punkt 9.')
    expect(coming).toContain('Ændret siden udgave 1')
    expect(coming).toContain('Der bør ikke sidde to fra samme organisation.')
    house.clock.set('2026-11-10T00:00:01+01:00')
    expect((await house.get('/raad/udsatteraad/vedtaegt')).body).toContain('Udgave 2. Gælder fra')
    const old = (await house.get('/raad/udsatteraad/vedtaegt/1')).body
    expect(old).toContain('Udgave 1. Gjaldt fra mandag den 24. juni 2019 til mandag den 9. november 2026.')
    expect(old).not.toContain('samme organisation')
    const inForce = (on: string) => house.look(async tx => (await charterInForce(tx, 'udsatteraad', on))?.version)
    expect([await inForce('2026-11-09'), await inForce('2026-11-10')]).toEqual([1, 2])
    house.clock.set('2026-11-09T10:30:00+01:00')
  })

  test('A0: a version is never changed: what is adopted is gone as a draft, and a correction is a new version', async () => {
    expect((await secretary.get(`${at}/kladde`)).status).toBe(404)
    await secretary.post(`${at}/kladde`)
    const page = (await secretary.get(`${at}/kladde`)).body
    expect(page).toContain('Bygger på udgave 2')
    await secretary.post(`${at}/kladde/kasser`, { revision: await revision() })
    expect(
      (await house.sql("select outcome from charter_draft where council = 'udsatteraad' order by opened_at")).map(row => row.outcome),
    ).toEqual(['adopted', 'dropped'])
    expect((await house.get('/raad/udsatteraad/vedtaegt/3')).status).toBe(404)
  })
})

test('A0: no state of a draft is a dead end', () => {
  for (const state of ['open', 'adopted', 'dropped'] as const) {
    expect(waysOn(state).length).toBeGreaterThan(0)
    const reached = new Set([state as string])
    for (let round = 0; round < 3; round++)
      for (const from of [...reached]) for (const verb of draftVerbs) reached.add(afterVerb(from as never, verb) ?? from)
    expect(reached).toContain('open')
  }
})
