// A mail server on loopback that does what the test says: takes letters, puts them off, refuses, or hangs up.

import type { AddressInfo } from 'node:net'
import { createServer as createPlain } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}
/** `cut`: takes the letter whole, then hangs up before saying so. */
type Mood = 'take' | 'later' | 'gone' | 'no-such-person' | 'cut'
export interface TestPost {
  readonly url: string
  readonly received: Received[]
  /** What the server does with the letter to this address; `take` for the others. */
  readonly moods: Map<string, Mood>
  close(): Promise<void>
}
interface Session {
  readonly envelope: { readonly mailFrom: { readonly address: string } | false; readonly rcptTo: readonly { readonly address: string }[] }
}
type Done = (error?: Error | null, answer?: string) => void
const no = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

export async function openTestPost(port = 0): Promise<TestPost> {
  const received: Received[] = []
  const moods = new Map<string, Mood>()
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onRcptTo(address: { address: string }, _session: Session, done: Done) {
      done(moods.get(address.address) === 'no-such-person' ? no(550, `5.1.1 <${address.address}>: Recipient address rejected`) : null)
    },
    onData(stream: NodeJS.ReadableStream, session: Session, done: Done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(one => one.address)
        const mood = moods.get(to[0]!) ?? 'take'
        if (mood === 'later') return done(no(451, '4.7.1 Try again later'))
        if (mood === 'gone') return done(no(554, '5.7.1 Message refused'))
        received.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to,
          raw: Buffer.concat(pieces).toString(),
        })
        if (mood === 'cut') {
          moods.delete(to[0]!)
          for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy()
          return
        }
        done(null, 'taken')
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    moods,
    close: () => new Promise(done => server.close(() => done())),
  }
}
/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createPlain()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise<void>(done => server.close(() => done()))
  return port
}
