// What erasing asks of whoever runs the site reaches a human with a name: old copies, old keys, and the key itself.
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportTables } from '../../src/platform/db/transfer.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { comeBack, openVoicesHouse, tell } from '../voices.ts'

let house: TestHouse
let bo: Visitor
let backups: string
beforeAll(async () => {
  house = await openVoicesHouse()
  bo = await house.as('bo')
  backups = join(house.house.ctx.config.dataDir, 'kopier')
  Object.assign(house.house.ctx.config, { backups })
  mkdirSync(backups, { recursive: true })
})
afterAll(async () => await house.close())
const owed = async () => {
  await house.house.jobs.now('copies and keys')
  return await house.sql(
    "select kind, owner_id, due_on::text, rule->>'force' as force from due where settled_at is null and kind in ('copies.delete', 'key.destroy', 'key.change') order by kind",
  )
}
const moveTo = async (moment: string) => {
  house.clock.set(moment)
  await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
}

it('B2e R8: an old copy and a retired key stand on the work list of the named operator from the day they are past their time, and go when they are gone', async () => {
  const { keyFile } = house.house.ctx.config
  const now = house.clock.now()
  const copy = join(backups, 'fra-for-laenge-siden')
  mkdirSync(copy)
  const days = (n: number) => new Date(now.getTime() - n * 86_400_000 - 1_000)
  utimesSync(copy, days(35), days(35))
  expect(await owed()).toEqual([])
  utimesSync(copy, days(36), days(36))
  expect(await owed()).toEqual([{ kind: 'copies.delete', owner_id: bo.personId, due_on: '2026-11-09', force: 'must' }])
  expect((await bo.get('/arbejdsrum')).body).toContain('Slet gamle kopier af databasen')
  rmSync(copy, { recursive: true })
  expect(await owed()).toEqual([])
  // What the house exported itself it deletes itself, once a younger one lies beside it, and says so.
  const { store, ctx, tenants } = house.house
  const exported = async (name: string, made: Date) => {
    const dir = join(backups, name)
    await exportTables(store.owner, dir, tenants.all()[0]!, ctx.keys.fingerprint(), made, () => {})
    writeFileSync(join(dir, 'keys.sealed'), 'opdigtet')
    return dir
  }
  const old = await exported('egen-gammel', days(36))
  expect((await owed()).map(due => due.kind)).toEqual(['copies.delete'])
  expect(existsSync(old)).toBe(true)
  const young = await exported('egen-ny', days(1))
  expect(await owed()).toEqual([])
  expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  expect(await house.sql("select actor, facts from journal where kind = 'copies.deleted'")).toEqual([
    { actor: 'system:copies and keys', facts: { names: ['egen-gammel'] } },
  ])
  rmSync(young, { recursive: true })
  const retired = `${keyFile}.retired-c0ffee00`
  writeFileSync(retired, '')
  // Set aside by the clock of the machine, so it is the house's clock that goes on.
  await moveTo(new Date(Date.now() + 36 * 86_400_000).toISOString())
  expect((await owed()).map(due => [due.kind, due.owner_id])).toEqual([['key.destroy', bo.personId]])
  rmSync(retired)
  expect(await owed()).toEqual([])
})

it('B2e: the key is to be changed within 35 days of the first erasing under it; a changed key settles it, and nothing erased asks for nothing', async () => {
  await moveTo('2026-11-09T10:15:00+01:00')
  await house.sql("update key_fingerprint set made_at = '2026-01-01'")
  expect(await owed()).toEqual([])
  const { code } = await tell(house, 'Slet mig')
  await (await comeBack(house, code!)).go('erase', { sure: 'on' })
  expect(await owed()).toEqual([])
  await moveTo('2026-12-06T08:00:00+01:00')
  expect(await owed()).toEqual([])
  await moveTo('2026-12-07T08:00:00+01:00')
  expect(await owed()).toEqual([{ kind: 'key.change', owner_id: bo.personId, due_on: '2026-12-14', force: 'should' }])
  expect((await bo.get('/arbejdsrum')).body).toContain('raadslag keys rotate')
  await house.sql("update key_fingerprint set made_at = '2026-12-08'")
  expect(await owed()).toEqual([])
})
