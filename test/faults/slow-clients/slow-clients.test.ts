// R15: clients that send their request drop by drop are cut off, and nobody else waits for them.
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../house.ts'

let house: TestHouse
let port: number
beforeAll(async () => {
  house = await openTestHouse({ config: { port: 0 } })
  port = (await house.house.listen()).port
  // The first page of a new house takes longest; that is not what is waited for below.
  await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer()
})
afterAll(() => house.close())

/** A socket that sends the start of a request and then a byte a second; resolves when the server ends it. */
function dropByDrop(start: string): { socket: Socket; ended: Promise<string> } {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', piece => {
    said += piece.toString()
  })
  socket.on('error', () => {})
  const drip = setInterval(() => socket.writable && socket.write('a'), 1_000)
  const ended = new Promise<string>(done =>
    socket.on('close', () => {
      clearInterval(drip)
      done(said)
    }),
  )
  socket.on('connect', () => socket.write(start))
  return { socket, ended }
}

// Both wait to be cut off: they wait at the same time.
test.concurrent('R15: two hundred heads that never end are cut off after ten seconds; meanwhile others are answered', {
  timeout: 90_000,
}, async ({ expect }) => {
  const began = performance.now()
  const slow = Array.from({ length: 200 }, () => dropByDrop('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: '))
  let answered = 0
  let asked = 0
  while (performance.now() - began < 5_000) {
    asked++
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (answer?.status === 200) answered++
    await answer?.arrayBuffer()
    await pause(50)
  }
  expect(answered).toBe(asked)
  expect(asked).toBeGreaterThan(10)
  const ends = await Promise.all(slow.map(one => one.ended))
  const took = performance.now() - began
  expect(took).toBeGreaterThan(9_000)
  // Ten seconds, a look every two, and some patience for a busy machine.
  expect(took).toBeLessThan(30_000)
  expect(ends.filter(said => said === '' || said.startsWith('HTTP/1.1 408')).length).toBe(200)
})

test.concurrent('R15: a body that never ends is cut off as well', { timeout: 90_000 }, async ({ expect }) => {
  const began = performance.now()
  const head = `POST /bliv-medlem HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 5000\r\n\r\nname=`
  await dropByDrop(head).ended
  expect(performance.now() - began).toBeLessThan(60_000)
})

test('R16: a head of more than 16 kB, or of a thousand lines, is refused at once', async () => {
  const answers = await Promise.all(
    ['x'.repeat(20_000), `a\r\n${Array.from({ length: 3_000 }, (_, at) => `x-${at}: 1`).join('\r\n')}`].map(
      more => dropByDrop(`GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-big: ${more}\r\n\r\n`).ended,
    ),
  )
  for (const said of answers) expect(said).toMatch(/^HTTP\/1\.1 431 /)
})
