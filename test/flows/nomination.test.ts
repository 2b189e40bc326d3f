// From the form to the receipt: nothing is lost on the way, nothing is kept before it is sent, nothing is kept twice.
import { afterEach, describe, expect, test } from 'vitest'
import { openDues } from '../../src/people/index.ts'
import { citizens } from '../cast.ts'
import { dump, leaks } from '../dump.ts'
import { type Fields, openTestHouse, type TestHouse } from '../house.ts'
import { danishFinder, danishTexts } from '../matrix/danish.ts'
import { secondsOn, wordsToRead } from '../reading-time.ts'

let house: TestHouse
afterEach(async () => await house?.close())

const nadia: Fields = {
  step: 'summary',
  forWhom: 'self',
  councils: ['udsatteraad', 'integrationsraad'],
  name: citizens.nadia.name,
  declared: ['ties=local_association', 'roles=user'],
  'organisation:ties=local_association': 'Haveforeningen Solbakken (opdigtet)',
  'role:ties=local_association': 'kasserer',
  residence: 'yes',
  reach: 'email',
  email: citizens.nadia.email,
  language: 'da',
  interpreter: 'arabisk',
  needs: ['childcare'],
  motivation: 'Jeg kender mange, der har brug for at blive hørt.',
}
const codeIn = (body: string) => /id="kode">([0-9A-Z-]{24})</.exec(body)?.[1]
const count = async (table: string) => Number((await house.sql(`select count(*) as n from ${table}`))[0]!.n)
/** The hidden and visible answers of a page, as a browser would send them. */
function fieldsIn(body: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const text = (raw: string) =>
    raw.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  const add = (name: string, value: string) => {
    found[text(name)] = [...(found[text(name)] ?? []), text(value)]
  }
  for (const [tag] of body.matchAll(/<input\b(?:"[^"]*"|[^>"])*>/g)) {
    const at = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
    const type = at('type') ?? 'text'
    if (!at('name') || ((type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(tag))) continue
    add(at('name')!, at('value') ?? '')
  }
  for (const [, name, value] of body.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)</g)) add(name!, value!)
  for (const [, name, inner] of body.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    add(name!, /<option value="([^"]*)" selected/.exec(inner!)?.[1] ?? '')
  return found
}

describe('the form', () => {
  test('A31: yourself, for two councils at once, page by page, with one code and two promises', async () => {
    house = await openTestHouse()
    let page = await house.get('/bliv-medlem')
    expect(page.status).toBe(200)
    const typed: Record<string, Fields> = {
      start: { forWhom: 'self', councils: nadia.councils },
      who: Object.fromEntries(Object.entries(nadia).filter(([name]) => /^(name|declared|organisation|role|motivation)/.test(name))),
      reach: Object.fromEntries(
        Object.entries(nadia).filter(([name]) => /^(residence|reach|email|language|interpreter|needs)$/.test(name)),
      ),
      summary: {},
    }
    for (const step of ['start', 'who', 'reach', 'summary']) {
      const { formKey, ...carried } = fieldsIn(page.body)
      expect(carried.step).toEqual([step])
      expect(await count('candidate')).toBe(0)
      house.clock.advance(30_000)
      page = await house.post('/bliv-medlem', { ...carried, ...typed[step] }, formKey![0])
      expect(page.status).toBe(200)
    }
    expect(codeIn(page.body)).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
    expect(page.body).toContain('mandag den 16. november 2026')
    expect(await count('candidate')).toBe(1)
    expect(
      (await house.sql('select council, state, channel, received_on::text from nomination order by council')).map(row =>
        Object.values(row),
      ),
    ).toEqual([
      ['integrationsraad', 'received', 'web', '2026-11-09'],
      ['udsatteraad', 'received', 'web', '2026-11-09'],
    ])
    expect(leaks(await dump(house), [String(nadia.motivation), 'blive hørt'])).toEqual([])
    const dues = await house.look(tx => openDues(tx, { kinds: ['nomination.contact'] }))
    expect(dues.map(due => [due.dueOn, due.rule.quote])).toEqual(
      Array(2).fill(['2026-11-16', 'Du vil derefter blive kontaktet af Glostrup Kommune.']),
    )
    const [letter] = await house.outbox()
    expect(letter).toMatchObject({ to: citizens.nadia.email })
    expect(letter!.text).not.toMatch(/udsat|integration|Nadia/i)
  })

  test('A31 B2f: three minutes are enough; the human stands on every step and the receipt, and none has Danish on it in another language', async () => {
    house = await openTestHouse()
    const danishIn = danishFinder(await danishTexts(file => import(file)))
    const someone = { name: 'Opdigtet Zeynep Aydin', email: 'zeynep.aydin@example.org', reach: 'email' }
    const both = ['udsatteraad', 'integrationsraad']
    const walks: Record<string, Fields> = {
      oneself: { forWhom: 'self', councils: 'udsatteraad', ...someone, residence: 'yes' },
      another: { forWhom: 'other', councils: 'udsatteraad', ...someone },
      'oneself for two councils': { forWhom: 'self', councils: both, ...someone, residence: 'yes' },
    }
    const danish: string[] = []
    const seconds: Record<string, number> = {}
    for (const lang of ['da', 'en', 'ar', 'tr', 'ur'])
      for (const [whom, answers] of Object.entries(walks)) {
        const at = lang === 'da' ? '/bliv-medlem' : `/${lang}/bliv-medlem`
        let page = await house.get(at)
        for (const step of ['start', 'who', 'reach', 'summary', 'receipt']) {
          if (lang !== 'da') danish.push(...danishIn(page.body).map(piece => `${lang} ${whom}, ${step}: ${piece}`))
          expect(page.body, step).toContain('id="kontakt"')
          const { formKey, ...carried } = fieldsIn(page.body)
          expect(carried.step?.[0] ?? 'receipt').toBe(step)
          const there = Object.keys(answers).filter(name =>
            new RegExp(`<(?:input|textarea)\\b(?![^>]*type="hidden")[^>]* name="${name}"`).test(page.body),
          )
          if (step === 'receipt') continue
          const typed = Object.fromEntries(there.map(name => [name, answers[name]]))
          if (lang === 'da') {
            const { name = '', email = '', ...chosen } = typed as Record<string, string | string[]>
            const written = [name, email].flat().filter(Boolean)
            seconds[whom] = (seconds[whom] ?? 0) + secondsOn(page.body, written, Object.values(chosen).flat().length)
          }
          house.clock.advance(30_000)
          page = await house.post(at, { ...carried, ...typed }, formKey![0])
          expect(page.status).toBe(200)
        }
      }
    expect(danish).toEqual([])
    expect(Object.entries(seconds).filter(([, took]) => took > 180)).toEqual([])
    // Two hundred words more are a minute more, unless they belong to a question that may be skipped.
    const asking = (mark: string) =>
      `<main><form><div class="field question"><label class="q">Hvad?${mark}</label><p class="why">${'ord '.repeat(200)}</p></div></form></main>`
    const skipped = asking('<span class="optional"></span>')
    expect([wordsToRead(asking('')), wordsToRead(skipped)]).toEqual([201, 1])
    expect(Math.round(secondsOn(asking(''), ['fem og tyve tegn i feltet'], 1) - secondsOn(skipped, [], 0))).toBe(60 + 15 + 2 * 2)
  })

  test('A31: nothing typed is lost when something is missing, and the page leads to it', async () => {
    house = await openTestHouse()
    const back = await house.post('/bliv-medlem', { ...nadia, step: 'reach', email: 'nadia@', motivation: 'Å & "<b>' })
    expect(back.status).toBe(422)
    const fields = fieldsIn(back.body)
    for (const [name, value] of Object.entries(nadia))
      if (!['step', 'email', 'motivation'].includes(name)) expect(fields[name], name).toEqual([value].flat())
    expect(fields.email).toEqual(['nadia@'])
    expect(fields.motivation).toEqual(['Å & "<b>'])
    // The page that comes back is the one with the field, and the line above leads to it.
    expect(back.body).toMatch(/href="#f-email"[\s\S]*<input[^>]* id="f-email"/)
    expect(await count('candidate')).toBe(0)
    // All that is wrong with a page is told at once, each beside its field: what cannot be read, and what is missing.
    const at = (body: string) => [...new Set([...body.matchAll(/href="#f-([\w:=-]+)"/g)].map(found => found[1]))]
    const both = await house.post('/bliv-medlem', { ...nadia, step: 'reach', email: 'nadia@', residence: undefined })
    expect([both.status, at(both.body).sort()]).toEqual([422, ['email', 'residence']])
    for (const field of ['email', 'residence']) expect(both.body, field).toContain(`class="error" id="f-${field}-error"`)
    const long = { ...nadia, step: 'who', name: 'x'.repeat(121), 'organisation:ties=local_association': '' }
    const who = await house.post('/bliv-medlem', long)
    expect([who.status, at(who.body).sort()]).toEqual([422, ['name', 'organisation-ties-local_association']])
    expect(who.body).toContain('Der er plads til 120 tegn, og du har skrevet 121.')
    // What is wrong on a page to come is told there; sent as a whole, everything is told.
    expect((await house.post('/bliv-medlem', { ...long, step: 'start', 'organisation:ties=local_association': 'X' })).status).toBe(200)
    const whole = await house.post('/bliv-medlem', { ...long, step: 'summary', email: 'nadia@', residence: undefined, councils: undefined })
    expect(whole.status).toBe(422)
    const secretary = await house.as('secretary')
    const entered = await secretary.post('/arbejdsrum/kandidater/ny', { ...nadia, receivedOn: '2031-01-01', email: 'nadia@', name: '' })
    expect([entered.status, at(entered.body).sort()]).toEqual([422, ['channel', 'email', 'name', 'receivedOn']])
    expect(await count('candidate')).toBe(0)
  })

  test('A31: who suggests another reads what happens with the other, and who passes it on themself is told so', async () => {
    house = await openTestHouse()
    const other = { forWhom: 'other', councils: 'udsatteraad', name: 'Opdigtet Zeynep', reach: 'self', language: 'da' }
    const who = await house.post('/bliv-medlem', { ...other, step: 'start' })
    expect(who.body).toContain('Næste: hvordan får vi fat i personen')
    expect(who.body).toMatch(/spørger personen inden 5 arbejdsdage/)
    expect(who.body).not.toMatch(/kontakter dig|du har skrevet/)
    const done = await house.post('/bliv-medlem', { ...other, step: 'summary' })
    expect(done.body).toContain('Sig det nu til personen.')
    expect(done.body).not.toMatch(/spørger personen senest/)
    const asked = await house.post('/bliv-medlem', { ...other, step: 'summary', reach: 'phone', phone: '00 00 00 09' })
    expect(asked.body).toMatch(/spørger personen senest/)
    // What is promised is true of a suggestion: no periods that are about oneself, nothing that can be taken back without a code.
    const summary = (await house.post('/bliv-medlem', { ...other, step: 'reach' })).body
    expect(summary).toMatch(/Hvis personen ikke svarer[\s\S]*Hvis personen siger ja/)
    expect(summary).not.toMatch(/Hvis du ikke bliver udpeget|Mens du står på venteliste|Du kan fortryde bagefter/)
    expect(asked.body).not.toContain('dit navn står der')
    const named = await house.post('/bliv-medlem', { ...other, step: 'summary', suggester: 'Opdigtet Nabo' })
    expect(named.body).toContain('Fortryder du, at dit navn står der')
    const own = await house.post('/bliv-medlem', { ...other, forWhom: 'self', step: 'reach', residence: 'yes' })
    expect(own.body).toMatch(/Hvis du ikke bliver udpeget[\s\S]*Du kan fortryde bagefter/)
  })

  test('A31 A33: whoever nominates themself reads before sending what the law asks for: who has it, why, by which rule, for how long, and their rights', async () => {
    house = await openTestHouse()
    const { body } = await house.post('/bliv-medlem', { ...nadia, step: 'reach' })
    const legal = body.slice(body.indexOf('Hvad gør vi med det?'), body.lastIndexOf('Send'))
    for (const said of [
      'Glostrup Kommune gemmer det, du skriver, for at kunne kontakte dig og svare dig.',
      'Kun de medarbejdere, der arbejder med rådene, kan læse det. Hver gang en af dem læser det, bliver det skrevet ned.',
      'databeskyttelsesforordningens artikel 6, stk. 1, litra e',
      'Mens du venter på svar: højst 1 år fra vi sidst talte sammen.',
      'Hvis du ikke bliver udpeget: 6 måneder fra vores svar.',
      'Mens du står på venteliste: højst 4 år.',
      'Du kan se alt, vi har om dig, rette det, hente det og få det slettet. Du kan klage til Datatilsynet.',
      'Glostrup Kommune har ansvaret (er dataansvarlig). <a href="#kontakt">',
      'Databeskyttelsesrådgiveren står her ikke endnu. Den, der driver siden, skriver det ind.',
      'Bliver du foreslået til en plads, ser de, der beslutter det, dit navn.',
      'holde op med at bruge det (gøre indsigelse), eller vente med at bruge det (begrænsning).',
      'Du bestemmer selv, hvad du skriver. Uden et navn og en vej til dig kan vi ikke svare.',
      'Mennesker afgør, hvem der bliver medlem. Det gør ingen maskine.',
      'databeskyttelsesforordningen, (EU) 2016/679 af 27. april 2016, artikel 6, 9, 13.',
      'href="https://www.datatilsynet.dk"',
      'href="/privatliv"',
    ])
      expect(legal, said).toContain(said)
    // The periods are the municipality's own, and nothing of somebody else's suggestion stands here.
    expect(legal).not.toMatch(/personen|foreslog/i)
    expect(await count('candidate')).toBe(0)
  })

  test('A36: two words about oneself are never needed, nor anything but a name and a way', async () => {
    house = await openTestHouse()
    const sent = await house.post('/raad/udsatteraad/bliv-medlem', {
      step: 'summary',
      forWhom: 'self',
      councils: 'udsatteraad',
      name: 'X',
      reach: 'self',
    })
    expect(sent.status).toBe(200)
    expect(codeIn(sent.body)).toBeDefined()
    expect((await house.sql('select motivation_sealed from candidate'))[0]!.motivation_sealed).toBeNull()
  })

  test('A31: a link or a slip leaves nothing', async () => {
    house = await openTestHouse()
    const things = await count('thing')
    const page = await house.post('/bliv-medlem', { step: 'start', forWhom: 'link' })
    expect(page.status).toBe(200)
    // No name is asked for; what the address does, how long it works, and a slip that stands by itself on paper, with nothing to call where no number is known.
    for (const said of [
      'Her gemmer vi ingenting, hverken om dig eller om den anden.',
      'Adressen åbner siden, hvor man kan læse om rådene og selv melde sig. Du behøver ikke skrive noget navn.',
      'Adressen virker for alle og løber ikke ud. Søger intet råd nogen lige nu, siger siden det.',
      'Skriv siden ud, og giv den til personen.',
      'Læs mere her:</p>',
    ])
      expect(page.body, said).toContain(said)
    const main = page.body.slice(page.body.indexOf('<main'), page.body.indexOf('</main>'))
    expect(main).not.toMatch(/<form|<input/)
    expect([...main.matchAll(/>127\.0\.0\.1:\d+(\/[^<]*)</g)].map(found => found[1])).toEqual(['/bliv-medlem', '/bliv-medlem'])
    // What the browser prints alone holds the slip and not the link.
    const slip = main.slice(main.indexOf('class="slip'))
    expect(slip).toContain('Læs mere her:')
    expect(slip).not.toContain('Et link')
    expect((await house.get('/bliv-medlem')).status).toBe(200)
    expect((await house.post('/en/bliv-medlem', { step: 'start', forWhom: 'link' })).body).toMatch(/>127\.0\.0\.1:\d+\/en\/bliv-medlem</)
    for (const table of ['candidate', 'nomination', 'accepted_form', 'letter']) expect(await count(table), table).toBe(0)
    expect(await count('thing')).toBe(things)
  })

  test('a robot sees the summary again, and a human who is quick or has a helpful browser gets through with one more press', async () => {
    house = await openTestHouse()
    const again = await house.post('/bliv-medlem', { ...nadia, telefax: 'x' })
    expect(again.status).toBe(422)
    expect(again.body).toContain('Tryk send igen')
    // No answer is wrong, so none is to be looked at.
    expect(again.body).not.toContain('Se på ét svar')
    expect(await count('candidate')).toBe(0)
    const { formKey, ...fields } = fieldsIn(again.body)
    const sent = await house.post('/bliv-medlem', { ...fields, telefax: 'x' }, formKey![0])
    expect(codeIn(sent.body)).toBeDefined()
    // Straight to the end at once is a robot's way; who came by the pages before it may be quick there.
    const fresh = async () => fieldsIn((await house.get('/bliv-medlem')).body).formKey![0]!
    expect((await house.post('/bliv-medlem', nadia, await fresh())).status).toBe(422)
    const walked = await house.post('/bliv-medlem', { ...nadia, flow: 'A'.repeat(22) }, await fresh())
    expect([walked.status, codeIn(walked.body) !== undefined]).toEqual([200, true])
  })

  test('the demonstration says that it reaches nobody', async () => {
    house = await openTestHouse({ standing: 'demonstration' })
    for (const page of [await house.get('/bliv-medlem'), await house.post('/bliv-medlem', nadia)])
      expect(page.body).toContain('når ikke frem til nogen')
  })

  test('an unknown council has no form', async () => {
    house = await openTestHouse()
    expect((await house.get('/raad/findesikke/bliv-medlem')).status).toBe(404)
    expect((await house.post('/bliv-medlem', { ...nadia, councils: 'findesikke' })).status).toBe(422)
  })
})

/** Sends as a patient person does: the same form again while the house says that it cannot take it now. */
async function sendUntilTaken(fields: Fields, key = house.formKey()) {
  for (let attempt = 1; ; attempt++) {
    const answer = await house.post('/bliv-medlem', fields, key)
    if (answer.status !== 503 || attempt === 20) return answer
  }
}

describe('once and only once', () => {
  test('sent fifty times at once it is one nomination with one code; the fifty-first sees the same', async () => {
    house = await openTestHouse()
    const key = house.formKey()
    const all = await Promise.all(Array.from({ length: 50 }, () => sendUntilTaken(nadia, key)))
    expect(new Set(all.map(one => one.status))).toEqual(new Set([200]))
    const codes = new Set(all.map(one => codeIn(one.body)))
    expect(codes.size).toBe(1)
    expect(codes.has(undefined)).toBe(false)
    expect(codeIn((await sendUntilTaken(nadia, key)).body)).toBe([...codes][0])
    expect([await count('candidate'), await count('nomination'), await count('letter'), await count('due')]).toEqual([1, 2, 1, 2])
  })

  test('fifty different ones at once are fifty, none lost', async () => {
    house = await openTestHouse()
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => sendUntilTaken({ ...nadia, name: `Opdigtet Person ${n}` })))
    const codes = new Set(all.map(one => codeIn(one.body)))
    expect(codes.size).toBe(50)
    expect([await count('candidate'), await count('nomination'), await count('receipt')]).toEqual([50, 100, 50])
  })

  test('going back and sending again shows the first receipt and says that the change is not in it', async () => {
    house = await openTestHouse()
    const flow = 'A'.repeat(22)
    const first = await house.post('/bliv-medlem', { ...nadia, flow })
    const second = await house.post('/bliv-medlem', { ...nadia, flow, name: 'Nadia H.' })
    expect(codeIn(second.body)).toBe(codeIn(first.body))
    expect(second.body).toContain('Det, du rettede bagefter, er ikke med')
    expect(await count('candidate')).toBe(1)
  })

  test('the code stands nowhere in the database', async () => {
    house = await openTestHouse()
    const code = codeIn((await house.post('/bliv-medlem', nadia)).body)!
    const forms = [code, code.replaceAll('-', '')]
    expect(leaks(await dump(house), forms)).toEqual([])
    // Planted: where it stands among the bytes of a sealed column, it is seen.
    await house.sql("update candidate set motivation_sealed = convert_to('x' || $1, 'UTF8')", [forms[1]])
    expect(leaks(await dump(house), forms)).toEqual([`public.candidate: ${forms[1]}`])
  })
})
