// How the tests run: one cluster for all of them, a cloned database for each that asks; four projects; what needs a whole house or a clock of its own never runs beside another.
import { defineConfig } from 'vitest/config'
import { LongFirst } from './scripts/long-first.mjs'
import { isPlain, plainSources } from './scripts/plain-sources.mjs'

// The files of a worker know the same modules: nothing in them is changed by a test, and loading the house for each took a third of the time.
// A project written out here takes nothing from the settings around it, so it says so itself.
// Tests make much that is soon thrown away: with room for it the collector has a fraction of the work.
// The solver's WebAssembly is compiled thoroughly as late as in its own process (`platform/child/kept-child.ts`).
const execArgv = ['--max-semi-space-size=64', '--no-allocation-site-pretenuring', '--wasm-tiering-budget=200000000']
const base = {
  globalSetup: ['test/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  isolate: false,
  execArgv,
  server: { deps: { external: [isPlain] } },
}
const plugins = [plainSources]
const out = ['**/node_modules/**', '**/dist/**']
/** What may run beside anything: pure rules and the engine, which only reckon, and the mailbox, whose tests mostly wait for a server. */
const units = ['src/**/*.test.{ts,tsx}', 'test/charters/**/*.test.ts', 'test/mail/imap.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // What a file became is kept by its content: the second project, and the next run, need not make it again.
    experimental: { fsModuleCache: true },
    projects: [
      { plugins, test: { ...base, name: 'units', include: units, exclude: out } },
      { plugins, test: { ...base, name: 'rules', include: ['test/**/*.test.{ts,tsx}'], exclude: [...out, ...units, 'test/browser/**', 'test/faults/**'] } },
      { plugins, test: { ...base, name: 'browser', include: ['test/browser/**/*.test.{ts,tsx}'], exclude: out, testTimeout: 120_000, hookTimeout: 120_000 } },
      { plugins, test: { ...base, name: 'faults', include: ['test/faults/**/*.test.{ts,tsx}'], exclude: out, testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
})
