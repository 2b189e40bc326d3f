// Shows that the doctor notices copies that are too old, too few or missing, and keys that should be gone.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { copyAilments } from './copies.ts'

const folder = mkdtempSync(join(tmpdir(), 'raadslag-copies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const day = 86_400_000
const now = new Date()
const backups = join(folder, 'kopi')
const keyFile = join(folder, 'keys', 'house.key')
const copy = (name: string, days: number) => {
  mkdirSync(join(backups, name), { recursive: true })
  const at = new Date(now.getTime() - days * day - 1_000)
  utimesSync(join(backups, name), at, at)
}

it('R8: copies in which erased words live on are told, and so is a night without a copy', () => {
  expect(copyAilments({ backups: null, keyFile }, now)).toEqual([expect.stringContaining('RAADSLAG_BACKUPS is not set')])
  expect(copyAilments({ backups, keyFile }, now)).toEqual([expect.stringContaining('is not there')])
  mkdirSync(backups)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([expect.stringContaining('there is none')])
  copy('ny', 0)
  copy('gammel nok', 35)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([])
  copy('for gammel', 36)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([
    expect.stringMatching(/1 in .* older than 35 days .*for gammel: 36.*Delete them/),
  ])
  rmSync(join(backups, 'for gammel'), { recursive: true })
  copy('ny', 3)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([expect.stringContaining('3 days old')])
  copy('ny', 0)
})

it('R8: a retired key is told when the copies it opens should be gone', () => {
  mkdirSync(join(folder, 'keys'))
  writeFileSync(`${keyFile}.retired-c0ffee00`, '')
  expect(copyAilments({ backups, keyFile }, now)).toEqual([])
  const later = new Date(now.getTime() + 36 * day)
  expect(copyAilments({ backups: null, keyFile }, later).slice(1)).toEqual([expect.stringContaining('Destroy it')])
})
