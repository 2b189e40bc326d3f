// R9, R10: letters in and out survive kills with -9; and the same test sees it when they would not.
import { expect, test } from 'vitest'
import { dovecotMissing } from '../../mail/dovecot.ts'
import { settledSite } from '../settled.ts'
import { postKills } from './post-kills.ts'

const missing = dovecotMissing()
const run = missing ? test.skip : test
if (missing) console.log(`not run: ${missing}`)

run('R9 R10 A35: 500 letters come in and the outbox goes out while the program is killed five times', { timeout: 300_000 }, async () => {
  const report = await postKills({ letters: 500, kills: 5, seed: 31, open: settledSite })
  console.log(`kills with letters: ${JSON.stringify(report)}`)
  expect(report).toMatchObject({ kills: 5, letters: 500, lost: 0, doubled: 0, never: 0 })
  expect(report.sent).toBeGreaterThan(0)
  // At most the four that were on the wire when a kill came.
  expect(report.twice).toBeLessThanOrEqual(20)
})
