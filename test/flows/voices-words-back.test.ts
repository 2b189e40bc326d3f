// What somebody typed on a page that has ended is theirs: it comes back once, to them, and nothing of the voice comes with it.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { TestHouse, Visitor } from '../house.ts'
import { codeIn, comeBack, flowIn, openVoicesHouse, tell, visitIn } from '../voices.ts'

let house: TestHouse
let amira: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
})
afterAll(async () => await house.close())
beforeEach(async () => {
  await house.sql('delete from voice')
  house.clock.set('2026-11-09T10:15:00+01:00')
})

const canaries = ['Kanariefortælling', 'Kanariesvar', 'Kanarieord fra personen', 'Kanarienote'] as const
const typed = 'Jeg selv kan ikke mere, og jeg sover ikke'
/** A relative has told for somebody and may see everything; the person has a code of their own. */
async function toldForSomebody(more: Record<string, string> = {}) {
  const { code } = await tell(house, canaries[0], { who: 'behalf', consent: 'yes', covers: 'everything', ...more })
  const [{ id }] = (await house.sql('select id from voice')) as [{ id: string }]
  const at = (step: string) => `/arbejdsrum/henvendelser/${id}/${step}`
  await amira.post(at('svar'), { answer: canaries[1] })
  await amira.post(at('note'), { note: canaries[3] })
  const given = await amira.post(at('kode'), { sure: 'on' })
  const person = await comeBack(house, codeIn(given.body)!)
  await person.go('write', { text: canaries[2] })
  return { id, code: code!, person }
}
/** Everything somebody with an open page and a code can ask for; every answer in one. */
async function everythingReachable(code: string, pages: readonly string[]): Promise<string> {
  const answers: string[] = []
  const asked = ['show', 'write', 'everything', 'file', 'reopen', 'help', 'consent', 'summary', 'share', 'erase']
  for (const [at, go] of asked.entries()) {
    const { body } = await house.post('/fortael/samtale', { visit: pages[at]!, go, text: typed, sure: 'on', help: 'yes', answer: 'no' })
    answers.push(body)
    const next = visitIn(body)
    if (next) answers.push((await house.post('/fortael/samtale', { visit: next, go: 'everything' })).body)
  }
  for (const lang of ['', '/en', '/ar', '/tr', '/ur']) {
    answers.push((await house.post(`${lang}/kvittering`, { code })).body)
    answers.push((await house.get(`${lang}/fortael/samtale`)).body)
  }
  return answers.join('\n')
}
const pagesOf = async (code: string) =>
  await Promise.all(Array.from({ length: 10 }, async () => visitIn((await house.post('/kvittering', { code })).body)))
const seen = (body: string) => canaries.filter(word => body.includes(word))

it('B10a: a relative who is writing when consent is withdrawn gets their own words back, can tell them in their own name, and sees nothing more', async () => {
  const { id, code, person } = await toldForSomebody()
  const helper = await comeBack(house, code)
  expect(seen(helper.body())).toContain(canaries[1])
  await person.go('consent')
  const back = await helper.go('write', { text: typed })
  expect(back.status).toBe(200)
  expect(back.body).toContain('Du kan ikke skrive her mere')
  expect(back.body).toContain('De er ikke sendt')
  expect(back.body).toMatch(new RegExp(`<textarea[^>]*name="words"[^>]*>${typed}`))
  expect(seen(back.body)).toEqual([])
  expect(visitIn(back.body)).toBe('')
  // The words stand in no row: the old talk is as it was.
  const lines = await house.sql(
    "select kind, by_code from voice_line where voice_id = $1 and kind in ('told', 'wrote') order by position",
    [id],
  )
  expect(lines).toEqual([
    { kind: 'told', by_code: 'teller' },
    { kind: 'wrote', by_code: 'person' },
  ])
  // The button leads into the form where everybody tells, with the words in it, and from there to a voice and a code of their own.
  const start = await house.post('/fortael', { step: 'start', words: typed, go: 'who:relative' })
  expect(start.body).toContain('Fortæl os det som pårørende')
  expect(start.body).toContain(typed)
  const sent = await house.post('/fortael', { step: 'start', who: 'relative', words: typed, flow: flowIn(start.body) })
  const own = codeIn(sent.body)
  expect(own).not.toBeNull()
  expect(own).not.toBe(code)
  expect(await house.sql('select kind from voice order by kind')).toEqual([{ kind: 'behalf' }, { kind: 'relative' }])
  const theirs = await comeBack(house, own!)
  expect(theirs.body()).toContain(typed)
  expect(seen(theirs.body())).toEqual([])
  expect((await person.go('show')).body).not.toContain(typed)
})

it('B10a: from the moment consent is withdrawn nothing of the voice is within reach; a withdrawal that does not hold would be noticed', async () => {
  const { id, code, person } = await toldForSomebody()
  const [open, planted] = [await pagesOf(code), await pagesOf(code)]
  await person.go('consent')
  expect(seen(await everythingReachable(code, open))).toEqual([])
  expect(await house.sql("select from voice_line where voice_id = $1 and by_code = 'teller' and kind = 'wrote'", [id])).toEqual([])
  // Planted: the day it was withdrawn is lost.
  await house.sql('update voice_consent set withdrawn_on = null')
  expect(seen(await everythingReachable(code, planted))).toEqual(
    expect.arrayContaining([canaries[0], canaries[1], canaries[2], canaries[3]]),
  )
})

it('B10a: the last day passes while somebody writes: the same', async () => {
  const { code } = await toldForSomebody({ untilDay: '2026-11-09' })
  house.clock.set('2026-11-09T23:55:00+01:00')
  const helper = await comeBack(house, code)
  house.clock.set('2026-11-10T00:05:00+01:00')
  const back = await helper.go('write', { text: typed })
  expect(back.body).toContain('Du kan ikke skrive her mere')
  expect(back.body).toContain(typed)
  expect(seen(back.body)).toEqual([])
})

it('words come back also from a page that was too old, or whose voice is gone, and each says the same', async () => {
  const { code, person } = await toldForSomebody()
  const [old, erased] = [await comeBack(house, code), await comeBack(house, code)]
  house.clock.set('2026-11-09T10:36:00+01:00')
  const late = await old.go('write', { text: typed })
  expect(late.body).toContain('Siden er lukket')
  expect(late.body).toContain(typed)
  expect(seen(late.body)).toEqual([])
  house.clock.set('2026-11-09T10:15:00+01:00')
  await person.go('erase', { sure: 'on' })
  const gone = await erased.go('write', { text: typed })
  const bare = (body: string) => body.replaceAll(/name="formKey" value="[^"]+"/g, '')
  expect(bare(gone.body)).toBe(bare(late.body))
})

it('T1: words are shown to whoever sends them, not to who goes back in the browser and lets it send the form again', async () => {
  const { code, person } = await toldForSomebody()
  const key = house.formKey()
  const helper = visitIn((await house.post('/kvittering', { code })).body)
  await person.go('consent')
  const send = async (with_: string, form: string) =>
    (await house.post('/fortael/samtale', { visit: with_, go: 'write', text: typed }, form)).body
  expect(await send(helper, key)).toContain(typed)
  // The same press, twice.
  expect(await send(helper, key)).toContain(typed)
  house.clock.set('2026-11-09T10:15:06+01:00')
  expect(await send(helper, key)).not.toContain(typed)
  // Sent and received; then left; then the same form once more, at once.
  const { code: own } = await tell(house, 'Min egen')
  const sent = house.formKey()
  const page = visitIn((await house.post('/kvittering', { code: own! })).body)
  const next = visitIn(await send(page, sent))
  await house.post('/fortael/samtale', { visit: next, go: 'close' })
  expect(await send(page, sent)).not.toContain(typed)
})

it('what is too long stays on the page it was typed on', async () => {
  const { code } = await tell(house, 'Kort')
  const mine = await comeBack(house, code!)
  const long = `Begyndelsen ${'ord '.repeat(2_500)}`
  const { body } = await mine.go('write', { text: long })
  expect(body).toContain('Teksten er for lang')
  expect(body).toContain('Begyndelsen ord')
  expect(visitIn(body)).not.toBe('')
})
