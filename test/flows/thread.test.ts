// The thread of one person: by every channel, in order; a message reaches them when its letter left, a regretted one never; a letter is a claim.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellReply } from '../../src/mailroom/index.ts'
import { itemOf, writeItem } from '../../src/municipalities/index.ts'
import { openDues, takeBounce } from '../../src/people/index.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { openTestPost, type TestPost } from '../smtp.ts'
import { candidates } from './thread-people.ts'

let house: TestHouse
let post: TestPost
let secretary: Visitor
let people: Awaited<ReturnType<typeof candidates>>
beforeAll(async () => {
  post = await openTestPost()
  house = await openTestHouse({ config: { smtpUrl: post.url } })
  secretary = await house.as('secretary')
  people = await candidates(house)
})
afterAll(async () => {
  await house.close()
  await post.close()
})
const thread = (id: string, query = '') => `/arbejdsrum/kandidater/${id}/traad${query}`
const page = async (id: string, query = '') => (await secretary.get(thread(id, query))).body
const leave = async () => {
  house.clock.advance(61_000)
  await house.house.jobs.now('letters')
}
const canary = 'Kanariefugl 7Q4 misbrug'

describe('writing to somebody', () => {
  test('A37: a message leaves as a neutral letter, reaches their own page, and only then counts as contact', async () => {
    const { id } = people.byEmail
    const answer = await secretary.post(`${thread(id)}/skriv`, {
      form: 'skriv',
      'text.skriv': `${canary}: kan du mødes tirsdag?`,
      'way.skriv': 'email',
    })
    expect(answer.status).toBe(303)
    expect(await page(id)).toMatch(/bliver sendt kl\./)
    expect(await house.sql('select contacted_at from nomination where candidate_id = $1', [id])).toEqual([{ contacted_at: null }])
    await leave()
    const raw = post.received.filter(one => one.to[0] === people.byEmail.email).at(-1)!.raw
    const plain = Buffer.from(raw.replaceAll('=\r\n', ''))
    expect(plain.toString()).not.toMatch(/Kanariefugl|misbrug|Udsatter|tirsdag/i)
    const body = await page(id)
    expect(body).toContain('modtaget af den næste mailserver')
    expect(body).toContain(canary)
    expect((await house.sql('select contacted_at from nomination where candidate_id = $1', [id]))[0]!.contacted_at).not.toBeNull()
    const own = await house.asSubject(id)
    expect((await own.get('/min')).body).toContain(canary)
    expect(await house.sql('select count(*)::int as n from message')).toEqual([{ n: 0 }])
  })

  test('T18: taken back within the minute, it never leaves and was never said', async () => {
    const { id } = people.second
    await secretary.post(`${thread(id)}/skriv`, { form: 'skriv', 'text.skriv': 'Forkert person', 'way.skriv': 'email' })
    const [letter] = await house.sql("select id from letter where about = $1 and state = 'waiting' and written_by is not null", [id])
    expect((await secretary.post(`${thread(id)}/${letter!.id}/fortryd`)).status).toBe(303)
    await leave()
    expect(post.received.filter(one => one.to[0] === people.second.email && /besked til dig/.test(one.raw))).toEqual([])
    expect(await page(id)).toContain('taget tilbage')
    const own = await house.asSubject(id)
    expect((await own.get('/min')).body).not.toContain('Forkert person')
    expect(await house.sql('select contacted_at from nomination where candidate_id = $1', [id])).toEqual([{ contacted_at: null }])
    // Another's letter is not to be taken back from here.
    expect((await secretary.post(`${thread(people.byEmail.id)}/${letter!.id}/fortryd`)).status).toBe(404)
  })

  test('on paper for somebody without e-mail: printed with the words themselves, then posted on a day', async () => {
    const { id } = people.byPost
    await secretary.post(`${thread(id)}/skriv`, { form: 'skriv', 'text.skriv': 'Vil du komme tirsdag?', 'way.skriv': 'post' })
    const [letter] = await house.sql("select id from letter where about = $1 and way = 'post'", [id])
    const pdf = await secretary.get(`${thread(id)}/${letter!.id}/pdf`)
    expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-'])
    // Who has no e-mail finds the number to answer by on the sheet itself.
    const contact = (await house.look(tx => itemOf(tx, 'contact', 'raad')))!
    const numbered = { ...contact, phone: '00 00 00 09' }
    await house.act((tx, who) => writeItem(tx, who, { kind: 'contact', slug: 'raad', content: numbered }), undefined)
    const sheet = await secretary.fetch(`${thread(id)}/${letter!.id}/pdf`)
    expect(readPdf(new Uint8Array(await sheet.arrayBuffer())).pages.join(' ')).toContain('00 00 00 09')
    expect(
      (await secretary.post(`${thread(id)}/${letter!.id}/sendt`, { form: String(letter!.id), [`postedOn.${letter!.id}`]: '2030-01-01' }))
        .status,
    ).toBe(422)
    expect(
      (await secretary.post(`${thread(id)}/${letter!.id}/sendt`, { form: String(letter!.id), [`postedOn.${letter!.id}`]: '2026-11-09' }))
        .status,
    ).toBe(303)
    const body = await page(id)
    expect(body).toMatch(/sendt med posten/)
    expect(body).toContain('Vil du komme tirsdag?')
    expect((await house.sql('select contacted_at from nomination where candidate_id = $1', [id]))[0]!.contacted_at).not.toBeNull()
  })

  test('without an address of that kind it says what to do, and keeps what was written', async () => {
    const answer = await secretary.post(`${thread(people.byPost.id)}/skriv`, {
      form: 'skriv',
      'text.skriv': 'Min lange besked',
      'way.skriv': 'email',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('ingen e-mailadresse')
    expect(answer.body).toContain('Min lange besked')
  })
})

describe('reading', () => {
  test('a line about a call is written in one field; everything stands oldest first; the search finds it', async () => {
    const { id } = people.byEmail
    expect((await secretary.post(`${thread(id)}/sagt`, { form: 'sagt', 'text.sagt': 'Ærøvej passer fint' })).status).toBe(303)
    const body = await page(id)
    const order = ['Meldte sig til', 'Vi har det, du sendte', canary, 'Ærøvej passer fint'].map(text => body.indexOf(text))
    expect(order.every(place => place > 0)).toBe(true)
    expect([...order].sort((a, b) => a - b)).toEqual(order)
    const search = await page(id, '?q=ærøvej')
    expect(search).toContain('Ærøvej passer fint')
    expect(search).not.toContain(canary)
    expect(await page(id, '?q=findesikke')).toContain('Ingen af')
  })
  test('is nobody’s but theirs who work with the person, and each reading is written down', async () => {
    const { id } = people.byEmail
    expect((await (await house.as('councillor')).get(thread(id))).status).toBe(404)
    expect((await (await house.asSubject(id)).get(thread(id))).status).toBe(404)
    const [row] = await house.sql("select count(*)::int as n from access_log where about = $1 and action = 'candidate.thread'", [id])
    expect(row!.n).toBeGreaterThan(0)
  })
})

describe('T20: answers by letter are claims', () => {
  test('a suggested person’s plain yes changes nothing and is confirmed back to the address we have, with their own link', async () => {
    const { id, email } = people.suggested
    await house.act(tellReply, { about: id, letterId: id, text: 'Ja tak\n\nMvh Fatma', from: 'en.anden@example.org' })
    expect(await house.sql('select said_yes_at from candidate where id = $1', [id])).toEqual([{ said_yes_at: null }])
    await leave()
    const letters = post.received.filter(one => /=\?|svar/i.test(one.raw) && one.to[0] === email)
    const text = letters.at(-1)!.raw.replaceAll('=\r\n', '')
    expect(text).toMatch(/st=C3=A5r ja|står ja/)
    expect(text).toMatch(/\/min\/[A-Za-z0-9_-]{22}/)
    expect(post.received.some(one => one.to[0] === 'en.anden@example.org')).toBe(false)
    expect(await page(id)).toContain('Vi bad om bekræftelse')
  })
  test('a no erases nothing before it is confirmed; a longer answer is left to a human', async () => {
    const { id } = people.suggested
    await house.act(tellReply, { about: id, letterId: id, text: 'nej', from: null })
    expect(await house.sql('select count(*)::int as n from candidate where id = $1', [id])).toEqual([{ n: 1 }])
    const before = await house.sql('select count(*)::int as n from letter where about = $1', [id])
    await house.act(tellReply, { about: id, letterId: id, text: 'Ja, men hvad går det ud på?', from: null })
    expect(await house.sql('select count(*)::int as n from letter where about = $1', [id])).toEqual(before)
  })
})

test('a bounce asks the one who owes the person the next step to call; writing down the call settles it', async () => {
  const { id } = people.second
  await leave()
  const [letter] = await house.sql("select id from letter where about = $1 and state = 'sent' order by id limit 1", [id])
  const bounce = { verdict: 'gone' as const, status: '5.1.1', messageId: null }
  await house.act(takeBounce, { letterId: letter!.id as string, bounce })
  expect(await house.look(tx => openDues(tx, { abouts: [id], kinds: ['letter.bounced'] }))).toHaveLength(1)
  expect((await secretary.get('/arbejdsrum?hvis=alle')).body).toContain('Ring i stedet: et brev kom tilbage')
  expect(await page(id)).toContain('kom tilbage, ring i stedet')
  await secretary.post(`${thread(id)}/sagt`, { form: 'sagt', 'text.sagt': 'Ny adresse aftalt' })
  expect(await house.look(tx => openDues(tx, { abouts: [id], kinds: ['letter.bounced'] }))).toEqual([])
})
