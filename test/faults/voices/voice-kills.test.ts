// R1: the program is killed at every step of telling; and the same test sees it when something is doubled.
import { expect, test } from 'vitest'
import { settledSite } from '../settled.ts'
import { voiceKills } from './voice-kills.ts'

const kills = Number(process.env.RAADSLAG_TELL_KILLS ?? 2)

test('R1 A1: killed with -9 at every step of telling: nothing by half, the form goes on, a receipt is valid or was never shown; without the key of the form it would double', {
  timeout: 240_000 + kills * 180_000,
}, async () => {
  const { clean, ...planted } = await voiceKills(kills, {
    seed: 51,
    open: settledSite,
    // One form, one voice, and one code, one voice: without both, what is sent again is there twice.
    async sabotage(site) {
      await site.sql('alter table accepted_form drop constraint accepted_form_pkey')
      await site.sql('alter table voice_receipt drop constraint voice_receipt_pkey')
    },
  })
  console.log(`FIGURE ${JSON.stringify({ kills: clean })}`)
  expect(clean).toMatchObject({ kills, lost: 0, doubled: 0, halves: 0, strange: [] })
  expect(clean!.told).toBe(kills * 16)
  expect(Object.values(clean!.interrupted).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0)
  expect(planted.doubled).toBeGreaterThan(0)
})
