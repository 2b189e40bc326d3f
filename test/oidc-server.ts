// A real OpenID Connect provider on loopback, where the test says who is at the keyboard.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
// @ts-expect-error the provider ships no types
import Provider from 'oidc-provider'

interface TestIdentity {
  readonly sub: string
  readonly email?: string
  readonly verified?: boolean
}
export interface OidcServer {
  readonly issuer: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  /** Who signs in next; null refuses. */
  keyboard: TestIdentity | null
  /** Walks from the address our house sent the browser to, to the address it is sent back to. */
  walk(from: string): Promise<string>
  close(): Promise<void>
}

/** Starts the provider for one redirect address. */
export async function startOidcServer(redirectUri: string): Promise<OidcServer> {
  const client = { clientId: 'raadslag', clientSecret: 'a-secret-of-this-test-only-000000000000' }
  const people = new Map<string, TestIdentity>()
  const server: Server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['only for tests'] },
    interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: people.get(id)?.email, email_verified: people.get(id)?.verified ?? true }),
    }),
    async loadExistingGrant(ctx: {
      oidc: {
        provider: { Grant: new (of: object) => { addOIDCScope(s: string): void; save(): Promise<void> } }
        client: { clientId: string }
        session: { accountId: string }
      }
    }) {
      const { oidc } = ctx
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const made: OidcServer = {
    issuer,
    client,
    keyboard: null,
    async walk(from) {
      const cookies = new Map<string, string>()
      for (let at = from, step = 0; step < 10; step++) {
        if (at.startsWith(redirectUri)) return at
        const response = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') } })
        for (const cookie of response.headers.getSetCookie()) {
          const [name, value] = cookie.split(';')[0]!.split('=') as [string, string]
          cookies.set(name, value)
        }
        const next = response.headers.get('location')
        if (!next) throw new Error(`the provider stopped at ${at}: ${response.status} ${(await response.text()).slice(0, 300)}`)
        at = new URL(next, at).href
      }
      throw new Error('the provider goes in circles')
    },
    close: () => new Promise(done => server.close(() => done())),
  }
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const who = made.keyboard
    if (who) people.set(who.sub, who)
    const result = who ? { login: { accountId: who.sub } } : { error: 'access_denied', error_description: 'said no' }
    void provider.interactionFinished(request, response, result)
  })
  return made
}
