// Letters out and their bounces through a real Postfix, letters in by SMTP from swaks: the whole way, in the servers' own words.
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenForLetters } from '../../src/mailroom/index.ts'
import { openDues, takeBounce } from '../../src/people/index.ts'
import { newThing } from '../../src/platform/journal.ts'
import { readBounce } from '../../src/platform/mail/bounce.ts'
import { tell } from '../../src/platform/mail/outbox.ts'
import { readOwnAddress } from '../../src/platform/mail/own-address.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { openPostfix, type Postfix, postfixMissing } from './postfix.ts'

const missing = postfixMissing()
const mail = missing ? describe.skip : describe
if (missing) console.log(`not run: ${missing}`)

let house: TestHouse
let postfix: Postfix
let mailbox: string
beforeAll(async () => {
  if (missing) return
  house = await openTestHouse()
  const known = await house.sql("select content->>'address' as address from item where kind = 'mailbox'")
  mailbox = (known[0]?.address as string | undefined) ?? ''
  const domain = (await house.look(tx => senderOf(tx)))!.address.split('@')[1]!
  postfix = await openPostfix({ [`b@${domain}`]: 'bounces', 'aase@example.org': 'aase' })
  bounces = `b@${domain}`
  Object.assign(house.house.ctx.config, { smtpUrl: postfix.url })
})
afterAll(async () => {
  await postfix?.close()
  await house?.close()
})
let bounces: string
const { senderOf } = await import('../../src/people/standing.ts')
async function until(what: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; !(await what()); await new Promise(done => setTimeout(done, 50)))
    if (Date.now() > end) throw new Error(`it did not come: ${postfix.log()}`)
}
const write = async (to: string) => {
  const about = await house.act(tx => newThing(tx, 'test'), undefined)
  const letter = { about, to, subject: 'Åbent møde', text: 'Kære Åse', language: 'da' as const, signedBy: 'Amira Holm', waitSeconds: 0 }
  return { about, id: await house.act(tx => tell(tx, letter), undefined) }
}

mail('through Postfix', () => {
  test('a letter arrives whole; one to nobody comes back to the address of that letter, is understood, and asks a human to call', async () => {
    const good = await write('aase@example.org')
    const lost = await write('nobody@example.org')
    await house.house.jobs.now('letters')
    await until(() => postfix.box('aase@example.org').length === 1 && postfix.box(bounces).length === 1)
    const [letter] = postfix.box('aase@example.org').map(String)
    expect(letter).toContain(`Message-ID: <${good.id}@`)
    expect(letter!.match(/^(To|Cc|Bcc):.*$/gim)).toEqual(['To: aase@example.org'])
    const [raw] = postfix.box(bounces)
    const to = /^Delivered-To: (.*)$/m.exec(raw!.toString())![1]!
    const own = readOwnAddress(house.house.ctx.keys.of(house.municipalityId), to)
    expect(own).toEqual({ kind: 'bounce', letter: lost.id })
    const bounce = readBounce(raw!)!
    expect(bounce).toEqual({ verdict: 'gone', status: '5.1.1', messageId: expect.stringContaining(lost.id) })
    expect(await house.act((tx, who) => takeBounce(tx, who, { letterId: lost.id, bounce }), undefined)).toBe('taken')
    expect(await house.look(tx => openDues(tx, { abouts: [lost.about] }))).toMatchObject([{ kind: 'letter.bounced' }])
  }, 60_000)

  test('swaks, a client that is not ours, hands in a letter; a second time it is the same record, and strangers are refused', async () => {
    const listening = await listenForLetters(house.house.ctx, () => house.house.tenants.all(), { host: '127.0.0.1', port: 0 })
    const swaks = (to: string, ...more: string[]) =>
      new Promise<string>(done => {
        const args = [
          '--server',
          `127.0.0.1:${listening.port}`,
          '--from',
          'aase@example.org',
          '--to',
          to,
          '--body',
          'Jeg vil gerne være med.',
          ...more,
        ]
        const child = spawn('swaks', args, { stdio: ['ignore', 'pipe', 'pipe'] })
        let said = ''
        for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (said += piece))
        child.on('exit', () => done(said))
      })
    const fixed = [
      '--header',
      'Date: Mon, 9 Nov 2026 10:00:00 +0100',
      '--header',
      'Message-Id: <en@example.org>',
      '--header',
      'Subject: Råd',
    ]
    try {
      expect(await swaks(mailbox, ...fixed)).toMatch(/250 Kept/)
      expect(await swaks(mailbox, ...fixed)).toMatch(/250 Kept/)
      expect(await house.sql('select count(*)::int as n from incoming_letter')).toEqual([{ n: 1 }])
      expect(await swaks(mailbox.replace('@', '+hvad.som.helst@'), ...fixed)).toMatch(/250 Kept/)
      expect(await swaks('anden@example.org')).toMatch(/550 5\.1\.1/)
      expect(await house.sql('select count(*)::int as n from incoming_letter')).toEqual([{ n: 2 }])
    } finally {
      await listening.stop()
    }
  }, 60_000)
})
