// The way out: one SMTP server, TLS required beyond this machine, nothing waited for longer than it takes.
import { createTransport } from 'nodemailer'
import type { messageOf } from './message.tsx'
import { accessToken, forgetToken, NoToken } from './oauth.ts'
import type { MailOAuth } from './ways.ts'

/** What became of one try. `gone`: the server will never take it. `later`: it may. `away`: nobody is there at all, or lets us in. */
export interface Outcome {
  readonly went: 'sent' | 'gone' | 'later' | 'away'
  readonly answer: string
  /** The server refused the address itself, not this text. */
  readonly badAddress?: boolean
}
export interface Transport {
  send(message: ReturnType<typeof messageOf>): Promise<Outcome>
}

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** A transport for `smtp://user:password@host:port` or `smtps://…`; a user without a password signs in with a token. */
export function smtpTransport(smtpUrl: string, hostName: string, oauth: MailOAuth | null, now: () => Date): Transport {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const near = loopback.has(url.hostname)
  const user = decodeURIComponent(url.username)
  const byToken = user !== '' && url.password === '' && oauth !== null
  const password = user !== '' && !byToken ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}
  const mailer = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !near,
    ignoreTLS: !secure && near,
    tls: { minVersion: 'TLSv1.2' },
    ...password,
    ...(byToken && { authMethod: byTokenMethod, forceAuth: true, customAuth: { [byTokenMethod]: signInByToken } }),
    name: hostName,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
  })
  return {
    async send(message) {
      try {
        const auth = byToken ? { auth: { user, pass: await accessToken(oauth, now().getTime()) } } : {}
        return { went: 'sent', answer: plainAnswer(String((await mailer.sendMail({ ...message, ...auth })).response)) }
      } catch (error) {
        if (byToken && (error as SmtpFault).code === 'EAUTH') forgetToken(oauth)
        return failed(error as SmtpFault)
      }
    },
  }
}

const byTokenMethod = 'RAADSLAG-TOKEN'
interface SignIn {
  readonly auth: { readonly credentials: { readonly user: string; readonly pass: string } }
  readonly authMethods: readonly string[]
  sendCommand(command: string): Promise<{ readonly status: number; readonly text: string }>
  resolve(): void
  reject(error: Error): void
}
/** In the way the server offers: XOAUTH2 where it is named, else the standard's own OAUTHBEARER (RFC 7628). */
async function signInByToken({ auth, authMethods, sendCommand, resolve, reject }: SignIn): Promise<void> {
  const { user, pass: token } = auth.credentials
  const [way, words] = authMethods.includes('XOAUTH2')
    ? ['XOAUTH2', `user=${user}\x01auth=Bearer ${token}\x01\x01`]
    : ['OAUTHBEARER', `n,a=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},\x01auth=Bearer ${token}\x01\x01`]
  let answer = await sendCommand(`AUTH ${way} ${Buffer.from(words).toString('base64')}`)
  // A refusal comes with its reasons first; an empty answer to them ends it.
  if (answer.status === 334) answer = await sendCommand(way === 'XOAUTH2' ? '' : 'AQ==')
  if (answer.status >= 200 && answer.status < 300) resolve()
  else reject(new Error('the server did not take the token'))
}

interface SmtpFault extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}
function failed(fault: SmtpFault): Outcome {
  if (fault instanceof NoToken) return { went: 'away', answer: fault.message }
  const answer = plainAnswer(fault.response ?? fault.code ?? fault.name)
  const code = fault.responseCode ?? 0
  if (fault.code === 'EENVELOPE' && code === 0) return { went: 'gone', answer }
  // Our own sign-in is no fault of the letter; all of them wait until an operator has seen to it.
  if (fault.code === 'EAUTH') return { went: 'away', answer }
  // Only a refusal of this recipient or this text is final; a full mailbox (5.2.2) may mend.
  const aboutThisLetter = fault.command === 'RCPT TO' || fault.command === 'DATA'
  if (code >= 500 && aboutThisLetter) {
    if (/\b5\.2\.2\b/.test(fault.response ?? '')) return { went: 'later', answer }
    return { went: 'gone', answer, badAddress: fault.command === 'RCPT TO' }
  }
  if (code === 0 && (fault.code === 'ESOCKET' || fault.code === 'ETIMEDOUT' || fault.code === 'EDNS') && !fault.command?.startsWith('D'))
    return { went: 'away', answer }
  return { went: 'later', answer }
}

/** A server's answer without the addresses it repeats. */
function plainAnswer(text: string): string {
  return text
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}
