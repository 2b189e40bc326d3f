// Telling: a few words, who reads them, a code to come back with, and nothing that tells who it was.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { itemOf, writeItem } from '../../src/municipalities/index.ts'
import { voiceOf } from '../../src/voices/index.ts'
import { voiceWords } from '../../src/voices/words.ts'
import type { TestHouse } from '../house.ts'
import { codeIn, comeBack, flowIn, onlyVoice, openVoicesHouse, tell, visitIn } from '../voices.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openVoicesHouse()
  await house.as('amira')
})
afterAll(async () => await house.close())
const later = (seconds: number) => house.clock.set(new Date(house.clock.now().getTime() + seconds * 1_000).toISOString())
beforeEach(async () => {
  await house.sql('delete from voice')
  await house.sql("delete from due where about in (select id from thing where kind = 'voice')")
})

describe('A1 A4: telling', () => {
  it('says before anything is written who reads it, what happens, what must be done, what is kept, and whom to call', async () => {
    const { body: whole } = await house.get('/fortael')
    // What can be folded away is not said: whoever has one minute opens nothing.
    const body = whole.replaceAll(/<details[^>]*>.*?<\/details>/gs, '')
    const form = body.indexOf('<textarea')
    for (const words of [
      'Et menneske fra kommunen læser det.',
      'Du får svar senest',
      'et barn eller et liv er i fare, skal vi handle',
      'kan vi måske ikke finde dig',
      'Noget kan loven sige, at vi skal gemme',
      'Ring 112',
      'mandag den 16. november',
    ]) {
      expect(body, words).toContain(words)
      expect(body.indexOf(words), words).toBeLessThan(form)
    }
    expect(body).toContain('name="robots"')
  })

  it('A6: 112, the duty telephone and a crisis line stand before the place to write, to be called, in every language; folded only what is neither', async () => {
    const bo = await house.as('bo')
    const number = async (fields: Record<string, string>, what = '') =>
      expect((await bo.post(`/arbejdsrum/opsaetning/numre${what}`, { by: 'Bo Lind', on: '2026-11-09', phone: '', ...fields })).status).toBe(
        303,
      )
    await number({ number: 'vagttelefon', phone: '00 00 00 77' })
    await number({ number: 'livslinien' })
    for (const lang of ['', '/en', '/ar', '/tr', '/ur']) {
      const { body } = await house.get(`${lang}/fortael`)
      const places = ['tel:112', 'tel:00000077', 'tel:70201201', '<textarea'].map(one => body.indexOf(one))
      expect(places, lang).toEqual(places.toSorted((a, b) => a - b))
      expect(places[0], lang).toBeGreaterThan(0)
      const open = body.slice(0, body.indexOf('<textarea')).replaceAll(/<details[^>]*>.*?<\/details>/gs, '')
      expect(['tel:112', 'tel:00000077', 'tel:70201201'].map(one => open.includes(one))).toEqual([true, true, false])
      // Named for what it is, in the language of the page.
      const folded = /<details><summary>([^<]+)<\/summary>(?:(?!<\/details>).)*tel:70201201/s.exec(body)![1]!
      expect(folded).toBe(voiceWords((lang.slice(1) || 'da') as 'da', 'danger.more'))
    }
    for (const one of ['vagttelefon', 'livslinien']) await number({ number: one }, '/tilbage')
    expect((await house.get('/fortael')).body).not.toMatch(/tel:(00000077|70201201)/)
  })

  it('takes a few words and nothing else, and gives a code with a day', async () => {
    const { body, status, code } = await tell(house, 'Der er koldt i trappen.')
    expect(status).toBe(200)
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
    expect(body).toContain('mandag den 16. november')
    const voice = await onlyVoice(house)
    expect(voice).toMatchObject({ kind: 'own', channel: 'web', state: 'received', reply: 'code', share: 'ask' })
    const [due] = await house.sql('select kind, owner_id, owner_office, due_on::text from due where about = $1 and settled_at is null', [
      voice.id,
    ])
    expect(due).toMatchObject({ kind: 'voice.answer', due_on: '2026-11-16' })
    expect(due!.owner_id ?? due!.owner_office).not.toBeNull()
  })

  it('B6 A1: who is signed in in the same browser tells, reads and writes again as nobody: no line anywhere says who it was', async () => {
    const amira = await house.as('amira')
    const telling = await amira.fetch('/fortael', {
      method: 'POST',
      body: new URLSearchParams({ formKey: house.formKey(), step: 'start', words: 'Fra en, der er logget ind' }),
    })
    const code = codeIn(await telling.text())!
    const { id } = await onlyVoice(house)
    const sent = async (path: string, values: Record<string, string>) =>
      await (await amira.fetch(path, { method: 'POST', body: new URLSearchParams({ formKey: house.formKey(), ...values }) })).text()
    const talk = await sent('/kvittering', { code })
    expect(talk).toContain('Fra en, der er logget ind')
    expect(await sent('/fortael/samtale', { visit: visitIn(talk), go: 'write', text: 'Og lidt mere' })).toContain('Og lidt mere')
    const actors = await house.sql('select distinct actor from journal where about = $1', [id])
    expect(actors).toEqual([{ actor: 'anyone' }])
    const lines = await house.sql('select by_person, by_code from voice_line where voice_id = $1 order by position', [id])
    expect(lines.map(line => line.by_person)).toEqual([null, null])
    // Nor does the page greet them: nobody here knows who it is.
    expect(await (await amira.fetch('/fortael')).text()).not.toContain('Amira Holm, ')
    expect((await amira.get('/arbejdsrum')).body).toContain('Amira Holm')
  })

  it('A1: who would rather not write asks to be called: the number is all that is asked for, and a human owes the call', async () => {
    const asked = await house.post('/fortael', { step: 'start', go: 'call', words: '' })
    const hidden = Object.fromEntries(
      [...asked.body.matchAll(/<input type="hidden" name="(words|flow)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    )
    expect(hidden.words).toBe('Ring til mig. Jeg vil hellere sige det.')
    expect(asked.body).toMatch(/<input[^>]*name="reply"[^>]*value="phone"[^>]*checked/)
    const none = await house.post('/fortael', { step: 'reply', ...hidden, reply: 'phone', phone: '' })
    expect(none.status).toBe(422)
    const done = await house.post('/fortael', { step: 'summary', ...hidden, reply: 'phone', phone: '00 00 00 55' })
    expect(done.body).toContain('Tak. Vi har det')
    const row = await onlyVoice(house)
    expect(row.reply).toBe('phone')
    const voice = await house.look(tx => voiceOf(tx, row.id as string))
    expect([voice!.details.phone, voice!.dues.map(due => due.kind)]).toEqual(['00 00 00 55', ['voice.answer']])
    // What was written before is not written over.
    expect((await house.post('/fortael', { step: 'start', go: 'call', words: 'Min bolig' })).body).toContain('value="Min bolig"')
  })

  it('keeps no time, address or browser of an anonymous voice: days only, and ids without a clock', async () => {
    await tell(house, 'Uden spor')
    const { id } = await onlyVoice(house)
    expect(String(id)[14]).toBe('4')
    const midnight = new Date('2026-11-09T00:00:00+01:00').getTime()
    const times = await house.sql(
      `select created_at as at from thing where id = $1 union all select at from journal where about = $1
       union all select created_at from due where about = $1 union all select at from accepted_form where result->>'voiceId' = $1::text`,
      [id],
    )
    expect(times.length).toBeGreaterThan(3)
    for (const { at } of times) expect((at as Date).getTime()).toBe(midnight)
    // Nor whatever a browser, or a server in front of us, says of who it is: not in the clear and not as bytes, in any table.
    const traces = ['203.0.113.77', 'Kanariebrowser', 'kanariefra.example', 'kanarie-sprog', 'kanariekage']
    const form = new URLSearchParams({ formKey: house.formKey(), step: 'start', words: 'Med spor' })
    const sent = await house.fetch('/fortael', {
      method: 'POST',
      body: form.toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': '203.0.113.77',
        'x-real-ip': '203.0.113.77',
        forwarded: 'for=203.0.113.77',
        'user-agent': 'Kanariebrowser/5.0',
        referer: 'http://kanariefra.example/',
        'accept-language': 'kanarie-sprog',
        cookie: 'spor=kanariekage',
      },
    })
    expect(codeIn(await sent.text())).not.toBeNull()
    const holding = async () => {
      const tables = await house.sql(
        "select oid::regclass::text as name from pg_class where relkind in ('r', 'm') and relnamespace::regnamespace::text in ('public', 'keys')",
      )
      const found: string[] = []
      for (const { name } of tables) {
        const rows = (await house.sql(`select t::text as row from ${name} t`)).map(each => String(each.row)).join('\n')
        for (const trace of traces)
          if (
            [trace, Buffer.from(trace).toString('hex'), Buffer.from(trace).toString('base64').slice(0, -3)].some(one => rows.includes(one))
          )
            found.push(`${name}: ${trace}`)
      }
      expect(tables.length).toBeGreaterThan(40)
      return found
    }
    expect(await holding()).toEqual([])
    // Planted: the same search finds one of them.
    await house.sql("update voice set district = '203.0.113.77' where id <> $1", [id])
    expect(await holding()).toEqual(['voice: 203.0.113.77'])
  })

  it('is one voice however often it is sent, with the same code', async () => {
    const first = await tell(house, 'To gange')
    const flow = flowIn(first.body)
    const again = await house.post('/fortael', { step: 'start', words: 'To gange', flow })
    expect(codeIn(again.body)).toBe(first.code)
    await onlyVoice(house)
    // Once it is said to be kept, it is not shown again.
    const kept = await house.post('/fortael', { step: 'receipt', flow, go: 'kept' })
    expect(kept.body).toContain('Så er du færdig')
    const after = await house.post('/fortael', { step: 'start', words: 'To gange', flow })
    expect(codeIn(after.body)).toBeNull()
  })

  it('refuses words that carry the code, with the reason, and keeps what was typed', async () => {
    const first = await tell(house, 'Første')
    const flow = flowIn(first.body)
    await house.sql('delete from accepted_form')
    await house.sql('delete from voice')
    const carrying = await house.post('/fortael', {
      step: 'start',
      words: `Min kode er ${first.code!.toLowerCase().replaceAll('-', ' ')} !`,
      flow,
    })
    expect(carrying.status).toBe(422)
    expect(carrying.body).toContain('Din kode står i teksten')
    expect(carrying.body).toContain('Min kode er')
    expect(await house.sql('select from voice')).toHaveLength(0)
  })

  it('asks for words, and only for words', async () => {
    const empty = await house.post('/fortael', { step: 'start', words: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Et par stykker er nok')
  })

  it('A1: walks through pages that can all be skipped, at one address; what it can be about is the open list of the municipality', async () => {
    let page = await house.post('/fortael', { step: 'start', words: 'Jeg vil sige mere', go: 'more' })
    expect(page.body).toContain('Vil du sige mere?')
    for (const name of ['place', 'district', 'language', 'share', 'mayNotSee'])
      expect(page.body, name).toMatch(new RegExp(`<(input|select)[^>]* name="${name}"`))
    // What it can be about is the municipality's own list, and open: what is added there can be chosen here.
    const listed = async () => (await house.sql("select slug from item where kind = 'theme'")).map(row => String(row.slug)).sort()
    const offered = (body: string) => [...body.matchAll(/name="themes" value="([^"]+)"/g)].map(([, slug]) => slug!).sort()
    expect(offered(page.body)).toEqual(await listed())
    expect(offered(page.body).length).toBeGreaterThan(5)
    const content = { slug: 'opdigtet-tema', name: { da: 'Opdigtet tema' } }
    await house.act(
      async (tx, who) => await writeItem(tx, who, { kind: 'theme', slug: 'opdigtet-tema', content: content as never }),
      undefined,
    )
    page = await house.post('/fortael', { step: 'start', words: 'Jeg vil sige mere', go: 'more' })
    expect(offered(page.body)).toEqual(await listed())
    expect(page.body).toMatch(/value="opdigtet-tema"[^>]*>.{0,80}Opdigtet tema/s)
    page = await house.post('/fortael', { step: 'more', words: 'Jeg vil sige mere', themes: ['hjemloeshed'], place: 'Værestedet' })
    expect(page.body).toContain('Hvordan vil du have svar?')
    page = await house.post('/fortael', {
      step: 'reply',
      words: 'Jeg vil sige mere',
      themes: ['hjemloeshed'],
      place: 'Værestedet',
      reply: 'through',
      through: '',
    })
    expect(page.status).toBe(422)
    page = await house.post('/fortael', {
      step: 'reply',
      words: 'Jeg vil sige mere',
      themes: ['hjemloeshed'],
      place: 'Værestedet',
      reply: 'through',
      through: 'Gadesygeplejersken',
    })
    expect(page.body).toContain('Intet er sendt endnu')
    expect(page.body).toContain('Hjemløshed')
    expect(await house.sql('select from voice')).toHaveLength(0)
    const sent = await tell(house, 'Jeg vil sige mere', {
      themes: ['hjemloeshed'],
      place: 'Værestedet',
      reply: 'through',
      through: 'Gadesygeplejersken',
    })
    expect(sent.code).not.toBeNull()
    const voice = await onlyVoice(house)
    expect(voice.reply).toBe('through')
    const row = JSON.stringify(voice)
    for (const word of ['hjemloeshed', 'Værestedet', 'Gadesyge']) expect(row).not.toContain(word)
  })

  it('without an answer wanted there is no code, and nothing leads back', async () => {
    const { body, code } = await tell(house, 'Bare så I ved det', { reply: 'none' })
    expect(code).toBeNull()
    expect(body).toContain('Du får ingen kode')
    expect(await house.sql('select from voice_receipt')).toHaveLength(0)
  })

  it.each([
    ['through', { through: 'Opdigtet gadesygeplejerske' }, 'Svaret kommer gennem den person eller det sted, du har skrevet'],
    ['visit', { knownBy: 'Solsort' }, 'Kom forbi, så får du svaret'],
    ['phone', { phone: '00 00 00 01' }, 'Vi ringer til dig med svaret'],
    ['letter', { address: 'Prøvevej 1' }, 'Du får svaret i et brev'],
  ] as const)(
    'A4: who is answered by %s is told how and by when, is shown no code and asked to keep none; one who wants a code opens it',
    async (reply, how, says) => {
      const { body, code } = await tell(house, 'Jeg kan ikke gemme noget', { reply, ...how })
      // Without what is folded and what is printed, as somebody who only looks sees it.
      const seen = (page: string) => page.replace(/<details class="also">.*?<\/details>/s, '')
      const flow = flowIn(body)
      // The same on a receipt that is shown once more.
      for (const page of [body, (await house.post('/fortael', { step: 'receipt', flow, go: 'again' })).body]) {
        expect(seen(page)).toContain(says)
        expect(seen(page)).toMatch(/senest <b>[a-zæøå]+dag den \d+\. november/)
        expect(seen(page)).not.toMatch(/Har du gemt|id="kode"|Din kode|din kode/)
        expect(seen(page)).not.toContain(code!)
        expect(/<details class="also"><summary class="no-print">Jeg vil også have en kode<.*?<\/details>/s.exec(page)![0]).toContain(code!)
      }
      const [button] = /<button[^>]*>Luk siden</.exec(body)!
      const done = await house.post('/fortael', { step: 'receipt', flow, go: /value="([^"]+)"/.exec(button)![1]! })
      expect(done.body).toContain('Så er du færdig')
      expect(done.body).not.toContain('med din kode')
      const again = await house.post('/fortael', { step: 'summary', words: 'Jeg kan ikke gemme noget', reply, ...how, flow })
      expect(again.body).not.toContain(code!)
      await onlyVoice(house)
      // Who wrote it down comes back by it.
      expect((await comeBack(house, code!)).body()).toContain('Jeg kan ikke gemme noget')
      // Where the code is the only way back, it is shown at once: also to whoever tells for somebody and may not see the answer.
      for (const only of [{ reply: 'code' }, { reply, ...how, who: 'behalf', consent: 'cannot' }]) {
        const shown = await tell(house, 'Med kode', only)
        expect(seen(shown.body)).toContain(shown.code!)
        expect(seen(shown.body)).toContain('Har du gemt koden?')
      }
    },
  )

  it('A4: a code that cannot be kept: what can be done and what cannot is said at once, in every language, and the code is shown again', async () => {
    for (const lang of ['da', 'en', 'ar', 'tr', 'ur'] as const) {
      const at = lang === 'da' ? '/fortael' : `/${lang}/fortael`
      const { body, code } = await tell(house, 'Jeg kan ikke gemme den', {}, at)
      const flow = flowIn(body)
      const lost = await house.post(at, { step: 'receipt', flow, go: 'lost' })
      expect(lost.body).not.toContain(code!)
      const said = ['lost.title', 'lost.text', 'lost.1', 'lost.2', 'lost.3', 'lost.4', 'lost.back'] as const
      for (const key of said) expect(lost.body, `${lang} ${key}`).toContain(voiceWords(lang, key))
      expect(codeIn((await house.post(at, { step: 'receipt', flow, go: 'again' })).body)).toBe(code)
    }
    const { body } = await house.post('/fortael', { step: 'receipt', flow: flowIn((await tell(house, 'Endnu en')).body), go: 'lost' })
    expect(body).toContain('Uden koden kan vi ikke altid vide, at det er dig.')
  })

  it('a robot that fills the trap is asked to press again, and a person who does is heard', async () => {
    const trapped = await house.post('/fortael', { step: 'start', words: 'Hej', telefax: 'x' })
    expect(trapped.body).toContain('Tryk send igen')
    const again = await house.post('/fortael', { step: 'start', words: 'Hej', telefax: 'x', again: '1', flow: flowIn(trapped.body) })
    expect(codeIn(again.body)).not.toBeNull()
  })

  it('A1 B2d: sent from the first page in Arabic, it is in Arabic: staff are told to translate, and the answer is owed in that language', async () => {
    await tell(house, 'لا أستطيع النوم', {}, '/ar/fortael')
    expect(await onlyVoice(house)).toMatchObject({ language: 'ar' })
    expect(await house.sql('select language from voice_line')).toEqual([{ language: 'ar' }])
    // What was chosen on the page that asks stays chosen.
    await house.sql('delete from voice')
    await tell(house, 'أريد الجواب بالتركية', { reply: 'code', language: 'tr' }, '/ar/fortael')
    expect(await onlyVoice(house)).toMatchObject({ language: 'tr' })
  })

  it('A1: a number in the digits of one’s own keyboard is a number', async () => {
    for (const phone of ['٢٠ ٣٠ ٤٠ ٥٠', '۲۰۳۰۴۰۵۰', '00 00 00 01']) {
      await house.sql('delete from voice')
      const { code, body } = await tell(house, 'Ring', { reply: 'phone', phone })
      expect(code, body.slice(0, 200)).not.toBeNull()
    }
    expect((await tell(house, 'Ring', { reply: 'phone', phone: 'ring da' })).body).toContain('Skriv det nummer, vi skal ringe til')
  })

  it('A4: who comes by says how we know them, and that is what staff see', async () => {
    const page = await house.post('/fortael', { step: 'more', words: 'Jeg kommer forbi' })
    expect(page.body).toContain('Hvordan kender vi dig, når du kommer?')
    await tell(house, 'Jeg kommer forbi', { reply: 'visit', knownBy: 'Solsort', through: 'en anden' })
    const { id } = await onlyVoice(house)
    const amira = await house.as('amira')
    expect((await amira.get(`/arbejdsrum/henvendelser/${id}`)).body).toContain('Solsort')
  })

  it('words that were changed while the first answer was lost on the way come after the first ones, once; nothing that was typed is lost', async () => {
    const first = await tell(house, 'Jeg har brug for hjælp')
    const flow = flowIn(first.body)
    const send = (words: string, more: Record<string, string> = {}) => house.post('/fortael', { step: 'start', words, flow, ...more })
    const second = await send('Jeg har brug for hjælp. Jeg har to børn.', { urgent: 'yes' })
    expect(codeIn(second.body)).toBe(first.code)
    expect(second.body).toContain('Dine nye ord er sat ind efter dem')
    const same = await send('Jeg har brug for hjælp. Jeg har to børn.', { urgent: 'yes' })
    expect(codeIn(same.body)).toBe(first.code)
    expect(same.body).not.toContain('Dine nye ord')
    expect(await onlyVoice(house)).toMatchObject({ urgent: true })
    expect(await house.sql('select position, kind from voice_line order by position')).toEqual([
      { position: 1, kind: 'told' },
      { position: 2, kind: 'wrote' },
    ])
    expect(await house.sql("select from due where kind = 'voice.open' and settled_at is null")).toHaveLength(1)
    expect((await comeBack(house, first.code!)).body()).toContain('Jeg har to børn.')
    // Once the code is put away it is not shown again; what is typed then becomes a telling of its own.
    await house.post('/fortael', { step: 'receipt', flow, go: 'kept' })
    const third = await send('Noget helt andet')
    expect(third.body).toContain('Det her er ikke sendt')
    expect(third.body).toContain('Noget helt andet')
    expect(third.body).not.toContain(first.code!)
    const own = await house.post('/fortael', { step: 'start', words: 'Noget helt andet', again: '1' })
    expect(codeIn(own.body)).not.toBe(first.code)
    expect(await house.sql('select from voice')).toHaveLength(2)
  })

  it('A3 B4: under 18: says first what a grown-up must do, and that parents are not told by default', async () => {
    const { body } = await house.post('/fortael', { step: 'start', words: '', go: 'who:young' })
    expect(body).toContain('Vi siger det ikke til dine forældre')
    const form = body.indexOf('<textarea')
    expect(body.indexOf('En voksen, der arbejder i kommunen, skal hjælpe')).toBeLessThan(form)
    // No way to reach them is asked for, and that none is needed is said first.
    expect(body.indexOf('Du behøver ikke skrive navn, telefon eller skole.')).toBeGreaterThan(0)
    expect(body.indexOf('Du behøver ikke skrive navn, telefon eller skole.')).toBeLessThan(form)
    const asked = [...body.slice(body.indexOf('<main')).matchAll(/<(?:input|textarea|select)(?![^>]*hidden)[^>]* name="([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(asked).toEqual(['words', 'urgent', 'telefax'])
    // Nor on the way: what reaches them is asked for only where they choose it, and without it they are heard.
    const reply = (await house.post('/fortael', { step: 'more', words: 'Jeg er 15', who: 'young' })).body
    expect(reply).toMatch(/name="reply" value="code"[^>]* checked/)
    expect(reply.slice(reply.indexOf('<main'))).not.toMatch(/<(?:input|textarea)[^>]* required/)
    await tell(house, 'Jeg er 15', { who: 'young' })
    const { details_sealed, ...row } = await onlyVoice(house)
    expect(row).toMatchObject({ kind: 'own', young: true })
    const voice = await house.look(tx => voiceOf(tx, row.id as string))
    const { name, phone, address, email, through } = voice!.details
    expect([name, phone, address, email, through]).toEqual(['', '', '', null, ''])
  })

  it('B6: who works here is told that it is not the whistleblower scheme, and led there; without an address that is said, and none is invented', async () => {
    const slug = String((await house.sql("select slug from item where kind = 'municipality'"))[0]!.slug)
    const put = async (whistleblower: string | null) =>
      await house.act(async (tx, who) => {
        const facts = (await itemOf(tx, 'municipality', slug))!
        await writeItem(tx, who, { kind: 'municipality', slug, content: { ...facts, whistleblower } })
      }, undefined)
    const note = async () => {
      const { body } = await house.post('/fortael', { step: 'start', go: 'who:staff' })
      const found = /<div class="note"><p>Det her er ikke kommunens whistleblowerordning\..*?<\/div>/s.exec(body)
      expect(found!.index).toBeLessThan(body.indexOf('<textarea'))
      return found![0]
    }
    await put('https://whistle.example/glostrup')
    expect(await note()).toContain('href="https://whistle.example/glostrup"')
    expect(await note()).not.toContain('står ikke her endnu')
    await put(null)
    expect(await note()).toContain('Adressen på den står ikke her endnu.')
    expect(await note()).not.toContain('<a')
    // Only there: nobody else is sent to it.
    expect((await house.get('/fortael')).body).not.toContain('whistleblower')
  })

  it('A1 A15: in every language the page is whole, with »say it instead«, and Arabic reads from the right', async () => {
    for (const lang of ['en', 'ar', 'tr', 'ur']) {
      const { body } = await house.get(`/${lang}/fortael`)
      expect(body).not.toContain('Hvad vil du fortælle')
      if (lang !== 'en') expect(body).not.toContain('What do you want to tell?')
    }
    // Who would rather say it is told so beside the field, on the page where one tells, and led to the human.
    for (const lang of ['da', 'en', 'ar', 'tr', 'ur'] as const) {
      const { body } = await house.get(lang === 'da' ? '/fortael' : `/${lang}/fortael`)
      const say = /<section[^>]*>(?:(?!<\/section>).)*?<\/section>/gs
      const section = [...body.matchAll(say)].map(([one]) => one).find(one => one.includes(voiceWords(lang, 'say.title')))!
      expect(section, lang).toContain(voiceWords(lang, 'say.text'))
      expect(section, lang).toContain('href="#kontakt"')
      expect(body, lang).toContain('id="kontakt"')
    }
    expect((await house.get('/ar/fortael')).body).toContain('dir="rtl"')
  })

  it('a shared computer: ends by itself with a warning, and every page says so to the browser', async () => {
    const { headers, body } = await house.get('/fortael/faelles')
    expect(headers.get('refresh')).toBe('600; url=/fortael/faelles/slut')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toContain('Jeg er her stadig')
    const stay = await house.post('/fortael/faelles', { step: 'start', words: 'Halvt skrevet', go: 'stay' })
    expect(stay.body).toContain('Halvt skrevet')
    expect(stay.headers.get('refresh')).toContain('600')
    const sent = await tell(house, 'Fra værestedet', {}, '/fortael/faelles')
    expect(sent.code).not.toBeNull()
    expect(await onlyVoice(house)).toMatchObject({ channel: 'shared' })
    const gone = await house.get('/fortael/faelles/slut')
    expect(gone.headers.get('clear-site-data')).toContain('storage')
  })

  it('a shared computer: an answer read there ends by itself too, on every page; what was being written stays while somebody is there', async () => {
    const { code } = await tell(house, 'Læst på værestedet', {}, '/fortael/faelles')
    expect((await house.get('/fortael/faelles')).body).toContain('href="/kvittering?faelles=1"')
    const door = await house.get('/kvittering?faelles=1')
    expect(door.headers.get('refresh')).toBe('600; url=/kvittering?faelles=1')
    expect(door.body).toContain('action="/kvittering?faelles=1"')
    expect((await house.post('/kvittering?faelles=1', { code: 'forkert' })).headers.get('refresh')).toContain('600')
    let page = await house.post('/kvittering?faelles=1', { code: code! })
    const ends = () => {
      expect(page.headers.get('refresh')).toBe('600; url=/fortael/faelles/slut')
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(page.body).toContain('Jeg er her stadig')
      expect(page.body).toContain('name="shared" value="1"')
    }
    ends()
    expect(page.body).toContain('Læst på værestedet')
    const go = async (go: string, more: Record<string, string> = {}) => {
      page = await house.post('/fortael/samtale', { visit: visitIn(page.body), go, shared: '1', ...more })
    }
    await go('write', { text: 'Halvt skrevet', stay: 'stay' })
    ends()
    expect(page.body).toContain('>Halvt skrevet</textarea>')
    expect(await house.sql('select from voice_line')).toHaveLength(1)
    await go('write', { text: 'Helt skrevet' })
    ends()
    await go('everything')
    ends()
    await go('close')
    expect(page.body).toContain('href="/kvittering?faelles=1"')
    // Elsewhere nothing ends while somebody reads.
    expect((await house.post('/kvittering', { code: code! })).headers.get('refresh')).toBeNull()
  })
})

describe('A1: coming back by code', () => {
  it('both ways, as long as it takes: read, write, and nothing in an address or a cookie', async () => {
    const { code } = await tell(house, 'Hvem kan hjælpe mig?')
    const mine = await comeBack(house, code!)
    expect(mine.body()).toContain('Hvem kan hjælpe mig?')
    const wrote = await mine.go('write', { text: 'Jeg glemte at sige noget.' })
    expect(wrote.body).toContain('Jeg glemte at sige noget.')
    expect(wrote.headers.get('set-cookie')).toBeNull()
    const { id } = await onlyVoice(house)
    expect(await house.sql('select position, kind, by_code from voice_line where voice_id = $1 order by position', [id])).toEqual([
      { position: 1, kind: 'told', by_code: 'teller' },
      { position: 2, kind: 'wrote', by_code: 'teller' },
    ])
  })

  it('a page is good for one step: sent again from the browser it opens an empty door', async () => {
    const { code } = await tell(house, 'Hemmeligt ord')
    const first = await house.post('/kvittering', { code: code! })
    const visit = visitIn(first.body)
    await house.post('/fortael/samtale', { visit, go: 'close' })
    const again = await house.post('/fortael/samtale', { visit, go: 'show' })
    expect(again.body).not.toContain('Hemmeligt ord')
    expect(again.body).toContain('Skriv din kode igen')
    // The form with the code, sent again by going back in the browser, opens nothing either.
    const key = house.formKey()
    expect((await house.post('/kvittering', { code: code! }, key)).body).toContain('Hemmeligt ord')
    later(6)
    expect((await house.post('/kvittering', { code: code! }, key)).body).not.toContain('Hemmeligt ord')
  })

  it('A4: a button pressed twice does its step once and shows the page it led to; not later, and not when the person has gone on or left', async () => {
    const { code } = await tell(house, 'Hemmeligt ord')
    const key = house.formKey()
    const press = (visit: string, go: string, more: Record<string, string> = {}) =>
      house.post('/fortael/samtale', { visit, go, ...more }, go === 'erase' ? key : undefined)
    const open = async () => visitIn((await house.post('/kvittering', { code: code! })).body)
    const first = await open()
    const both = await Promise.all([
      press(first, 'write', { text: 'Skrevet to gange' }),
      press(first, 'write', { text: 'Skrevet to gange' }),
    ])
    for (const { body } of both) expect(body).toContain('Skrevet to gange')
    expect(await house.sql("select from voice_line where kind = 'wrote'")).toHaveLength(1)
    // What was refused is tried again, and what was typed is there both times.
    const second = await open()
    for (const _ of [1, 2]) expect((await press(second, 'erase')).body).toContain('Sæt kryds for at slette')
    // Going on from the page it led to ends it, and so does a moment.
    const third = await open()
    const on = visitIn((await press(third, 'show')).body)
    await press(on, 'show')
    expect((await press(third, 'show')).body).toContain('Skriv din kode igen')
    const fourth = await open()
    await press(fourth, 'show')
    later(6)
    expect((await press(fourth, 'show')).body).toContain('Skriv din kode igen')
    // Leaving ends every page of it at once, however fast somebody goes back.
    const fifth = await open()
    const last = visitIn((await press(fifth, 'show')).body)
    await press(last, 'close')
    for (const old of [fifth, last]) expect((await press(old, 'show')).body).not.toContain('Hemmeligt ord')
    // Erased is said twice, and twice only by the same form.
    const sixth = await open()
    const gone = house.formKey()
    for (const _ of [1, 2])
      expect((await house.post('/fortael/samtale', { visit: sixth, go: 'erase', sure: 'on' }, gone)).body).toContain('Det er slettet')
    expect((await press(sixth, 'show')).body).toContain('Skriv din kode igen')
  })

  it('an empty line keeps the page; a line with the code in it is refused with the reason', async () => {
    const { code } = await tell(house, 'Hej')
    const mine = await comeBack(house, code!)
    expect((await mine.go('write', { text: '' })).body).toContain('Skriv nogle ord')
    const carrying = await mine.go('write', { text: `Koden er ${code}` })
    expect(carrying.body).toContain('Din kode står i teksten')
    expect(carrying.body).toContain('Koden er')
    expect(await house.sql("select from voice_line where kind = 'wrote'")).toHaveLength(0)
  })

  it('T3: unknown and erased codes get the same page, to the byte', async () => {
    const { code } = await tell(house, 'Slet mig')
    const mine = await comeBack(house, code!)
    expect((await mine.go('erase')).body).toContain('Sæt kryds')
    expect((await mine.go('erase', { sure: 'on' })).body).toContain('Det er slettet')
    const bare = ({ body }: { body: string }) => body.replaceAll(/name="formKey" value="[^"]+"/g, '')
    const erased = await house.post('/kvittering', { code: code! })
    const unknown = await house.post('/kvittering', { code: '0000-0000-0000-0000-0000' })
    expect(bare(erased)).toBe(bare(unknown))
    const listed = ({ headers }: { headers: Headers }) => {
      const found: string[] = []
      headers.forEach((value, name) => void found.push(`${name}: ${value}`))
      return found
    }
    expect(listed(erased)).toEqual(listed(unknown))
  })

  it('B2e: erasing takes every row, the key and what is owed at once', async () => {
    const { code } = await tell(house, 'Væk med det')
    const { id } = await onlyVoice(house)
    const mine = await comeBack(house, code!)
    await mine.go('erase', { sure: 'on' })
    for (const table of ['voice', 'voice_line', 'voice_receipt', 'voice_visit'])
      expect(await house.sql(`select from ${table}`)).toHaveLength(0)
    expect(await house.sql('select from keys.data_key where thing_id = $1', [id])).toHaveLength(0)
    expect(await house.sql('select from due where about = $1 and settled_at is null', [id])).toHaveLength(0)
    const [thing] = await house.sql('select erased_at from thing where id = $1', [id])
    expect(thing!.erased_at).not.toBeNull()
  })

  it('everything we have: on the page and as a file, notes included', async () => {
    const { code } = await tell(house, 'Alt om mig', { reply: 'code', place: 'Biblioteket', themes: ['hjemloeshed'] })
    const mine = await comeBack(house, code!)
    const all = await mine.go('everything')
    expect(all.body).toContain('Biblioteket')
    expect(all.body).toContain('Hjemløshed')
    expect(all.body).not.toContain('hjemloeshed')
    const answer = await house.post('/fortael/samtale', { visit: visitIn(all.body), go: 'file' })
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(JSON.parse(answer.body)).toMatchObject({ place: 'Biblioteket', lines: [{ text: 'Alt om mig' }] })
    // The page beside it still works.
    expect((await mine.go('show')).body).toContain('Alt om mig')
  })
})

describe('while telling is not open', () => {
  it('A1: a demonstration keeps nothing and says whom to call', async () => {
    const closed = await openVoicesHouse({ standing: 'demonstration' })
    const { body } = await closed.get('/fortael')
    expect(body).toContain('demonstration')
    expect(body).not.toContain('<textarea')
    // Nobody reads here, and nobody has agreed to write down what is said: neither is promised.
    expect(body).not.toContain('Vi læser det på hverdage')
    expect(body).not.toContain('Så skriver vi det ned')
    expect(body).toContain('href="#kontakt"')
    expect((await closed.post('/fortael', { step: 'start', words: 'Hej' })).status).toBe(404)
    expect(await closed.sql('select from voice')).toHaveLength(0)
    await closed.close()
  })
})
