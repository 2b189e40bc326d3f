// The access token a hosted mail server asks for: fetched with the client's own secret (OAuth 2.0 client credentials), kept until it ends.
import type { MailOAuth } from './ways.ts'

interface Token {
  readonly value: string
  readonly endsAt: number
}
/** Why no token came; the message names the answer, never a secret. */
export class NoToken extends Error {
  override readonly name = 'NoToken'
}

const kept = new Map<string, Token>()
const early = 60_000
const patience = 10_000

/** A token that holds for at least a minute. @param now milliseconds */
export async function accessToken(oauth: MailOAuth, now: number): Promise<string> {
  const key = JSON.stringify([oauth.tokenUrl, oauth.clientId, oauth.scope])
  const known = kept.get(key)
  if (known && known.endsAt - early > now) return known.value
  const fields = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    ...(oauth.scope && { scope: oauth.scope }),
  })
  const answer = await fetch(oauth.tokenUrl, {
    method: 'POST',
    body: fields,
    headers: { accept: 'application/json' },
    // The secret goes where the operator wrote, and nowhere that address sends us on to.
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  }).catch((error: Error) => {
    throw new NoToken(`the sign-in server did not answer (${error.name})`)
  })
  const told = (await answer.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown; error?: unknown }
  if (!answer.ok || typeof told.access_token !== 'string')
    throw new NoToken(`the sign-in server said ${answer.status} ${typeof told.error === 'string' ? told.error.slice(0, 60) : ''}`.trim())
  kept.set(key, { value: told.access_token, endsAt: now + (Number(told.expires_in) || 300) * 1_000 })
  return told.access_token
}

/** Forgets a token the mail server did not take, so that the next try asks for another. */
export function forgetToken(oauth: MailOAuth): void {
  kept.delete(JSON.stringify([oauth.tokenUrl, oauth.clientId, oauth.scope]))
}
