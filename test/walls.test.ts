// The walls stand, and each wall is seen to hold: a planted break is caught.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
// @ts-expect-error a script in plain JavaScript, so that it runs before anything is installed
import { faultsIn } from '../scripts/walls/walls.mjs'

const src = join(import.meta.dirname, '../src')
let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function plant(files: Record<string, string>): string[] {
  folder = mkdtempSync(join(tmpdir(), 'walls-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return faultsIn(folder)
}

describe('the walls of the house', () => {
  it('stand in the sources as they are', () => {
    expect(faultsIn(src)).toEqual([])
  })

  const planted: [string, Record<string, string>, RegExp][] = [
    [
      'a room entered past its door',
      { 'councils/a.ts': "// A.\nimport { x } from '../people/store.ts'\n" },
      /enters people through people\/store\.ts/,
    ],
    [
      'upstream that knows downstream',
      { 'people/a.ts': "// A.\nimport { x } from '../councils/index.ts'\n" },
      /people may not know councils/,
    ],
    ['a platform that knows a room', { 'platform/a.ts': "// A.\nimport { x } from '../people/index.ts'\n" }, /platform knows no room/],
    ['files in a circle', { 'people/a.ts': "// A.\nimport './b.ts'\n", 'people/b.ts': "// B.\nimport './a.ts'\n" }, /circle/],
    ['a file of two nouns', { 'people/a.ts': `// A.\n${'const x = 1\n'.repeat(251)}` }, /two nouns/],
    ['a name that says nothing', { 'people/helpers.ts': '// A.\n' }, /says nothing/],
    ['a file that does not say what it keeps', { 'people/a.ts': 'const x = 1\n' }, /opens without/],
    ['a rule that reads the clock', { 'people/a.ts': '// A.\nconst x = new Date()\n' }, /now is a parameter/],
    ['a deed that opens its own transaction', { 'people/appoint.ts': '// A.\nawait act(db, who, deed, {})\n' }, /only routes and jobs/],
    ['text as a query', { 'people/store.ts': '// A.\nsql.raw(x)\n' }, /sql\.raw/],
    ['a migration that imports the house', { 'migrations/0001.ts': "// A.\nimport { x } from '../platform/a.ts'\n" }, /frozen migration/],
    ['an engine that knows the room around it', { 'councils/charters/a.ts': "// A.\nimport { x } from '../store.ts'\n" }, /stands alone/],
  ]
  it.each(planted)('catch %s', (_name, files, message) => {
    expect(plant(files)).toEqual(expect.arrayContaining([expect.stringMatching(message)]))
  })

  it('see nothing wrong in a clean room', () => {
    expect(plant({ 'councils/a.ts': "// A.\nimport { x } from '../people/index.ts'\n", 'people/index.ts': '// Door.\n' })).toEqual([])
  })
  it('copy of the sources with one planted break is not clean', () => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'))
    cpSync(src, folder, { recursive: true })
    writeFileSync(join(folder, 'people/planted.ts'), "// Planted.\nimport { x } from '../home/index.ts'\n")
    expect(faultsIn(folder)).toEqual([expect.stringMatching(/people may not know home/)])
  })
})
