// What becomes of a letter: regretted, bounced, put off, answered by a machine once, refused as an address; with a real server on loopback.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { letterAnswered, openDues, postedLetter, regretLetter, takeBounce } from '../../src/people/index.ts'
import { newThing } from '../../src/platform/journal.ts'
import { type Arrived, autoReplyTo } from '../../src/platform/mail/auto-reply.ts'
import { readBounce } from '../../src/platform/mail/bounce.ts'
import { type Letter, tell, tellAutomatically } from '../../src/platform/mail/outbox.ts'
import { readOwnAddress } from '../../src/platform/mail/own-address.ts'
import { openTestHouse, proevby, type TestHouse } from '../house.ts'
import { openTestPost, type Received, type TestPost } from '../smtp.ts'

let house: TestHouse
let post: TestPost
beforeAll(async () => {
  post = await openTestPost()
  house = await openTestHouse({ municipalities: [proevby], config: { smtpUrl: post.url } })
})
afterAll(async () => {
  await house.close()
  await post.close()
})
beforeEach(async () => {
  post.received.length = 0
  post.moods.clear()
  await house.sql('delete from bad_address')
  await house.sql('delete from auto_reply')
  await house.sql('delete from letter')
})

const thing = () => house.act(tx => newThing(tx, 'test'), undefined)
const write = async (to: string, more: Partial<Letter> = {}) => {
  const about = await thing()
  const letter: Letter = { about, to, subject: 'Møde', text: 'Kære Åse', language: 'da', signedBy: 'Amira Holm', ...more }
  return { about, id: await house.act(tx => tell(tx, letter), undefined) }
}
const round = async () => {
  house.clock.advance(61_000)
  await house.house.jobs.now('letters')
}
const state = async (id: string) => (await house.sql('select state from letter where id = $1', [id]))[0]!.state
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: ?(.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(raw.split('\r\n\r\n')[0]!)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ')
const keys = () => house.house.ctx.keys.of(house.municipalityId)
const bounced = (status: string, action = 'failed') =>
  readBounce(
    Buffer.from(
      `Return-Path: <>\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: ${action}\nStatus: ${status}\n--x--\n`,
    ),
  )!
const report = (letterId: string | null, status: string, action?: string) =>
  house.act((tx, who) => takeBounce(tx, who, { letterId, bounce: bounced(status, action) }), undefined)

describe('on the wire', () => {
  test('the envelope names the letter, the answer address names the thread, and both are ours to recognise', async () => {
    const { about, id } = await write('aase@example.org', { unsubscribe: 'https://raad.example.org/nej tak>' })
    await round()
    const [{ from, raw, to }] = post.received as [Received]
    expect(to).toEqual(['aase@example.org'])
    expect(from).toMatch(/^b\+/)
    expect(readOwnAddress(keys(), from)).toEqual({ kind: 'bounce', letter: id })
    expect(readOwnAddress(keys(), header(raw, 'Reply-To')!)).toEqual({ kind: 'thread', about })
    expect(header(raw, 'List-Unsubscribe')).toBe('<https://raad.example.org/nej%20tak%3E>')
    expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  })

  test('a recipient that is more than one plain address is given to a human and never reaches a server', async () => {
    const { id } = await write('c@example.org\r\nBcc: evil@example.org')
    await write('c@example.org, evil@example.org')
    await write('"evil@example.org x"@example.org')
    await round()
    expect(post.received).toEqual([])
    expect(await state(id)).toBe('failed')
    expect((await house.sql("select state from letter where state = 'failed'")).length).toBe(3)
  })
})

describe('T18: sixty seconds to regret', () => {
  test('a letter taken back within the minute never leaves; after it, it is too late', async () => {
    const staff = await house.as('secretary')
    const one = await write('aase@example.org', { writtenBy: staff.personId! })
    await house.act(regretLetter, one, staff.principal)
    const two = await write('aase@example.org')
    await round()
    expect(post.received).toHaveLength(1)
    expect(await state(one.id)).toBe('withdrawn')
    await expect(house.act(regretLetter, two, staff.principal)).rejects.toThrow(/er sendt/)
    await expect(house.act(regretLetter, { id: two.id, about: one.about }, staff.principal)).rejects.toThrow()
    expect(await state(two.id)).toBe('sent')
  })

  test('a letter on paper waits for the post, is never sent by e-mail, and has the day it was posted', async () => {
    const staff = await house.as('secretary')
    const { about, id } = await write('Åse Opdigtet, Vejen 1, 9999 Prøvby', { onPaper: true })
    await round()
    expect(post.received).toEqual([])
    expect(await state(id)).toBe('to_post')
    await expect(house.act(postedLetter, { about, id, on: '2026-12-31' as never }, staff.principal)).rejects.toThrow(/Vælg den dag/)
    await house.act(postedLetter, { about, id, on: '2026-11-09' as never }, staff.principal)
    expect(await house.sql('select state, posted_on::text from letter where id = $1', [id])).toEqual([
      { state: 'posted', posted_on: '2026-11-09' },
    ])
    await expect(house.act(postedLetter, { about, id, on: '2026-11-09' as never }, staff.principal)).rejects.toThrow(/venter ikke/)
  })
})

describe('bounces', () => {
  test('5.x.x marks the address and asks a human to call; the next letter there does not leave; an answer takes the mark off', async () => {
    const { about, id } = await write('aase@example.org')
    await round()
    expect(await report(id, '5.1.1')).toBe('taken')
    expect(await report(id, '5.1.1')).toBe('taken')
    expect(await state(id)).toBe('bounced')
    expect(await house.look(tx => openDues(tx, { abouts: [about] }))).toMatchObject([{ kind: 'letter.bounced' }])
    const next = await write('AASE@example.org')
    await round()
    expect(post.received).toHaveLength(1)
    expect(await state(next.id)).toBe('failed')
    await house.act(letterAnswered, { about, from: 'aase@example.org' })
    await write('aase@example.org')
    await round()
    expect(post.received).toHaveLength(2)
  })

  test('a full mailbox and a server that gave up ask a human and mark nothing; a delay only waits', async () => {
    for (const [status, action, left, dues] of [
      ['5.2.2', 'failed', 'bounced', 1],
      ['4.4.7', 'failed', 'bounced', 1],
      ['4.4.1', 'delayed', 'sent', 0],
      ['2.1.5', 'delivered', 'sent', 0],
    ] as const) {
      const { about, id } = await write('aase@example.org')
      await round()
      await report(id, status, action)
      expect([status, await state(id)]).toEqual([status, left])
      expect(await house.look(tx => openDues(tx, { abouts: [about] }))).toHaveLength(dues)
    }
    expect(await house.sql('select count(*)::int as n from bad_address')).toEqual([{ n: 0 }])
    expect(await house.sql('select count(delayed_at)::int as delayed, count(delivered_at)::int as delivered from letter')).toEqual([
      { delayed: 1, delivered: 1 },
    ])
  })

  test('a report about nothing of ours is told from one in words nobody knows', async () => {
    expect(await report(null, '5.1.1')).toBe('foreign')
    expect(await report('0199aaaa-0000-7000-8000-000000000001', '5.1.1')).toBe('foreign')
    const { id } = await write('aase@example.org')
    await round()
    expect(await report(id, 'x')).toBe('taken')
    const unclear = { verdict: 'unclear' as const, status: null, messageId: null }
    expect(await house.act((tx, who) => takeBounce(tx, who, { letterId: id, bounce: unclear }), undefined)).toBe('unclear')
  })

  test('an address the server refuses at once is marked the same way', async () => {
    post.moods.set('nobody@example.org', 'no-such-person')
    await write('nobody@example.org')
    await round()
    expect(await house.sql('select status from bad_address')).toEqual([{ status: '5.1.1' }])
  })
})

describe('R12: automatic receipts', () => {
  /** What a machine does with a letter, were it ours: the rule, then the one answer a day. */
  const receive = async (arrived: Arrived, answers: string | null = null) => {
    const reply = autoReplyTo(arrived, ['proevby.example'])
    if (!('to' in reply)) return null
    const about = await thing()
    const text = 'Tak for dit brev. Vi har det.'
    const letter = { about, to: reply.to, subject: 'Vi har dit brev', text, language: 'da' as const, signedBy: 'Amira Holm', answers }
    return await house.act(tx => tellAutomatically(tx, letter), undefined)
  }
  const arrived = (from: string, headers: Record<string, string> = {}, path: string | null = from): Arrived => ({
    envelopeFrom: path,
    headers: Object.entries({ From: from, ...headers }).map(([name, value]) => ({ name, value })),
  })

  test('leave at once by the empty path, marked, naming the letter they answer, with nothing of it', async () => {
    await receive(arrived('aase@example.org'), '<canary-1@example.org>')
    await house.house.jobs.now('letters')
    const [{ from, raw }] = post.received as [Received]
    expect(from).toBe('')
    expect(header(raw, 'Auto-Submitted')).toBe('auto-replied')
    expect(header(raw, 'In-Reply-To')).toBe('<canary-1@example.org>')
    await receive(arrived('bo@example.org'), '<x@y>\r\nBcc: evil@example.org')
    await house.house.jobs.now('letters')
    expect(header(post.received[1]!.raw, 'In-Reply-To')).toBeUndefined()
    expect(post.received[1]!.raw).not.toMatch(/evil/)
  })

  test('one to an address in a day, however it spells itself; the next day one more', async () => {
    expect(await receive(arrived('aase@example.org'))).not.toBeNull()
    expect(await receive(arrived('Aase@Example.org'))).toBeNull()
    house.clock.advance(23 * 3_600_000)
    expect(await receive(arrived('aase@example.org'))).toBeNull()
    house.clock.advance(2 * 3_600_000)
    expect(await receive(arrived('aase@example.org'))).not.toBeNull()
  })

  test('fifty at once get one', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => receive(arrived('mange@example.org'))))
    expect(all.filter(id => id !== null)).toHaveLength(1)
  })

  test('a loop of two robots ends after one letter, also when the other is deaf to every mark', async () => {
    const ours = async () => {
      await house.house.jobs.now('letters')
      return post.received.splice(0)
    }
    const headersOf = (raw: string) =>
      [
        ...raw
          .split('\r\n\r\n')[0]!
          .replaceAll(/\r\n[ \t]/g, ' ')
          .matchAll(/^([^:\r\n]+): ?(.*)$/gm),
      ].map(([, name, value]) => ({
        name: name!,
        value: value!.trim(),
      }))
    // Two of our own kind: the first answer is one nobody answers.
    await receive(arrived('raad@nabokommune.example'))
    const [first] = await ours()
    expect(autoReplyTo({ envelopeFrom: first!.from, headers: headersOf(first!.raw) }, ['nabokommune.example'])).toEqual({
      silent: 'empty-path',
    })
    // A robot that answers whatever comes, from a real address, without a mark, at once; for an hour.
    let sent = 0
    await receive(arrived('robot@example.org'))
    for (let minute = 0; minute < 60; minute++) {
      const letters = await ours()
      sent += letters.length
      house.clock.advance(60_000)
      for (const _letter of letters) await receive(arrived('robot@example.org', { Subject: `Re: ${minute}` }))
      await receive(arrived('robot@example.org', { Subject: 'Jeg er på ferie' }))
    }
    expect(sent).toBe(1)
  })
})
