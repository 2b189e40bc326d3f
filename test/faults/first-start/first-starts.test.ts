// R1: the very first start is killed with -9 wherever it stands, or made twice at once; the next one serves, and nothing is there twice.
import { expect, test } from 'vitest'
import { firstStarts, twoAtOnce, wholeAfter } from './first-starts.ts'

test('R1: killed twice in its very first start, the next start serves with one municipality, one operator and one key', {
  timeout: 240_000,
}, async () => {
  const report = await firstStarts(2, { seed: 41, withDatabase: true })
  console.log(`kills of the first start: ${JSON.stringify(report)}`)
  expect(report).toMatchObject({ kills: 2, served: 2, faults: [] })
})

/** What is seen of the site the two made, once it has lost its operator and has a second municipality. */
let seenOfBroken: string[] = []

test('R1: two processes make the first start of one data folder at once, and both serve', { timeout: 120_000 }, async () => {
  const faults = await twoAtOnce(20, undefined, async site => {
    await site.sql('delete from sign_in_link')
    await site.sql('delete from role_grant')
    await site.sql(`insert into municipality (id, slug, updated_at) values (gen_random_uuid(), 'opdigtet', now())`)
    seenOfBroken = await wholeAfter(site)
  })
  expect(faults).toEqual([])
})

test('R1, the other way round: a first start without an operator, or with two municipalities, is seen', () => {
  expect(seenOfBroken).toEqual(expect.arrayContaining(['not one municipality', 'not one operator', 'the sign-in link lets nobody in']))
})
