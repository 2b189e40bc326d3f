// `npm run proof`: the long run of the charter engine against its oracles (100,000 slates and more); writes count and date to docs/charters-proof.md.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const begun = Date.now()
const { status, stdout } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'rules',
    'test/charters/check.test.ts',
    'test/charters/explain.test.ts',
    'test/charters/propose.test.ts',
    '--reporter=json',
  ],
  { env: { ...process.env, RAADSLAG_LONG: '1' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
)
const report = JSON.parse(stdout.slice(stdout.indexOf('{')))
const tests = report.testResults.flatMap(file => file.assertionResults)
const version = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
const rows = tests.filter(one => /^\D*[\d,]{3,} /.test(one.title) || /\b\d{3,} /.test(one.title))
const lines = [
  `Run on ${new Date().toISOString().slice(0, 10)} in ${Math.round((Date.now() - begun) / 60_000)} minutes, program version ${version}, ${cpus().length} cores, Node ${process.versions.node}: ${status === 0 ? 'every answer right' : 'FAILED'}.`,
  '',
  ...rows.map(one => `- ${one.status}: ${one.title}`),
  '',
]
const doc = 'docs/charters-proof.md'
const text = readFileSync(doc, 'utf8')
const mark = '## The long run\n'
writeFileSync(doc, `${text.slice(0, text.indexOf(mark) + mark.length)}\n${lines.join('\n')}`)
process.exit(status ?? 1)
