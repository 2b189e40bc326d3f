// The machine code that the build keeps fits commands and `npm start` alike; Node compiles anew, slowly and without a word, where it does not.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startFlags } from '../scripts/start-flags.mjs'

const cwd = path.resolve(import.meta.dirname, '..')
const input = `const { load } = require('./bin/load.cjs'); console.log(load().script.cachedDataRejected); process.exit()`
/** Whether the kept machine code was refused; undefined when there is none. */
const refused = (flags: readonly string[]) => execFileSync(process.execPath, [...flags, '-'], { cwd, input, encoding: 'utf8' }).trim()

test('commands and npm start both find machine code made for their settings; other settings find none', () => {
  expect(startFlags.length).toBeGreaterThan(0)
  expect(refused([])).toBe('false')
  expect(refused(startFlags)).toBe('false')
  expect(refused(['--max-semi-space-size=4'])).toBe('undefined')
})
