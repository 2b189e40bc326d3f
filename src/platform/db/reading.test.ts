// Messages arrive whole and as they were sent, however the network cuts them.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { streamOf } from './reading.ts'

const server = createServer()
let port = 0
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** A message as PostgreSQL sends it: its kind, its length with the four bytes of it, its bytes. */
const message = (bytes: Uint8Array) => {
  const head = Buffer.from('d\0\0\0\0')
  head.writeUInt32BE(4 + bytes.length, 1)
  return Buffer.concat([head, bytes])
}
const wholeOnly = (piece: Buffer) => {
  let at = 0
  while (at + 5 <= piece.length) at += 1 + piece.readUInt32BE(at + 1)
  return at === piece.length
}
async function sent(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const asked = once(server, 'connection') as Promise<[Socket]>
  const socket = streamOf({ ssl: false })
  const heard: Buffer[] = []
  socket.on('data', piece => heard.push(Buffer.from(piece)))
  socket.connect(port, '127.0.0.1')
  const [other] = await asked
  for (const piece of pieces) if (!other.write(piece)) await once(other, 'drain')
  const over = once(socket, 'end')
  other.end()
  await over
  socket.destroy()
  return heard
}

it('hands on whole messages only, none lost, none changed, none twice', async () => {
  const long = fc.integer({ min: 60_000, max: 400_000 }).map(size => new Uint8Array(size).fill(size % 251))
  const some = fc.array(fc.oneof({ arbitrary: fc.uint8Array({ maxLength: 400 }), weight: 9 }, long), { minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(some, fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 30 }), async (given, cuts) => {
      const all = Buffer.concat(given.map(message))
      const places = [0, ...cuts.filter(cut => cut < all.length).sort((a, b) => a - b), all.length]
      const heard = await sent(places.slice(1).map((end, at) => all.subarray(places[at], end)))
      expect(heard.every(wholeOnly)).toBe(true)
      expect(Buffer.concat(heard).equals(all)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('holds back what is not whole, and leaves a connection in cipher to itself', async () => {
  const [first, second] = [message(Buffer.from('hel')), message(Buffer.from('ikke hel'))]
  expect(Buffer.concat(await sent([first, second.subarray(0, -1)])).equals(first)).toBe(true)
  const asked = once(server, 'connection') as Promise<[Socket]>
  const socket = streamOf({ ssl: true }).connect(port, '127.0.0.1')
  const [other] = await asked
  // The answer to whether there may be a cipher is one letter, and no message.
  other.end('S')
  expect(String((await once(socket, 'data'))[0])).toBe('S')
  socket.destroy()
})
