// A whole municipality out and in again: loss-free, with its keys, and refused when damaged.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../src/migrations/index.ts'
import { keepCarried, openCarried, packKeys, unpackKeys } from '../../src/platform/crypto/carried-keys.ts'
import { keysFrom } from '../../src/platform/crypto/keys.ts'
import { unwrapUnder, wrapUnder } from '../../src/platform/crypto/passphrase.ts'
import { exportBefore, forgetOldExports } from '../../src/platform/db/export-before.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { exportTables, importTables, readManifest } from '../../src/platform/db/transfer.ts'
import { newThing, record } from '../../src/platform/journal.ts'
import { silentLog } from '../../src/platform/log.ts'
import { tell } from '../../src/platform/mail/outbox.ts'
import { openedBytes } from '../../src/platform/sealed.ts'
import { cloneDatabase, type TestDatabase } from '../database.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
let other: TestDatabase
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'raadslag-export-'))
  folders.push(made)
  return made
}
const quiet = () => {}

beforeAll(async () => {
  house = await openTestHouse()
  // Something of everything that is hard to carry: circles of keys, sealed bytes, arrays, dates, times to the microsecond.
  const amira = await house.as('secretary')
  await house.act(async (tx, who) => {
    const thing = await newThing(tx, 'letter test')
    await record(tx, who, {
      kind: 'test.happened',
      about: thing,
      because: [thing],
      facts: { text: 'Ærø \u0000'.replace('\u0000', ''), list: ['a', 'b'] },
    })
    await tell(tx, {
      about: thing,
      to: 'x@example.org',
      subject: 'Prøve',
      text: 'Opdigtet brev: 陳美玲',
      language: 'da',
      signedBy: 'Amira Holm',
    })
  }, undefined)
  await house.sql(`update unit set leader_id = $1`, [amira.personId])
})
afterEach(async () => {
  await other?.drop().catch(() => {})
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})
afterAll(async () => await house.close())

const tenant = () => house.house.tenants.all()[0]!
const out = async (dir: string, store = house.house.store.owner) =>
  await exportTables(store, dir, tenant(), house.house.ctx.keys.fingerprint(), house.clock.now(), quiet)

describe('export and import', () => {
  it('A28: bring every row across: exported again, the files are the same to the byte', async () => {
    const [first, second] = [folder(), folder()]
    const manifest = await out(first)
    expect(manifest.tables.find(table => table.name === 'public.letter')?.rows).toBeGreaterThan(0)
    expect(manifest.tables.find(table => table.name === 'keys.data_key')?.rows).toBeGreaterThan(0)
    other = await cloneDatabase()
    await importTables(other.connection, first, await readManifest(first), quiet)
    await out(second, other.connection)
    for (const file of readdirSync(first))
      expect(readFileSync(join(second, file), 'utf8'), file).toBe(readFileSync(join(first, file), 'utf8'))
  })
  it('T4: are read by nobody else on the machine: names stand there in the clear', async () => {
    const dir = join(folder(), 'new')
    await out(dir)
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(dir)) expect(statSync(join(dir, file)).mode & 0o077, file).toBe(0)
  })
  it('leave the foreign keys as strict as they were', async () => {
    const dir = folder()
    await out(dir)
    other = await cloneDatabase()
    await importTables(other.connection, dir, await readManifest(dir), quiet)
    const client = new pg.Client(other.connection)
    await client.connect()
    const { rows } = await client.query(`select count(*)::int as n from pg_constraint where contype = 'f' and condeferrable`)
    await client.end()
    expect(rows[0].n).toBe(0)
  })
  it('refuse a damaged file, all or nothing', async () => {
    const dir = folder()
    await out(dir)
    const file = join(dir, 'public.item.ndjson')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Udsatterådet', 'Udsatteraadet'))
    other = await cloneDatabase()
    await expect(importTables(other.connection, dir, await readManifest(dir), quiet)).rejects.toThrow(
      /public\.item\.ndjson: is not what the manifest says/,
    )
    // Cut off in a row, a row of something else, and gone.
    const whole = readFileSync(file, 'utf8')
    for (const broken of [whole.slice(0, 200), whole.replace(/"kind": ?"\w+"/, '"kind":null')]) {
      writeFileSync(file, broken)
      await expect(importTables(other.connection, dir, await readManifest(dir), quiet)).rejects.toThrow(
        /public\.item\.ndjson: a row of it cannot be read; the export is damaged$/,
      )
    }
    rmSync(file)
    await expect(importTables(other.connection, dir, await readManifest(dir), quiet)).rejects.toThrow(
      /public\.item\.ndjson: is missing; the export is not whole$/,
    )
    const client = new pg.Client(other.connection)
    await client.connect()
    expect((await client.query('select count(*)::int as n from municipality')).rows[0].n).toBe(0)
    await client.end()
  })
  it('refuse to overwrite a municipality that is there, and a folder that is no export', async () => {
    const dir = folder()
    await out(dir)
    await expect(importTables(house.house.store.owner, dir, await readManifest(dir), quiet)).rejects.toThrow(/is here already/)
    await expect(readManifest(folder())).rejects.toThrow(/no readable manifest/)
  })
})

describe('an older export', () => {
  it('A28: stays readable: a column that is younger than the export gets its default', async () => {
    const dir = folder()
    await out(dir)
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
    const file = join(dir, 'public.letter.ndjson')
    const older = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => {
        const { way: _, ...row } = JSON.parse(line)
        return `${JSON.stringify(row)}\n`
      })
      .join('')
    writeFileSync(file, older)
    const sha256 = createHash('sha256').update(older).digest('hex')
    const tables = manifest.tables.map((one: { name: string }) => (one.name === 'public.letter' ? { ...one, sha256 } : one))
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, tables }))
    other = await cloneDatabase()
    await importTables(other.connection, dir, await readManifest(dir), quiet)
    expect(await asked(other, 'select way from letter')).toEqual([{ way: 'email' }])
  })
  it('is made by itself before an upgrade changes the database, whole, and without it nothing is changed', async () => {
    const dir = folder()
    await out(dir)
    const last = migrations.at(-1)!.name
    other = await cloneDatabase()
    await importTables(other.connection, dir, await readManifest(dir), quiet)
    const back = async () => await asked(other, `delete from migration where name = '${last}'`)
    await back()
    const refuse = async () => Promise.reject(new Error('no room on the disk'))
    await expect(migrate(other.connection, () => {}, refuse)).rejects.toThrow('no room')
    expect(await asked(other, `select from migration where name = '${last}'`)).toEqual([])
    const data = folder()
    const told: string[] = []
    const now = new Date('2026-11-09T10:00:00Z')
    const before = async ([first]: readonly string[]) => {
      await exportBefore(other.connection, data, first!, now, { ...silentLog, info: event => void told.push(event) })
      // What the migration itself does is not this test's matter, and it has been done once already.
      await asked(other, `insert into migration (name) values ('${last}')`)
      throw new Error('far enough')
    }
    await expect(migrate(other.connection, () => {}, before)).rejects.toThrow('far enough')
    expect(told).toEqual(['exported before the upgrade'])
    const parent = join(data, 'before-upgrade')
    const [made] = readdirSync(parent)
    expect(made).toBe(`2026-11-09T100000-${last}`)
    expect(statSync(parent).mode & 0o777).toBe(0o700)
    const third = await cloneDatabase()
    await importTables(third.connection, join(parent, made!, 'glostrup'), await readManifest(join(parent, made!, 'glostrup')), quiet)
    expect(await asked(third, 'select count(*)::int as n from letter')).toEqual([{ n: 1 }])
    await third.drop()
    await forgetOldExports(data, new Date(Date.now() + 34 * 86_400_000))
    expect(readdirSync(parent)).toHaveLength(1)
    await forgetOldExports(data, new Date(Date.now() + 36 * 86_400_000))
    expect(readdirSync(parent)).toEqual([])
    // Nothing to do, nothing to export.
    await migrate(other.connection, () => {}, refuse)
  })
})
const asked = async (database: TestDatabase, sql: string) => {
  const client = new pg.Client(database.connection)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows as Record<string, unknown>[]
}

describe('keys on the road', () => {
  const own = keysFrom(Buffer.alloc(32, 7)).of('m')
  const elsewhere = keysFrom(Buffer.alloc(32, 9))
  it('open under the passphrase only', () => {
    const wrapped = wrapUnder('en lang sætning', Buffer.from(packKeys(own)))
    expect(unpackKeys(unwrapUnder('en lang sætning', wrapped).toString()).kek.equals(own.kek)).toBe(true)
    expect(() => unwrapUnder('en anden sætning', wrapped)).toThrow(/does not open/)
    const torn = `${wrapped.slice(0, 80)}AAAA${wrapped.slice(84)}`
    expect(() => unwrapUnder('en lang sætning', torn)).toThrow(/does not open/)
  })
  it('are kept under the new installation’s key and open nowhere else', () => {
    const kept = keepCarried(elsewhere.of('m'), own)
    expect(openCarried(elsewhere.of('m'), kept).receiptPepper.equals(own.receiptPepper)).toBe(true)
    expect(() => openCarried(own, kept)).toThrow()
    expect(kept.includes(own.kek.export())).toBe(false)
  })
  it('open what was sealed before the move', async () => {
    const carried = unpackKeys(packKeys(house.house.ctx.keys.of(house.municipalityId)))
    const here = keysFrom(Buffer.alloc(32, 3))
    here.adopt(carried)
    const text = await house.look(async tx => {
      const row = await tx.db.selectFrom('letter').select(['id', 'about', 'body_sealed']).executeTakeFirstOrThrow()
      return await openedBytes(
        { ...tx, keys: here, memo: new Map() },
        { thing: row.about, table: 'letter', column: 'body_sealed', row: row.id },
        row.body_sealed,
      )
    })
    expect(text?.toString()).toContain('Opdigtet brev: 陳美玲')
  })
})
