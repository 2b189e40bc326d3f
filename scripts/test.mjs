// `npm test`: sets up what is missing, then types, lint, walls, rules and flows, browser, a short fault run; one closing line.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { needDebian } from './debian.mjs'
import { needLetters } from './letters.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const began = Date.now()
let passed = 0
let failed = 0
let notRun = 0
const reports = mkdtempSync(join(tmpdir(), 'raadslag-reports-'))

const say = text => console.log(`\n== ${text} (${Math.round((Date.now() - began) / 1000)} s)`)

/** Runs one program of ours; resolves with its exit code. Set aside, its words come in one piece when it has ended. */
function run(args, { env = process.env, aside = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'] })
    const pieces = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', piece => pieces.push(piece))
    child.on('close', code => {
      if (aside) process.stdout.write(Buffer.concat(pieces))
      resolve(code ?? 1)
    })
  })
}

/** One check that passes or fails as a whole. */
async function check(name, args) {
  say(name)
  if ((await run(args)) === 0) passed++
  else {
    failed++
    console.log(`FAILED: ${name}`)
  }
}

/** One project of tests; its counts come from the runner's own report. */
async function tests(project, { env = {}, aside = false, workers = 2 } = {}) {
  if (!aside) say(`tests: ${project}`)
  const report = join(reports, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    `--maxWorkers=${workers}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const status = await run(['node_modules/vitest/vitest.mjs', ...args], { env: { ...process.env, ...env }, aside })
  if (aside) say(`tests: ${project}, run beside the checks`)
  if (!existsSync(report)) {
    failed++
    console.log(`FAILED: ${project} wrote no report`)
    return
  }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  notRun += result.numPendingTests + result.numTodoTests
  // A file that breaks before its first test counts as a failure too.
  const broken = result.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(one => one.status !== 'failed'),
  ).length
  failed += broken
  if (status !== 0 && result.numFailedTests + broken === 0) failed++
  if (result.numTotalTests === 0) {
    failed++
    console.log(`FAILED: ${project} ran no test`)
  }
}

say('packages and build')
await build()
needDebian()
needLetters()
const browser = findBrowser()

// Faults wait for a good part, for a program to start or a slow client to be cut off: the checks and the units fill that time.
const faults = tests('faults', { aside: true })
await check('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'])
await check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'])
await check('walls', ['scripts/walls/walls.mjs'])
await check('requirements', ['scripts/requirements.mjs', '--brief'])
await tests('units', { workers: 1 })
// Not beside the rules: letters have seconds to be read in, and two cores cannot serve three runs at once.
await faults
await tests('rules')
if (browser) await tests('browser', { env: { CHROMIUM: browser } })
else {
  notRun++
  console.log('not run: browser (Chromium is missing)')
}

rmSync(reports, { recursive: true, force: true })
say('done')
console.log(`not run: ${notRun}`)
console.log(`${passed} passed, ${failed} failed, ${notRun} skipped`)
process.exit(failed === 0 ? 0 : 1)
