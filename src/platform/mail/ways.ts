// How letters leave and come in for one municipality, as the environment says it: servers, sign-in, and what their addresses can do.
import { checkAddress } from './address.ts'

/** Sign-in by OAuth 2.0 with client credentials, as hosted mail asks for. */
export interface MailOAuth {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string | null
}
export interface MailWays {
  /** `smtp://user:password@host:port` or `smtps://…`; a user without a password signs in by OAuth. */
  readonly smtpUrl: string | null
  /** `imaps://user:password@host/Folder?mailbox=name`; the folder may be left out (INBOX), `folder=` names more. */
  readonly imapUrls: readonly string[]
  readonly oauth: MailOAuth | null
  /** Where bounces come to; null means `b@` the sender's domain. */
  readonly bounces: string | null
  /** Whether the mail server delivers `name+anything@` to `name@`. */
  readonly plus: boolean
}

const own =
  /^RAADSLAG_([A-Z0-9_]+)_(SMTP_URL|IMAP_URL|MAIL_OAUTH_TOKEN_URL|MAIL_OAUTH_CLIENT_ID|MAIL_OAUTH_CLIENT_SECRET|MAIL_OAUTH_SCOPE|MAIL_BOUNCES|MAIL_PLUS)$/
const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** The slug as it stands in the name of a variable: `glostrup-test` is `GLOSTRUP_TEST`. */
const slugInName = (slug: string): string => slug.toUpperCase().replaceAll('-', '_')

/** The ways of everybody and of each municipality that has its own; each fault is added to `faults` in one line without secrets. */
export function readWays(env: NodeJS.ProcessEnv, faults: string[]): { mail: MailWays; ownMail: Readonly<Record<string, MailWays>> } {
  const mail = waysIn(env, '', faults)
  const names = new Set(Object.keys(env).flatMap(name => own.exec(name)?.[1] ?? []))
  return { mail, ownMail: Object.fromEntries([...names].map(name => [name, waysIn(env, `RAADSLAG_${name}_`, faults)])) }
}

/** The ways of one municipality: its own, and for the one the house belongs to also those without a name. Letters may leave by the common server. */
export function waysOf(
  config: { readonly smtpUrl: string | null; readonly mail: MailWays; readonly ownMail: Readonly<Record<string, MailWays>> },
  slug: string,
  isDefault: boolean,
): MailWays {
  const mine = config.ownMail[slugInName(slug)]
  const common = { ...config.mail, smtpUrl: config.smtpUrl }
  if (!mine) return isDefault ? common : { ...common, imapUrls: [] }
  return {
    smtpUrl: mine.smtpUrl ?? common.smtpUrl,
    // A mailbox belongs to one municipality: nobody else reads it.
    imapUrls: mine.imapUrls.length > 0 ? mine.imapUrls : isDefault ? common.imapUrls : [],
    oauth: mine.oauth ?? common.oauth,
    bounces: mine.bounces ?? (mine.smtpUrl === null ? common.bounces : null),
    plus: mine.plus && common.plus,
  }
}

function waysIn(env: NodeJS.ProcessEnv, prefix: string, faults: string[]): MailWays {
  const text = (name: string) => env[prefix + name]?.trim() || null
  const at = (name: string) => prefix + name
  const smtpUrl = text('SMTP_URL')
  if (smtpUrl) faults.push(...urlFaults(at('SMTP_URL'), smtpUrl, ['smtp', 'smtps']))
  const imapUrls = (text('IMAP_URL') ?? '').split(/\s+/).filter(Boolean)
  for (const url of imapUrls) faults.push(...urlFaults(at('IMAP_URL'), url, ['imap', 'imaps']), ...imapFaults(at('IMAP_URL'), url))
  const [tokenUrl, clientId, clientSecret] = [text('MAIL_OAUTH_TOKEN_URL'), text('MAIL_OAUTH_CLIENT_ID'), text('MAIL_OAUTH_CLIENT_SECRET')]
  if (tokenUrl) faults.push(...urlFaults(at('MAIL_OAUTH_TOKEN_URL'), tokenUrl, ['https', 'http']))
  if (new Set([tokenUrl, clientId, clientSecret].map(one => one === null)).size > 1)
    faults.push(
      `${at('MAIL_OAUTH_TOKEN_URL')}, ${at('MAIL_OAUTH_CLIENT_ID')} and ${at('MAIL_OAUTH_CLIENT_SECRET')}: give all three or none`,
    )
  const bounces = text('MAIL_BOUNCES')
  if (bounces && !checkAddress(bounces).ok) faults.push(`${at('MAIL_BOUNCES')}: must be one plain e-mail address`)
  const plus = text('MAIL_PLUS')
  if (plus !== null && !/^(0|1|true|false)$/.test(plus)) faults.push(`${at('MAIL_PLUS')}: must be 1 or 0`)
  return {
    smtpUrl,
    imapUrls,
    oauth: tokenUrl && clientId && clientSecret ? { tokenUrl, clientId, clientSecret, scope: text('MAIL_OAUTH_SCOPE') } : null,
    bounces,
    plus: plus === null || plus === '1' || plus === 'true',
  }
}

function urlFaults(name: string, value: string, schemes: readonly string[]): string[] {
  let url: URL
  try {
    url = new URL(value)
  } catch {
    return [`${name}: is not an address; write it as ${schemes[0]}://…`]
  }
  const scheme = url.protocol.slice(0, -1)
  if (!schemes.includes(scheme)) return [`${name}: must begin with ${schemes.map(one => `${one}://`).join(' or ')}`]
  // A secret never travels in the clear beyond this machine. (smtp:// and imap:// must become TLS before signing in.)
  if (scheme === 'http' && !loopback.has(url.hostname)) return [`${name}: must be https beyond this machine`]
  return []
}
function imapFaults(name: string, value: string): string[] {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url) return []
  const faults: string[] = []
  if (!url.username) faults.push(`${name}: name the user, imaps://user:password@host; an @ in the user is written %40`)
  const days = url.searchParams.get('deleteAfterDays')
  if (days !== null && !(Number.isInteger(Number(days)) && Number(days) >= 30))
    faults.push(`${name}: deleteAfterDays must be a whole number of at least 30`)
  const done = url.searchParams.get('done')
  if (done !== null && done !== 'flag' && !/^move:./.test(done)) faults.push(`${name}: done must be flag or move:FOLDER`)
  return faults
}
