// Takes letters by SMTP from this machine, for trials without a mailbox: the sender hears "taken" only when the letter is safe.
import type { AddressInfo } from 'node:net'
import { itemsOfKind } from '../municipalities/index.ts'
import type { Ctx, Tenant } from '../platform/context.ts'
import { act, look } from '../platform/db/act.ts'
import type { Watch, Watching } from '../platform/jobs/watch.ts'
import { plainMailbox, readOwnAddress } from '../platform/mail/own-address.ts'
import type { System } from '../platform/principal.ts'
import { keepLetter } from './intake/index.ts'

/** Larger than any letter a person can send. */
const mostBytes = 40 * 1024 * 1024

interface Target {
  readonly who: System
  readonly mailbox: string
}
interface Session {
  readonly envelope: { readonly mailFrom: { readonly address: string } | false; readonly rcptTo: readonly { readonly address: string }[] }
}
type Done = (error?: Error | null, answer?: string) => void
const no = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

export interface Listening extends Watching {
  readonly port: number
}

/** Listens on loopback until stopped; anything beyond this machine is refused when the configuration is read. */
export async function listenForLetters(ctx: Ctx, tenants: () => readonly Tenant[], at: { host: string; port: number }): Promise<Listening> {
  const { SMTPServer } = await import('smtp-server')
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: mostBytes,
    maxClients: 50,
    socketTimeout: 60_000,
    banner: 'Raadslag',
    onRcptTo(address: { address: string }, _session: Session, done: Done) {
      targetOf(ctx, tenants(), address.address).then(
        found => done(found ? null : no(550, '5.1.1 No mailbox of this house')),
        () => done(no(451, '4.3.0 The store is away, try again')),
      )
    },
    onData(stream: NodeJS.ReadableStream & { readonly sizeExceeded?: boolean }, session: Session, done: Done) {
      const pieces: Buffer[] = []
      let bytes = 0
      stream.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes <= mostBytes) pieces.push(piece)
      })
      stream.on('end', () => {
        if (bytes > mostBytes) return done(no(552, '5.3.4 The letter is too large'))
        const { mailFrom, rcptTo } = session.envelope
        const path = Buffer.from(`Return-Path: <${mailFrom ? mailFrom.address.replace(/[\r\n<>]/g, '') : ''}>\r\n`)
        keep(
          ctx,
          tenants(),
          rcptTo.map(one => one.address),
          path,
          Buffer.concat(pieces),
        ).then(
          () => done(null, 'Kept'),
          () => done(no(451, '4.3.0 The letter could not be kept, try again')),
        )
      })
    },
  })
  // A client that breaks off is no fault of ours.
  server.on('error', () => {})
  await new Promise<void>((ready, fail) => {
    server.server.once('error', fail)
    server.listen(at.port, at.host, () => ready())
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise(done => server.close(() => done())),
  }
}

/** One record in each mailbox it was sent to. The Return-Path and where it was sent stand on top, as a mail server that delivers writes them. */
async function keep(ctx: Ctx, tenants: readonly Tenant[], to: readonly string[], path: Buffer, letter: Buffer): Promise<void> {
  const kept = new Set<string>()
  for (const address of to) {
    const target = await targetOf(ctx, tenants, address)
    if (!target) continue
    const key = `${target.who.municipalityId} ${target.mailbox}`
    if (kept.has(key)) continue
    kept.add(key)
    const delivered = Buffer.from(`Delivered-To: ${address.replace(/[\r\n]/g, '')}\r\n`)
    const bytes = Buffer.concat([path, delivered, letter])
    await act(ctx.database, target.who, keepLetter, { mailbox: target.mailbox, source: null, bytes })
  }
}

/** The mailbox an address belongs to: as it stands in the data, with our mark after a plus, or the address of bounces. */
async function targetOf(ctx: Ctx, tenants: readonly Tenant[], address: string): Promise<Target | null> {
  for (const tenant of tenants) {
    if (tenant.practiceOf !== null) continue
    const who: System = { kind: 'system', municipalityId: tenant.id, job: 'letter by smtp' }
    const { value: mailboxes } = await look(ctx.database, who, tx => itemsOfKind(tx, 'mailbox'))
    const plain = plainMailbox(address)
    const own = mailboxes.find(one => one.address.toLowerCase() === plain)
    if (own) return { who, mailbox: own.slug }
    if (mailboxes[0] && readOwnAddress(ctx.keys.of(tenant.id), address)) return { who, mailbox: mailboxes[0].slug }
  }
  return null
}

/** Listens while the house is open, where SMTP_LISTEN says so. */
export const takeLettersBySmtp: Watch = (ctx, tenants) => {
  if (!ctx.config.smtpListen) return { stop: async () => {} }
  const listening = listenForLetters(ctx, tenants, ctx.config.smtpListen).then(
    one => {
      ctx.log.info('letters by smtp', { port: one.port })
      return one
    },
    error => {
      ctx.log.error('letters by smtp', { code: String((error as { code?: string }).code ?? 'unknown') })
      return null
    },
  )
  return { stop: async () => (await listening)?.stop() }
}
