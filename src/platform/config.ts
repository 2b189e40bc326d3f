// The environment, read once; all its faults are listed together before anything starts.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type MailWays, readWays } from './mail/ways.ts'

export interface Config {
  readonly port: number
  readonly host: string
  /** The address people use, without a trailing slash; https beyond loopback. */
  readonly baseUrl: string
  readonly dataDir: string
  readonly keyFile: string
  /** External PostgreSQL (≥ 15); absent means the embedded one. */
  readonly databaseUrl: string | null
  readonly databaseAdminUrl: string | null
  readonly smtpUrl: string | null
  /** How letters leave and come in, where a municipality has no ways of its own. */
  readonly mail: MailWays
  /** The name our own mail server gives itself in letters; only its word on spam counts. */
  readonly mailServer: string | null
  /** The ways of single municipalities, by their slug as in `RAADSLAG_<SLUG>_IMAP_URL`. */
  readonly ownMail: Readonly<Record<string, MailWays>>
  /** `127.0.0.1:port` where letters are taken by SMTP, for trials; null for none. */
  readonly smtpListen: { readonly host: string; readonly port: number } | null
  /** The folder copies are kept in: old exports are deleted, and somebody notices what else is too old or too few; null when nobody has said. */
  readonly backups: string | null
  readonly municipalityDirs: readonly string[]
  readonly defaultMunicipality: string | null
  readonly trustProxy: boolean
  readonly demo: boolean
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
}

export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** Every address of 127.0.0.0/8 stays on this machine. */
const loopback = (host: string) => ['::1', '[::1]', 'localhost'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)

/** Reads the configuration from environment variables. Throws ConfigFaults listing every fault, each in one line. */
export function readConfig(env: NodeJS.ProcessEnv, projectDir: string): Config {
  const faults: string[] = []
  const text = (name: string) => (env[name]?.trim() ? env[name]!.trim() : null)
  const url = (name: string, schemes: readonly string[]) => {
    const value = text(name)
    if (!value) return null
    try {
      const parsed = new URL(value)
      if (!schemes.includes(parsed.protocol.slice(0, -1))) {
        faults.push(`${name}: must begin with ${schemes.map(s => `${s}://`).join(' or ')}`)
        return null
      }
      return value
    } catch {
      faults.push(`${name}: is not an address; write it as ${schemes[0]}://…`)
      return null
    }
  }
  const port = Number(text('PORT') ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535) faults.push('PORT: must be a whole number from 0 to 65535')
  const host = text('HOST') ?? '127.0.0.1'
  const trustProxy = flag('TRUST_PROXY')
  const given = url('BASE_URL', ['http', 'https'])
  const base = given === null ? null : new URL(given)
  if (!loopback(host) && !trustProxy)
    faults.push(`HOST: ${host} is beyond this machine; put a proxy with TLS in front and set TRUST_PROXY=1, or use 127.0.0.1`)
  if (base && base.protocol !== 'https:' && !loopback(base.hostname)) faults.push('BASE_URL: must be https beyond this machine')
  // Links are made by writing an address of ours after it.
  if (base && base.href !== `${base.origin}/`) faults.push(`BASE_URL: must be the address alone, as ${base.origin}`)
  const dataDir = resolve(text('RAADSLAG_DATA') ?? join(projectDir, 'data'))
  const obstacle = obstacleTo(dataDir)
  if (obstacle) faults.push(`RAADSLAG_DATA: the folder ${dataDir} cannot be used: ${obstacle}`)
  const keyFile = resolve(text('RAADSLAG_KEY_FILE') ?? defaultKeyFile(dataDir))
  if (`${keyFile}/`.startsWith(`${dataDir}/`))
    faults.push('RAADSLAG_KEY_FILE: must lie outside the data folder, so that a copy of one is not a copy of both')
  const municipalityDirs = (text('RAADSLAG_MUNICIPALITIES') ?? join(projectDir, 'municipalities', 'glostrup'))
    .split(',')
    .map(d => resolve(d.trim()))
  for (const dir of municipalityDirs) if (!existsSync(dir)) faults.push(`RAADSLAG_MUNICIPALITIES: the folder ${dir} does not exist`)
  const oidcParts = {
    issuer: url('OIDC_ISSUER', ['https', 'http']),
    clientId: text('OIDC_CLIENT_ID'),
    clientSecret: text('OIDC_CLIENT_SECRET'),
  }
  const told = Object.values(oidcParts).filter(Boolean).length
  if (told !== 0 && told !== 3) faults.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: give all three or none')
  const ways = readWays(env, faults)
  const listen = /^(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/.exec(text('SMTP_LISTEN') ?? '')
  if (text('SMTP_LISTEN') && !listen) faults.push('SMTP_LISTEN: must be 127.0.0.1:port; letters are taken from this machine only')
  const config: Config = {
    port,
    host,
    baseUrl: base?.origin ?? `http://${host === '::1' ? '[::1]' : host}:${port}`,
    dataDir,
    keyFile,
    databaseUrl: url('DATABASE_URL', ['postgres', 'postgresql']),
    databaseAdminUrl: url('DATABASE_ADMIN_URL', ['postgres', 'postgresql']),
    smtpUrl: ways.mail.smtpUrl,
    mailServer: text('MAIL_SERVER'),
    ...ways,
    smtpListen: listen ? { host: listen[1]!.replace(/[[\]]/g, ''), port: Number(listen[2]) } : null,
    backups: text('RAADSLAG_BACKUPS') ? resolve(text('RAADSLAG_BACKUPS')!) : null,
    municipalityDirs,
    defaultMunicipality: text('RAADSLAG_MUNICIPALITY'),
    trustProxy,
    demo: flag('RAADSLAG_DEMO'),
    oidc: told === 3 ? (oidcParts as { issuer: string; clientId: string; clientSecret: string }) : null,
  }
  if (faults.length > 0) throw new ConfigFaults(faults)
  return config

  function flag(name: string): boolean {
    const value = text(name)
    if (value === null || value === '0' || value === 'false') return false
    if (value === '1' || value === 'true') return true
    faults.push(`${name}: must be 1 or 0`)
    return false
  }
}

/** The key lies beside the data folder, never in it: a copied data folder alone opens nothing. */
function defaultKeyFile(dataDir: string): string {
  const parent = resolve(dataDir, '..')
  return parent === '/' ? join(homedir(), '.raadslag', 'raadslag.key') : `${dataDir}.key`
}

/** Why nothing can be written in `folder`, which may not be there yet; null when nothing is in the way. */
function obstacleTo(folder: string): string | null {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  if (!statSync(at).isDirectory()) return `${at} is a file`
  if (at.startsWith('/proc') || at.startsWith('/sys')) return `${at} belongs to the system`
  try {
    accessSync(at, constants.W_OK | constants.X_OK)
    return null
  } catch {
    return `${at} may not be written to by this user`
  }
}
