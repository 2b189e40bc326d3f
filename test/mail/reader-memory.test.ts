// R11: what a letter may take of memory is held to, also in buffers that no limit of the language binds: the reader is ended, the letter lies on the shelf.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allLetters, keepLetter } from '../../src/mailroom/index.ts'
import { placeLetters } from '../../src/mailroom/place-letter.ts'
import { openReader } from '../../src/mailroom/reading/reader.ts'
import { heldOnLinux, watchMemory } from '../../src/platform/child/watch-memory.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => await house.close())

const megabyte = 1024 * 1024
/** The machine may be busy; here memory is what counts. */
const patient = { seconds: 60 }
/** Megabytes of a letter that is read for so long that the watch looks meanwhile, also on a fast machine. */
const size = 40
/** A letter with a file of so many megabytes, which is held several times over while it is read. */
function heavy(megabytes: number): Buffer {
  const head =
    'From: Opdigtet Tung <tung@eksempel.dk>\r\nSubject: Tung\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSe filen\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  return Buffer.concat([Buffer.from(head), Buffer.from(`${'QUJD'.repeat(249)}\r\n`.repeat(megabytes * 1_000)), Buffer.from('--x--\r\n')])
}

it('R11: a letter that takes more than it may ends its reader in the middle, and is on the shelf as it came', {
  timeout: 120_000,
}, async () => {
  const raw = heavy(20)
  const small = openReader(140 * megabyte)
  try {
    await small.ask(Buffer.from('Subject: x\r\n\r\nx'))
    const pid = small.pid()!
    // Were it read, its bytes would not be printed.
    const end = small.ask(heavy(size), patient).then(
      () => 'read',
      (error: Error) => error.message,
    )
    expect(await end).toContain('out of memory')
    // The next letter finds a new one.
    await expect(small.ask(Buffer.from('Subject: y\r\n\r\ny'))).resolves.toHaveProperty('facts')
    expect(small.pid()).not.toBe(pid)
  } finally {
    small.close()
  }
  const { id } = await house.act(keepLetter, { mailbox: 'politik', source: null, bytes: raw })
  await house.act(placeLetters, [{ id, read: { fault: 'memory' }, trustedServer: null }])
  expect((await house.look(allLetters)).find(one => one.id === id)).toMatchObject({ desk: 'shelf', fault: 'memory' })
  expect((await (await house.as('secretary')).get(`/arbejdsrum/post/${id}`)).body).toContain('Se filen')
})

it('R11, the other way round: with the room it is given, the same letter is read', { timeout: 120_000 }, async () => {
  const usual = openReader()
  try {
    await expect(usual.ask(heavy(size), patient)).resolves.toMatchObject({ facts: { text: 'Se filen' } })
  } finally {
    usual.close()
  }
})

it('the watch calls once, and not for a process that holds less or is gone', async () => {
  let calls = 0
  const over = watchMemory(process.pid, 1, () => calls++)
  const under = watchMemory(process.pid, 1e12, () => calls++)
  const gone = watchMemory(2 ** 22 + 1, 1, () => calls++)
  await new Promise(done => setTimeout(done, 700))
  for (const one of [over, under, gone]) one.end()
  expect(calls).toBe(1)
  expect(heldOnLinux(2 ** 22 + 1)).toBeNull()
})
