// Signing in through the municipality's own sign-in (OpenID Connect): code, PKCE, state and nonce; never makes an account.
import { createHmac } from 'node:crypto'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Ctx } from '../platform/context.ts'
import { sameSecret } from '../platform/crypto/token.ts'
import { act } from '../platform/db/act.ts'
import type { Leaving, OutsideVisit } from '../platform/http/route.ts'
import { ownPath } from './back-to.ts'
import { signInByIdentity } from './oidc.ts'
import { peoplePaths } from './paths.ts'
import type { SignInFault } from './views/sign-in.tsx'

/** Minutes a person has to sign in at the other server. */
const roundMinutes = 10
const seconds = 10

interface Round {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly backTo: string | null
  readonly until: number
}

const known = new WeakMap<Ctx, Promise<Configuration>>()
/** The other server's own description, fetched once; a failed attempt is forgotten. */
async function provider(ctx: Ctx): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = ctx.config.oidc!
  const url = new URL(issuer)
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  const options = { timeout: seconds, ...(url.protocol === 'http:' && loopback ? { execute: [allowInsecureRequests] } : {}) }
  let found = known.get(ctx)
  if (!found) {
    found = discovery(url, clientId, clientSecret, undefined, options)
    known.set(ctx, found)
    found.catch(() => known.delete(ctx))
  }
  return await found
}

const fault = (code: SignInFault, backTo: string | null = null): Leaving => ({
  to: `${peoplePaths.signIn}?fejl=${code}${backTo ? `&til=${encodeURIComponent(backTo)}` : ''}`,
})

/** Sends the person to the other server; what must come back again travels in a signed cookie of this browser. */
export async function startOidc(ctx: Ctx, { asked, tenant }: OutsideVisit<unknown>): Promise<Leaving> {
  if (!ctx.config.oidc) return { to: peoplePaths.signIn }
  const backTo = ownPath(asked.query.get('til'))
  try {
    const config = await provider(ctx)
    const until = ctx.clock.now().getTime() + roundMinutes * 60_000
    const round: Round = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), backTo, until }
    const to = buildAuthorizationUrl(config, {
      redirect_uri: `${asked.origin}${peoplePaths.signInOidcAnswer}`,
      scope: 'openid email',
      response_type: 'code',
      code_challenge: await calculatePKCECodeChallenge(round.verifier),
      code_challenge_method: 'S256',
      state: round.state,
      nonce: round.nonce,
    })
    return { to: to.href, cookies: [roundCookie(ctx, signed(ctx, tenant.id, round))] }
  } catch (error) {
    ctx.log.warn('oidc', { code: codeOf(error) })
    return fault('away', backTo)
  }
}

/** Takes the person back: exchanges the code, finds the person it is, opens a session. */
export async function answerOidc(ctx: Ctx, { who, asked, tenant, url, cookies }: OutsideVisit<unknown>): Promise<Leaving> {
  if (!ctx.config.oidc) return { to: peoplePaths.signIn }
  const done = [roundCookie(ctx, null)]
  const round = opened(ctx, tenant.id, cookies)
  if (!round || round.until < ctx.clock.now().getTime()) return { ...fault('stale'), cookies: done }
  let identity: { subject: string; email: string | null }
  try {
    identity = await identityOf(ctx, round, new URL(`${asked.origin}${peoplePaths.signInOidcAnswer}${url.search}`))
  } catch (error) {
    ctx.log.warn('oidc', { code: codeOf(error) })
    return { ...fault(isAway(error) ? 'away' : 'denied', round.backTo), cookies: done }
  }
  const begun = await act(ctx.database, who, signInByIdentity, { ...identity, backTo: round.backTo })
  if (!begun) return { ...fault('unknown', round.backTo), cookies: done }
  return { to: begun.to, session: begun.token, cookies: done }
}

async function identityOf(ctx: Ctx, round: Round, answer: URL): Promise<{ subject: string; email: string | null }> {
  const config = await provider(ctx)
  const tokens = await authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: round.verifier,
    expectedState: round.state,
    expectedNonce: round.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()!
  const more = claims.email === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims
  const verified = more.email_verified === true && typeof more.email === 'string'
  return { subject: `${claims.iss} ${claims.sub}`, email: verified ? (more.email as string) : null }
}

const cookieName = (ctx: Ctx) => (ctx.config.baseUrl.startsWith('https:') ? '__Host-raadslag-oidc' : 'raadslag-oidc')

function roundCookie(ctx: Ctx, value: string | null): string {
  const secure = ctx.config.baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieName(ctx)}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${value ? roundMinutes * 60 : 0}${secure}`
}
const mark = (ctx: Ctx, municipalityId: string, body: string) =>
  createHmac('sha256', ctx.keys.of(municipalityId).form).update(`oidc round ${body}`, 'utf8').digest('base64url')
function signed(ctx: Ctx, municipalityId: string, round: Round): string {
  const body = Buffer.from(JSON.stringify(round)).toString('base64url')
  return `${body}.${mark(ctx, municipalityId, body)}`
}
function opened(ctx: Ctx, municipalityId: string, cookies: string): Round | null {
  const prefix = `${cookieName(ctx)}=`
  const value = cookies
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(prefix))
  const [body, sign] = value?.slice(prefix.length).split('.') ?? []
  if (!body || !sign || !sameSecret(sign, mark(ctx, municipalityId, body))) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Round
}

const codeOf = (error: unknown) => String((error as { code?: string }).code ?? (error as Error).name)
/** No answer at all, or a timeout: the other server is away rather than saying no. */
const isAway = (error: unknown) => error instanceof TypeError || /TIMEOUT|ECONN|ENOTFOUND/.test(codeOf(error))
