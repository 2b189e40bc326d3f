// Changing the key: everything opens afterwards and with the new key only, wherever it was stopped; what is found by a code is still found.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rotateStore } from '../../src/commands/keys-rotate.ts'
import { newDek, unwrapDek, wrapDek } from '../../src/platform/crypto/envelope.ts'
import { initKeys, type Keys, keysFrom, loadKeys, nextKeyFile, readKeyFile } from '../../src/platform/crypto/keys.ts'
import { makeReceipt, receiptIndex } from '../../src/platform/crypto/receipt.ts'
import { changeKeys } from '../../src/platform/db/change-keys.ts'
import { openPools } from '../../src/platform/db/connect.ts'
import { openKeys, type Store } from '../../src/platform/db/open.ts'
import { uuid4 } from '../../src/platform/ids.ts'
import { silentLog } from '../../src/platform/log.ts'
import { cloneDatabase, type TestDatabase } from '../database.ts'

const root = path.resolve(import.meta.dirname, '../..')
const now = new Date('2026-11-09T10:15:00+01:00')
const formKey = 'opdigtet-formularnoegle-0001'

let folder = ''
let keyFile = ''
let database: TestDatabase
let owner: pg.Client
let municipalities: string[] = []
/** Every data key by its thing, as it was made. */
let made = new Map<string, string>()
let before: Keys

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'raadslag-change-'))
  keyFile = path.join(folder, 'house.key')
  before = initKeys(keyFile)
  database = await cloneDatabase()
  owner = await connected()
  municipalities = [uuid4(), uuid4()]
  made = new Map()
  await owner.query('insert into key_fingerprint (fingerprint, made_at) values ($1, $2)', [before.fingerprint(), now])
  for (const [at, id] of municipalities.entries()) {
    await owner.query('insert into municipality (id, slug, updated_at) values ($1, $2, $3)', [id, `opdigtet-${at}`, now])
    await addKeys(id, at === 0 ? 1_300 : 40, before)
  }
  await owner.end()
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(database.connection)
  await client.connect()
  return client
}
async function addKeys(municipality: string, count: number, keys: Keys): Promise<void> {
  const things = Array.from({ length: count }, () => uuid4())
  const wrapped = things.map(thing => {
    const dek = newDek()
    made.set(thing, dek.export().toString('hex'))
    return wrapDek(keys.of(municipality), thing, dek)
  })
  await owner.query(`insert into thing (municipality_id, id, kind, created_at) select $1, unnest($2::uuid[]), 'voice', $3`, [
    municipality,
    things,
    now,
  ])
  await owner.query('insert into keys.data_key (municipality_id, thing_id, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])', [
    municipality,
    things,
    wrapped,
  ])
}
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const pools = openPools({ ...database.connection, user: 'raadslag' }, () => {}, 2)
  try {
    return await work({ owner: database.connection, login: database.connection, pools, embedded: null, close: async () => {} })
  } finally {
    await pools.close()
  }
}
const rotate = (say: (line: string) => void = () => {}) => withStore(store => rotateStore(store, keyFile, say, now))

/** The keys as a start of the house opens them. */
const keysAtStart = () => withStore(store => openKeys(store.pools, keyFile, now, silentLog))
async function rows(): Promise<{ municipality: string; thing: string; wrapped: Buffer }[]> {
  const client = await connected()
  try {
    return (await client.query('select municipality_id as municipality, thing_id as thing, wrapped from keys.data_key')).rows
  } finally {
    await client.end()
  }
}
const opensWith = (keys: Keys, row: { municipality: string; thing: string; wrapped: Buffer }): boolean => {
  try {
    return unwrapDek(keys.of(row.municipality), row.thing, row.wrapped).export().toString('hex') === made.get(row.thing)
  } catch {
    return false
  }
}
async function everythingOpens(): Promise<void> {
  const keys = await keysAtStart()
  const all = await rows()
  expect(all).toHaveLength(made.size)
  expect(all.filter(row => !opensWith(keys, row))).toHaveLength(0)
  expect(all.filter(row => opensWith(before, row))).toHaveLength(0)
  // What a citizen holds on paper leads to the same place; a form from before is made anew.
  for (const id of municipalities) {
    const code = makeReceipt(before.of(id), formKey)
    expect(makeReceipt(keys.of(id), formKey)).toBe(code)
    expect(receiptIndex(keys.of(id), code).equals(receiptIndex(before.of(id), code))).toBe(true)
    expect(keys.of(id).form.equals(before.of(id).form)).toBe(false)
  }
  expect(existsSync(nextKeyFile(keyFile))).toBe(false)
}

describe('T15: a new key for everything stored', () => {
  it('wraps every data key anew, keeps what codes are found by, and retires the old key last', async () => {
    const old = readFileSync(keyFile)
    const told = await rotate()
    expect(told).toContain('1340 data keys')
    await everythingOpens()
    const [retired] = readdirSync(folder).filter(name => name.includes('.retired-'))
    expect(readFileSync(path.join(folder, retired!)).equals(old)).toBe(true)
    // Once more: carried keys are carried on.
    before = await keysAtStart()
    await rotate()
    await everythingOpens()
  })

  it('stopped after any batch it goes on; until then nothing else opens the keys', { timeout: 60_000 }, async () => {
    const lines: string[] = []
    for (let stop = 1; ; stop++) {
      let said = 0
      const ended = await rotate(line => {
        lines.push(line)
        if (++said === stop) throw new Error('stopped')
      }).then(
        () => true,
        error => {
          if ((error as Error).message !== 'stopped') throw error
          return false
        },
      )
      if (ended) break
      expect(() => loadKeys(keyFile)).toThrow('is being changed')
    }
    expect(lines.filter(line => line.startsWith('proven')).length).toBeGreaterThan(3)
    await everythingOpens()
  })

  it('stopped between the store and the key file it does the rest: before the old file is set aside, and after', async () => {
    const client = await connected()
    const next = initKeys(nextKeyFile(keyFile))
    await changeKeys({ client, old: keysFrom(readKeyFile(keyFile)), next, now, progress: () => {} })
    await client.end()
    expect(() => loadKeys(keyFile)).toThrow('is being changed')
    await rotate()
    await everythingOpens()

    before = await keysAtStart()
    const again = await connected()
    await changeKeys({ client: again, old: before, next: initKeys(nextKeyFile(keyFile)), now, progress: () => {} })
    await again.end()
    renameSync(keyFile, `${keyFile}.aside`)
    await rotate()
    await everythingOpens()
  })

  it('a data key that opens with neither stops it: the store still knows the old key, and its file is where it was', async () => {
    owner = await connected()
    await owner.query(`update keys.data_key set wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1) where thing_id = $1`, [
      [...made.keys()][900],
    ])
    await owner.end()
    await expect(rotate()).rejects.toThrow('opens with neither')
    owner = await connected()
    const { rows: known } = await owner.query('select fingerprint from key_fingerprint')
    expect(known[0].fingerprint).toBe(before.fingerprint())
    await owner.end()
    expect(keysFrom(readKeyFile(keyFile)).fingerprint()).toBe(before.fingerprint())
  })

  it('what somebody wrote with the old key while it went is found by the proof and wrapped too', { timeout: 30_000 }, async () => {
    let late = false
    const client = await connected()
    owner = await connected()
    await changeKeys({
      client,
      old: before,
      next: initKeys(nextKeyFile(keyFile)),
      now,
      async progress({ step, count }) {
        if (step !== 'wrapped' || count !== 1_300 || late) return
        late = true
        await addKeys(municipalities[0]!, 12, before)
      },
    })
    await client.end()
    await owner.end()
    expect(late).toBe(true)
    await rotate()
    await everythingOpens()
  })

  it('refuses while anybody else is connected, and a key file that is not the store’s; nothing is changed', async () => {
    const other = await connected()
    await expect(rotate()).rejects.toThrow('in use')
    await other.end()
    const all = await rows()
    expect(all.every(row => opensWith(before, row))).toBe(true)
    rmSync(keyFile)
    initKeys(keyFile)
    await expect(rotate()).rejects.toThrow('Put back that key file')
  })

  it('the command killed with -9 half-way and asked again ends with everything open', { timeout: 120_000 }, async () => {
    spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root })
    owner = await connected()
    await addKeys(municipalities[0]!, 3_000, before)
    await owner.end()
    const { host, port, user, database: name } = database.connection as { host: string; port: number; user: string; database: string }
    const url = (as: string) => `postgres://${as}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`
    const run = (): ChildProcess =>
      spawn(process.execPath, ['bin/run.cjs', 'keys', 'rotate'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          RAADSLAG_DATA: path.join(folder, 'data'),
          RAADSLAG_KEY_FILE: keyFile,
          DATABASE_URL: url('raadslag'),
          DATABASE_ADMIN_URL: url(user),
        },
      })
    let kills = 0
    for (const after of [5, Number.POSITIVE_INFINITY]) {
      const child = run()
      let lines = 0
      let said = ''
      child.stderr!.on('data', (piece: Buffer) => {
        said += piece.toString()
        lines += piece.toString().split('\n').length - 1
        if (lines >= after && !child.killed) child.kill('SIGKILL')
      })
      const [code, signal] = await new Promise<[number | null, string | null]>(done => child.once('exit', (...how) => done(how)))
      if (signal === 'SIGKILL') kills++
      else expect({ code, said }).toMatchObject({ code: 0 })
      // The killed process leaves its connections for a moment.
      for (let n = 0; n < 100 && (await connections()) > 0; n++) await new Promise(soon => setTimeout(soon, 50))
    }
    expect(kills).toBeGreaterThan(0)
    await everythingOpens()
  })
})

async function connections(): Promise<number> {
  const client = await connected()
  try {
    const { rows: found } = await client.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return found[0].n as number
  } finally {
    await client.end()
  }
}

describe('T15: the key in envelopes', () => {
  it('split and joined by command: two of three sheets make the same file, never over another one', { timeout: 60_000 }, () => {
    spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root })
    const raadslag = (args: string[], input = '') =>
      spawnSync(process.execPath, ['bin/run.cjs', ...args], {
        cwd: root,
        input,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH ?? '',
          HOME: process.env.HOME ?? '',
          RAADSLAG_DATA: path.join(folder, 'data'),
          RAADSLAG_KEY_FILE: keyFile,
        },
      })
    const sheets = path.join(folder, 'sheets')
    const key = readFileSync(keyFile)
    expect(raadslag(['keys', 'split', '--dir', sheets]).status).toBe(0)
    const files = readdirSync(sheets).map(name => path.join(sheets, name))
    expect(files).toHaveLength(3)
    for (const file of files) expect(readFileSync(file).includes(key)).toBe(false)
    const two = files
      .slice(1)
      .map(
        file =>
          readFileSync(file, 'utf8')
            .split('\n')
            .find(line => /^[0-9A-Z-]{60,}$/.test(line))!,
      )
      .join('\n')
    expect(raadslag(['keys', 'join'], two).stderr).toContain('exists already')
    rmSync(keyFile)
    expect(raadslag(['keys', 'join'], two.split('\n')[0]).stderr).toContain('2 different parts are needed')
    expect(existsSync(keyFile)).toBe(false)
    const joined = raadslag(['keys', 'join'], two)
    expect(joined.status, joined.stderr).toBe(0)
    expect(readFileSync(keyFile).equals(key)).toBe(true)
    // A group that may read it is refused as ever.
    chmodSync(keyFile, 0o640)
    expect(raadslag(['keys', 'split']).stderr).toContain('chmod 600')
    writeFileSync(keyFile, '')
  })
})
