// The public call of a council, end to end: planned, open, moved, closed; its page, paper, short address and feed.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CallEntry, callOn, takesNominations } from '../../src/councils/open-call.ts'
import { keepLetter } from '../../src/mailroom/index.ts'
import { placeLetters } from '../../src/mailroom/place-letter.ts'
import { readLetter } from '../../src/mailroom/reading/read-letter.ts'
import { applyFiles } from '../../src/municipalities/apply.ts'
import { readMunicipality } from '../../src/municipalities/index.ts'
import { closePress } from '../../src/platform/paper/paper.ts'
import { citizens } from '../cast.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { readPdf } from '../paper/read-pdf.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => {
  await house.close()
  closePress()
})

const at = '/arbejdsrum/raad/integrationsraad/opslag'
// Each time a session of its own: days go by between the visits.
let visits = 0
const secretary = () => house.employed({ name: 'Opdigtet Rådssekretær', email: `sekretaer${visits++}@eksempel.dk`, roles: ['secretary'] })
const set = async (startsOn: string, deadlineOn: string) => (await secretary()).post(at, { startsOn, deadlineOn })
const join = () => house.get('/raad/integrationsraad/bliv-medlem')
const feed = async () => (await house.get('/nyheder.atom')).body
const send = (key: string) =>
  house.post('/raad/integrationsraad/bliv-medlem', {
    step: 'summary',
    forWhom: 'self',
    councils: ['integrationsraad'],
    name: citizens.nadia.name,
    declared: ['none'],
    residence: 'yes',
    reach: 'self',
    language: 'da',
    flow: key.padEnd(22, 'x'),
  })

describe('the life of a call', () => {
  test('A33: without a call the data decide; a planned one opens on its day, a deadline closes, a later one opens again', async () => {
    expect((await join()).body).toContain('Opslaget nævner ingen frist.')
    expect((await house.get('/nyheder.atom')).body).not.toContain('Integrationsrådet søger')

    expect(await set('2026-11-16', '2026-12-03')).toMatchObject({ status: 303 })
    const planned = await join()
    expect(planned.body).toContain('Man kan melde sig fra mandag den 16. november 2026.')
    expect(planned.body).not.toContain('name="forWhom"')
    expect((await house.get('/bliv-medlem')).body).not.toContain('value="integrationsraad"')
    expect((await send('planned')).status).toBe(422)

    await house.at('2026-11-16T08:00:00+01:00')
    expect((await join()).body).toContain('Meld dig senest torsdag den 3. december 2026.')
    expect((await house.get('/raad/integrationsraad')).body).toContain('torsdag den 3. december 2026')
    expect((await house.get('/')).body).toContain('Integrationsrådet')
    expect(await feed()).toContain('<title>Integrationsrådet søger medlemmer</title>')
    expect(await feed()).toContain('Frist: torsdag den 3. december 2026.')

    await house.at('2026-12-03T23:30:00+01:00')
    expect((await send('lastday')).status).toBe(200)
    await house.at('2026-12-04T00:30:00+01:00')
    const closed = await join()
    expect(closed.body).toContain('Fristen var torsdag den 3. december 2026.')
    for (const next of [
      'Har du meldt dig, får du et svar af os.',
      'href="#kontakt"',
      'href="/kvittering"',
      'href="/raad/udsatteraad/bliv-medlem"',
    ])
      expect(closed.body).toContain(next)
    expect(await feed()).not.toContain('Integrationsrådet søger')
    expect((await house.get('/')).body).not.toContain('Integrationsrådet')

    expect(await set('2026-11-16', '2026-12-18')).toMatchObject({ status: 303 })
    expect((await join()).body).toMatch(/Fristen er flyttet\.\s*Meld dig senest fredag den 18\. december 2026\./)
    expect((await (await secretary()).get(at)).body).toContain('Fristen er flyttet.')
  })

  test('A31: who is in the middle of the form when the call closes is told so, and loses nothing they wrote', async () => {
    const closer = await secretary()
    expect((await closer.post(`${at}/luk`, {})).status).toBe(303)
    expect((await join()).body).toContain('Opslaget er lukket.')
    const late = await send('inthemiddle')
    expect(late.status).toBe(422)
    expect(late.body).toContain('Et af rådene tager ikke imod lige nu.')
    expect(late.body).toContain(citizens.nadia.name)
    expect((await closer.post(`${at}/luk`, {})).body).toContain('Opslaget er allerede lukket.')
    expect((await set('2026-12-04', '2027-01-15')).status).toBe(303)
    expect((await join()).status).toBe(200)
  })

  test('A32: a letter that came in time can still be entered by the secretary after the deadline', async () => {
    await house.at('2027-01-16T09:00:00+01:00')
    const page = await (await secretary()).get('/arbejdsrum/kandidater/ny')
    expect(page.body).toContain('value="integrationsraad"')
    expect((await house.get('/bliv-medlem')).body).not.toContain('value="integrationsraad"')
    // The same goes for one that came by e-mail: its council is found in the words, and stands on its page.
    const words = 'From: Opdigtet Borger <borger@eksempel.dk>\r\nSubject: Integrationsrådet\r\n'
    const bytes = Buffer.from(`${words}Content-Type: text/plain; charset=utf-8\r\n\r\nJeg vil gerne være medlem af Integrationsrådet.\r\n`)
    const { id } = await house.act(keepLetter, { mailbox: 'politik', source: null, bytes })
    await house.act(placeLetters, [{ id, read: await readLetter(bytes, () => 5), trustedServer: null }])
    const draft = await (await secretary()).get(`/arbejdsrum/kandidater/brev/${id}`)
    expect(draft.body).toMatch(/value="integrationsraad"[^>]*checked/)
  })

  test.each([
    ['2027-02-01', '2027-01-20', 'Fristen ligger før den første dag.'],
    ['2027-01-01', '2027-01-10', 'Fristen er allerede gået.'],
    ['', '', 'Skriv eller vælg noget her.'],
    ['i morgen', '2027-02-01', 'Skriv en dato'],
  ])('days that cannot be (%s – %s) come back with what to do', async (from, to, says) => {
    const answer = await set(from, to)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(says)
    if (from) expect(answer.body).toContain(`value="${from}"`)
  })

  test('only those who record what a council decided may set a call', async () => {
    for (const role of ['caseworker', 'outreachWorker', 'auditor', 'councillor'] as const) {
      const one = await house.employed({ name: `Opdigtet ${role}`, email: `${role}@eksempel.dk`, roles: [role] })
      expect([403, 404]).toContain((await one.post(at, { startsOn: '2027-02-01', deadlineOn: '' })).status)
    }
    expect([403, 404]).toContain((await house.post(at, { startsOn: '2027-02-01', deadlineOn: '' })).status)
  })
})

describe('what a call shows', () => {
  test('A33: seats that nobody sits on, and never how many came forward', async () => {
    const before = (await house.get('/raad/udsatteraad/bliv-medlem')).body
    expect(before).toContain('4 pladser: Organisationer, brugere og enkeltpersoner med særlig indsigt')
    // The seats of the municipal council and of the administration are nobody's to ask for.
    expect(before).not.toContain('3 pladser')
    for (let n = 0; n < 3; n++)
      await house.post('/bliv-medlem', {
        step: 'summary',
        forWhom: 'self',
        councils: ['udsatteraad'],
        name: `Opdigtet ${n}`,
        declared: ['none'],
        reach: 'self',
        language: 'da',
        flow: `count${n}`.padEnd(22, 'y'),
      })
    const seats = (body: string) => /id="pladser">[\s\S]*?<\/section>/.exec(body)![0]
    expect(Number((await house.sql("select count(*) as n from nomination where council = 'udsatteraad'"))[0]!.n)).toBe(3)
    expect(seats((await house.get('/raad/udsatteraad/bliv-medlem')).body)).toBe(seats(before))
  })

  test('A33: the fact box of the call is complete, with the source of what it says about pay', async () => {
    const { body } = await house.get('/raad/udsatteraad/bliv-medlem')
    for (const term of ['Hvad er det?', 'Hvem kan være med?', 'Løn og udgifter', 'Sprog og tolk', 'Transport', 'Og så?', 'Giv det videre'])
      expect(body).toContain(term)
    expect(body).toMatch(/Kilde: <bdi[^>]*>Kommunestyrelsesloven § 16 a<\/bdi>\./)
  })

  test('A31: the short address leads to the call in the language it was asked in; unknown ones are no page', async () => {
    const to = async (path: string) => (await house.get(path)).headers.get('location')
    expect(await to('/u')).toBe('/raad/udsatteraad/bliv-medlem')
    expect(await to('/ar/i')).toBe('/ar/raad/integrationsraad/bliv-medlem')
    expect((await house.get('/q')).status).toBe(404)
    expect((await house.get('/kontakt')).status).toBe(200)
  })

  test.each(['', '/en', '/ar', '/tr', '/ur'])(
    'A31: poster and slips in %s: one sheet each, with the address and its code',
    { timeout: 60_000 },
    async prefix => {
      const poster = await house.fetch(`${prefix}/raad/udsatteraad/opslag/plakat.pdf`)
      expect(poster.headers.get('content-type')).toBe('application/pdf')
      const made = readPdf(new Uint8Array(await poster.arrayBuffer()))
      expect(made.pages).toHaveLength(1)
      expect(made.spans.map(span => span.text)).toContain(`127.0.0.1:3000${prefix}/u`)
      expect(made.tags).toContain('Figure')
      const slips = readPdf(new Uint8Array(await (await house.fetch(`${prefix}/raad/udsatteraad/opslag/sedler.pdf`)).arrayBuffer()))
      expect(slips.pages).toHaveLength(1)
      expect(slips.spans.filter(span => span.text === `127.0.0.1:3000${prefix}/u`)).toHaveLength(4)
    },
  )
})

describe('which council fits me', () => {
  test('A34: three questions, both councils at once, the reasons, and the form with both chosen', async () => {
    await set('2027-01-16', '2027-03-01')
    const asked = await house.get('/hvilket-raad')
    expect(asked.body.match(/<legend class="q"/g)).toHaveLength(3)
    const answer = await house.post('/hvilket-raad', {
      about: ['udsatteraad'],
      kinds: ['roles=user', 'ties=school_board'],
      residence: 'yes',
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('De her råd passer til dig')
    expect(answer.body).toContain('Man skal bo i Glostrup Kommune for at sidde i rådet. Det gør du.')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const go = await house.post('/bliv-medlem', {
      step: 'start',
      go: 'edit:start',
      forWhom: 'self',
      councils: ['udsatteraad', 'integrationsraad'],
    })
    expect(go.body.match(/name="councils"[^>]*checked/g)).toHaveLength(2)
    const moved = await house.post('/hvilket-raad', { residence: 'no' })
    expect(moved.body).toContain('Passer ikke')
  })

  test('A34: the answers are written nowhere', async () => {
    const tables = (
      await house.sql("select relname from pg_class join pg_namespace n on n.oid = relnamespace where relkind = 'r' and nspname = 'public'")
    ).map(row => String(row.relname))
    const counts = async () => {
      const found: Record<string, unknown> = {}
      for (const table of tables) found[table] = (await house.sql(`select count(*) as n from ${table}`))[0]!.n
      return found
    }
    const before = await counts()
    await house.post('/hvilket-raad', { kinds: ['roles=user'], residence: 'unknown' })
    expect(await counts()).toEqual(before)
  })
})

describe('the states of a call', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(n => `2026-11-${String(n).padStart(2, '0')}` as const)
  const entry = fc.record({ startsOn: day, length: fc.option(fc.integer({ min: 0, max: 10 })), closed: fc.boolean() }).map(
    ({ startsOn, length, closed }, at = 0): CallEntry => ({
      startsOn,
      deadlineOn:
        length === null ? null : (`2026-11-${String(Math.min(28, Number(startsOn.slice(8)) + length)).padStart(2, '0')}` as const),
      closed,
      recordedAt: new Date(Number(at)),
    }),
  )

  test('A33: on every day a call has exactly one state, and none is an end: one more entry opens it', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), day, (entries, today) => {
        const now = callOn(entries, today)
        const last = entries.at(-1)
        if (!last) {
          expect(now.state).toBe('none')
          return
        }
        const within = last.startsOn <= today && (last.deadlineOn === null || today <= last.deadlineOn) && !last.closed
        expect(takesNominations(now)).toBe(within)
        const opened = callOn([...entries, { startsOn: today, deadlineOn: today, closed: false, recordedAt: new Date() }], today)
        expect(['open', 'extended']).toContain(opened.state)
        const closed = callOn([...entries, { ...last, closed: true }], today)
        expect(closed.state).toBe('closed')
      }),
    )
  })
})

test('A33: a short address that hangs on a wall is never given to another council, also when the files say so, and the old one still leads home', async () => {
  const read = await readMunicipality('municipalities/glostrup')
  if (!read.ok) throw new Error('the files were not read')
  const data = structuredClone(read.data)
  const one = (slug: string) => data.councils.find(council => council.slug === slug)! as { short: string | null }
  one('udsatteraad').short = 'i'
  one('integrationsraad').short = 'z'
  const steps = await house.act(applyFiles, { data, demo: false })
  expect(steps.filter(step => step.does.startsWith('left without')).map(step => step.key)).toEqual(['council:udsatteraad'])
  for (const short of ['i', 'z']) expect((await house.get(`/${short}`)).location).toBe('/raad/integrationsraad/bliv-medlem')
  expect((await house.get('/u')).location).toBe('/raad/udsatteraad/bliv-medlem')
  // Applied again nothing changes: the address left out is no difference of its own.
  const again = await house.act(applyFiles, { data, demo: false })
  expect(again.filter(step => step.does === 'change' || step.does === 'add')).toEqual([])
  // A new council cannot have one of the old ones either.
  const added = { ...structuredClone(data.councils[0]!), slug: 'nyt-raad', short: 'u', charters: [] }
  await house.act(applyFiles, { data: { ...data, councils: [...data.councils, added] }, demo: false })
  expect((await house.get('/u')).location).toBe('/raad/udsatteraad/bliv-medlem')
})
