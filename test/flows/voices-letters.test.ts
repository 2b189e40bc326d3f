// Answers on paper: staff print and post them, the teller fetches them; in large type, in the language they asked for, never with the code.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { FORM_KEY_FIELD } from '../../src/platform/html/page.ts'
import { closePress } from '../../src/platform/paper/paper.ts'
import type { Door } from '../door.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { comeBack, onlyVoice, openVoicesHouse, tell, visitIn } from '../voices.ts'

let house: TestHouse
let amira: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
})
afterAll(async () => {
  closePress()
  await house.close()
})
beforeEach(async () => {
  house.clock.set('2026-11-09T10:15:00+01:00')
  await house.sql('delete from voice')
})

const at = async (what: string) => `/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}/${what}`
/** A file as it came; with fields, fetched by a form. */
async function bytes(door: Door, path: string, fields?: Record<string, string>) {
  const form = fields && {
    method: 'POST',
    body: new URLSearchParams({ [FORM_KEY_FIELD]: door.formKey(), ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
  const response = await door.fetch(path, form)
  return { status: response.status, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) }
}
const bare = (words: string) => words.replaceAll(/\s/g, '')
const paper = (body: Uint8Array) => readPdf(body)
const words = (body: Uint8Array) => bare(paper(body).pages.join(''))
/** The letters offered on a page of staff. */
const offered = (body: string) => [...body.matchAll(/brev\/(\d+)"/g)].map(one => Number(one[1]))

it('B5: letter PDF for every answer: staff print each with the address it goes to, the teller fetches each; large type is a half larger', {
  timeout: 60_000,
}, async () => {
  const address = 'Opdigtet Åse Østergård\nPrøvevej 1\n2600 Prøveby'
  const { code } = await tell(house, 'Jeg ser dårligt', { reply: 'letter', address })
  await amira.post(await at('svar'), { answer: 'Første svar: vi kommer på tirsdag.' })
  const mine = await comeBack(house, code!)
  await mine.go('write', { text: 'Og bagefter?' })
  await amira.post(await at('svar'), { answer: 'Andet svar: også om torsdagen.' })
  const answers = await house.sql("select position from voice_line where kind = 'answer' order by position")
  expect(answers).toHaveLength(2)
  // One letter for each answer, and none for what is no answer.
  const page = (await amira.get(`/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}`)).body
  expect(offered(page)).toEqual(answers.map(one => one.position))
  for (const [n, said] of [
    [0, 'Førstesvar:vikommerpåtirsdag.'],
    [1, 'Andetsvar:ogsåomtorsdagen.'],
  ] as const) {
    const { position } = answers[n]!
    const staff = await bytes(amira, await at(`brev/${position}`))
    expect(staff.status).toBe(200)
    expect(staff.headers.get('content-type')).toBe('application/pdf')
    expect(words(staff.body)).toContain(said)
    expect(words(staff.body)).toContain(bare(address))
    expect(words(staff.body)).toContain('AmiraHolm')
    expect(words(staff.body)).not.toContain(bare(code!))
    expect(paper(staff.body).raw).toMatch(/pdfuaid:part>1</)
  }
  expect((await bytes(amira, await at('brev/1'))).status).toBe(404)

  await mine.go('show')
  const token = visitIn(mine.body())
  const fetched = async (answer: string) => await bytes(house, '/fortael/samtale', { visit: token, go: 'letter', answer })
  const small = await fetched(String(answers[1]!.position))
  const large = await fetched(`${answers[1]!.position}-large`)
  expect(small.headers.get('content-disposition')).toBe('attachment; filename="brev.pdf"')
  expect(words(small.body)).toContain('Andetsvar:ogsåomtorsdagen.')
  // Who fetches it knows where they live; a sheet that lies about does not say it.
  expect(words(small.body)).not.toContain('Prøvevej')
  expect(Math.max(...paper(large.body).sizes)).toBeCloseTo(Math.max(...paper(small.body).sizes) * 1.5, 1)
  // The page stays as it was: its token is good for the next step.
  expect((await mine.go('show')).body).toContain('Andet svar')
})

it('B5: in the language that was asked for, with a human’s translation beside the answer', { timeout: 60_000 }, async () => {
  const { code } = await tell(house, 'أحتاج إلى مساعدة', { reply: 'code', language: 'ar' })
  await amira.post(await at('svar'), { answer: 'Vi kan mødes på onsdag.' })
  const { position } = (await house.sql("select position from voice_line where kind = 'answer'"))[0]!
  await amira.post(await at('oversaet'), { of: String(position), to: 'ar', translation: 'يمكننا أن نلتقي' })
  const mine = await comeBack(house, code!)
  const { body } = await bytes(house, '/ar/fortael/samtale', { visit: visitIn(mine.body()), go: 'letter', answer: String(position) })
  expect(paper(body).raw).toContain('/Lang (ar')
  expect(words(body)).toContain('Vikanmødespåonsdag.')
  for (const sign of 'يمكنناأننلتقي') expect(words(body), sign).toContain(sign)
  expect(paper(body).fonts).toContain('NotoSansArabic-Regular')
})

it('B5: nobody fetches a letter from a talk that is not theirs, and each one printed stands on the teller’s page', {
  timeout: 60_000,
}, async () => {
  const { code } = await tell(house, 'For min nabo', { who: 'behalf', consent: 'yes', covers: 'nothing', reply: 'code' })
  await amira.post(await at('svar'), { answer: 'Hemmeligt svar' })
  const { position } = (await house.sql("select position from voice_line where kind = 'answer'"))[0]!
  const outside = await comeBack(house, code!)
  const none = await outside.go('letter', { answer: String(position) })
  expect(none.headers.get('content-type')).toContain('text/html')
  expect(none.body).not.toContain('Hemmeligt')
  const peter = await house.as('peter')
  expect((await bytes(peter, await at(`brev/${position}`))).status).toBe(404)
  expect((await bytes(house, await at(`brev/${position}`))).status).not.toBe(200)
  await house.sql('delete from access_log')
  await bytes(amira, await at(`brev/${position}`))
  expect(await house.sql('select action from access_log where about = (select id from voice)')).toEqual([{ action: 'voice.read' }])
})
