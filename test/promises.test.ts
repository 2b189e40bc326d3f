// SECURITY.md names the test behind each promise: every one of them is there, under that name, and runs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The tests a text names: `file` › "name", and further names of the same file. */
function named(text: string): { file: string; name: string }[] {
  const found: { file: string; name: string }[] = []
  let file = ''
  for (const [, path, name] of text.matchAll(/`([\w./-]+\.test\.tsx?)`|› "([^"]+)"/g)) {
    if (path) file = path
    else found.push({ file, name: name! })
  }
  return found
}
/** Those that are not there, or are not run. */
function missing(tests: readonly { file: string; name: string }[]): string[] {
  return tests
    .filter(({ file, name }) => {
      if (!existsSync(join(root, file))) return true
      const text = readFileSync(join(root, file), 'utf8')
      return !["'", '"', '`'].some(quote => [`it(${quote}${name}`, `test(${quote}${name}`].some(start => runs(text, start, quote)))
    })
    .map(({ file, name }) => `${file} › ${name}`)
}
/** The name stands whole, right after `it(` or `test(` on its line or the next one. */
function runs(text: string, start: string, quote: string): boolean {
  return text.replaceAll(/\b(it|test)\(\s+/g, '$1(').includes(`${start}${quote}`)
}

describe('the promises of SECURITY.md', () => {
  const tests = named(readFileSync(join(root, 'SECURITY.md'), 'utf8'))
  it('each have a test, which is there under that name', () => {
    expect(tests.length).toBeGreaterThan(30)
    expect(missing(tests)).toEqual([])
  })
  it('are numbered, and none stands without a test', () => {
    const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
      .split('\n')
      .filter(line => /^\| \d+ \|/.test(line))
    expect(rows.map(row => Number(/\d+/.exec(row)![0]))).toEqual(rows.map((_, at) => at + 1))
    expect(rows.filter(row => named(row).length === 0)).toEqual([])
  })
  it('would be missed: another name, another file, a test that is skipped', () => {
    const one = tests[0]!
    expect(
      missing([
        { ...one, name: `${one.name}!` },
        { ...one, file: 'test/gone.test.ts' },
      ]),
    ).toHaveLength(2)
    expect(runs("it.skip('whole')", "it('whole", "'")).toBe(false)
    expect(runs("it('whole as it is')", "it('whole", "'")).toBe(false)
    expect(runs("it(\n  'whole'", "it('whole", "'")).toBe(true)
  })
})
