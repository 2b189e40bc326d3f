// The way out: one SMTP server, TLS required beyond this machine, nothing waited for longer than it takes.
import { createTransport } from 'nodemailer'
import type { messageOf } from './message.tsx'

/** What became of one try. `gone`: the server will never take it. `later`: it may. `away`: nobody is there at all. */
export type Outcome = { readonly went: 'sent' | 'gone' | 'later' | 'away'; readonly answer: string }
export interface Transport {
  send(message: ReturnType<typeof messageOf>): Promise<Outcome>
}

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** A transport for `smtp://user:password@host:port` or `smtps://…`. */
export function smtpTransport(smtpUrl: string, hostName: string): Transport {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const mailer = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !loopback.has(url.hostname),
    ignoreTLS: !secure && loopback.has(url.hostname),
    tls: { minVersion: 'TLSv1.2' },
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    name: hostName,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
  })
  return {
    async send(message) {
      try {
        return { went: 'sent', answer: plainAnswer(String((await mailer.sendMail(message)).response)) }
      } catch (error) {
        return failed(error as SmtpFault)
      }
    },
  }
}

interface SmtpFault extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}
function failed(fault: SmtpFault): Outcome {
  const answer = plainAnswer(fault.response ?? fault.code ?? fault.name)
  const code = fault.responseCode ?? 0
  if (fault.code === 'EENVELOPE' && code === 0) return { went: 'gone', answer }
  // Only a refusal of this recipient or this text is final; a full mailbox (5.2.2) and our own sign-in may mend.
  const aboutThisLetter = fault.command === 'RCPT TO' || fault.command === 'DATA'
  if (code >= 500 && aboutThisLetter) return { went: /\b5\.2\.2\b/.test(fault.response ?? '') ? 'later' : 'gone', answer }
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
