// Reads the mailboxes while the house is open: one reader for each mailbox in all processes together, waiting by IDLE, patient with servers.
import type { ImapFlow } from 'imapflow'
import { itemsOfKind } from '../../municipalities/index.ts'
import type { Ctx, Tenant } from '../../platform/context.ts'
import { act, look, type Tx } from '../../platform/db/act.ts'
import { restAfter } from '../../platform/http/asked.ts'
import { accessToken, forgetToken, NoToken } from '../../platform/mail/oauth.ts'
import { type MailWays, waysOf } from '../../platform/mail/ways.ts'
import type { Principal, System } from '../../platform/principal.ts'
import { keepLetters } from '../intake/index.ts'
import { noteAway, noteBack } from './away.ts'
import { type ImapPlace, pauseAfter, placeOf } from './place.ts'
import { type Fetched, type Hands, MailTrouble, readFolder } from './read-folder.ts'
import { type Lock, takeLock } from './reader-lock.ts'
import { advance, beginFolder, countLetters } from './store.ts'
import type { Trouble } from './tables.ts'

export interface Reader {
  stop(): Promise<void>
}
const lockEvery = 5_000

/** Reads one mailbox until stopped; another process that reads it already goes first. */
function startReader(ctx: Ctx, tenant: Tenant, text: string, ways: MailWays): Reader {
  const who: System = { kind: 'system', municipalityId: tenant.id, job: 'read mailbox' }
  const stop = new AbortController()
  const stopped = () => stop.signal.aborted
  let client: ImapFlow | undefined

  async function run(): Promise<void> {
    let failures = 0
    while (!stopped()) {
      let lock: Lock | null = null
      let place: ImapPlace | null = null
      try {
        place = await placeNow(ctx, who, text)
        lock = await takeLock(ctx, `${tenant.id} ${place.mailbox} ${place.host} ${place.user}`)
        if (!lock) {
          await pause(lockEvery, stop.signal)
          continue
        }
        client = await connect(ctx, place, ways)
        await session(ctx, who, client, place, stopped, stop.signal, lock, () => {
          failures = 0
        })
      } catch (error) {
        if (stopped()) break
        failures++
        const trouble = troubleOf(error)
        if (ways.oauth && trouble === 'sign-in') forgetToken(ways.oauth)
        ctx.log.warn('mailbox not read', { municipality: tenant.slug, reason: trouble, attempt: failures })
        // The store may be what is away; then nobody can be told just now.
        if (place) await act(ctx.database, who, noteAway, { place, trouble }).catch(() => {})
        await pause(pauseAfter(failures, Math.random()), stop.signal)
      } finally {
        client?.close()
        client = undefined
        await lock?.free()
      }
    }
  }
  const running = run()
  return {
    async stop() {
      stop.abort()
      client?.close()
      await running
    },
  }
}

/** Which mailbox is meant is data, and may change while we run. */
async function placeNow(ctx: Ctx, who: System, text: string): Promise<ImapPlace> {
  const { value } = await look(ctx.database, who, tx => itemsOfKind(tx, 'mailbox'))
  return placeOf(text, value)
}

async function connect(ctx: Ctx, place: ImapPlace, ways: MailWays): Promise<ImapFlow> {
  if (place.password === null && ways.oauth === null) throw new MailTrouble('sign-in')
  const auth =
    place.password !== null
      ? { user: place.user, pass: place.password }
      : { user: place.user, accessToken: await accessToken(ways.oauth!, ctx.clock.now().getTime()) }
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: place.host,
    port: place.port,
    secure: place.secure,
    // Beyond this machine the connection becomes TLS before anything is said, or ends.
    ...(place.secure ? {} : { doSTARTTLS: !place.near }),
    tls: { minVersion: 'TLSv1.2' },
    auth,
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 120_000,
    autoIdleDelay: 1_000,
    maxIdleTime: 9 * 60_000,
    // A letter larger than any server takes is a server gone wrong.
    maxLiteralSize: 200_000_000,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Reads, waits for word of a new letter or for the next look, reads again; ends by throwing, or when stopped. */
async function session(
  ctx: Ctx,
  who: System,
  client: ImapFlow,
  place: ImapPlace,
  stopped: () => boolean,
  signal: AbortSignal,
  lock: Lock,
  wentWell: () => void,
): Promise<void> {
  const hands = handsOf(ctx, who, place, wentWell)
  const held = new Set<string>()
  while (!stopped()) {
    if (lock.lost()) throw new MailTrouble('other')
    // The first folder stays open while we wait, so it is read last.
    let kept = 0
    for (const folder of [...place.folders].reverse())
      kept += await readFolder(
        client,
        place,
        folder,
        hands,
        held,
        () => ctx.clock.now(),
        () => stopped() || lock.lost(),
      )
    if (stopped() || lock.lost()) continue
    await act(ctx.database, who, noteBack, { place })
    wentWell()
    // What came while we read was told of then, and is not told again.
    if (kept > 0) continue
    await wordOrTime(client, place.pollSeconds * 1_000, signal)
    if (!client.usable) throw new MailTrouble('away')
  }
}

function handsOf(ctx: Ctx, who: System, { mailbox }: ImapPlace, wentWell: () => void): Hands {
  return {
    begin: (folder, uidValidity) => act(ctx.database, who, tx => beginFolder(tx, mailbox, folder, uidValidity), undefined),
    async keep(folder, uidValidity, letters, upTo) {
      const begun = process.cpuUsage()
      await act(ctx.database, who, keepPile, { mailbox, folder, uidValidity, letters, upTo })
      // A server that hangs up now and then, and gives letters in between, is not one to be patient with.
      if (upTo !== null) wentWell()
      // A mailbox that fills up at once does not keep people who read pages waiting.
      await restAfter(begun, 3)
    },
  }
}

interface Pile {
  readonly mailbox: string
  readonly folder: string
  readonly uidValidity: number
  readonly letters: readonly Fetched[]
  readonly upTo: number | null
}
/** All or none. How far the folder is read is written in the same transaction. */
async function keepPile(tx: Tx, who: Principal, { mailbox, folder, uidValidity, letters, upTo }: Pile): Promise<void> {
  const arrived = letters.map(({ uid, bytes }) => ({ mailbox, source: { uidValidity, uid }, bytes }))
  const kept = await keepLetters(tx, who, arrived)
  // Which of them are new is known when this has been answered.
  await advance(tx, mailbox, folder, uidValidity, upTo ?? 0)
  const fresh = kept.filter(one => !one.already).length
  if (fresh > 0) await countLetters(tx, mailbox, folder, fresh)
}

function wordOrTime(client: ImapFlow, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    const end = () => {
      clearTimeout(timer)
      client.off('exists', end)
      client.off('close', end)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, ms)
    client.on('exists', end)
    client.on('close', end)
    signal.addEventListener('abort', end)
  })
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof MailTrouble) return error.trouble
  if (error instanceof NoToken) return 'sign-in'
  const fault = error as { authenticationFailed?: boolean; tlsFailed?: boolean; mailboxMissing?: boolean; code?: string; message?: string }
  if (fault.authenticationFailed) return 'sign-in'
  if (fault.mailboxMissing) return 'no-folder'
  if (fault.tlsFailed || /certificate|TLS|SSL/i.test(`${fault.code} ${fault.message}`)) return 'tls'
  return 'away'
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, ms)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}

/** The readers of every municipality that has a mailbox; looks now and then whether one has come. */
export function startReaders(ctx: Ctx, tenants: () => readonly Tenant[]): Reader {
  const readers = new Map<string, Reader>()
  const begin = () => {
    const real = tenants().filter(tenant => tenant.practiceOf === null)
    for (const tenant of real) {
      const ways = waysOf(ctx.config, tenant.slug, real.length === 1 || tenant.slug === ctx.config.defaultMunicipality)
      for (const text of ways.imapUrls) {
        const key = `${tenant.id} ${text}`
        if (!readers.has(key)) readers.set(key, startReader(ctx, tenant, text, ways))
      }
    }
  }
  begin()
  const timer = setInterval(begin, 10_000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all([...readers.values()].map(reader => reader.stop()))
    },
  }
}
