// Signing in and encryption on the way out, against servers that insist: XOAUTH2, OAUTHBEARER, and TLS beyond this machine.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smtpTransport } from '../../src/platform/mail/transport.ts'
import type { MailOAuth } from '../../src/platform/mail/ways.ts'
import { plain } from '../plain.ts'
import { client, openTokenServer, type TokenServer } from './token-server.ts'

const user = 'hr.politik@proevby.example'
const message = {
  envelope: { from: 'b@proevby.example', to: ['aase@example.org'] },
  from: { name: 'Prøvby', address: user },
  to: { name: '', address: 'aase@example.org' },
  subject: 'Møde',
  text: 'Kære Åse',
  messageId: '<en@proevby.example>',
} as unknown as Parameters<ReturnType<typeof smtpTransport>['send']>[0]

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})
let tokens: TokenServer
let oauth: MailOAuth
beforeAll(async () => {
  tokens = await openTokenServer(user)
  closing.push(() => tokens.close())
  oauth = { tokenUrl: tokens.tokenUrl, ...client, scope: null }
})
const wayTo = (port: number, host = '127.0.0.1') =>
  smtpTransport(`smtp://${encodeURIComponent(user)}@${host}:${port}`, 'proevby.example', oauth, () => new Date())

describe('OAuth 2.0 on the way out', () => {
  test('XOAUTH2: a token is fetched with the client’s secret; one the server no longer takes is fetched anew', async () => {
    let taken = 0
    const server = new SMTPServer({
      authMethods: ['XOAUTH2'],
      allowInsecureAuth: true,
      hideSTARTTLS: true,
      logger: false,
      onAuth(auth, _session, done) {
        // Only the newest token holds, as when a secret was changed.
        if (auth.username === user && auth.accessToken === tokens.given.at(-1) && !worthless.has(auth.accessToken!)) done(null, { user })
        else done(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } })
      },
      onData(stream: NodeJS.ReadableStream, _session: unknown, done: (error?: Error | null) => void) {
        stream
          .on('data', () => {})
          .on('end', () => {
            taken++
            done()
          })
      },
    })
    server.on('error', () => {})
    const worthless = new Set<string>()
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
    closing.push(() => new Promise<void>(done => server.close(() => done())))
    const way = wayTo((server.server.address() as AddressInfo).port)
    expect(await way.send(message)).toMatchObject({ went: 'sent' })
    expect(await way.send(message)).toMatchObject({ went: 'sent' })
    expect(tokens.given).toHaveLength(1)
    worthless.add(tokens.given[0]!)
    // The letter waits; it is no fault of its own.
    expect((await way.send(message)).went).toBe('away')
    expect(await way.send(message)).toMatchObject({ went: 'sent' })
    expect(tokens.given).toHaveLength(2)
    expect(taken).toBe(3)
  })

  test('OAUTHBEARER: where a server knows only the standard’s own way, that is taken', async () => {
    const said: string[] = []
    const port = await scripted(line => {
      said.push(line)
      const bearer = /^AUTH OAUTHBEARER (\S+)$/.exec(line)?.[1]
      if (bearer) {
        const words = Buffer.from(bearer, 'base64').toString()
        return words === `n,a=${user},\x01auth=Bearer ${tokens.given.at(-1)}\x01\x01` ? '235 2.7.0 ok' : '535 5.7.8 no'
      }
      if (line.startsWith('AUTH')) return '504 5.5.4 not known here'
      return null
    }, 'AUTH OAUTHBEARER')
    expect(await wayTo(port).send(message)).toMatchObject({ went: 'sent' })
    expect(said.some(line => line.startsWith('AUTH XOAUTH2'))).toBe(false)
  })

  test('OAUTHBEARER: a refusal ends the try and sends nothing; no token is ever in an answer of ours', async () => {
    const port = await scripted(line => {
      if (line.startsWith('AUTH')) return `334 ${Buffer.from('{"status":"invalid_token"}').toString('base64')}`
      return line === 'AQ==' ? '535 5.7.8 refused' : null
    }, 'AUTH OAUTHBEARER')
    const outcome = await wayTo(port).send(message)
    expect(outcome.went).toBe('away')
    expect(outcome.answer).not.toContain(tokens.given.at(-1))
  })
})

const own = Object.values(networkInterfaces())
  .flat()
  .find(one => one && !one.internal && one.family === 'IPv4')?.address
const beyond = own ? describe : describe.skip
if (!own) console.log('not run: TLS beyond this machine (it has no address but its own)')

beyond('TLS beyond this machine', () => {
  test('without TLS nothing is said: no sign-in, no letter', async () => {
    const said: string[] = []
    const port = await scripted(line => void said.push(line) as never, 'AUTH XOAUTH2', own)
    const outcome = await wayTo(port, own).send(message)
    expect(outcome.went).not.toBe('sent')
    expect(said.filter(line => /^(AUTH|MAIL|RCPT|DATA)/.test(line))).toEqual([])
  })

  test('with a certificate nobody vouches for neither; with one that is vouched for the letter goes, encrypted', {
    timeout: 60_000,
  }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'raadslag-tls-'))
    closing.push(() => rmSync(folder, { recursive: true, force: true }))
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
    const ask = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=mx']
    expect(spawnSync('openssl', [...ask, '-addext', `subjectAltName=IP:${own}`]).status).toBe(0)
    const secure: boolean[] = []
    const server = new SMTPServer({
      key: readFileSync(key),
      cert: readFileSync(cert),
      authOptional: true,
      logger: false,
      onData(stream: NodeJS.ReadableStream, session: { secure: boolean }, done: (error?: Error | null) => void) {
        stream
          .on('data', () => {})
          .on('end', () => {
            secure.push(session.secure)
            done()
          })
      },
    })
    server.on('error', () => {})
    await new Promise<void>(ready => server.listen(0, own, ready))
    closing.push(() => new Promise<void>(done => server.close(() => done())))
    const url = `smtp://${own}:${(server.server.address() as AddressInfo).port}`
    expect((await smtpTransport(url, 'proevby.example', null, () => new Date()).send(message)).went).not.toBe('sent')
    expect(secure).toEqual([])
    expect(await sentElsewhere(url, cert)).toBe('sent')
    expect(secure).toEqual([true])
  })
})

/** A server of few words: what `answer` leaves open is agreed to. */
async function scripted(answer: (line: string) => string | null, offers: string, host = '127.0.0.1'): Promise<number> {
  const server = createServer(socket => {
    let rest = ''
    let inData = false
    socket.on('error', () => {})
    socket.write('220 ready\r\n')
    socket.on('data', piece => {
      rest += piece.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (inData) {
          if (line !== '.') continue
          inData = false
          socket.write('250 taken\r\n')
          continue
        }
        const own = answer(line)
        if (own) socket.write(`${own}\r\n`)
        else if (/^EHLO/.test(line)) socket.write(`250-mx\r\n250 ${offers}\r\n`)
        else if (line === 'DATA') {
          inData = true
          socket.write('354 go on\r\n')
        } else if (line === 'STARTTLS') socket.write('502 5.5.1 not here\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>(ready => server.listen(0, host, ready))
  closing.push(() => new Promise<void>(done => server.close(() => done())))
  return (server.address() as AddressInfo).port
}

/** Sends from a process that trusts the certificate, as an operator whose server has one of their own. */
function sentElsewhere(url: string, trusted: string): Promise<string> {
  const code = `import { smtpTransport } from '../src/platform/mail/transport.ts'
    const outcome = await smtpTransport(process.argv[2], 'proevby.example', null, () => new Date()).send(JSON.parse(process.argv[3]))
    console.log(outcome.went)
    process.exit(0)`
  return new Promise(resolve => {
    const child = spawn(process.execPath, [plain('sent-elsewhere', code), url, JSON.stringify(message)], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', piece => {
      said += piece
    })
    child.on('close', () => resolve(said.trim()))
  })
}
