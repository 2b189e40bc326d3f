// The public pages as a reader meets them: councils, charter, news, policy, help, contact; and that a change shows at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordEvent } from '../../src/councils/index.ts'
import { type ItemContent, itemOf, itemsOfKinds, writeItem } from '../../src/municipalities/index.ts'
import { translationLine } from '../../src/platform/html/translation-line.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ standing: 'demonstration' })
})
afterAll(async () => await house.close())

/** What a reader sees: the page without its markup. */
const text = (html: string) =>
  html
    .replace(/<(style|script|title|desc)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
const read = async (path: string) => {
  const answer = await house.get(path)
  expect(answer.status, path).toBe(200)
  return text(answer.body)
}

describe('the announcement and its versions', () => {
  it('A0: shows when it was published, on Copenhagen’s clock, and keeps it in the markup as a moment', async () => {
    const { body } = await house.get('/nyheder/2019-06-24-to-nye-raad')
    expect(text(body)).toContain('mandag den 24. juni 2019 kl. 11.56')
    expect(body).toContain('2019-06-24T09:56:00.000Z')
  })
  it('A0: the list has the announcement with its date and the way to it, above whatever is older', async () => {
    const first = async () => {
      const { body } = await house.get('/nyheder')
      return /<ul class="list"><li>([\s\S]*?)<\/li>/.exec(body)?.[1] ?? ''
    }
    const slug = '2019-06-24-to-nye-raad'
    const news = await house.look(tx => itemOf(tx, 'news', slug))
    for (const [at, published] of [null, '2018-01-02T08:00'].entries()) {
      if (published) {
        const older = { ...news!, slug: 'aa-opdigtet', title: { da: 'Opdigtet nyhed' }, versions: [{ ...news!.versions[0]!, published }] }
        await house.act((tx, who) => writeItem(tx, who, { kind: 'news', slug: older.slug, content: older as never }), undefined)
        expect(await read('/nyheder')).toContain('Opdigtet nyhed')
      }
      expect(text(await first()), String(at)).toContain('To nye råd i Glostrup mandag den 24. juni 2019 kl. 11.56')
      expect(await first()).toContain(`<h2><a href="/nyheder/${slug}">`)
    }
  })
  it('A11: shows the sentence that stands twice, twice', async () => {
    const words = await read('/nyheder/2019-06-24-to-nye-raad')
    expect(words.split('Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.').length - 1).toBe(2)
  })
  it('A0: a change makes a version; the older text stays readable at its own address', async () => {
    const slug = '2019-06-24-to-nye-raad'
    const news = await house.look(tx => itemOf(tx, 'news', slug))
    const changed: ItemContent['news'] = {
      ...news!,
      blocks: [{ kind: 'paragraph', text: 'Opdigtet rettelse.' }],
      versions: [
        ...news!.versions,
        { version: 2, published: '2026-10-25T02:30', sources: [], change: { da: 'Opdigtet ændring.', checked: null } },
      ],
    }
    await house.act((tx, who) => writeItem(tx, who, { kind: 'news', slug, content: changed }), undefined)
    expect(await read(`/nyheder/${slug}`)).toContain('Opdigtet rettelse.')
    const old = await read(`/nyheder/${slug}/udgave/1`)
    expect(old).toContain('I Glostrup Kommune ønsker vi at styrke dialogen')
    expect(old).toContain('Den nyeste er udgave 2')
    // 02.30 comes twice on 25 October 2026; the first one is summer time.
    expect((await house.get(`/nyheder/${slug}`)).body).toContain('2026-10-25T00:30:00.000Z')
    expect((await house.get(`/nyheder/${slug}/udgave/3`)).status).toBe(404)
    await house.act((tx, who) => writeItem(tx, who, { kind: 'news', slug, content: news! }), undefined)
  })
})

describe('the front page and what is said of the site itself', () => {
  it('A34 B25: three doors: tell, join, see; and help now above all with a number to tap', async () => {
    const { body } = await house.get('/')
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    const doors = [...main.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/g)].map(([, title]) => text(title!).trim())
    expect(doors.slice(0, 3)).toEqual(['Fortæl os det', 'Vil du være med i et råd?', 'Se, hvad der sker'])
    for (const path of ['/fortael', '/bliv-medlem', '/nyheder', '/hjaelp']) {
      expect(main, path).toContain(`href="${path}"`)
      expect((await house.get(path)).status, path).toBe(200)
    }
    expect(text(main)).toMatch(/Få hjælp nu.*Er nogen i fare\? Ring 112/)
    expect(main).toContain('href="tel:112"')
  })
  it('A33: the accessibility statement says what is done, what is not, who is asked, and when somebody last looked', async () => {
    const words = await read('/tilgaengelighed')
    for (const said of [
      'Det har vi gjort',
      'Det har vi ikke nået Ingen, der selv bruger skærmlæser, har prøvet siden endnu.',
      'was.digst.dk. Det er ikke gjort for denne side',
      'Så sig det til mennesket nederst på siden',
    ])
      expect(words, said).toContain(said)
    expect(words).toMatch(/Sidst set efter: [a-zæøå]+ den \d+\. [a-z]+ 20\d\d\./)
  })
  it('A33: the privacy page names the rule, each period with where it comes from, one’s rights, and when somebody last looked', async () => {
    const words = await read('/privatliv')
    expect(words).toContain('Databeskyttelsesforordningens artikel 6, stk. 1, litra e')
    expect(words).toContain('Glostrup Kommune har ansvaret (er dataansvarlig). Databeskyttelsesrådgiveren står her ikke endnu.')
    expect(words).toContain('Teksten her er ikke gennemgået af en databeskyttelsesrådgiver.')
    const { retention } = await house.look(tx => itemsOfKinds(tx, ['retention']))
    expect(retention.length).toBeGreaterThan(10)
    for (const { keepDays, note } of retention)
      expect(words).toContain(
        `${keepDays === null ? 'bevares' : `${keepDays.toLocaleString('da')} dag${keepDays === 1 ? '' : 'e'}`}. ${note.da}`,
      )
    for (const right of ['Du kan se alt', 'Du kan rette', 'få det slettet', 'Du kan klage til Datatilsynet.'])
      expect(words).toContain(right)
    expect(words).toMatch(/Sidst set efter: [a-zæøå]+ den \d+\. [a-z]+ 20\d\d\./)
    // Once an operator has filled it in, it stands there and in what is told before somebody sends anything.
    const facts = await house.look(tx => itemOf(tx, 'municipality', 'glostrup'))
    const dataProtection = { name: 'Freja Nyholm (opdigtet)', email: 'freja@example.org', phone: '00 00 00 77', sources: [] }
    const write = (content: object) =>
      house.act(
        async (tx, who) => await writeItem(tx, who, { kind: 'municipality', slug: 'glostrup', content: content as never }),
        undefined,
      )
    await write({ ...facts, dataProtection })
    const officer = /Databeskyttelsesrådgiveren: Freja Nyholm \(opdigtet\) ?, freja@example\.org ?, 00 00 00 77/
    expect(await read('/privatliv')).toMatch(officer)
    const asked = { step: 'reach', forWhom: 'self', councils: 'udsatteraad', name: 'X', residence: 'yes', reach: 'self', declared: 'none' }
    expect(text((await house.post('/bliv-medlem', asked)).body)).toMatch(/skrive til databeskyttelsesrådgiveren: Freja Nyholm \(opdigtet\)/)
    await write(facts as object)
  })
})

describe('a council’s page', () => {
  it('A33 A34: the fact box answers how one becomes a member of each recruiting council', async () => {
    for (const council of ['udsatteraad', 'integrationsraad']) {
      const { body } = await house.get(`/raad/${council}`)
      const words = text(body)
      for (const question of ['Hvad er det?', 'Hvem kan være med?', 'Sådan gør du', 'Frist', 'Sprog', 'Løn og udgifter', 'Spørg'])
        expect(words, `${council}: ${question}`).toContain(question)
      expect(body).toContain(`href="/raad/${council}/bliv-medlem"`)
      expect(words).toContain('Opslaget kræver ikke dansk statsborgerskab, dansk sprog eller et CV.')
      expect(words).toMatch(/Løn og udgifter Ikke besluttet\. [^:]+ Kilder: Kommunestyrelsesloven § 16 a/)
      expect(body).toMatch(/<a href="https:[^"]+"><span lang="da">Kommunestyrelsesloven § 16 a/)
    }
    // The page of both says the same before anything is filled in, and leads to the source.
    const { body } = await house.get('/bliv-medlem')
    expect(text(body)).toContain('Du behøver ikke være dansk statsborger, tale dansk eller have et CV.')
    for (const council of ['Integrationsrådet', 'Udsatterådet'])
      expect(text(body)).toContain(`${council} Ikke besluttet. Kommunen må betale for møder og udgifter`)
    expect(body).toMatch(/href="\/raad\/udsatteraad[^"]*">Læs om rådet, og se kilden/)
  })
  it('A8: seven seats and two advisers are drawn, all vacant, and the rule a vacancy breaks stands with its sentence', async () => {
    const { body } = await house.get('/raad/udsatteraad')
    expect(body).toContain('<svg class="ring"')
    expect(text(body)).toContain('Rådet kommer til at bestå af syv faste medlemmer og 1-2 tilforordnede')
    expect(text(body)).toMatch(/Plads 1–4: 4 ledige pladser/)
    expect(text(body)).toMatch(/Plads 5–7: 3 ledige pladser Skal · åben »De andre tre faste medlemmer/)
    expect(text(body).match(/Ledig plads/g)).toHaveLength(2)
  })
  it('A9 A10 A12 A13: each rule of the charter stands with its sentence and its force', async () => {
    const { body } = await house.get('/raad/udsatteraad/vedtaegt')
    const words = text(body)
    for (const quote of [
      'Fire af de faste medlemmer skal komme fra lokale organisationer, brugere og enkeltpersoner',
      'De andre tre faste medlemmer af rådet skal være fra kommunalbestyrelsen.',
      'Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.',
    ])
      expect(words).toContain(quote)
    const wishes = body.slice(body.indexOf('id="should"'), body.indexOf('id="hint"'))
    expect(text(wishes)).toContain('mindst to af disse medlemmer er brugere')
    expect(text(wishes)).not.toContain('skal være fra kommunalbestyrelsen')
  })
  it('A29: the residence of all seven is a must, in the charter’s own words', async () => {
    const { body } = await house.get('/raad/integrationsraad/vedtaegt')
    const musts = text(body.slice(body.indexOf('id="must"'), body.indexOf('id="should"')))
    expect(musts).toContain('syv medlemmer med bopæl i Glostrup')
  })
  it('A21: a statement keeps who said it in which office at the time', async () => {
    expect(await read('/raad/integrationsraad')).toContain(
      'Torben Jensen, formand i Erhvervs- og Arbejdsmarkedsudvalget, mandag den 24. juni 2019',
    )
  })
  it('A22: a claim without figures says that none are attached', async () => {
    expect(await read('/raad/integrationsraad')).toContain('Der er ingen tal knyttet til udsagnet.')
  })
  it('B2f: a reader of Arabic or Urdu meets what the engine found in their language, beside the Danish sentence marked as Danish', async () => {
    for (const [lang, found] of [
      ['ar', 'ينقص 7 أشخاص'],
      ['ur', '7 افراد کم ہیں'],
    ]) {
      const { body } = await house.get(`/${lang}/raad/integrationsraad`)
      expect(body).toContain(found)
      expect(body).toMatch(/<span class="own" lang="da" dir="ltr">»syv medlemmer med bopæl i Glostrup«<\/span>/)
      const charter = (await house.get(`/${lang}/raad/udsatteraad/vedtaegt`)).body
      for (const page of [body, charter]) expect(text(page)).not.toMatch(/seats are filled|each person meets|at least \d|\(A\d+/)
    }
    expect(await read('/raad/udsatteraad/vedtaegt')).not.toMatch(/\(A\d+/)
  })
  it('A27: founded, announced and abolished stand in the history with month and source', async () => {
    const words = await read('/raad/integrationsraad')
    expect(words).toContain('Besluttet · februar 2019')
    expect(words).toContain('Nedlagt · oktober 2019')
    expect(words).toMatch(/Rådet fandt aldrig syv egnede medlemmer[\s\S]*Kilder:/)
  })
  it('A2 A27 A33: who founded the Udsatteråd stands with its source, and that the day is not known', async () => {
    const { body } = await house.get('/raad/udsatteraad')
    const founded = text(body.slice(body.indexOf('id="oprettelse"'), body.indexOf('</details>', body.indexOf('id="oprettelse"'))))
    expect(founded).toMatch(
      /Besluttet af kommunalbestyrelsen Dagen for beslutningen står ikke i opslaget\. Kilder: Opslaget om de to nye råd .*»Det vil vi gøre ved en større inddragelse af brugerne af de kommunale tilbud – i form af et udsatteråd\.« mandag den 24\. juni 2019/,
    )
    const other = await read('/raad/integrationsraad')
    expect(other).toContain('Besluttet af kommunalbestyrelsen · februar 2019 Måneden står i avisen. Dagen og stemmerne kender vi ikke.')
    // What the law founds was decided by nobody here.
    expect(await read('/raad/seniorraad')).toMatch(/Loven kræver mindst et ældreråd i hver kommune\. Kilder: Retssikkerhedsloven/)
  })
  it('A15 A16 A17: what it is for stands in the words of the announcement, every purpose with an address of its own', async () => {
    for (const slug of ['udsatteraad', 'integrationsraad']) {
      const council = await house.look(tx => itemOf(tx, 'council', slug))
      const { body } = await house.get(`/raad/${slug}`)
      const part = body.slice(body.indexOf('id="formaal"'))
      expect(council!.purposes.length, slug).toBeGreaterThan(0)
      for (const { id, quote } of council!.purposes)
        expect(text(part.slice(part.indexOf(`id="formaal-${id}"`)))).toContain(`»${quote.text.da}«`)
    }
  })
  it('A27 A33: the history says when it began to look for members and when it was at work, each with its source, and the newest at once', async () => {
    const history = async () => {
      const { body } = await house.get('/raad/udsatteraad')
      return text(body.slice(body.indexOf('id="historie"'), body.indexOf('</details>', body.indexOf('id="historie"'))))
    }
    const words = await history()
    expect(words).toMatch(
      /I arbejde · Dato ukendt Rådet findes\. .*Kilder: Udsatterådet .*Søger medlemmer · mandag den 24\. juni 2019 Alle kan foreslå sig selv som medlem\. Kilder: Opslaget/,
    )
    expect(words).not.toContain('mandag den 2. november 2026')
    const event = {
      council: 'udsatteraad',
      event: 'in_function',
      on: '2026-11-02',
      body: 'municipal_council',
      minuteRef: 'Opdigtet 8',
      reason: null,
    } as const
    await house.act(recordEvent, event, (await house.as('politicalSecretariat')).principal)
    expect(await history()).toMatch(/I arbejde · mandag den 2\. november 2026.*Besluttet af kommunalbestyrelsen\. Referat: Opdigtet 8/)
    expect(await read('/raad')).toMatch(/I arbejde Sådan stod det mandag den 2\. november 2026\. Udsatterådet/)
  })
  it('A33: the list has every council with its state and how many seats are filled, and leads to each', async () => {
    const { council } = await house.look(tx => itemsOfKinds(tx, ['council']))
    const { body } = await house.get('/raad')
    const list = body.slice(body.indexOf('<ul class="list">'), body.indexOf('</main>'))
    const linked = [...list.matchAll(/<h2><a href="\/raad\/([\w-]+)">([^<]+)</g)].map(([, slug, name]) => [slug, name])
    expect(council.length).toBeGreaterThan(3)
    expect(linked.sort()).toEqual(council.map(one => [one.slug, one.name.da]).sort())
    expect(text(list)).toMatch(/Søger medlemmer Sådan stod det mandag den 24\. juni 2019\. Integrationsrådet [^·]* 0 af 7 pladser er besat/)
    for (const [slug] of linked) expect((await house.get(`/raad/${slug}`)).status, slug).toBe(200)
  })
  it('A27: abolishing a council shows at once, with the reason, and it takes no more nominations', async () => {
    const secretariat = await house.as('politicalSecretariat')
    expect(await read('/raad/integrationsraad')).toContain('Meld dig til rådet')
    await house.act(
      recordEvent,
      {
        council: 'integrationsraad',
        event: 'abolished',
        on: '2026-11-03',
        body: 'municipal_council',
        minuteRef: 'Opdigtet 7',
        reason: 'Opdigtet grund: der kom ikke syv',
      },
      secretariat.principal,
    )
    const words = await read('/raad/integrationsraad')
    expect(words).toContain('Opdigtet grund: der kom ikke syv')
    expect(words).not.toContain('Meld dig til rådet')
    expect(await read('/raad')).toMatch(/Nedlagt Sådan stod det tirsdag den 3\. november 2026\. Integrationsrådet/)
  })
  it('says 404 alike for a council that is not there and a charter version nobody adopted', async () => {
    expect((await house.get('/raad/findes-ikke')).status).toBe(404)
    for (const [typed, meant] of [
      ['/hj%C3%A6lp', '/hjaelp'],
      ['/raad/udsatteraad/?x=1', '/raad/udsatteraad?x=1'],
      ['/en/Raad', '/en/raad'],
    ]) {
      const answer = await house.fetch(typed!)
      expect([answer.status, answer.headers.get('location')], typed).toEqual([301, meant])
      expect((await house.get(meant!)).status, meant).toBe(200)
    }
    expect((await house.fetch('/findes-ikke/')).status).toBe(301)
    expect((await house.get('/findes-ikke')).status).toBe(404)
    expect((await house.get('/raad/udsatteraad/vedtaegt/99')).status).toBe(404)
  })
})

describe('the policy', () => {
  it('B0 B7: one policy, one vision, one message, four goals and every commitment, and the whole text to read', async () => {
    const words = await read('/politik/social-og-sundhed')
    const { goal, commitment } = await house.look(tx => itemsOfKinds(tx, ['goal', 'commitment']))
    expect(goal).toHaveLength(4)
    expect(commitment).toHaveLength(14)
    for (const one of [...goal, ...commitment]) expect(words).toContain(one.quote.text.da)
    expect(await read('/politik/social-og-sundhed/tekst')).toContain('Servicebussen skal gøres gratis igen.')
  })
  it('B8 B9: message and vision are one object each; an edit changes every place', async () => {
    const slug = 'social-og-sundhed'
    const policy = await house.look(tx => itemOf(tx, 'policy', slug))
    expect(policy!.vision.repeated.map(one => one.ref)).toEqual(['B9'])
    expect(policy!.message.repeated.map(one => one.ref)).toEqual(['B8'])
    expect((await read('/politik/social-og-sundhed')).split('Sammen skaber vi en kommune').length - 1).toBe(1)
    // Everywhere they stand they are read from the one place: changed there, the old words are nowhere.
    const places = ['/politik/social-og-sundhed', '/en/politik/social-og-sundhed', '/api/v1/policies']
    const [vision, message] = [policy!.vision.quote.text.da!, policy!.message.quote.text.da!]
    const has = async (path: string, words: string) =>
      text((await house.get(path)).body)
        .replaceAll('\\"', '"')
        .includes(words.slice(0, 40))
    const stood = await Promise.all(places.map(async path => [await has(path, vision), await has(path, message)]))
    expect(stood[0]).toEqual([true, true])
    const anew = { ref: 'B8', text: { da: 'Opdigtet budskab i nye ord.' } }
    const edited = {
      ...policy!,
      vision: { ...policy!.vision, quote: { ...anew, ref: 'B9', text: { da: 'Opdigtet vision i nye ord.' } } },
      message: { ...policy!.message, quote: anew },
    }
    const write = (content: object) =>
      house.act((tx, who) => writeItem(tx, who, { kind: 'policy', slug, content: content as never }), undefined)
    await write(edited)
    for (const [at, path] of places.entries()) {
      expect([await has(path, vision), await has(path, message)], path).toEqual([false, false])
      expect([await has(path, 'Opdigtet vision i nye ord.'), await has(path, 'Opdigtet budskab i nye ord.')], path).toEqual(stood[at])
    }
    await write(policy!)
  })
  it('names the party and says that nothing is adopted, on the policy and on each sentence', async () => {
    const { commitment } = await house.look(tx => itemsOfKinds(tx, ['commitment']))
    for (const path of ['', ...commitment.map(one => `/${one.slug}`)]) {
      const words = await read(`/politik/social-og-sundhed${path}`)
      expect(words).toContain('Foreslået, ikke vedtaget')
      expect(words).toContain('Radikale Venstre')
    }
  })
  it('B21: the bus line keeps its history with sources and has no status of the municipality’s own', async () => {
    const words = await read('/politik/social-og-sundhed/servicebus')
    expect(words).toContain('2017')
    expect(words).toContain('2020')
    expect(words).toContain('Ingen status.')
  })
  it('B17: the examples are examples, in an open list', async () => {
    expect(await read('/politik/social-og-sundhed/indsatser-gennemtaenkes')).toContain('Eksempler i teksten. Listen er åben.')
  })
  it('B19: an undefined level cannot be on track', async () => {
    expect(await read('/politik/social-og-sundhed/aeldreboliger')).toContain('Derfor kan man ikke sige, hvordan det går.')
  })
})

describe('a human on every page', () => {
  const pages = [
    '/',
    '/raad',
    '/raad/udsatteraad',
    '/nyheder',
    '/hjaelp',
    '/politik',
    '/kontakt',
    '/privatliv',
    '/tilgaengelighed',
    '/fortael',
    '/findes-ikke',
  ]
  it('B1b: every page ends with the block, honest about what is missing', async () => {
    for (const path of pages) {
      const { body } = await house.get(path)
      expect(body, path).toContain('id="kontakt"')
      expect(text(body), path).toContain('Navnet mangler')
    }
  })
  it('B25: 112 can be tapped; a number nobody has confirmed is not shown', async () => {
    const { body } = await house.get('/hjaelp')
    expect(body).toContain('href="tel:112"')
    expect(body).not.toContain('70 20 12 01')
    const livslinien = await house.look(tx => itemOf(tx, 'help', 'livslinien'))
    await house.act(
      (tx, who) =>
        writeItem(tx, who, {
          kind: 'help',
          slug: 'livslinien',
          content: { ...livslinien!, shown: true, confirmed: { by: 'Opdigtet Operatør', on: '2026-11-09' } },
        }),
      undefined,
    )
    expect((await house.get('/hjaelp')).body).toContain('href="tel:70201201"')
  })
  it('A32: the way to the administration is a contact with its mailbox; the rest says that it is not filled in yet', async () => {
    const missing = 'Ikke udfyldt endnu. Den, der driver siden, skriver det ind.'
    const box = await read('/kontakt')
    expect(box).toContain('E-mail hr.politik@glostrup.dk')
    // What the municipality's texts do not give is not made up: it stands there as missing, in the language of the reader.
    for (const what of ['Menneske', 'Stedfortræder', 'Telefon', 'Skriv eller mød op']) expect(box, what).toContain(`${what} ${missing}`)
    expect((await read('/en/kontakt')).split('Not filled in yet. Whoever runs this site fills it in.')).toHaveLength(5)
  })
  it('says plainly that it is a demonstration and keeps search engines out', async () => {
    const { body } = await house.get('/')
    expect(text(body)).toContain('Demonstration. Drives ikke af Glostrup Kommune.')
    expect(body).toContain('noindex')
    expect((await house.get('/robots.txt')).body).toContain('Disallow: /\n')
  })
  it('sends /was to the statement, in the language of the reader', async () => {
    expect((await house.get('/was')).location).toBe('/tilgaengelighed')
    expect((await house.get('/en/was')).location).toBe('/en/tilgaengelighed')
  })
  it('shows English pages with the note that nobody has checked the translation', async () => {
    const { body } = await house.get('/en/raad/udsatteraad')
    expect(body).toContain('lang="en"')
    expect(text(body)).toContain('How do I become a member?')
    expect(text(body)).toContain(translationLine('en', null).split('. ')[0])
    expect(text((await house.get('/raad/udsatteraad')).body)).not.toContain(translationLine('en', null).split('. ')[0])
  })
})

describe('kept pages', () => {
  it('answer with a validator, and forget exactly when something they were made from changes', async () => {
    const first = await house.fetch('/raad/seniorraad')
    const etag = first.headers.get('etag')!
    expect((await house.fetch('/raad/seniorraad', { headers: { 'if-none-match': etag } })).status).toBe(304)
    // The page in memory, which the listening server answers with before anything else is asked.
    const kept = () => house.house.ctx.kept.find(`${house.municipalityId}|/raad/seniorraad`)
    expect(kept()?.etag).toBe(etag)
    const facts = await house.look(tx => itemOf(tx, 'council', 'seniorraad'))
    await house.act(
      (tx, who) =>
        writeItem(tx, who, {
          kind: 'council',
          slug: 'seniorraad',
          content: { ...facts!, summary: { da: 'Opdigtet resumé.', checked: null } },
        }),
      undefined,
    )
    expect(kept()).toBeUndefined()
    const after = await house.fetch('/raad/seniorraad', { headers: { 'if-none-match': etag } })
    expect(after.status).toBe(200)
    expect(await after.text()).toContain('Opdigtet resumé.')
  })
})
