// What the log of the program says of telling: that something was asked and how it went, and nothing of what, by whom or from where.
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { comeBack, onlyVoice, openVoicesHouse, searchFor, tell } from '../voices.ts'

let house: TestHouse
let amira: Visitor
let said = ''
beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk)
      done()
    },
  })
  house = await openVoicesHouse({ log: createLog('info', stream) })
  amira = await house.as('amira')
})
afterAll(async () => await house.close())

const address = '203.0.113.77'
const browser = 'Kanariebrowser/7'

it('T14: told, read, written, invited, searched and erased, and a fault of ours in the middle: no word, code, name, number, link, address or browser stands in the log', {
  timeout: 60_000,
}, async () => {
  const { code } = await tell(house, 'KANARIE i trappen', {
    reply: 'phone',
    phone: '00 00 00 77',
    name: 'Opdigtet Kanarinavn',
    mayNotSee: 'KANARIEMAND',
  })
  const id = (await onlyVoice(house)).id as string
  await house.fetch('/fortael', { headers: { 'x-forwarded-for': address, 'user-agent': browser } })
  await amira.get(`/arbejdsrum/henvendelser/${id}`)
  await amira.post(`/arbejdsrum/henvendelser/${id}/svar`, { answer: 'SOLSORT svarer' })
  expect((await searchFor(amira, 'KANARIE')).body).toContain('Fundet: 1')
  const mine = await comeBack(house, code!)
  await mine.go('write', { text: 'KANARIE igen' })
  await mine.go('invite', { guestName: 'Opdigtet Kanarisøster', guestCovers: 'everything', guestDays: '30' })
  const link = /inviteret\/([\w-]{32})/.exec(mine.body())![1]!
  await house.post(`/fortael/inviteret/${link}`)
  // A fault of ours, told with the row it was about: the store refuses what is written.
  await house.sql("alter table voice_line add constraint refuses check (kind <> 'told') not valid")
  const before = said.length
  const failed = await tell(house, 'KANARIE der går galt', { district: 'ejby' })
  expect(failed.status).toBe(500)
  expect(failed.body).not.toContain('constraint')
  expect(failed.body).toContain('id="kontakt"')
  // The fault is in the log, and can be found: what is looked at is where it would stand.
  expect(said.length).toBeGreaterThan(before)
  expect(said).toMatch(/"reference":/)
  await house.sql('alter table voice_line drop constraint refuses')
  await mine.go('erase', { sure: 'on' })
  expect(await house.sql('select from voice')).toEqual([])
  for (const word of [
    /kanari/i,
    /solsort/i,
    /00 00 00 77/,
    new RegExp(code!),
    new RegExp(code!.replaceAll('-', '')),
    new RegExp(link),
    /203\.0\.113/,
    new RegExp(id),
  ])
    expect(said).not.toMatch(word)
})
