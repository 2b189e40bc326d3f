// Erasing survives a copy that is put back: the list outside the backup erases again.
import { mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eraseAgain, erasedFile, noteErased, readErased } from '../../src/platform/erased.ts'
import { eraseThing } from '../../src/platform/sealed.ts'
import type { TestHouse } from '../house.ts'
import { comeBack, onlyVoice, openVoicesHouse, tell } from '../voices.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openVoicesHouse()
  await house.as('amira')
})
afterAll(async () => await house.close())

const tables = ['voice', 'voice_line', 'voice_receipt', 'keys.data_key'] as const
const copyOf = async () => new Map(await Promise.all(tables.map(async name => [name, await house.sql(`select * from ${name}`)] as const)))
async function putBack(copy: Awaited<ReturnType<typeof copyOf>>): Promise<void> {
  await house.sql("update thing set erased_at = null where kind = 'voice'")
  for (const name of tables)
    for (const row of copy.get(name)!) {
      const columns = Object.keys(row)
      await house.sql(
        `insert into ${name} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')}) on conflict do nothing`,
        Object.values(row),
      )
    }
}

it('R8 B2e: what a copy brings back is erased again at the next start; without the list it would stay', async () => {
  const { code } = await tell(house, 'Væk for altid')
  const { id } = await onlyVoice(house)
  const copy = await copyOf()
  await (await comeBack(house, code!)).go('erase', { sure: 'on' })
  const { database, config } = house.house.ctx
  const file = erasedFile(config.keyFile)
  // It stood on the list before the page said that it is gone: there is no minute in which a lost machine forgets it.
  expect(readErased(file).get(house.municipalityId)?.has(String(id))).toBe(true)
  expect(await noteErased(database, house.municipalityId, file)).toBe(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  await putBack(copy)
  expect((await comeBack(house, code!)).body()).toContain('Væk for altid')
  expect(await eraseAgain(database, file)).toBe(1)
  expect(await house.sql('select from voice')).toHaveLength(0)
  expect(await house.sql('select from keys.data_key where thing_id = $1', [id])).toHaveLength(0)
  expect((await house.post('/kvittering', { code: code! })).body).toContain('Koden passer ikke')
  expect(await eraseAgain(database, file)).toBe(0)

  await putBack(copy)
  rmSync(file)
  expect(await eraseAgain(database, file)).toBe(0)
  expect((await comeBack(house, code!)).body()).toContain('Væk for altid')
})

it('R8: what could not be written on the list at once is found and written later; who rolls back is not on it', async () => {
  await house.sql('delete from voice')
  const { code } = await tell(house, 'Væk, når disken er fuld')
  const { database, config } = house.house.ctx
  const file = erasedFile(config.keyFile)
  rmSync(file, { force: true })
  mkdirSync(file)
  expect((await (await comeBack(house, code!)).go('erase', { sure: 'on' })).body).toContain('Det er slettet')
  rmdirSync(file)
  expect(await noteErased(database, house.municipalityId, file)).toBeGreaterThan(0)

  await tell(house, 'Bliver her')
  const { id } = await onlyVoice(house)
  await expect(
    house.act(async tx => {
      await eraseThing(tx, String(id))
      throw new Error('rolled back')
    }, undefined),
  ).rejects.toThrow('rolled back')
  expect(readErased(file).get(house.municipalityId)?.has(String(id))).toBe(false)
})
