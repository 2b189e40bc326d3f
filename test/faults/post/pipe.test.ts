// R10, R11, A35: the pipe as a mail server knows it: exit 0 only for a letter that is safe, 75 for whatever goes wrong, and exact counts after kills.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spamLetters, spamMissing } from '../../mail/spam-letters.ts'
import { chance } from '../kills/kills.ts'
import { settledSite } from '../settled.ts'
import { newSite, type Site } from '../site.ts'
import { hashOf, type Pipe, pipeOf } from './pipe.ts'
import { readEach } from './read-each.ts'

const missing = spamMissing()
if (missing) console.log(`not run: ${missing}`)
const corpus = missing ? test.skip : test

const letter = (n: number, text = 'Jeg vil gerne være medlem af Udsatterådet.') =>
  Buffer.from(
    `From: Opdigtet Nr. ${n} <nr${n}@example.org>\r\nTo: hr.politik@glostrup.dk\r\nMessage-ID: <pipe${n}@example.org>\r\nSubject: Brev ${n}\r\n\r\n${text}\r\n`,
  )

describe('the pipe', { timeout: 240_000 }, () => {
  let site: Site
  let pipe: Pipe
  beforeAll(async () => {
    site = await settledSite()
    pipe = pipeOf(site)
    await site.start()
  }, 120_000)
  afterAll(async () => await site.remove())

  test('A35: a letter is kept, once however often it comes, and listed with id, hash, desk and thread', async () => {
    const first = await pipe.receive(letter(1))
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f-]{36}\n$/) })
    const id = first.out.trim()
    expect((await pipe.receive(letter(1))).out).toBe(`${id} again\n`)
    const named = await pipe.receive(letter(2, 'Min skraldespand er ikke tømt.'), 'et-navn-ingen-kender')
    expect(named).toMatchObject({ code: 0, err: expect.stringContaining('kept under this name') })
    const listed = await pipe.list()
    expect(listed.find(one => one.id === id)).toMatchObject({ sha256: hashOf(letter(1)), desk: 'nominations', thread: id })
    expect(listed.find(one => one.sha256 === hashOf(letter(2, 'Min skraldespand er ikke tømt.')))).toMatchObject({ desk: 'shelf' })
    expect(listed).toHaveLength(2)
  })

  test('A35: whatever is wrong here is answered with 75, so that the mail server keeps the letter; nothing is ever sent back', async () => {
    const nowhere = { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }
    const ways: [string, Promise<{ code: number | null }>][] = [
      ['the database is away', pipeOf(site, nowhere).receive(letter(3))],
      ['the key is not there', pipeOf(site, { RAADSLAG_KEY_FILE: '/nowhere/at/all.key' }).receive(letter(3))],
      ['no mailbox is named', pipe.run(['mail', 'receive'], letter(3))],
      ['an option nobody knows', pipe.run(['mail', 'receive', '--mailbox', 'politik', '--fejl'], letter(3))],
      ['nothing came', pipe.run(['mail', 'receive', '--mailbox', 'politik'], Buffer.alloc(0))],
      ['a file that is not there', pipe.run(['mail', 'receive', '--mailbox', 'politik', '/nowhere.eml'])],
      ['a municipality nobody knows', pipe.run(['mail', 'receive', '--mailbox', 'politik', '--municipality', 'ingensteds'], letter(3))],
    ]
    for (const [what, end] of ways) expect([what, (await end).code]).toEqual([what, 75])
    expect((await pipe.list()).some(one => one.sha256 === hashOf(letter(3)))).toBe(false)
  })

  test('R1, R4: exit 0 was no promise too early: the database is killed at once, and the letter is there', async () => {
    const { code } = await pipe.receive(letter(10))
    site.killDatabase()
    expect(code).toBe(0)
    const hashes = (await listPatiently(pipe)).map(one => one.sha256)
    expect(hashes.filter(hash => hash === hashOf(letter(10)))).toHaveLength(1)
  })

  test('R1, R10: killed with -9 while it keeps letters, and asked again: each is there once', async () => {
    const random = chance(5)
    const letters = Array.from({ length: 60 }, (_, at) => letter(100 + at))
    let killed = 0
    // How long ten take is the machine's: the kills come within that time, whatever it is.
    const began = performance.now()
    expect((await pipe.receiveFiles(letters.slice(0, 10))).code).toBe(0)
    const whole = performance.now() - began
    for (let round = 1; round < 6; round++) {
      const { code } = await pipe.receiveFiles(letters.slice(round * 10, round * 10 + 10), child => {
        setTimeout(() => child.kill('SIGKILL'), whole * (0.2 + random() * 0.7))
      })
      if (code === null) killed++
    }
    expect(killed).toBeGreaterThan(0)
    expect((await pipe.receiveFiles(letters)).code).toBe(0)
    const listed = await pipe.list()
    for (const one of letters) expect(listed.filter(kept => kept.sha256 === hashOf(one))).toHaveLength(1)
  })

  corpus('R11: 500 real letters by the pipe: none ends the reader, none is lost, each in time and in little room', async () => {
    const letters = spamLetters(12)
    const read = await readEach(letters.map(one => one.raw))
    expect(read).toMatchObject({ letters: letters.length, ended: 0, late: 0 })
    expect(read.slowestMs).toBeLessThan(5_000)
    expect(read.mostMb).toBeLessThan(512)
    const { code, out } = await pipe.receiveFiles(letters.map(one => one.raw))
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(letters.length)
    const began = performance.now()
    const listed = await pipe.list()
    console.log(
      `corpus: ${letters.length} letters, slowest ${Math.round(read.slowestMs)} ms, ${Math.round(read.mostMb)} MB, ${read.unreadable} unreadable; listed in ${Math.round(performance.now() - began)} ms`,
    )
    const known = new Map(listed.map(one => [one.sha256, one]))
    const hashes = new Set(letters.map(one => hashOf(one.raw)))
    expect([...hashes].filter(hash => !known.has(hash))).toEqual([])
    expect(listed.filter(one => hashes.has(one.sha256))).toHaveLength(hashes.size)
    expect(listed.filter(one => one.desk === 'waiting')).toEqual([])
    for (const one of listed.filter(one => one.fault !== null)) expect(one.desk).toBe('shelf')
  })
})

test('A35: without a running site the command brings the database up itself, and lets it go after the last letter', {
  timeout: 120_000,
}, async () => {
  const site = await newSite()
  try {
    const pipe = pipeOf(site)
    expect((await pipe.receive(letter(1))).code).toBe(0)
    const began = performance.now()
    expect((await pipe.receive(letter(2))).code).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect((await pipe.list()).map(one => one.sha256).sort()).toEqual([hashOf(letter(1)), hashOf(letter(2))].sort())
  } finally {
    // Whoever holds the database for the next letter lets it go when the mark of the last one is gone.
    rmSync(path.join(site.dataDir, 'mail-came'), { force: true })
    await pause(1_500)
    await site.remove()
  }
})

/** After a kill the database may be on its way up. */
async function listPatiently(pipe: Pipe) {
  for (let tries = 0; ; tries++)
    try {
      return await pipe.list()
    } catch (error) {
      if (tries > 20) throw error
      await pause(500)
    }
}
