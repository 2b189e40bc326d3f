// R5: the disk is full. Reading goes on, writing says so plainly and loses nothing, and freed space is enough to go on.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { answersOf, codeOn } from '../citizen.ts'
import { filledIn, formWith } from '../forms.ts'
import { audit } from '../kills/audit.ts'
import { hashOf, pipeOf } from '../post/pipe.ts'
import { settledSite } from '../settled.ts'
import type { Site } from '../site.ts'
import { smallDisk } from './small-disk.ts'

/** Fills the form as person `n` to the summary and sends it until it is a receipt or an answer that says "not now". */
async function nominate(site: Site, n: number) {
  const who = answersOf(n)
  let answer = await site.get('/bliv-medlem')
  for (let page = 0; page < 6; page++) {
    const form = formWith(answer.body, 'step')
    if (!form) break
    answer = await site.post('/bliv-medlem', filledIn(form, who.wishes))
  }
  return { answer, who, code: codeOn(answer.body) }
}

test('R5: reads stay up, writes say so, nothing acknowledged is lost, and it recovers by itself', { timeout: 240_000 }, async context => {
  const disk = smallDisk(420)
  if (typeof disk === 'string') return context.skip(`not run: ${disk}`)
  const site = await settledSite({ under: disk.folder })
  const acknowledged: { name: string; code: string; councils: readonly string[]; letter: boolean }[] = []
  const note = ({ who, code }: Awaited<ReturnType<typeof nominate>>) => {
    if (code) acknowledged.push({ name: who.name, code, councils: who.councils, letter: who.letter })
  }
  try {
    await site.start()
    note(await nominate(site, 1))
    expect(acknowledged.length).toBe(1)
    disk.fill()
    // The log of the database has room left in files it holds already, so some writes still go through, each of them whole.
    let refused = 0
    let slowest = 0
    for (let n = 2; n < 400 && refused < 5; n++) {
      const began = performance.now()
      const done = await nominate(site, n)
      note(done)
      if (done.answer.status !== 503) continue
      refused++
      slowest = Math.max(slowest, performance.now() - began)
      expect(done.answer.body).toContain('<main')
      expect(done.answer.body).toContain('id="kontakt"')
      for (const words of ['Vi kan ikke gemme lige nu', 'Intet af det, du sendte, er gemt. Vent et minut.'])
        expect(done.answer.body).toContain(words)
      expect(done.answer.headers['retry-after']).toBeDefined()
      disk.fill()
    }
    for (const path of ['/', '/hjaelp', '/raad/udsatteraad', '/nyheder', '/raad/udsatteraad?x=1', '/kontakt?x=1'])
      expect((await site.get(path)).status, path).toBe(200)
    console.log(`disk full: ${acknowledged.length} acknowledged, ${refused} told to wait, the slowest after ${Math.round(slowest)} ms`)
    expect(refused).toBeGreaterThan(0)
    // The pipe says "later" as well, and keeps nothing by half.
    const pipe = pipeOf(site)
    const letters = Array.from({ length: 12 }, (_, n) => Buffer.from(`Subject: ${n}\r\n\r\n${randomBytes(600_000).toString('base64')}`))
    const codes: (number | null)[] = []
    for (const letter of letters) {
      codes.push((await pipe.receive(letter)).code)
      disk.fill()
    }
    expect(codes).toContain(75)
    expect(codes.filter(code => code !== 0 && code !== 75)).toEqual([])
    disk.free()
    const freed = performance.now()
    let again = await nominate(site, 1_001)
    while (!again.code && performance.now() - freed < 30_000) {
      await pause(200)
      again = await nominate(site, 1_001)
    }
    note(again)
    console.log(`disk full: writing again ${Math.round(performance.now() - freed)} ms after there was room`)
    expect(again.code).toBeDefined()
    // Now all of them, those that are kept already as well.
    expect((await pipe.receiveFiles(letters)).code).toBe(0)
    const hashes = (await pipe.list()).map(one => one.sha256)
    for (const letter of letters) expect(hashes.filter(hash => hash === hashOf(letter))).toHaveLength(1)
    expect(await audit(site, acknowledged, null)).toEqual({ lost: 0, doubled: 0, halves: 0 })
  } finally {
    await site.remove()
    disk.remove()
  }
})
