// R1: the very first start is killed with -9 wherever it stands, or made twice at once; the next one serves, and nothing is there twice.
import { expect, test } from 'vitest'
import { newSite } from '../site.ts'
import { firstStarts, twoAtOnce, wholeAfter } from './first-starts.ts'

test('R1: killed twice in its very first start, the next start serves with one municipality, one operator and one key', {
  timeout: 240_000,
}, async () => {
  const report = await firstStarts(2, { seed: 41, withDatabase: true })
  console.log(`kills of the first start: ${JSON.stringify(report)}`)
  expect(report).toMatchObject({ kills: 2, served: 2, faults: [] })
})

test('R1: two processes make the first start of one data folder at once, and both serve', { timeout: 120_000 }, async () => {
  expect(await twoAtOnce(20)).toEqual([])
})

test('R1, the other way round: a first start without an operator, or with two municipalities, is seen', { timeout: 120_000 }, async () => {
  const site = await newSite()
  try {
    await site.start()
    expect(await wholeAfter(site)).toEqual([])
    await site.sql('delete from sign_in_link')
    await site.sql('delete from role_grant')
    await site.sql(`insert into municipality (id, slug, updated_at) values (gen_random_uuid(), 'opdigtet', now())`)
    expect(await wholeAfter(site)).toEqual(expect.arrayContaining(['not one municipality', 'not one operator']))
  } finally {
    await site.remove()
  }
})
