// A whole municipality out and in again: loss-free, with its keys, and refused when damaged.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { keepCarried, openCarried, packKeys, unpackKeys } from '../../src/platform/crypto/carried-keys.ts'
import { keysFrom } from '../../src/platform/crypto/keys.ts'
import { unwrapUnder, wrapUnder } from '../../src/platform/crypto/passphrase.ts'
import { exportTables, importTables, readManifest } from '../../src/platform/db/transfer.ts'
import { newThing, record } from '../../src/platform/journal.ts'
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
