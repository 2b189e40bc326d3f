// `npm test`: sets up what is missing, then types, lint, walls, rules and flows, browser, a short fault run; one closing line.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { needDebian } from './debian.mjs'
import { needLetters } from './letters.mjs'
import { timeSoFar, tooLong } from './test-time.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const began = Date.now()
let passed = 0
let failed = 0
let notRun = 0
/** Names of what failed, for the closing lines: what was printed on the way may be far above. */
const failures = []
/** What failed in company and passed when run again by itself. */
const unsteady = []
const reports = mkdtempSync(join(tmpdir(), 'raadslag-reports-'))
// One database cluster for all projects: what its templates hold is made once, not once for each.
process.env.RAADSLAG_TEST_HOLDER = String(process.pid)
// The compilers are written in Go and live for seconds: they tidy up only when they are large. It takes a fifth off their processor time.
process.env.GOGC ??= 'off'
process.env.GOMEMLIMIT ??= '1500MiB'

const say = text => console.log(`\n== ${text} (${timeSoFar(Date.now() - began)})`)

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
    failures.push(name)
    console.log(`FAILED: ${name}`)
  }
}

/** One run of the tests of some projects, or of some of their files: the runner's own report, null when it wrote none. */
async function runTests(projects, { env = {}, aside = false, workers = 2, files = [], as = projects.join('-') } = {}) {
  const report = join(reports, `${as}.json`)
  rmSync(report, { force: true })
  const args = [
    'run',
    ...projects.flatMap(project => ['--project', project]),
    `--maxWorkers=${workers}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const status = await run(['node_modules/vitest/vitest.mjs', ...args, ...files], { env: { ...process.env, ...env }, aside })
  return existsSync(report) ? { status, ...JSON.parse(readFileSync(report, 'utf8')) } : null
}
const testsOf = result =>
  result.testResults.flatMap(file => file.assertionResults.map(one => ({ file: relative(root, file.name), ...one })))
/** Where the tests of a project lie, as far as it takes to see that it ran. */
const ofProject = {
  units: file => file.startsWith('src/'),
  faults: file => file.startsWith('test/faults/'),
  browser: file => file.startsWith('test/browser/'),
  rules: file => file.startsWith('test/') && !/^test\/(faults|browser|charters)\//.test(file),
}
// Nothing that says of a thing kept that it was lost is forgiven, however busy the machine was.
const neverForgiven = /lost|doubled|halves|twice|strange/
const firstLine = one => (one.failureMessages?.[0] ?? '').split('\n')[0].slice(0, 300)

/** Projects of tests in one run; the counts come from the runner's own report. What ran out of time beside others is run once more, by itself. */
async function tests(projects, { env = {}, aside = false, workers = 2 } = {}) {
  const names = projects.join(' and ')
  if (!aside) say(`tests: ${names}`)
  const result = await runTests(projects, { env, aside, workers })
  if (aside) say(`tests: ${names}, run beside the checks`)
  const ran = result ? testsOf(result).map(one => one.file) : []
  for (const project of projects)
    if (!ran.some(file => ofProject[project](file))) {
      failed++
      failures.push(`${project} ran no test`)
    }
  if (!result) return
  passed += result.numPassedTests
  notRun += result.numPendingTests + result.numTodoTests
  // A file that breaks before its first test counts as a failure too.
  for (const file of result.testResults)
    if (file.status === 'failed' && file.assertionResults.every(one => one.status !== 'failed')) {
      failed++
      failures.push(`${relative(root, file.name)}: ${(file.message ?? '').split('\n')[0]}`)
    }
  const fell = testsOf(result).filter(one => one.status === 'failed')
  again.push(...fell.map(one => ({ ...one, projects, env })))
  if (result.status !== 0 && fell.length === 0 && failed === 0) {
    failed++
    failures.push(`${names} ended with ${result.status}`)
  }
}

/** What failed of the tests, waiting to be run by itself. */
const again = []
/** At most so many: more is no matter of a busy machine. */
const mostAgain = 3

/** Runs once more, by itself, what failed beside others; whatever passes then is told as unsteady. */
async function settle() {
  const tell = one => {
    failed++
    failures.push(`${one.file}: ${one.fullName}: ${firstLine(one)}`)
  }
  const forgiven = again.length > mostAgain ? [] : again.filter(one => !neverForgiven.test(one.failureMessages.join('\n')))
  for (const one of again) if (!forgiven.includes(one)) tell(one)
  for (const file of new Set(forgiven.map(one => one.file))) {
    const mine = forgiven.filter(one => one.file === file)
    say(`once more, by itself: ${file}`)
    const result = await runTests(mine[0].projects, { env: mine[0].env, workers: 1, files: [file], as: 'again' })
    for (const one of mine) {
      const now = result && testsOf(result).find(other => other.fullName === one.fullName)
      if (now?.status !== 'passed') tell(one)
      else {
        passed++
        unsteady.push(`${one.file}: ${one.fullName}: ${firstLine(one)}`)
      }
    }
  }
}

say('packages and build')
await build()
needDebian()
needLetters()
const browser = findBrowser()

// Faults wait for a good part, for a program to start or a slow client to be cut off: the checks and the units fill that time.
const faults = tests(['faults'], { aside: true })
// One checker: each further one reads the same types again, which costs more than it brings on cores that are shared.
// What was checked before is kept in .cache: the next run checks what has changed, and what that reaches.
const known = ['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo']
await check('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--checkers', '1', ...known])
await check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'])
await check('walls', ['scripts/walls/walls.mjs'])
await check('requirements', ['scripts/requirements.mjs', '--brief'])
await tests(['units'], { workers: 1 })
// Not beside the rules: letters have seconds to be read in, and two cores cannot serve three runs at once.
await faults
// In one run: what the browser is asked begins while the last rules still hold one core, not after them.
await tests(browser ? ['rules', 'browser'] : ['rules'], browser ? { env: { CHROMIUM: browser } } : {})
if (!browser) {
  notRun++
  console.log('not run: browser (Chromium is missing)')
}

await settle()
await check('the database of the tests is ended', ['--import', 'tsx', 'test/end-cluster.ts'])
rmSync(reports, { recursive: true, force: true })
say('done')
for (const one of failures) console.log(`FAILED: ${one}`)
for (const one of unsteady) console.log(`unsteady (failed beside others, passed by itself): ${one}`)
const late = tooLong(Date.now() - began)
if (late) console.log(late)
console.log(`not run: ${notRun}`)
console.log(`${passed} passed, ${failed} failed, ${notRun} skipped`)
process.exit(failed === 0 ? 0 : 1)
