// R12, T20: a letter that came in by any way gets the one receipt, a bounce of ours is taken in, an answer lands on its thread.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepLetter, sortWaiting } from '../../src/mailroom/index.ts'
import { openDues } from '../../src/people/index.ts'
import { bounceAddress, threadAddress } from '../../src/platform/mail/own-address.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { openTestPost, type TestPost } from '../smtp.ts'
import { candidates } from './thread-people.ts'

let house: TestHouse
let post: TestPost
beforeAll(async () => {
  post = await openTestPost()
  house = await openTestHouse({ config: { smtpUrl: post.url } })
})
afterAll(async () => {
  await house.close()
  await post.close()
})
const arrive = async (text: string) => {
  const bytes = Buffer.from(text.replaceAll('\n', '\r\n'))
  await house.act(keepLetter, { mailbox: 'politik', source: null, bytes })
  await sortWaiting(house.house.ctx.database, house.municipalityId, 20, null)
  await house.house.jobs.now('letters')
}
const keys = () => house.house.ctx.keys.of(house.municipalityId)

test('A35 R12: somebody who wants to sit in a council gets one receipt a day, which repeats nothing; a robot gets none', async () => {
  const letter = (n: number, more = '') =>
    `Return-Path: <fatma@example.org>\nFrom: Fatma <fatma@example.org>\nTo: hr.politik@glostrup.dk\nSubject: Jeg vil gerne være med i Udsatterådet ${n}\nMessage-ID: <${n}@example.org>\n${more}\nHej. Jeg vil gerne være medlem af Udsatterådet. Kanariefugl ${n}\n`
  await arrive(letter(1))
  await arrive(letter(2))
  const receipts = post.received.filter(one => one.to[0] === 'fatma@example.org')
  expect(receipts).toHaveLength(1)
  expect(receipts[0]!.from).toBe('')
  expect(receipts[0]!.raw).toMatch(/In-Reply-To: <1@example\.org>/)
  expect(receipts[0]!.raw).not.toMatch(/Kanariefugl|Udsatter/)
  await arrive(letter(3, 'Auto-Submitted: auto-replied\n').replaceAll('fatma@', 'robot@'))
  expect(post.received.filter(one => one.to[0] === 'robot@example.org')).toEqual([])
})

test('T20: an answer to our letter lands on the thread of the person; a bounce of it asks a human to call', async () => {
  const people = await candidates(house)
  house.clock.advance(61_000)
  await house.house.jobs.now('letters')
  const { id } = people.byEmail
  const [letter] = await house.sql("select id from letter where about = $1 and state = 'sent'", [id])
  await arrive(
    `Return-Path: <aase@example.org>\nFrom: aase@example.org\nTo: ${threadAddress(keys(), 'hr.politik@glostrup.dk', id)}\nSubject: Sv: Vi har det\nMessage-ID: <svar@example.org>\n\nTirsdag passer fint.\n`,
  )
  const page = (await (await house.as('secretary')).get(`/arbejdsrum/kandidater/${id}/traad`)).body
  expect(page).toContain('Tirsdag passer fint.')
  expect(page).toContain('besvaret')
  await arrive(
    `Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\nTo: ${bounceAddress(keys(), 'b@glostrup.dk', letter!.id as string)}\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n--x--\n`,
  )
  expect(await house.look(tx => openDues(tx, { abouts: [id], kinds: ['letter.bounced'] }))).toHaveLength(1)
})

test('T11: a flood in small: every real nomination stands before the secretary, and nobody is answered twice', {
  timeout: 120_000,
}, async () => {
  const before = post.received.length
  const senders = 15
  const flood = (n: number) =>
    `Return-Path: <flod${n % senders}@flod.example>\nFrom: flod${n % senders}@flod.example\nTo: hr.politik@glostrup.dk\nSubject: Tilbud ${n}\nMessage-ID: <flod${n}@flod.example>\n\n${n % 4 === 0 ? 'Jeg vil gerne være medlem af Udsatterådet. ' : ''}Vind gratis ${n}\n`
  const real = (n: number) =>
    `Return-Path: <borger${n}@example.org>\nFrom: Borger ${n} <borger${n}@example.org>\nTo: hr.politik@glostrup.dk\nSubject: Jeg melder mig ${n}\nMessage-ID: <ægte${n}@example.org>\n\nJeg vil gerne være medlem af Integrationsrådet.\n`
  for (let n = 0; n < 160; n++) {
    const bytes = Buffer.from((n % 40 === 39 ? real(n) : flood(n)).replaceAll('\n', '\r\n'))
    await house.act(keepLetter, { mailbox: 'politik', source: null, bytes })
  }
  await sortWaiting(house.house.ctx.database, house.municipalityId, 60, null)
  for (let round = 0; round < 3; round++) await house.house.jobs.now('letters')
  const page = (await (await house.as('secretary')).get('/arbejdsrum/post?bord=nominations')).body
  for (const n of [39, 79, 119, 159]) expect(page).toContain(`Jeg melder mig ${n}<`)
  const answered = post.received.slice(before).map(one => one.to[0]!)
  expect(answered.length).toBe(new Set(answered).size)
  expect(answered.length).toBeGreaterThan(0)
  expect(answered.length).toBeLessThanOrEqual(senders + 4)
})
