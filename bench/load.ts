// A light client that keeps connections open and asks again as soon as it has its answer; it reads only what it must.
import { connect } from 'node:net'

export interface LoadOptions {
  readonly port: number
  /** Requests under way at once. */
  readonly connections: number
  /** Stops after so many seconds, or after so many requests, whichever comes first. */
  readonly seconds?: number
  readonly count?: number
  /** The bytes of request number `i`. */
  readonly request: (i: number) => Buffer | string
  /** Sees each answer: its status and its whole bytes. */
  readonly answered?: (status: number, answer: Buffer, i: number) => void
}
export interface Load {
  readonly requests: number
  readonly seconds: number
  /** Answers by status. */
  readonly statuses: Record<number, number>
  /** Connections that broke before the answer. */
  readonly broken: number
  readonly perSecond: number
  /** How long each took, in milliseconds, the fastest first. */
  readonly times: readonly number[]
  readonly p50: number
  readonly p99: number
}

/** A GET as bytes. */
export function getBytes(port: number, path: string, headers: Record<string, string> = {}): Buffer {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
}
/** A form sent from our own page, as bytes. */
export function postBytes(port: number, path: string, fields: URLSearchParams): Buffer {
  const body = Buffer.from(fields.toString())
  return Buffer.concat([
    Buffer.from(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n`,
    ),
    body,
  ])
}

/** Runs the load and measures it. Answers carry a content-length, come in chunks, or are 304. */
export async function load(options: LoadOptions): Promise<Load> {
  const { port, connections, seconds = 3_600, count = Number.POSITIVE_INFINITY, request, answered } = options
  const times: number[] = []
  const statuses: Record<number, number> = {}
  let broken = 0
  let next = 0
  const began = performance.now()
  const until = began + seconds * 1_000
  const one = () =>
    new Promise<void>(done => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay()
      let sent = 0
      let i = 0
      let pieces: Buffer[] = []
      let got = 0
      let length = -1
      let status = 0
      const send = () => {
        if (next >= count || performance.now() >= until) {
          socket.destroy()
          return done()
        }
        i = next++
        length = -1
        got = 0
        pieces = []
        sent = performance.now()
        socket.write(request(i))
      }
      const whole = () => {
        times.push(performance.now() - sent)
        statuses[status] = (statuses[status] ?? 0) + 1
        answered?.(status, pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces), i)
        send()
      }
      socket.on('connect', send)
      socket.on('data', piece => {
        got += piece.length
        if (length < 0 || answered || length === chunked) pieces.push(piece)
        if (length < 0) {
          const start = pieces.length === 1 ? piece : Buffer.concat(pieces)
          const head = start.indexOf('\r\n\r\n')
          if (head < 0) return
          const text = start.toString('latin1', 0, head)
          status = Number(text.slice(9, 12))
          const declared = /\r\ncontent-length: (\d+)/i.exec(text)
          length = declared ? head + 4 + Number(declared[1]) : status === 304 ? head + 4 : chunked
        }
        if (length === chunked ? piece.subarray(-5).toString() === '0\r\n\r\n' : got >= length) whole()
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        if (sent > 0 && next < count && performance.now() < until) broken++
        done()
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  const took = (performance.now() - began) / 1_000
  times.sort((a, b) => a - b)
  const at = (p: number) => times[Math.min(times.length - 1, Math.floor(p * times.length))] ?? 0
  return { requests: times.length, seconds: took, statuses, broken, perSecond: times.length / took, times, p50: at(0.5), p99: at(0.99) }
}
const chunked = Number.POSITIVE_INFINITY
