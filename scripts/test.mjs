// `npm test`: sets up what is missing, then types, lint, walls, rules and flows, browser, a short fault run; one closing line.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { needDebian } from './debian.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const began = Date.now()
let passed = 0
let failed = 0
let notRun = 0
const reports = mkdtempSync(join(tmpdir(), 'raadslag-reports-'))

const say = text => console.log(`\n== ${text} (${Math.round((Date.now() - began) / 1000)} s)`)
const npx = (args, options = {}) => spawnSync(process.execPath, args, { stdio: 'inherit', ...options })

/** One check that passes or fails as a whole. */
function check(name, args) {
  say(name)
  if (npx(args).status === 0) passed++
  else {
    failed++
    console.log(`FAILED: ${name}`)
  }
}

/** One project of tests; its counts come from the runner's own report. */
function tests(project, extra = {}) {
  say(`tests: ${project}`)
  const report = join(reports, `${project}.json`)
  const { status } = npx(
    ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      env: { ...process.env, ...extra },
    },
  )
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
const browser = findBrowser()

check('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'])
check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'])
check('walls', ['scripts/walls/walls.mjs'])
tests('rules')
if (browser) tests('browser', { CHROMIUM: browser })
else {
  notRun++
  console.log('not run: browser (Chromium is missing)')
}
tests('faults')
check('requirements', ['scripts/requirements.mjs', '--brief'])

rmSync(reports, { recursive: true, force: true })
say('done')
console.log(`not run: ${notRun}`)
console.log(`${passed} passed, ${failed} failed, ${notRun} skipped`)
process.exit(failed === 0 ? 0 : 1)
