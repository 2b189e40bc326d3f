// A line between us and a mail server that does what a test says: hangs up in the middle, is slow, or takes nobody.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface FaultyLine {
  readonly port: number
  /** Hangs up after so many bytes from the server, each time one more connection is made; empty: carries everything. */
  readonly cuts: number[]
  /** Milliseconds before each piece from the server. */
  delay: number
  /** Refuses everybody. */
  dead: boolean
  readonly made: () => number
  close(): Promise<void>
}

export async function openFaultyLine(to: number): Promise<FaultyLine> {
  const open = new Set<Socket>()
  let made = 0
  const line = { cuts: [] as number[], delay: 0, dead: false }
  const server = createServer(near => {
    open.add(near)
    near.on('close', () => open.delete(near))
    near.on('error', () => {})
    if (line.dead) return void near.destroy()
    made++
    let left = line.cuts.shift() ?? Number.POSITIVE_INFINITY
    const far = connect(to, '127.0.0.1')
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    far.on('close', () => near.end())
    near.on('data', piece => far.write(piece))
    far.on('data', async piece => {
      if (line.delay > 0) {
        far.pause()
        await new Promise(done => setTimeout(done, line.delay))
        far.resume()
      }
      near.write(piece.subarray(0, Math.max(0, left)))
      left -= piece.length
      if (left <= 0) {
        near.destroy()
        far.destroy()
      }
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return Object.assign(line, {
    port: (server.address() as AddressInfo).port,
    made: () => made,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        for (const socket of open) socket.destroy()
      }),
  })
}
