// What a start leaves beside the sources is never taken for a part of them: above all the key.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'raadslag-ignored-'))
beforeAll(() => {
  execFileSync('git', ['init', '-q', folder])
  copyFileSync(path.resolve(import.meta.dirname, '..', '.gitignore'), path.join(folder, '.gitignore'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ignored = (name: string) => spawnSync('git', ['check-ignore', '-q', name], { cwd: folder }).status === 0

test.each(['data.key', 'data.key.erased', 'demo-data.key', 'demo-data.key.erased', 'data/database/x', 'demo-data/x'])('%s', name => {
  expect(ignored(name)).toBe(true)
})
test('a source is not', () => {
  for (const name of ['src/platform/crypto/keys.ts', 'data.ts', 'docs/keys.md', 'src/platform/key.ts']) expect(ignored(name)).toBe(false)
})
