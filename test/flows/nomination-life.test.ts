// The life of a nomination: being suggested, saying yes or no, being contacted, getting an answer, taking one's own back.
import { afterEach, describe, expect, test } from 'vitest'
import { place } from '../../src/appointments/index.ts'
import { takeStep } from '../../src/appointments/take-step.ts'
import { writeItem } from '../../src/municipalities/index.ts'
import { candidatesFor, close, move, recordContact } from '../../src/nominations/index.ts'
import { keepPeriods, keepSuggestions } from '../../src/nominations/keep-time.ts'
import { isOpen, type State, verbs } from '../../src/nominations/nomination.ts'
import { endedCandidates } from '../../src/nominations/time-store.ts'
import { nominationWords } from '../../src/nominations/words.ts'
import { holdContact, openDues } from '../../src/people/index.ts'
import { issueFormKey } from '../../src/platform/http/form-key.ts'
import type { Visit } from '../../src/platform/http/serve.ts'
import { LANGS, learn } from '../../src/platform/i18n.ts'
import { NotAllowed, Refusal } from '../../src/platform/refusal.ts'
import { citizens } from '../cast.ts'
import { doorOf } from '../door.ts'
import { type Door, type Fields, openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
afterEach(async () => await house?.close())

const self: Fields = {
  step: 'summary',
  forWhom: 'self',
  councils: 'udsatteraad',
  name: 'Erik Lund',
  reach: 'phone',
  phone: '00 00 00 03',
  declared: 'roles=user',
}
const other: Fields = {
  step: 'summary',
  forWhom: 'other',
  councils: ['udsatteraad', 'integrationsraad'],
  name: 'Yusuf Demir',
  reach: 'email',
  email: citizens.yusuf.email,
  language: 'da',
  motivation: 'Han har det svært',
  declared: 'roles=user',
}
const codeIn = (body: string) => /id="kode">([0-9A-Z-]{24})</.exec(body)?.[1]
const send = async (fields: Fields, door: Door = house, path = '/bliv-medlem') => {
  const sent = await door.post(path, fields)
  expect(sent.status).toBe(200)
  return sent
}
const only = async (table: string) => {
  const rows = await house.sql(`select * from ${table}`)
  expect(rows).toHaveLength(1)
  return rows[0]!
}
const count = async (table: string) => Number((await house.sql(`select count(*) as n from ${table}`))[0]!.n)
const keysHeld = async () =>
  Number(
    (
      await house.sql(
        "select count(*) as n from keys.data_key k join thing t on t.id = k.thing_id where t.kind in ('candidate', 'nomination')",
      )
    )[0]!.n,
  )
const secretary = async () => (await house.as('secretary')).principal
const selectable = async (council = 'udsatteraad') => house.look(async tx => candidatesFor(tx, await secretary(), council))
const kinds = async () => (await house.look(tx => openDues(tx))).map(due => due.kind).sort()
/** Chance that is the same in every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return (((mixed ^ (mixed >>> 7)) >>> 0) % 65_536) / 65_536
  }
}
/** Presses the button behind a link or sends a code, and goes on as that person. */
async function enter(path: string, fields: Fields = {}): Promise<Door> {
  const answer = await house.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ formKey: house.formKey(), ...(fields as Record<string, string>) }).toString(),
  })
  expect(answer.status).toBe(303)
  const cookie = /raadslag=[^.]+\.([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!
  const { ctx, tenants, web } = house.house
  const visit = { tenant: tenants.all()[0]!, token: cookie } as Visit
  const key = () => issueFormKey(ctx.keys, visit, new Date(house.clock.now().getTime() - 30_000))
  return doorOf(web.fetch, `${house.municipalityId}.${cookie}`, '127.0.0.1:3000', key)
}
const linkIn = (text: string | null) => /https?:\/\/[^/]+(\/min\/\S+)/.exec(text ?? '')![1]!

describe('suggested by another', () => {
  test('A31: asked by a neutral letter, invisible to slates until the yes, with nothing about their circumstances', async () => {
    house = await openTestHouse()
    const circumstances = {
      declared: ['roles=user', 'ties=local_association'],
      'organisation:ties=local_association': 'Haveforeningen Solbakken (opdigtet)',
      'role:ties=local_association': 'kasserer',
      interpreter: 'tyrkisk',
      needs: ['transport', 'childcare'],
      residence: 'yes',
    }
    const sent = await send({ ...other, ...circumstances, suggester: 'En Nabo' })
    expect(codeIn(sent.body)).toBeUndefined()
    const row = await only('candidate')
    expect([row.motivation_sealed, row.declared_sealed, row.wishes_sealed, row.residence]).toEqual([null, null, null, 'not_asked'])
    expect(await count('tie')).toBe(0)
    expect(await selectable()).toEqual([])
    const [letter] = await house.outbox()
    expect(letter).toMatchObject({ to: citizens.yusuf.email })
    expect(letter!.text).not.toMatch(/udsat|integration|nabo/i)
    const look = await house.get(linkIn(letter!.text))
    expect(look.body).toContain('Åbn min side')
    expect(await count('session')).toBe(1 * Number((await house.sql("select count(*) as n from session where kind = 'staff'"))[0]!.n))
    const yusuf = await enter(linkIn(letter!.text))
    const page = await yusuf.get('/min')
    expect(page.body).toContain('En Nabo')
    // Whoever was suggested has told us nothing: letter and page say everything the law asks for (GDPR art. 14), each in plain words.
    for (const told of [
      'Glostrup Kommune har ansvaret for oplysningerne (er dataansvarlig).',
      'Vi har dit navn, denne adresse og dit sprog fra en, der foreslog dig.',
      'Vi bruger det kun til at spørge dig.',
      'artikel 6, stk. 1, litra e, i databeskyttelsesforordningen, (EU) 2016/679 af 27. april 2016',
      'Kun de medarbejdere, der arbejder med det her, ser det.',
      'sletter vi det mandag den 7. december 2026.',
      'Du kan se det, rette det og få det slettet. Du kan bede os holde op med at bruge det eller vente med det.',
      'klage til Datatilsynet (datatilsynet.dk)',
      'Databeskyttelsesrådgiveren står her ikke endnu.',
    ])
      expect(letter!.text, told).toContain(told)
    for (const lang of LANGS) {
      await learn(lang)
      const fill = { municipality: 'Glostrup Kommune', erase: '7/12', officer: 'Freja' }
      const whole = nominationWords(lang, 'letter.told', fill)
      for (const told of [...Object.values(fill), '2016/679', 'datatilsynet.dk']) expect(whole, lang).toContain(told)
    }
    const legal = page.body.slice(page.body.indexOf('Hvad gør vi med det?'))
    for (const told of [
      'Glostrup Kommune har dit navn og vejen til dig, så vi kan spørge.',
      'Det har vi: dit navn, hvordan vi får fat i dig, dit sprog, og hvilket råd det gælder. Vi har det fra den, der foreslog dig, og ikke fra andre.',
      'Kun de medarbejdere, der arbejder med rådene, kan læse det.',
      'databeskyttelsesforordningens artikel 6, stk. 1, litra e',
      'Hvis du ikke svarer: 28 dage.',
      'Hvis du ikke bliver udpeget: 6 måneder fra vores svar.',
      'Du kan se alt, vi har om dig, rette det, hente det og få det slettet. Du kan klage til Datatilsynet.',
      '<details class="folded" open',
      'Glostrup Kommune har ansvaret (er dataansvarlig). <a href="#kontakt">',
      'Databeskyttelsesrådgiveren står her ikke endnu. Den, der driver siden, skriver det ind.',
      'ser de, der beslutter det, dit navn.',
      'holde op med at bruge det (gøre indsigelse), eller vente med at bruge det (begrænsning).',
      '(EU) 2016/679 af 27. april 2016, artikel 6, 9, 14.',
      'href="https://www.datatilsynet.dk"',
    ])
      expect(legal, told).toContain(told)
    // The one who is asked is spoken to, never spoken of; the staff read who told it, and that there is an answer to wait for.
    expect(page.body).toContain('Siger du nej, sletter vi det.')
    expect(page.body).not.toMatch(/personen (nej|kan|ikke)/)
    const desk = (await (await house.as('secretary')).get(`/arbejdsrum/kandidater/${row.id}`)).body
    expect(desk).toContain('Personen er spurgt. Kommer der ikke svar, bliver alt slettet mandag den 7. december 2026')
    expect(desk).toContain('Det har vi fået at vide')
    expect(desk).not.toMatch(/Det har personen fortalt|får vi fat i dig|passer på dig/)
    const yes = await yusuf.post('/min/side/ja')
    expect(yes.body).toContain('Tak for dit ja')
    expect(codeIn(yes.body)).toBeDefined()
    expect((await selectable()).map(one => one.name)).toEqual(['Yusuf Demir'])
    expect(await kinds()).toEqual(['nomination.contact', 'nomination.contact'])
    const back = await enter('/kvittering', { code: codeIn(yes.body)!.toLowerCase() })
    expect((await back.get('/min')).body).toContain('Din side')
  })

  test('A31: a no deletes everything at once', async () => {
    house = await openTestHouse()
    await send(other)
    const link = linkIn((await house.outbox())[0]!.text)
    const yusuf = await enter(link)
    expect((await yusuf.post('/min/side/nej')).body).toContain('Alt om dig er slettet')
    const dead = await house.post(link)
    expect(dead.body).toContain('eller også har vi slettet det, vi havde om dig')
    expect(dead.body).not.toMatch(/Åbn min side|Det, du har skrevet/)
    for (const table of ['candidate', 'nomination', 'candidate_word', 'personal_link', 'letter']) expect(await count(table), table).toBe(0)
    expect(await keysHeld()).toBe(0)
    expect(await kinds()).toEqual([])
    expect((await yusuf.get('/min')).body).toContain('Din side er lukket')
  })

  test('A31: no answer is reminded once and then erased, and the links work as long as they say', async () => {
    house = await openTestHouse()
    await send(other)
    const [first] = await house.outbox()
    await house.at('2026-11-20T09:00:00+01:00')
    expect(await house.outbox()).toHaveLength(2)
    await house.at('2026-11-25T09:00:00+01:00')
    expect(await house.outbox()).toHaveLength(2)
    const dead = await house.post(linkIn(first!.text))
    expect(dead.status).toBe(422)
    expect(dead.body).toContain('Linket virker ikke mere')
    await enter(linkIn((await house.outbox())[1]!.text))
    await house.at('2026-12-06T09:00:00+01:00')
    expect(await count('candidate')).toBe(1)
    await house.at('2026-12-07T09:00:00+01:00')
    expect(await count('candidate')).toBe(0)
    expect(await kinds()).toEqual([])
  })

  test.each([
    { promised: 28, kept: 21, on: 'mandag den 30. november 2026', dueOn: '2026-11-30', eve: '2026-11-29', words: '21 dage' },
    { promised: 14, kept: 28, on: 'mandag den 23. november 2026', dueOn: '2026-11-23', eve: '2026-11-22', words: '14 dage' },
  ])(
    'A31: promised $promised days and kept for $kept: the shorter is the one day that every page, the work list and the daily round know',
    async days => {
      house = await openTestHouse()
      const rule = { keepDays: days.kept, warnDays: 5, afterwards: 'erase', standard: false, note: { da: 'Opdigtet frist' } } as const
      const promise = { value: days.promised, standard: false, note: { da: 'Opdigtet løfte' } } as const
      await house.act(async (tx, who) => {
        await writeItem(tx, who, { kind: 'retention', slug: 'suggestion_unanswered', content: rule as never })
        await writeItem(tx, who, { kind: 'promise', slug: 'suggestion_expire_days', content: promise as never })
      }, undefined)
      expect((await house.get('/privatliv')).body).toContain(`foreslået og ikke har svaret:</b> ${days.words}.`)
      await send(other)
      await send({
        ...other,
        name: 'Opdigtet Mona',
        reach: 'through',
        through: 'Varmestuen (opdigtet)',
        email: undefined,
        councils: 'udsatteraad',
      })
      const yusuf = await enter(linkIn((await house.outbox())[0]!.text))
      const asked = (await yusuf.get('/min')).body
      expect([asked.includes(`Svarer du ikke, sletter vi det ${days.on}.`), asked.includes(`Hvis du ikke svarer: ${days.words}.`)]).toEqual(
        [true, true],
      )
      let amira = await house.as('secretary')
      const page = async (name: string) => {
        const [row] = await house.sql('select id from candidate where name = $1', [name])
        return `/arbejdsrum/kandidater/${row!.id}`
      }
      const sentence = `Kommer der ikke svar, bliver alt slettet ${days.on}`
      expect((await amira.get(await page('Yusuf Demir'))).body).toContain(sentence)
      // Nobody has asked Mona: nothing is said of erasing her for being silent. Asked some days later, she has what is left.
      expect((await amira.get(await page('Opdigtet Mona'))).body).not.toContain('Kommer der ikke svar')
      house.clock.set('2026-11-12T09:00:00+01:00')
      amira = await house.employed({ name: 'Opdigtet Anna', email: 'anna@example.org', roles: ['secretary'] })
      const call = { form: 'kontakt', 'how.kontakt': 'phone', 'result.kontakt': 'talked', 'text.kontakt': '', 'nextOn.kontakt': '' }
      expect((await amira.post(`${await page('Opdigtet Mona')}/kontakt`, call)).status).toBe(303)
      expect((await amira.get(await page('Opdigtet Mona'))).body).toContain(sentence)
      expect((await amira.get('/arbejdsrum?hvis=alle')).body.split(`${sentence}.`)).toHaveLength(4)
      expect((await house.look(tx => openDues(tx))).map(due => [due.kind, due.dueOn])).toEqual(
        Array.from({ length: 3 }, () => ['nomination.ask', days.dueOn]),
      )
      await house.at(`${days.eve}T09:00:00+01:00`)
      expect(await count('candidate')).toBe(2)
      await house.at(`${days.dueOn}T09:00:00+01:00`)
      expect(await count('candidate')).toBe(0)
    },
  )

  test('A31: "has been asked" is one thing: by letter, on the telephone or in writing, and the work list and the page say the same', async () => {
    house = await openTestHouse()
    const amira = await house.as('secretary')
    const tries = { 'Opdigtet Aino': 'talked', 'Opdigtet Bo': 'sent', 'Opdigtet Cem': 'no_answer', 'Opdigtet Dina': null } as const
    for (const [name, result] of Object.entries(tries)) {
      await send({ ...other, name, reach: 'through', through: 'Varmestuen (opdigtet)', email: undefined, councils: 'udsatteraad' })
      const [row] = await house.sql('select id from candidate where name = $1', [name])
      const page = `/arbejdsrum/kandidater/${row!.id}`
      const contact = { form: 'kontakt', 'how.kontakt': 'letter', 'result.kontakt': result ?? '', 'text.kontakt': '', 'nextOn.kontakt': '' }
      if (result) expect((await amira.post(`${page}/kontakt`, contact)).status).toBe(303)
      const asked = result === 'talked' || result === 'sent'
      expect((await amira.get(page)).body.includes('Personen er spurgt.'), name).toBe(asked)
      expect((await amira.get(page)).body.includes('spørg, om personen vil være med'), name).toBe(!asked)
    }
    const list = (await amira.get('/arbejdsrum?hvis=alle')).body
    expect(list).toMatch(/Venter på svar fra en, der er foreslået <span class="count">2</)
    expect(list).toMatch(/Spørg en, der er foreslået <span class="count">2</)
  })

  test('A31: without e-mail a human asks, and a spoken yes is written down with who heard it', async () => {
    house = await openTestHouse()
    await send({ ...other, reach: 'through', through: 'Varmestuen (opdigtet)', email: undefined })
    expect(await house.outbox()).toEqual([])
    const [due] = await house.look(tx => openDues(tx))
    expect([due!.kind, due!.dueOn]).toEqual(['nomination.ask', '2026-11-16'])
    const amira = await house.as('secretary')
    const { id } = await only('candidate')
    // Before the yes they are nowhere on a slate, whichever way one tries: page, form, recommended step, deed, and the nomination's own move.
    const slate = (await amira.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })).location!
    const slateId = slate.split('/').at(-1)!
    const nomination = String((await house.sql("select id from nomination where council = 'udsatteraad'"))[0]!.id)
    const seat = { slate: slateId, person: String(id), group: 'external', seat: 1 }
    const fails = (error: Error) => error.constructor.name
    const tries = async () => ({
      named: (await amira.get(slate)).body.includes('Yusuf Demir'),
      page: (await amira.get(`${slate}/saet/${id}`)).status,
      form: (await amira.post(`${slate}/saet/${id}`, { person: String(id), seat: 'external|1' })).status,
      deed: await house.act(place, seat, amira.principal).then(() => 'done', fails),
      step: await house
        .act(
          takeStep,
          { slate: slateId, revision: 0, changes: [{ person: String(id), to: { group: 'external', seat: 1 } }] },
          amira.principal,
        )
        .then(() => 'done', fails),
      proposed: await house.act(move, { nominationId: nomination, verb: 'propose' as const }, amira.principal).then(() => 'done', fails),
      onSeats: await count('slate_seat'),
    })
    expect(await selectable()).toEqual([])
    expect(await tries()).toEqual({
      named: false,
      page: 404,
      form: 404,
      deed: 'Conflict',
      step: 'Conflict',
      proposed: 'Refusal',
      onSeats: 0,
    })
    // The slip to hand over says what the law asks for, like a letter.
    const slip = (await amira.post(`/arbejdsrum/kandidater/${id}/link`)).body
    expect(slip).toMatch(/id="link"[\s\S]*Det har vi: dit navn[\s\S]*Hvis du ikke svarer: 28 dage/)
    const yes = await amira.post(`/arbejdsrum/kandidater/${id}/ja`)
    expect(codeIn(yes.body)).toBeDefined()
    expect(await only('candidate')).toMatchObject({ said_yes_how: 'spoken', said_yes_recorded_by: amira.personId })
    expect(await kinds()).toEqual(['nomination.next', 'nomination.next'])
    expect((await selectable()).map(one => one.name)).toEqual(['Yusuf Demir'])
    expect(await tries()).toMatchObject({ named: true, page: 200, form: 303, deed: 'done', onSeats: 1 })
  })

  test('somebody nobody has asked yet is not erased for being silent', async () => {
    house = await openTestHouse()
    await send({ ...other, reach: 'self', email: undefined })
    house.clock.set('2026-12-08T09:00:00+01:00')
    await house.act(keepSuggestions, undefined as never)
    expect(await count('candidate')).toBe(1)
    house.clock.set('2026-12-10T09:00:00+01:00')
    await house.act(keepSuggestions, undefined as never)
    expect(await count('candidate')).toBe(0)
  })
})

describe('the promise of contact', () => {
  test('A37: whoever is to call has the number beside what is owed, and reads which answer is missing', async () => {
    house = await openTestHouse()
    await send(self)
    const amira = await house.as('secretary')
    const path = `/arbejdsrum/kandidater/${(await only('candidate')).id}`
    const { body } = await amira.get(path)
    const [next, number, form] = ['Næste skridt', '<a href="tel:00000003">00 00 00 03</a>', 'Skriv en kontakt ned'].map(one =>
      body.indexOf(one),
    )
    expect([next! > 0, number! > next!, form! > number!]).toEqual([true, true, true])
    const readings = async () => (await house.sql("select 1 from access_log where action = 'candidate.read'")).length
    const before = await readings()
    const refused = await amira.post(`${path}/kontakt`, { form: 'kontakt', 'how.kontakt': 'phone' })
    // The page that comes back shows the person: it is a reading like any other (T4).
    expect((await readings()) - before).toBe(1)
    expect([refused.status, refused.body.includes('>Hvordan gik det? Vælg en af mulighederne.</a>')]).toEqual([422, true])
  })

  test('A37: who stands in can open what is promised; the day after the contact date has passed, the deputy hears of it, finds it on the work list and can keep the promise; nobody else without a part in it sees who it is', async () => {
    house = await openTestHouse()
    const [inge, tuva, ayse] = [await house.as('inge'), await house.as('tuva'), await house.as('ayse')]
    const hold = { contact: 'raad', personId: inge.personId, deputyId: tuva.personId, phone: null, email: null, hours: null }
    await house.act(holdContact, hold, (await house.as('operator')).principal)
    await send(self)
    const { id } = await only('candidate')
    const path = `/arbejdsrum/kandidater/${id}`
    const seen = async (visitor: Door) => [(await visitor.get('/arbejdsrum')).body.includes('Erik Lund'), (await visitor.get(path)).status]
    expect([await seen(inge), await seen(tuva), await seen(ayse)]).toEqual([
      [true, 200],
      [false, 404],
      [false, 404],
    ])
    // Who stands in sees and opens it as long as the owner is away, and no longer.
    const away =
      "insert into absence (municipality_id, id, person_id, from_date, to_date, deputy_id) values ($1, $2, $2, '2026-11-09', $3, $4)"
    await house.sql(away, [house.municipalityId, inge.personId, '2026-11-09', ayse.personId])
    expect([await seen(ayse), await seen(tuva)]).toEqual([
      [true, 200],
      [false, 404],
    ])
    await house.sql('delete from absence where person_id = $1', [inge.personId])
    const letters = async () => (await house.outbox()).filter(one => one.to?.endsWith('@example.org')).map(one => one.to)
    // The day itself is kept: nobody hears of anything.
    const opened = async (visitor: Door, day: string) => {
      house.clock.set(`${day}T09:00:00+01:00`)
      await house.sql('update session set seen_at = $1, ends_at = $2', [house.clock.now(), '2027-01-01'])
      return await seen(visitor)
    }
    await house.at('2026-11-16T09:00:00+01:00')
    expect([await letters(), await opened(tuva, '2026-11-16')]).toEqual([[], [false, 404]])
    await house.at('2026-11-17T09:00:00+01:00')
    await house.at('2026-11-17T12:00:00+01:00')
    const told = (await house.outbox()).filter(one => one.to === 'tuva@example.org')
    expect(told).toHaveLength(1)
    expect(told[0]!.text).not.toMatch(/Erik|udsat/i)
    expect(await opened(tuva, '2026-11-17')).toEqual([true, 200])
    expect((await tuva.get('/arbejdsrum')).body).toContain('Hos Inge Ærø Åkjær.')
    expect([await opened(inge, '2026-11-17'), await opened(ayse, '2026-11-17')]).toEqual([
      [true, 200],
      [false, 404],
    ])
    const spoken = { form: 'kontakt', 'how.kontakt': 'phone', 'result.kontakt': 'talked', 'nextOn.kontakt': '2026-11-30' }
    expect((await tuva.post(`${path}/kontakt`, spoken)).status).toBe(303)
    expect((await house.look(tx => openDues(tx))).map(due => [due.kind, due.dueOn])).toEqual([['nomination.next', '2026-11-30']])
  })

  test('A37: a try that reached nobody keeps nothing; a talk keeps it and asks for the next day', async () => {
    house = await openTestHouse()
    await send(self)
    const amira = await house.as('secretary')
    const { id } = await only('candidate')
    const contact = (result: string) =>
      amira.post(`/arbejdsrum/kandidater/${id}/kontakt`, {
        form: 'kontakt',
        'how.kontakt': 'phone',
        'result.kontakt': result,
        'text.kontakt': 'Vi mødes på værestedet',
        'nextOn.kontakt': '2026-11-30',
      })
    expect((await contact('no_answer')).status).toBe(303)
    expect(await kinds()).toEqual(['nomination.contact'])
    const talked = await contact('talked')
    expect(talked.status).toBe(303)
    const said = /<p role="status">Det er gemt\. Det næste skridt står her på siden\.<\/p>/
    expect((await amira.get(talked.location!)).body).toMatch(said)
    expect((await amira.get(`/arbejdsrum/kandidater/${id}`)).body).not.toMatch(said)
    expect((await house.look(tx => openDues(tx))).map(due => [due.kind, due.dueOn])).toEqual([['nomination.next', '2026-11-30']])
    expect(await only('nomination')).toMatchObject({ state: 'contacted' })
  })

  test('A37: nobody is told no before they were contacted, or without a reason', async () => {
    house = await openTestHouse()
    await send(self)
    const who = await secretary()
    const { id } = await only('nomination')
    const end = (reason: string | null) => house.act(close, { nominationId: String(id), outcome: 'not_this_time' as const, reason }, who)
    await expect(end('Grund')).rejects.toThrow(Refusal)
    await house.act(move, { nominationId: String(id), verb: 'contact' as const }, who)
    await expect(end(' ')).rejects.toThrow(Refusal)
    await end('Rådet har allerede fire.')
    expect(await kinds()).toEqual(['nomination.answer'])
  })

  test('A37: whatever is done, an open nomination owes something with a day and an owner, and a closed one has been answered', async () => {
    house = await openTestHouse()
    const who = await secretary()
    const random = generator(7)
    const dice = (sides: number) => Math.floor(random() * sides)
    for (let n = 0; n < 4; n++) await send({ ...self, name: `Opdigtet ${n}` })
    const ids = (await house.sql('select id from nomination')).map(row => String(row.id))
    const seen = new Set<string>()
    for (let step = 0; step < 160; step++) {
      const nominationId = ids[dice(ids.length)]!
      const verb = verbs[dice(verbs.length)]!
      await house.act(move, { nominationId, verb, reason: 'En grund' }, who).catch(error => {
        if (!(error instanceof Refusal)) throw error
      })
      const dues = await house.look(tx => openDues(tx))
      for (const row of await house.sql('select id, state, contacted_at, answered_at from nomination')) {
        seen.add(String(row.state))
        const own = dues.filter(due => due.about === row.id)
        const state = row.state as State
        const done = !isOpen(state) && (state === 'withdrawn' || row.answered_at !== null) && state !== 'reserve'
        expect(own.length, `${state} after ${verb}`).toBe(done ? 0 : 1)
        if (own[0]) expect(own[0].ownerId ?? own[0].office).toBeTruthy()
      }
    }
    expect(seen.size).toBeGreaterThan(5)
  })

  test('A37: the final answer: a neutral letter, the reason behind the code', async () => {
    house = await openTestHouse()
    const { body } = await send({ ...self, reach: 'email', email: 'erik@example.org' })
    const who = await secretary()
    const nominationId = String((await only('nomination')).id)
    await house.act(move, { nominationId, verb: 'contact' as const }, who)
    await house.act(close, { nominationId, outcome: 'not_this_time' as const, reason: 'Der kom to fra samme sted.' }, who)
    const letter = (await house.outbox()).at(-1)!
    expect(letter.text).not.toMatch(/samme sted|udsat/i)
    expect(await kinds()).toEqual([])
    const erik = await enter('/kvittering', { code: codeIn(body)! })
    expect((await erik.get('/min')).body).toContain('Der kom to fra samme sted.')
  })

  test('A37: what is overdue stands on the work list, by name for those who may read it', async () => {
    house = await openTestHouse()
    await send(self)
    await house.at('2026-11-18T09:00:00+01:00')
    const amira = await house.as('secretary')
    const bo = await house.as('operator')
    expect((await amira.get('/arbejdsrum?hvis=alle')).body).toContain('Erik Lund')
    const hidden = (await bo.get('/arbejdsrum?hvis=alle')).body
    expect(hidden).toContain('Kontakt en, der har meldt sig')
    expect(hidden).not.toContain('Erik Lund')
  })
})

describe('one’s own page', () => {
  test('A37: it says who one’s human is, what happens next and by which day, from the first promise to the last answer', async () => {
    house = await openTestHouse()
    const amira = await house.as('secretary')
    const { body } = await send(self)
    const erik = await enter('/kvittering', { code: codeIn(body)! })
    const page = async (path = '/min') => (await erik.get(path)).body.replace(/<[^>]+>/g, '')
    // Nobody answers yet: no name is made up, and who finds one is said.
    expect(await page()).toContain('Den, der driver siden, finder et menneske til dig.')
    const hold = { contact: 'raad', personId: amira.personId, deputyId: null, phone: '00 00 00 07', email: null, hours: null }
    await house.act(holdContact, hold, (await house.as('operator')).principal)
    expect(await page()).not.toContain('Amira Holm')
    const [{ id: candidateId } = {}] = await house.sql('select id from candidate')
    await house.sql('update person set shown = true where id = $1', [amira.personId])
    await house.act(holdContact, hold, (await house.as('operator')).principal)
    const { body: second } = await send({ ...self, name: 'Opdigtet Mona' })
    expect(second).toContain('Amira Holm')
    expect(await page()).toMatch(/Amira Holm[^.]*er dit menneske her\./)
    const one = String((await house.sql('select id from nomination where candidate_id = $1', [candidateId]))[0]!.id)
    const due = async () => (await house.look(tx => openDues(tx, { abouts: [one] })))[0]!
    expect([await page(), (await due()).dueOn]).toEqual([
      expect.stringContaining('Udsatterådet: ModtagetNæste skridt senest mandag den 16. november 2026: vi kontakter dig'),
      '2026-11-16',
    ])
    const talk = {
      candidateId: String(candidateId),
      how: 'phone' as const,
      result: 'talked' as const,
      text: '',
      nextOn: '2026-11-30' as const,
    }
    await house.act(recordContact, talk, amira.principal)
    expect(await page()).toContain('Udsatterådet: KontaktetNæste skridt senest mandag den 30. november 2026: du hører fra os igen')
    expect(await page('/en/min')).toContain('Next step by Monday 30 November 2026: you hear from us again')
    await house.act(close, { nominationId: one, outcome: 'not_this_time' as const, reason: 'Rådet har fire.' }, amira.principal)
    expect(await page()).toMatch(/Ikke denne gangNæste skridt senest [a-zæøå]+ den \d+\. [a-z]+ 2026: du får svar af os/)
    await amira.post(`/arbejdsrum/kandidater/${candidateId}/svar`, { form: one, [`nomination.${one}`]: one, [`how.${one}`]: 'phone' })
    expect(await page()).toMatch(/Ikke denne gangDu har fået svar\. Der sker ikke mere\.Vores grund: *»?Rådet har fire\./)
  })

  test('everything about me, who read it, change, withdraw, erase', async () => {
    house = await openTestHouse()
    const { body } = await send({ ...self, motivation: 'Jeg kender herberget.' })
    const amira = await house.as('secretary')
    const { id } = await only('candidate')
    expect((await amira.get(`/arbejdsrum/kandidater/${id}`)).body).toContain('Jeg kender herberget.')
    await amira.post(`/arbejdsrum/kandidater/${id}/note`, { form: 'note', 'note.note': 'Ring om formiddagen' })
    const erik = await enter('/kvittering', { code: codeIn(body)! })
    const all = JSON.parse((await erik.get('/min/side/alt.json')).body)
    expect(all.told).toMatchObject({ name: 'Erik Lund', motivation: 'Jeg kender herberget.', declared: ['roles=user'] })
    expect(all.notes.map((note: { text: string }) => note.text)).toEqual(['Ring om formiddagen'])
    expect(all.readers.map((one: { what: string; by: string }) => [one.what, one.by])).toEqual([['candidate.read', 'staff']])
    expect((await erik.get('/min/side/alt')).body).toContain('Ring om formiddagen')
    const changed = await erik.post('/min/side/ret', { name: 'Erik L.', reach: 'self', declared: 'none', language: 'da' })
    expect([changed.status, changed.location]).toEqual([303, '/min'])
    expect(await only('candidate')).toMatchObject({ name: 'Erik L.', phone_index: null })
    const { id: nomination } = await only('nomination')
    await erik.post('/min/side/traek', { nomination: String(nomination) })
    expect(await only('nomination')).toMatchObject({ state: 'withdrawn' })
    expect(await kinds()).toEqual([])
    expect((await erik.post('/min/side/slet')).status).toBe(422)
    expect((await erik.post('/min/side/slet', { sure: 'ja' })).body).toContain('Alt er slettet')
    expect([await count('candidate'), await keysHeld()]).toEqual([0, 0])
  })

  test('one’s code opens nobody else’s page or nomination', async () => {
    house = await openTestHouse()
    const { body } = await send(self)
    await send({ ...self, name: 'Nadia Haddad' })
    const erik = await enter('/kvittering', { code: codeIn(body)! })
    const theirs = (
      await house.sql(
        "select n.id, c.id as candidate from nomination n join candidate c on c.id = n.candidate_id where c.name = 'Nadia Haddad'",
      )
    )[0]!
    expect((await erik.post('/min/side/traek', { nomination: String(theirs.id) })).status).toBe(403)
    expect((await erik.get(`/arbejdsrum/kandidater/${theirs.candidate}`)).status).toBe(404)
    expect((await erik.get('/min')).body).not.toContain('Nadia')
  })

  test('T2: unknown, expired and erased codes look the same, and a slip of the pen is told', async () => {
    house = await openTestHouse()
    const { body } = await send(self)
    const code = codeIn(body)!
    await house.sql('delete from receipt')
    const gone = await house.post('/kvittering', { code })
    const never = await house.post('/kvittering', { code: '0000-0000-0000-0000-0000' })
    const strip = (page: string) => page.replace(/name="formKey" value="[^"]*"/, '')
    expect([gone.status, never.status]).toEqual([422, 422])
    expect(strip(gone.body)).toBe(strip(never.body))
    expect(gone.body).not.toContain(code)
    expect((await house.post('/kvittering', { code: 'ABC' })).body).toContain('20 tegn')
  })
})

describe('staff', () => {
  test('A32: the telephone, the counter, a letter and the street give the same record as the form on the web, in everything but the channel and who wrote it down', async () => {
    house = await openTestHouse()
    const tuva = await house.as('outreachWorker')
    const hold = { contact: 'raad', personId: (await house.as('inge')).personId, deputyId: null, phone: null, email: null, hours: null }
    await house.act(holdContact, hold, (await house.as('operator')).principal)
    const whole: Fields = {
      ...self,
      councils: ['udsatteraad', 'integrationsraad'],
      residence: 'yes',
      declared: ['roles=user', 'ties=school_board'],
      'organisation:ties=school_board': 'Skolen på Solbakken (opdigtet)',
      'role:ties=school_board': 'næstformand',
      'local:ties=school_board': 'yes',
      reach: 'email',
      email: 'erik@example.org',
      language: 'en',
      interpreter: 'tigrinya',
      needs: ['transport', 'childcare'],
      motivation: 'Jeg kender herberget.',
    }
    const channels = ['web', 'phone', 'counter', 'letter', 'outreach']
    const records: unknown[] = []
    const seen: unknown[] = []
    for (const channel of channels) {
      const sent = await (channel === 'web' ? send(whole) : send({ ...whole, channel }, tuva, '/arbejdsrum/kandidater/ny'))
      expect(codeIn(sent.body), channel).toBeDefined()
      const [{ id } = {}] = await house.sql('select id from candidate where not (id = any($1))', [seen])
      seen.push(id)
      const nominations = await house.sql('select * from nomination where candidate_id = $1 order by council', [id])
      expect(nominations.map(one => [one.channel, one.received_by])).toEqual(
        Array(2).fill([channel, channel === 'web' ? null : tuva.personId]),
      )
      const ids = nominations.map(one => one.id)
      const { told } = JSON.parse((await (await house.asSubject(String(id))).get('/min/side/alt.json')).body)
      const letters = (await house.outbox()).filter(one => one.about === id)
      const dues = (await house.look(tx => openDues(tx))).filter(due => ids.includes(due.about))
      const [row] = await house.sql(
        'select residence, suggested, invented, reminded_at, warned_at, email_index, phone_index from candidate where id = $1',
        [id],
      )
      records.push({
        row,
        told: { ...told, saidYes: told.saidYes.at },
        nominations: nominations.map(({ id: _, candidate_id: __, channel: ___, received_by: ____, ...one }) => one),
        ties: await house.sql('select kind, organisation, role, local, declared_on, confirmed_on from tie where candidate_id = $1', [id]),
        words: await house.sql('select word, of_name from candidate_word where candidate_id = $1 order by word', [id]),
        dues: dues
          .map(({ id: _, about, ...due }) => ({ ...due, council: nominations.find(one => one.id === about)!.council }))
          .sort((a, b) => (String(a.council) < String(b.council) ? -1 : 1)),
        letters: letters.map(({ to, subject, text, language, state }) => ({ to, subject, text, language, state })),
        journal: (
          await house.sql("select kind, facts - 'channel' as facts from journal where about = any($1) order by kind, facts->>'council'", [
            [id, ...ids],
          ])
        ).filter(one => (one as { kind: string }).kind !== 'candidate.opened-own-page'),
      })
      expect(
        await house.sql("select distinct facts->>'channel' as channel from journal where about = any($1) and facts ? 'channel'", [ids]),
      ).toEqual([{ channel }])
    }
    expect(records[0]).toMatchObject({
      told: {
        name: 'Erik Lund',
        motivation: 'Jeg kender herberget.',
        wishes: { interpreter: 'tigrinya', needs: ['transport', 'childcare'] },
      },
      dues: [
        { ownerId: hold.personId, dueOn: '2026-11-16' },
        { ownerId: hold.personId, dueOn: '2026-11-16' },
      ],
      letters: [{ to: 'erik@example.org', language: 'en' }],
      ties: [{ organisation: 'Skolen på Solbakken (opdigtet)' }],
      journal: [{ kind: 'nomination.received' }, { kind: 'nomination.received' }],
    })
    for (const [at, record] of records.entries()) expect(record, channels[at]).toEqual(records[0])
  })

  test('A32: what came on an earlier day keeps that day and its promise; a day that cannot be is asked about', async () => {
    house = await openTestHouse()
    const tuva = await house.as('outreachWorker')
    const entered = await send({ ...self, channel: 'letter', receivedOn: '2026-11-05' }, tuva, '/arbejdsrum/kandidater/ny')
    expect(codeIn(entered.body)).toBeDefined()
    expect(await only('nomination')).toMatchObject({ channel: 'letter' })
    expect(await house.sql('select received_on::text as day from nomination')).toEqual([{ day: '2026-11-05' }])
    expect((await house.look(tx => openDues(tx)))[0]!.dueOn).toBe('2026-11-12')
    // A slip of the pen in the year would be a promise broken long ago; a day written as Danes write it is a day.
    const on = async (receivedOn: string) => await tuva.post('/arbejdsrum/kandidater/ny', { ...self, channel: 'phone', receivedOn })
    for (const day of ['2016-11-05', '2026-11-10', 'i går']) expect((await on(day)).status, day).toBe(422)
    expect([(await on('6.11.2026')).status, await count('nomination')]).toEqual([200, 2])
  })

  test('A31: the role of a tie and every wish are kept as they were given, shown to the staff, and lie sealed', async () => {
    house = await openTestHouse()
    await send({
      ...self,
      councils: 'integrationsraad',
      residence: 'yes',
      declared: 'ties=school_board',
      'organisation:ties=school_board': 'Skolen på Solbakken (opdigtet)',
      'role:ties=school_board': 'næstformand for bestyrelsen',
      interpreter: 'tigrinya',
      needs: ['transport', 'support', 'childcare'],
      reach: 'through',
      through: 'Varmestuen (opdigtet), spørg efter Ib',
    })
    const { id, wishes_sealed } = await only('candidate')
    const { body } = await (await house.as('secretary')).get(`/arbejdsrum/kandidater/${id}`)
    for (const words of [
      'Skolen på Solbakken (opdigtet), næstformand for bestyrelsen (',
      'tigrinya',
      'Hjælp til at komme frem\nVil have en med\nPasning af børn',
      'Gennem en person eller et sted, jeg stoler på',
      'Varmestuen (opdigtet), spørg efter Ib',
    ])
      expect(body, words).toContain(words)
    expect(await only('tie')).toMatchObject({ role: 'næstformand for bestyrelsen', confirmed_on: null })
    expect(String(wishes_sealed)).not.toMatch(/tigrinya|transport/)
    // Nobody asked for anything: what was skipped stands as skipped, never as a wish.
    await send({ ...self, name: 'Opdigtet Uden Ønsker' })
    const plain = (await house.sql("select id from candidate where name = 'Opdigtet Uden Ønsker'"))[0]!
    expect((await (await house.as('secretary')).get(`/arbejdsrum/kandidater/${plain.id}`)).body).not.toMatch(
      /Hjælp til at komme frem|Vil have en med|Pasning af børn/,
    )
  })

  test('A32: the register filtered by council and by state shows exactly those, and says how many there are in each', async () => {
    house = await openTestHouse()
    const both = { ...self, councils: ['udsatteraad', 'integrationsraad'], residence: 'yes' }
    await send({ ...self, name: 'Opdigtet Ada' })
    await send({ ...both, name: 'Opdigtet Bea' })
    await send({ ...both, name: 'Opdigtet Cem', councils: 'integrationsraad' })
    await send({ ...other, name: 'Opdigtet Dua', councils: 'udsatteraad' })
    const amira = await house.as('secretary')
    const talk = async (name: string) => {
      const [{ id } = {}] = await house.sql('select id from candidate where name = $1', [name])
      const contact = { candidateId: String(id), how: 'phone' as const, result: 'talked' as const, text: '', nextOn: null }
      await house.act(recordContact, contact, amira.principal)
      return (await house.sql('select id from nomination where candidate_id = $1 order by council', [id])).map(row => String(row.id))
    }
    const [nomination] = await talk('Opdigtet Cem')
    await house.act(close, { nominationId: nomination!, outcome: 'not_this_time' as const, reason: 'Rådet har syv.' }, amira.principal)
    await talk('Opdigtet Ada')
    const shown = async (query: string) => {
      const { body } = await amira.get(`/arbejdsrum/kandidater?${query}`)
      return [...body.matchAll(/<th scope="row">[\s\S]*?<\/th>/g)].map(([cell]) => /Opdigtet (\w+)/.exec(cell)![1]).sort()
    }
    const cases: Record<string, string[]> = {
      '': ['Ada', 'Bea', 'Cem', 'Dua'],
      'raad=udsatteraad': ['Ada', 'Bea', 'Dua'],
      'raad=integrationsraad': ['Bea', 'Cem'],
      'tilstand=received': ['Bea'],
      'tilstand=contacted': ['Ada'],
      'tilstand=suggested': ['Dua'],
      'tilstand=not_this_time': ['Cem'],
      'tilstand=open': ['Ada', 'Bea', 'Dua'],
      'raad=integrationsraad&tilstand=open': ['Bea'],
      'raad=udsatteraad&tilstand=not_this_time': [],
      'raad=udsatteraad&tilstand=received&q=bea': ['Bea'],
      'raad=udsatteraad&q=cem': [],
    }
    for (const [query, names] of Object.entries(cases)) expect(await shown(query), query).toEqual(names)
  })

  test('who may: the register is for the secretary; others reach what is theirs; strangers sign in', async () => {
    house = await openTestHouse()
    await send(self)
    const { id } = await only('candidate')
    for (const role of [
      'caseworker',
      'outreachWorker',
      'operator',
      'auditor',
      'councillor',
      'councilMember',
      'policyOwner',
      'administration',
    ] as const) {
      const other = await house.as(role === 'caseworker' ? 'inge' : role)
      expect((await other.get(`/arbejdsrum/kandidater/${id}`)).status, role).toBe(404)
      expect((await other.post(`/arbejdsrum/kandidater/${id}/note`, { form: 'note', 'note.note': 'x' })).status, role).toBe(404)
    }
    expect((await (await house.as('inge')).get('/arbejdsrum/kandidater')).body).not.toContain('Erik')
    for (const role of ['secretary', 'unitLeader'] as const) {
      const register = await (await house.as(role)).get('/arbejdsrum/kandidater')
      expect([register.status, register.body.includes('Erik Lund')], role).toEqual([200, true])
    }
    for (const role of [
      'operator',
      'auditor',
      'councillor',
      'councilMember',
      'policyOwner',
      'administration',
      'politicalSecretariat',
    ] as const)
      expect((await (await house.as(role)).get('/arbejdsrum/kandidater')).status, role).toBe(403)
    // What is theirs, they reach: whoever entered it finds it, whoever owes the next step opens it.
    const [tuva, inge] = [await house.as('tuva'), await house.as('inge')]
    await send({ ...self, name: 'Tove Bech', channel: 'phone' }, tuva, '/arbejdsrum/kandidater/ny')
    const list = async (who: Door) => {
      const { body } = await who.get('/arbejdsrum/kandidater')
      return ['Erik Lund', 'Tove Bech'].filter(name => body.includes(name))
    }
    expect([await list(tuva), await list(inge)]).toEqual([['Tove Bech'], []])
    await house.sql('update due set owner_id = $1, owner_office = null where about = (select id from nomination where candidate_id = $2)', [
      inge.personId,
      id,
    ])
    expect([await list(tuva), await list(inge)]).toEqual([['Tove Bech'], ['Erik Lund']])
    expect((await inge.get(`/arbejdsrum/kandidater/${id}`)).status).toBe(200)
    expect((await house.get(`/arbejdsrum/kandidater/${id}`)).status).toBe(404)
    expect((await house.get('/arbejdsrum/kandidater')).location).toContain('/log-ind')
    const council = (await house.as('councilMember')).principal
    await expect(house.look(tx => candidatesFor(tx, council, 'udsatteraad'))).rejects.toThrow(NotAllowed)
  })

  test('A29 A30: a tie and residence are confirmed with how, when and by whom, never with what a document says, and the engine then counts them as documented', async () => {
    house = await openTestHouse()
    await send({
      ...self,
      councils: 'integrationsraad',
      residence: 'yes',
      declared: 'ties=school_board',
      'organisation:ties=school_board': 'Skolen (opdigtet)',
    })
    const amira = await house.as('secretary')
    const { id } = await only('candidate')
    expect((await selectable('integrationsraad'))[0]).toMatchObject({
      person: { resident: true, ties: ['school_board'] },
      undocumented: ['resident', 'ties'],
    })
    const tie = String((await only('tie')).id)
    const given = { form: tie, [`tie.${tie}`]: tie, [`how.${tie}`]: 'organisation_said' }
    const unasked = { [`text.${tie}`]: 'indholdet af en attest', document: 'indholdet af en attest' }
    await amira.post(`/arbejdsrum/kandidater/${id}/baand`, { ...given, ...unasked })
    const seen = async (on: string, how = 'register') =>
      await amira.post(`/arbejdsrum/kandidater/${id}/bopael`, {
        form: 'bopael',
        'answer.bopael': 'yes',
        'how.bopael': how,
        'on.bopael': on,
      })
    const page = async () => (await amira.get(`/arbejdsrum/kandidater/${id}`)).body
    expect(await page()).toContain('Bekræftet mandag den 9. november 2026: Organisationen sagde det. Noteret af Amira Holm.')
    // What a document says has nowhere to be: no field, no file, no column.
    expect(await page()).not.toContain('type="file"')
    expect(JSON.stringify([await only('tie'), await house.sql('select * from journal')])).not.toContain('attest')
    expect(Object.keys(await only('tie')).filter(name => name.startsWith('confirmed'))).toEqual([
      'confirmed_on',
      'confirmed_how',
      'confirmed_by',
    ])
    // What was seen long ago, or is a slip of the pen, documents nothing.
    expect((await seen('2016-11-01')).body).toContain('mere end et år siden')
    // Where somebody lives no organisation can say.
    expect((await seen('2026-11-01', 'organisation_said')).status).toBe(422)
    expect((await selectable('integrationsraad'))[0]!.undocumented).toContain('resident')
    expect((await seen('2026-11-01')).status).toBe(303)
    expect(await page()).toContain('Tjekket søndag den 1. november 2026: Ja (Slået op i et register). Noteret af Amira Holm.')
    expect(await only('tie')).toMatchObject({ confirmed_how: 'organisation_said', confirmed_by: amira.personId })
    const [one] = await selectable('integrationsraad')
    expect([one!.undocumented, one!.residenceSeenOn]).toEqual([[], '2026-11-01'])
    expect((await amira.get('/arbejdsrum/rekruttering/integrationsraad')).status).toBe(200)
  })

  test('two entries of one person are found by address or name, and joined by a human', async () => {
    house = await openTestHouse()
    const first = await send({
      ...self,
      name: 'Nadia Haddad',
      councils: 'udsatteraad',
      motivation: 'Første',
      reach: 'email',
      email: 'nadia@example.org',
    })
    const second = await send({
      ...self,
      name: 'N. H.',
      councils: 'integrationsraad',
      residence: 'yes',
      motivation: 'Anden',
      reach: 'email',
      email: 'NADIA@example.org',
    })
    await send({ ...self, name: 'Nadja Haddad', councils: 'udsatteraad' })
    const amira = await house.as('secretary')
    const ids = (await house.sql('select id, name from candidate order by created_at, id')).map(row => String(row.id))
    const page = await amira.get(`/arbejdsrum/kandidater/${ids[0]}`)
    expect(page.body).toContain('Samme e-mail eller telefon')
    expect(page.body).toContain('Et navn, der ligner')
    expect(page.body).toContain('Alt om N. H. kommer med over i denne, og begge koder virker stadig. Det kan ikke laves om.')
    // A slip for somebody who has signed up themself asks nothing.
    const slip = await amira.post(`/arbejdsrum/kandidater/${ids[1]}/link`)
    expect(slip.body).toContain('Her kan du se, hvordan det står')
    const byLink = /id="link"[^>]*>https?:\/\/[^/]+(\/min\/[\w-]+)/.exec(slip.body)![1]!
    const before = await enter('/kvittering', { code: codeIn(second.body)! })
    await amira.post(`/arbejdsrum/kandidater/${ids[0]}/flet`, { other: ids[1] })
    await amira.post(`/arbejdsrum/kandidater/${ids[0]}/to`, { other: ids[2] })
    const after = await amira.get(`/arbejdsrum/kandidater/${ids[0]}`)
    expect(after.body).toMatch(/Første\s+Anden/)
    expect(after.body).not.toContain('Måske den samme')
    expect(await count('candidate')).toBe(2)
    // Both codes and the link of the one that was merged open the one page that is left; a page that stood open ends.
    for (const nadia of [
      await enter('/kvittering', { code: codeIn(first.body)! }),
      await enter('/kvittering', { code: codeIn(second.body)! }),
      await enter(byLink),
    ])
      expect((await nadia.get('/min')).body).toMatch(/Udsatterådet[\s\S]*Integrationsrådet/)
    expect((await before.get('/min')).body).toContain('Din side er lukket')
  })

  test('B2: a month before, each is told in their own language, once; who does nothing is erased on the day, who presses keep has a whole period more and is told again', async () => {
    house = await openTestHouse()
    const codes: string[] = []
    for (const [name, email, language] of [
      ['Erik Lund', 'erik@example.org', 'da'],
      ['Mary Ann', 'mary@example.org', 'en'],
    ] as const)
      codes.push(codeIn((await send({ ...self, name, reach: 'email', email, language, phone: undefined })).body)!)
    const amira = await house.as('secretary')
    for (const { id, candidate_id } of await house.sql('select id, candidate_id from nomination')) {
      const spoken = { candidateId: String(candidate_id), how: 'phone' as const, result: 'talked' as const, text: '', nextOn: null }
      await house.act(recordContact, spoken, amira.principal)
      await house.act(move, { nominationId: String(id), verb: 'withdraw' as const }, amira.principal)
    }
    const day = async (date: string, from = letters.length) => {
      house.clock.set(`${date}T09:00:00+02:00`)
      await house.act(keepPeriods, undefined as never, house.system)
      letters = await house.outbox()
      return letters.slice(from)
    }
    let letters = await house.outbox()
    // Whoever sits on a seat ended longer ago and is not erased: they take nobody's place in the round.
    const periods = { keepDays: 180, warnDays: 30 }
    const first = async () => house.look(tx => endedCandidates(tx, '2027-04-08', 1, { reserve: periods, others: periods }))
    const [erik] = await first()
    await house.sql(
      "update nomination set state = 'appointed', closed_on = '2020-01-01', answered_at = received_at where candidate_id = $1",
      [erik!.id],
    )
    expect(await first()).toMatchObject([{ warned_at: null }])
    expect((await first())[0]!.id).not.toBe(erik!.id)
    await house.sql("update nomination set state = 'withdrawn', closed_on = '2026-11-09', answered_at = null where candidate_id = $1", [
      erik!.id,
    ])
    expect(await day('2027-04-07')).toEqual([])
    const told = (await day('2027-04-08')).sort((a, b) => (a.language < b.language ? -1 : 1))
    expect(told.map(one => [one.to, one.language])).toEqual([
      ['erik@example.org', 'da'],
      ['mary@example.org', 'en'],
    ])
    expect(told[0]!.subject).toMatch(/^Vi sletter snart det, vi har om dig\. /)
    expect(told[0]!.text).toMatch(
      /^Hej\n\nVi sletter det, vi har om dig, lørdag den 8\. maj 2027\. Du behøver ikke gøre noget\.\n\nVil du se det eller beholde det, så brug din kode her, eller kontakt os:\nhttp:\/\/\S+\/kvittering\n/,
    )
    expect(told[1]!.subject).toMatch(/^We will soon erase what we have about you\. /)
    expect(told[1]!.text).toMatch(
      /^Hello\n\nWe erase what we have about you Saturday 8 May 2027\. You do not have to do anything\.\n\nIf you want to see or keep it, use your code here, or contact us:\nhttp:\/\/\S+\/en\/kvittering\n/,
    )
    // Once: every later round until the day writes nothing, and erases nobody.
    for (const date of ['2027-04-09', '2027-05-07']) expect(await day(date)).toEqual([])
    expect([await count('candidate'), await kinds()]).toEqual([2, ['candidate.expire', 'candidate.expire']])
    // Only what is about to be erased can be kept, by the person or by whoever they ask.
    const mary = await enter('/kvittering', { code: codes[1]! })
    expect((await mary.get('/en/min')).body).toContain(
      'Then we keep it until Wednesday 3 November 2027, and write to you again before we erase it.',
    )
    expect((await mary.post('/min/side/behold')).status).toBe(303)
    expect((await mary.get('/en/min')).body).not.toContain('Then we keep it until')
    expect((await mary.post('/min/side/behold')).status).toBe(422)
    expect(await kinds()).toEqual(['candidate.expire'])
    expect(await day('2027-05-08')).toEqual([])
    expect((await house.sql('select name from candidate')).map(row => row.name)).toEqual(['Mary Ann'])
    // She is told again, and asks somebody here this time.
    expect((await day('2027-10-03')).length).toBe(0)
    expect((await day('2027-10-04')).map(one => one.to)).toEqual(['mary@example.org'])
    const path = `/arbejdsrum/kandidater/${(await only('candidate')).id}`
    const later = await house.employed({ name: 'Sofie Senere', email: 'sofie@example.org', roles: ['secretary'] })
    expect((await later.get(path)).body).toContain('Beder de dig om at blive stående, gemmer vi det til')
    expect((await later.post(`${path}/behold`, { form: 'behold' })).status).toBe(422)
    expect((await later.post(`${path}/behold`, { form: 'behold', 'how.behold': 'phone' })).status).toBe(303)
    await day('2027-11-03')
    expect([await count('candidate'), await kinds()]).toEqual([1, []])
    expect((await day('2028-03-04')).map(one => one.to)).toEqual(['mary@example.org'])
    await day('2028-04-02')
    expect(await count('candidate')).toBe(1)
    await day('2028-04-03')
    expect([await count('candidate'), await kinds(), await keysHeld()]).toEqual([0, [], 0])
  })

  test('what is no longer kept is announced and then erased, never in one leap of the clock', async () => {
    house = await openTestHouse()
    await send(self)
    const nominationId = String((await only('nomination')).id)
    const { candidate_id } = await only('nomination')
    const withdraw = async () => await house.act(move, { nominationId, verb: 'withdraw' as const }, await secretary())
    await expect(withdraw()).rejects.toThrow(/kontakt/)
    await house.act(
      recordContact,
      { candidateId: String(candidate_id), how: 'phone' as const, result: 'talked' as const, text: '', nextOn: null },
      await secretary(),
    )
    await withdraw()
    const { system } = house
    house.clock.set('2028-01-10T09:00:00+01:00')
    await house.act(keepPeriods, undefined as never, system)
    expect([await count('candidate'), await kinds()]).toEqual([1, ['candidate.expire']])
    house.clock.set('2028-01-20T09:00:00+01:00')
    await house.act(keepPeriods, undefined as never, system)
    expect(await count('candidate')).toBe(1)
    house.clock.set('2028-02-10T09:00:00+01:00')
    await house.act(keepPeriods, undefined as never, system)
    expect([await count('candidate'), await kinds()]).toEqual([0, []])
  })
})
