// `raadslag keys rotate`: a new key for everything stored. Stopped anywhere, it goes on when it is asked again.
import { existsSync } from 'node:fs'
import pg from 'pg'
import { initKeys, type Keys, keysFrom, nextKeyFile, readKeyFile, retireKeyFile } from '../platform/crypto/keys.ts'
import { changeKeys } from '../platform/db/change-keys.ts'
import { openStore, type Store } from '../platform/db/open.ts'
import { createLog } from '../platform/log.ts'
import { CommandFault, config } from './with-house.ts'

/** Nothing else may be connected: whoever holds the old key in memory would go on writing with it. */
export async function rotate(): Promise<string> {
  const given = config()
  const store = await openStore(given, createLog('warn'), new Date())
  try {
    return await rotateStore(store, given.keyFile, count => process.stderr.write(`${count}\n`))
  } finally {
    await store.close()
  }
}

/** The same on a store that is open. `say` hears how far it is. */
export async function rotateStore(store: Store, keyFile: string, say: (line: string) => void, now = new Date()): Promise<string> {
  const client = new pg.Client('url' in store.owner ? { connectionString: store.owner.url } : store.owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(72616167)')
    await aloneWith(store, client)
    const remembered: string | undefined = (await client.query('select fingerprint from key_fingerprint')).rows[0]?.fingerprint
    if (!remembered) throw new CommandFault('Nothing has been stored with a key yet, so there is none to change.')
    const { old, next } = keysOf(keyFile, remembered)
    if (remembered === next.fingerprint()) {
      const retired = retireKeyFile(keyFile, old?.fingerprint() ?? '')
      return done(existsSync(retired) ? retired : null, 'The last step of the change was still to do')
    }
    const count = await changeKeys({
      client,
      old: old!,
      next,
      now,
      progress: ({ step, count }) => say(`${step === 'wrapped' ? 'wrapped anew' : 'proven'}: ${count}`),
    })
    return done(retireKeyFile(keyFile, remembered), `Wrapped anew and proven: ${count} data keys`)
  } finally {
    await client.end()
  }
}

/** The old key and the next; the next is made and stands on the disk before anything is wrapped with it. */
function keysOf(keyFile: string, remembered: string): { old: Keys | null; next: Keys } {
  const nextFile = nextKeyFile(keyFile)
  const old = existsSync(keyFile) ? keysFrom(readKeyFile(keyFile)) : null
  const next = existsSync(nextFile) ? keysFrom(readKeyFile(nextFile)) : null
  if (next?.fingerprint() === remembered) return { old, next }
  if (old?.fingerprint() !== remembered)
    throw new CommandFault(`What is stored was written with the key ${remembered.slice(0, 8)}…. Put back that key file first.`)
  return { old, next: next ?? initKeys(nextFile) }
}

async function aloneWith(store: Store, client: pg.Client): Promise<void> {
  const own = (await store.pools.app.query('select pg_backend_pid() as pid')).rows[0].pid as number
  const { rows } = await client.query(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid not in (pg_backend_pid(), $1)`,
    [own],
  )
  if (rows[0].others > 0)
    throw new CommandFault(`The database is in use (${rows[0].others} connections). Stop Rådslag, and try again; nothing was changed.`)
}

function done(retired: string | null, what: string): string {
  const older = retired
    ? ` Copies made before today need the old key: it is ${retired}. Destroy it, and its copies, when they are gone (35 days).`
    : ''
  return `${what}. The key file is new: copy it to two safe places now, and split it again if you keep parts.${older}`
}
