// A token server on loopback: gives tokens for a client's secret, and tells a mail server whose a token is.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TokenServer {
  readonly tokenUrl: string
  readonly introspectUrl: string
  /** Tokens given out, the newest last. */
  readonly given: string[]
  /** Makes every token given until now worthless. */
  revoke(): void
  close(): Promise<void>
}
export const client = { clientId: 'raadslag', clientSecret: 'klientens hemmelighed' }

export async function openTokenServer(username: string, seconds = 300): Promise<TokenServer> {
  const given: string[] = []
  const live = new Set<string>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', piece => {
      body += piece
    })
    request.on('end', () => {
      const fields = new URLSearchParams(body)
      const say = (status: number, what: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(what))
      }
      if (request.url === '/introspect') {
        const token = fields.get('token') ?? ''
        return say(200, live.has(token) ? { active: true, username, exp: Math.floor(Date.now() / 1000) + seconds } : { active: false })
      }
      const right =
        fields.get('grant_type') === 'client_credentials' &&
        fields.get('client_id') === client.clientId &&
        fields.get('client_secret') === client.clientSecret
      if (!right) return say(401, { error: 'invalid_client' })
      const token = randomBytes(24).toString('base64url')
      given.push(token)
      live.add(token)
      say(200, { access_token: token, token_type: 'Bearer', expires_in: seconds })
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    tokenUrl: `${base}/token`,
    introspectUrl: `${base}/introspect`,
    given,
    revoke: () => live.clear(),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
