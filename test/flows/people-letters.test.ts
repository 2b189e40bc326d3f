// Letters leave once, to one recipient, and none is lost: put off, refused, cut off, without a server, before the authority is confirmed.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { openDues } from '../../src/people/index.ts'
import { sendAgain } from '../../src/people/post.ts'
import { act } from '../../src/platform/db/act.ts'
import { newThing } from '../../src/platform/journal.ts'
import { silentLog } from '../../src/platform/log.ts'
import { tell } from '../../src/platform/mail/outbox.ts'
import { eraseThing } from '../../src/platform/sealed.ts'
import { openTestHouse, proevby, type TestHouse, type TestHouseOptions } from '../house.ts'
import { freePort, openTestPost, type TestPost } from '../smtp.ts'

let house: TestHouse
let post: TestPost
beforeEach(async () => {
  post = await openTestPost()
})
afterEach(async () => {
  await house.close()
  await post.close()
})
const open = async (options: TestHouseOptions = {}) => {
  house = await openTestHouse({ municipalities: [proevby], config: { smtpUrl: post.url }, ...options })
}
const write = (
  to: string,
  subject = 'Vi har modtaget dit brev',
  text = 'Kære Åse\n\nDer er et svar til dig:\nhttp://127.0.0.1:3000/min-side\n\nHilsen <os>',
) =>
  house.act(async tx => {
    const about = await newThing(tx, 'test')
    const id = await tell(tx, { about, to, subject, text, language: 'da', signedBy: 'Amira Holm, rådssekretær', waitSeconds: 60 })
    return { about, id }
  }, undefined)
const round = () => house.house.jobs.now('letters')
const states = async () => (await house.outbox()).map(letter => letter.state)
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(raw.split('\r\n\r\n')[0]!)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ')

test('a letter waits its minute, then goes to exactly one recipient, signed by a human, marked as automatic', async () => {
  await open()
  const { id } = await write('aase@example.org', 'Møde\r\nBcc: evil@example.org')
  await round()
  expect(post.received).toHaveLength(0)
  house.clock.advance(61_000)
  await round()
  await round()
  expect(post.received).toHaveLength(1)
  const [{ to, from, raw }] = post.received as [TestPost['received'][number]]
  expect(to).toEqual(['aase@example.org'])
  expect(from).toMatch(/@/)
  expect(header(raw, 'Message-ID')).toContain(id)
  expect(header(raw, 'Auto-Submitted')).toBe('auto-generated')
  expect(header(raw, 'Bcc')).toBeUndefined()
  expect(header(raw, 'To')).toBe('aase@example.org')
  expect(raw).toContain('text/plain')
  expect(raw).toContain('text/html')
  expect(raw.replaceAll('=\r\n', '').match(/&lt;os/g)).toHaveLength(1)
  expect(await states()).toEqual(['sent'])
  expect(await house.sql("select count(*)::int as n from journal where kind = 'letter.sent'")).toEqual([{ n: 1 }])
})

test('R9: put off with 4xx it is tried again, later each time, and given to a human after five days', async () => {
  await open()
  post.moods.set('slow@example.org', 'later')
  const { about } = await write('slow@example.org')
  house.clock.advance(61_000)
  const began = house.clock.now().getTime()
  const tries: number[] = []
  while ((await states())[0] === 'waiting' && tries.length < 100) {
    await round()
    tries.push(Math.round((house.clock.now().getTime() - began) / 60_000))
    house.clock.set((await house.sql('select next_try_at from letter'))[0]!.next_try_at as Date)
  }
  expect(tries.slice(0, 6)).toEqual([0, 1, 6, 21, 51, 111])
  expect((await house.outbox())[0]).toMatchObject({ state: 'failed' })
  expect(tries.at(-1)! / 60).toBeGreaterThan(119)
  expect(await house.look(tx => openDues(tx, { abouts: [about] }))).toMatchObject([{ kind: 'letter.failed', office: 'drift' }])
  const bo = await house.as('bo')
  const work = (await bo.get('/arbejdsrum')).body
  expect(work).toContain('Et brev kom ikke frem')
  expect(post.received).toHaveLength(0)
}, 60_000)

test('a recipient who does not exist is told at once, without the address in the answer; told otherwise settles it', async () => {
  await open()
  post.moods.set('nobody@example.org', 'no-such-person')
  const { about, id } = await write('nobody@example.org')
  house.clock.advance(61_000)
  await round()
  expect(await states()).toEqual(['failed'])
  const [row] = await house.sql('select last_answer from letter')
  expect(row!.last_answer).toContain('550')
  expect(row!.last_answer).not.toContain('nobody@example.org')
  const bo = await house.as('bo')
  expect((await bo.get(`/arbejdsrum/breve/${id}`)).body).toContain('Kære Åse')
  expect((await bo.post(`/arbejdsrum/breve/${id}/sagt`)).status).toBe(303)
  expect(await house.look(tx => openDues(tx, { abouts: [about] }))).toEqual([])
})

test('tried again by the operator, a refused letter goes, and what was owed is settled', async () => {
  await open()
  post.moods.set('picky@example.org', 'gone')
  const { about, id } = await write('picky@example.org')
  house.clock.advance(61_000)
  await round()
  expect(await states()).toEqual(['failed'])
  post.moods.clear()
  const bo = await house.as('bo')
  expect((await bo.post(`/arbejdsrum/breve/${id}/igen`)).status).toBe(303)
  await round()
  expect(await states()).toEqual(['sent'])
  expect(await house.look(tx => openDues(tx, { abouts: [about] }))).toEqual([])
  expect((await bo.post(`/arbejdsrum/breve/${id}/igen`)).status).toBe(422)
})

test('R9: cut off before the 250, the letter may arrive twice, with the same Message-ID, and no more than that', async () => {
  await open()
  post.moods.set('cut@example.org', 'cut')
  await write('cut@example.org')
  house.clock.advance(61_000)
  for (let i = 0; i < 5; i++) {
    await round()
    house.clock.advance(20 * 60_000)
  }
  expect(await states()).toEqual(['sent'])
  expect(post.received).toHaveLength(2)
  expect(header(post.received[1]!.raw, 'Message-ID')).toBe(header(post.received[0]!.raw, 'Message-ID'))
})

test('R9: with nobody at the other end nothing is lost, and everything leaves once somebody is', async () => {
  const port = await freePort()
  await open({ config: { smtpUrl: `smtp://127.0.0.1:${port}` } })
  for (let i = 0; i < 7; i++) await write(`waits${i}@example.org`)
  house.clock.advance(61_000)
  await round()
  expect(new Set(await states())).toEqual(new Set(['waiting']))
  await post.close()
  post = await openTestPost(port)
  house.clock.advance(70_000)
  await round()
  expect(new Set(await states())).toEqual(new Set(['sent']))
  expect(post.received).toHaveLength(7)
})

test('two processes never send the same letter', async () => {
  await open()
  for (let i = 0; i < 30; i++) await write(`many${i}@example.org`)
  house.clock.advance(61_000)
  const { sendLetters } = await import('../../src/platform/mail/send.ts')
  const { postRules } = await import('../../src/people/post.ts')
  const tenant = house.house.tenants.all()[0]!
  await Promise.all([1, 2, 3, 4].map(() => sendLetters(house.house.ctx, tenant, postRules)))
  expect(post.received.map(letter => letter.to[0]).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `many${i}@example.org`).sort())
})

test('a process that dies with a letter in hand: the next takes it up when the lease is over', async () => {
  await open()
  await write('orphan@example.org')
  house.clock.advance(61_000)
  await house.sql("update letter set next_try_at = $1, attempts = 1 where state = 'waiting'", [
    new Date(house.clock.now().getTime() + 5 * 60_000),
  ])
  await round()
  expect(post.received).toHaveLength(0)
  house.clock.advance(5 * 60_000)
  await round()
  expect(post.received).toHaveLength(1)
})

test('R9: without a mail server, or before the authority is confirmed, letters are kept and shown to the operator; with one they leave', async () => {
  await open({ standing: 'demonstration' })
  const { id } = await write('kept@example.org')
  house.clock.advance(61_000)
  await round()
  expect(await states()).toEqual(['kept'])
  const bo = await house.as('bo')
  const list = (await bo.get('/arbejdsrum/breve?tilstand=kept')).body
  expect(list).toContain('kept@example.org')
  expect(list).toContain('Siden er en demonstration')
  expect((await bo.get(`/arbejdsrum/breve/${id}`)).body).toContain('Der er et svar til dig')
  expect((await bo.post(`/arbejdsrum/breve/${id}/igen`)).body).toContain('Breve kan ikke sendes endnu')
  expect((await house.as('amira').then(amira => amira.get('/arbejdsrum/breve'))).status).toBe(403)
  expect(post.received).toHaveLength(0)
  await house.close()
  await open({ config: { smtpUrl: null } })
  const unsent = await write('kept@example.org')
  house.clock.advance(61_000)
  await round()
  expect(await states()).toEqual(['kept'])
  const operator = (await house.as('bo')).principal
  await expect(house.act(sendAgain, { id: unsent.id }, operator)).rejects.toThrow('SMTP_URL')
  // Started anew with a mail server, it leaves when the operator says so, once.
  const { config, clock } = house.house.ctx
  const store = { ...house.house.store, close: async () => {} }
  const next = await openHouse({ config: { ...config, smtpUrl: post.url }, clock, log: silentLog, store, jobs: false })
  try {
    await next.jobs.now('letters')
    expect([await states(), post.received]).toEqual([['kept'], []])
    await act(next.ctx.database, operator, sendAgain, { id: unsent.id })
    for (let i = 0; i < 2; i++) await next.jobs.now('letters')
    expect([await states(), post.received.map(letter => letter.to)]).toEqual([['sent'], [['kept@example.org']]])
  } finally {
    await next.close()
  }
})

test("a colleague's sign-in link is not for the operator to read once people are real", async () => {
  await open()
  await house.as('amira')
  await house.post('/log-ind', { email: 'amira.holm@example.org' })
  const letter = (await house.outbox())[0]!
  const link = /\/log-ind\/[\w-]+/.exec(letter.text!)![0]
  const body = (await house.as('bo').then(bo => bo.get(`/arbejdsrum/breve/${letter.id}`))).body
  expect(body).toContain('Teksten er lukket.')
  expect(body).not.toContain(link)
})

test('erasing what a letter is about takes the letter with it', async () => {
  await open()
  const { about } = await write('gone@example.org')
  await house.act(tx => eraseThing(tx, about), undefined)
  house.clock.advance(61_000)
  await round()
  expect(await states()).toEqual(['withdrawn'])
  expect(post.received).toHaveLength(0)
})
