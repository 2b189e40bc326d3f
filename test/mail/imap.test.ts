// A35, R10: a real mailbox is read to the last letter, once each, whatever happens to the server, the line or us. Real Dovecot on loopback.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startReaders } from '../../src/mailroom/imap/reader-outside.ts'
import { openDues } from '../../src/people/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openTestHouse, proevby, type TestHouse } from '../house.ts'
import { type Dovecot, dovecotMissing, openDovecot, user } from './dovecot.ts'
import { type FaultyLine, openFaultyLine } from './faulty-line.ts'
import { client, openTokenServer, type TokenServer } from './token-server.ts'

const missing = dovecotMissing()
const mail = missing ? describe.skip : describe
if (missing) console.log(`not run: ${missing}`)

let house: TestHouse
let dovecot: Dovecot
let tokens: TokenServer
let line: FaultyLine
let reader: { stop(): Promise<void> } | undefined
beforeAll(async () => {
  if (missing) return
  house = await openTestHouse({ municipalities: [proevby] })
})
afterAll(async () => house?.close())
beforeEach(async () => {
  if (missing) return
  tokens = await openTokenServer(user)
  dovecot = await openDovecot(tokens.introspectUrl)
  line = await openFaultyLine(dovecot.port)
})
afterEach(async () => {
  await reader?.stop()
  reader = undefined
  await line?.close()
  await dovecot?.close()
  await tokens?.close()
  if (!house) return
  await house.sql('delete from incoming_letter')
  await house.sql('delete from mailbox_folder')
  await house.sql('delete from due')
})

const letter = (n: number, more = '') =>
  `From: Opdigtet ${n} <nr${n}@example.org>\r\nTo: ${user}\r\nSubject: Nr. ${n}\r\n\r\nJeg vil gerne være med. ${n}${more}\r\n`
const url = (more = '', port = line.port) => `${dovecot.url.replace(`:${dovecot.port}/`, `:${port}/`)}${more}`
const read = (imap: string | readonly string[], env: Record<string, string> = {}) => {
  const faults = readConfig({ IMAP_URL: [imap].flat().join(' '), ...env, RAADSLAG_MUNICIPALITIES: proevby }, '/')
  const ctx = { ...house.house.ctx, config: { ...house.house.ctx.config, mail: faults.mail } }
  reader = startReaders(ctx, () => house.house.tenants.all())
  return reader
}
const kept = async () => Number((await house.sql('select count(*)::int as n from incoming_letter'))[0]!.n)
const distinct = async () => Number((await house.sql('select count(distinct sha256)::int as n from incoming_letter'))[0]!.n)
const folders = () => house.sql('select folder, last_uid::int, letters::int, trouble from mailbox_folder order by folder')
async function until(what: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`it did not come: ${JSON.stringify(await folders())}, ${await kept()} kept; ${dovecot.log()}`)
    await new Promise(done => setTimeout(done, 40))
  }
}

mail('a mailbox on a real server', () => {
  test('A35: letters are kept byte for byte, the mailbox is left as it was, and a new one comes at once', async () => {
    for (let n = 1; n <= 5; n++) dovecot.deliver(letter(n))
    dovecot.deliver(letter(99), 'Privat')
    read(url())
    await until(async () => (await kept()) === 5)
    dovecot.deliver(letter(6))
    await until(async () => (await kept()) === 6, 5_000)
    expect(dovecot.files().filter(name => /:2,.*S/.test(name))).toEqual([])
    expect(dovecot.files()).toHaveLength(6)
    expect(dovecot.files('Privat')).toHaveLength(1)
    await until(async () => (await folders())[0]!.last_uid === 6)
    expect(await folders()).toEqual([{ folder: 'INBOX', last_uid: 6, letters: 6, trouble: null }])
  })

  test('only the folders named are read, each of them; letters that are kept are moved or marked', async () => {
    for (let n = 1; n <= 3; n++) dovecot.deliver(letter(n))
    dovecot.deliver(letter(4), 'Raad')
    dovecot.deliver(letter(5), 'Privat')
    dovecot.deliver(letter(6), 'Gemt')
    read(url('&folder=Raad&done=move:Gemt'))
    // A move is a copy first; the letter leaves its folder a moment later.
    const left = () => [...dovecot.files(), ...dovecot.files('Raad')].length
    await until(async () => (await kept()) === 4 && dovecot.files('Gemt').length === 5 && left() === 0)
    expect(left()).toBe(0)
    expect(dovecot.files('Privat')).toHaveLength(1)
  })

  test('our mark leaves read and unread alone, and is put on what a broken connection left without', async () => {
    for (let n = 1; n <= 3; n++) dovecot.deliver(letter(n))
    read(url('&done=flag'))
    const marked = () => dovecot.files().filter(name => /:2,[a-z]+$/.test(name)).length
    await until(async () => marked() === 3)
    expect(dovecot.files().filter(name => /:2,.*S/.test(name))).toEqual([])
  })

  test('nothing is deleted before its days, and nothing that is not kept; 30 days are the least', async () => {
    expect(() => readConfig({ IMAP_URL: url('&deleteAfterDays=29'), RAADSLAG_MUNICIPALITIES: proevby }, '/')).toThrow(/at least 30/)
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    house.clock.set(new Date())
    dovecot.deliver(letter(1), 'INBOX', daysAgo(32))
    dovecot.deliver(letter(2), 'INBOX', daysAgo(29))
    dovecot.deliver(letter(3), 'Privat', daysAgo(400))
    const first = read(url())
    await until(async () => (await folders())[0]?.last_uid === 2)
    await first.stop()
    expect(dovecot.files()).toHaveLength(2)
    read(url('&deleteAfterDays=30'))
    await until(async () => dovecot.files().length === 1)
    expect(dovecot.files('Privat')).toHaveLength(1)
    expect(await kept()).toBe(2)
  })

  test('R10: a new UIDVALIDITY is read from the start, and makes no new record', async () => {
    for (let n = 1; n <= 20; n++) dovecot.deliver(letter(n))
    const first = read(url())
    await until(async () => (await folders())[0]?.last_uid === 20)
    await first.stop()
    const before = await house.sql('select uid_validity from mailbox_folder')
    await dovecot.renumber()
    dovecot.deliver(letter(21))
    read(url())
    await until(async () => (await kept()) === 21 && (await folders())[0]!.last_uid === 21)
    expect(await house.sql('select uid_validity from mailbox_folder')).not.toEqual(before)
    expect(await distinct()).toBe(21)
  })

  test('R10: hung up in the middle of a letter, again and again, on a slow line: each letter once', async () => {
    for (let n = 1; n <= 60; n++) dovecot.deliver(letter(n, 'x'.repeat(n % 7 === 0 ? 60_000 : 200)))
    line.cuts.push(900, 2_500, 4_000, 30_000, 65_000, 5_000)
    line.delay = 1
    read(url())
    await until(async () => (await kept()) === 60, 40_000)
    expect(line.made()).toBeGreaterThanOrEqual(7)
    expect(await distinct()).toBe(60)
  }, 60_000)

  test('R10, the other way round: were the folder noted as read before its letters are kept, a cut line would lose some', async () => {
    for (let n = 1; n <= 20; n++) dovecot.deliver(letter(n))
    await house.sql(`create function too_early() returns trigger language plpgsql as
      $$ begin if new.last_uid > old.last_uid then new.last_uid := new.last_uid + 3; end if; return new; end $$`)
    await house.sql('create trigger too_early before update on mailbox_folder for each row execute function too_early()')
    try {
      line.cuts.push(2_600)
      read(url())
      await until(async () => line.made() > 1 && Number((await folders())[0]!.last_uid) >= 20)
      expect(await kept()).toBeLessThan(20)
    } finally {
      await reader?.stop()
      await house.sql('drop trigger too_early on mailbox_folder')
      await house.sql('drop function too_early')
    }
  })

  test('two processes read one mailbox once, and the other goes on when the first ends', async () => {
    for (let n = 1; n <= 30; n++) dovecot.deliver(letter(n))
    const first = read(url())
    const second = read(url())
    await until(async () => (await kept()) === 30)
    expect(line.made()).toBe(1)
    expect(await house.sql('select letters::int from mailbox_folder')).toEqual([{ letters: 30 }])
    await first.stop()
    dovecot.deliver(letter(31))
    await until(async () => (await kept()) === 31, 15_000)
    await second.stop()
  })

  test("signs in with a token for the client's secret, and with a new one when the first no longer holds", async () => {
    const bare = `imap://${encodeURIComponent(user)}@127.0.0.1:${dovecot.port}/INBOX?mailbox=politik&poll=1`
    const oauth = {
      MAIL_OAUTH_TOKEN_URL: tokens.tokenUrl,
      MAIL_OAUTH_CLIENT_ID: client.clientId,
      MAIL_OAUTH_CLIENT_SECRET: client.clientSecret,
    }
    dovecot.deliver(letter(1))
    const first = read(bare, oauth)
    await until(async () => (await kept()) === 1)
    expect(tokens.given).toHaveLength(1)
    await first.stop()
    tokens.revoke()
    dovecot.deliver(letter(2))
    read(bare, oauth)
    await until(async () => (await kept()) === 2)
    expect(tokens.given.length).toBeGreaterThan(1)
  })

  test('a server that is away or says no is told to the operator in time, and taken back when it answers', async () => {
    const away = async () => await house.look(tx => openDues(tx, { kinds: ['mailbox.away'] }))
    line.dead = true
    read(url())
    await until(async () => (await folders())[0]?.trouble === 'away')
    expect(await away()).toEqual([])
    house.clock.advance(11 * 60_000)
    await until(async () => (await away()).length === 1)
    expect((await (await house.as('bo')).get('/arbejdsrum')).body).toContain('Postkassen kan ikke læses')
    line.dead = false
    dovecot.deliver(letter(1))
    await until(async () => (await kept()) === 1 && (await away()).length === 0)
    await reader!.stop()
    read(url().replace(/hemmelig/, 'forkert'))
    await until(async () => (await folders())[0]?.trouble === 'sign-in' && (await away()).length === 1)
  }, 60_000)
})

test('the address of a mailbox is refused with what to do, and never shown', () => {
  const faults = (url: string) => {
    try {
      readConfig({ IMAP_URL: url, RAADSLAG_MUNICIPALITIES: proevby }, '/')
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(faults('imaps://a%40b.dk:x@mail.example')).toBe('')
  expect(faults('pop3://a:hemmelig@mail.example')).toMatch(/imap:\/\/ or imaps/)
  expect(faults('imaps://mail.example/INBOX')).toMatch(/name the user/)
  expect(faults('imaps://a:hemmelig@mail.example/?done=slet')).toMatch(/done must be/)
  expect(faults('pop3://a:hemmelig@mail.example')).not.toMatch(/hemmelig/)
})
