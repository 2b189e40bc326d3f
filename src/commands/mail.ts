// `raadslag mail receive`: letters from a mail server's pipe. Exit 0 only when the letter is safe, 75 otherwise: a letter is never sent back.
import { spawn } from 'node:child_process'
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type ArrivedLetter, hasReceived, type KeptLetter, keepLetters, pile } from '../mailroom/intake/index.ts'
import { type Config, readConfig } from '../platform/config.ts'
import type { Tenant } from '../platform/context.ts'
import { act, type Database, look } from '../platform/db/act.ts'
import { reachStore } from '../platform/db/reach.ts'

/** sysexits' "try again later": the mail server keeps the letter and asks again. */
export const tryAgain = 75

export class TryAgain extends Error {
  readonly exit = tryAgain
}
export interface ReceiveOptions {
  readonly mailbox?: string
  readonly municipality?: string
}
interface Way {
  readonly database: Database
  readonly tenants: readonly Tenant[]
  /** `keep`: the database was started here; others may want it in a moment. */
  close(keep: boolean): Promise<void>
  readonly started: boolean
}

const projectDir = fileURLToPath(new URL('../..', import.meta.url))
const mostBytes = 104_857_600
const nameForm = /^[a-z0-9][a-z0-9._+-]{0,62}(@[a-z0-9.-]{1,190})?$/
/** How long a database that the pipe had to start stays up after the last letter. */
const lingerSeconds = 20

/** Keeps the letter on standard input, or each of the files. Prints one line per letter: its id, and `again` when it had come before. */
export async function receive(options: ReceiveOptions, files: readonly string[]): Promise<string> {
  const now = () => new Date()
  try {
    const config = readConfig(process.env, projectDir)
    const name = (options.mailbox ?? '').trim().toLowerCase()
    if (!nameForm.test(name))
      throw new TryAgain('Say which mailbox the letter came to: --mailbox NAME (a name or an address from the municipality’s data).')
    // The letter is read before the database is asked for anything: a mail server waits with the pipe, not with a transaction.
    const letters = files.length === 0 ? [await standardInput()] : await Promise.all(files.map(path => readFile(path)))
    const way = await wayIn(config, now)
    try {
      const lines = await keepAll(way, options, name, letters, config)
      await way.close(true)
      return lines.join('\n')
    } catch (error) {
      await way.close(false).catch(() => {})
      throw error
    }
  } catch (error) {
    throw error instanceof TryAgain ? error : new TryAgain((error as Error).message.split('\n')[0] ?? 'unknown')
  }
}

/** So many piles are written at once: while one waits for the disk the other is sealed. */
const sideBySide = 2

async function keepAll(way: Way, options: ReceiveOptions, name: string, letters: readonly Uint8Array[], config: Config): Promise<string[]> {
  const tenant = municipalityFor(way.tenants, options.municipality ?? config.defaultMunicipality ?? undefined)
  const who = { kind: 'system', municipalityId: tenant.id, job: 'mail receive' } as const
  const mailbox = await mailboxNamed(way.database, who, name)
  const lines: string[] = []
  let next = 0
  const lane = async () => {
    while (next < letters.length) {
      const from = next
      for (let bytes = 0; next < letters.length && next - from < pile.letters && bytes < pile.bytes; next++) bytes += letters[next]!.length
      const together = letters.slice(from, next).map((bytes): ArrivedLetter => ({ mailbox, source: null, bytes }))
      const kept = await act(way.database, who, keepLetters, together)
      for (const [at, one] of kept.entries()) lines[from + at] = lineOf(one)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(sideBySide, letters.length) }, lane))
  const fault = ended.find(one => one.status === 'rejected')
  if (fault) throw fault.reason
  return lines
}
const lineOf = ({ id, already }: KeptLetter) => (already ? `${id} again` : id)

function municipalityFor(tenants: readonly Tenant[], slug: string | undefined): Tenant {
  const real = tenants.filter(tenant => tenant.practiceOf === null)
  const found = slug ? real.find(tenant => tenant.slug === slug) : real.length === 1 ? real[0] : undefined
  if (!found)
    throw new TryAgain(`Say which municipality with --municipality (known: ${real.map(tenant => tenant.slug).join(', ') || 'none yet'}).`)
  return found
}

/** The mailbox's name in the data. One that stands nowhere keeps its letters all the same: a slip in a set-up loses no letter. */
async function mailboxNamed(database: Database, who: Parameters<typeof look>[1], name: string): Promise<string> {
  const isAddress = name.includes('@')
  if (!isAddress && (await look(database, who, tx => hasReceived(tx, name))).value) return name
  const { itemsOfKind } = await import('../municipalities/index.ts')
  const { value: known } = await look(database, who, tx => itemsOfKind(tx, 'mailbox'))
  const found = known.find(one => one.slug === name || one.address.toLowerCase() === name.replace(/\+[^@]*/, ''))
  if (found) return found.slug
  process.stderr.write(
    `The municipality has no mailbox "${name}" (known: ${known.map(one => one.slug).join(', ')}). The letter is kept under this name.\n`,
  )
  return name
}

async function standardInput(): Promise<Buffer> {
  if (process.stdin.isTTY) throw new TryAgain('Give the letter on standard input: raadslag mail receive --mailbox NAME < letter.eml')
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of process.stdin) {
    total += (chunk as Buffer).length
    if (total > mostBytes) throw new TryAgain(`The letter is larger than ${mostBytes} bytes.`)
    chunks.push(chunk as Buffer)
  }
  if (total === 0) throw new TryAgain('Nothing came on standard input.')
  return Buffer.concat(chunks)
}

/** The running store when there is one; otherwise the whole house, which starts and migrates it. */
async function wayIn(config: Config, now: () => Date): Promise<Way> {
  const lingering = join(config.dataDir, 'mail-came')
  const reached = await reachStore(config, 'incoming_letter', now)
  if (reached?.tenants.some(tenant => tenant.practiceOf === null)) {
    touch(lingering)
    return { ...reached, started: false, close: () => reached.close() }
  }
  await reached?.close()
  const [{ openHouse }, { createLog }] = await Promise.all([import('../app.ts'), import('../platform/log.ts')])
  const house = await openHouse({ config, log: createLog('warn'), jobs: false })
  return {
    database: house.ctx.database,
    tenants: house.tenants.all(),
    started: true,
    async close(keepUp) {
      touch(lingering)
      if (!keepUp || !house.store.embedded || house.store.embedded.adopted || !(await lingers())) await house.close()
    },
  }
}

/** Starts a process that holds the database until letters stop coming. False when it could not be started. */
function lingers(): Promise<boolean> {
  const here = import.meta.url
  const cli = fileURLToPath(new URL(here.endsWith('.ts') ? '../cli.ts' : '../../bin/run.cjs', here))
  const child = spawn(process.execPath, [...process.execArgv, cli, 'mail', 'linger'], { detached: true, stdio: 'ignore' })
  return new Promise(resolve => {
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

/** Holds the embedded database up until no letter has come for a while. */
export async function linger(): Promise<string> {
  const config = readConfig(process.env, projectDir)
  const { openStore } = await import('../platform/db/open.ts')
  const { silentLog } = await import('../platform/log.ts')
  const store = await openStore(config, silentLog, new Date())
  const came = join(config.dataDir, 'mail-came')
  const idle = () => Date.now() - (statSync(came, { throwIfNoEntry: false })?.mtimeMs ?? 0) > lingerSeconds * 1_000
  while (!idle()) await pause(1_000)
  await store.close()
  return 'The database is no longer held.'
}

function touch(path: string): void {
  const at = new Date()
  try {
    utimesSync(path, at, at)
  } catch {
    try {
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, '')
    } catch {
      // Without the mark the database is let go sooner; no letter hangs on it.
    }
  }
}
