// The long run of killed first starts: `npm run faults -- --first-start 100`; notes its count and date in docs/faults.md.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machineInWords, today } from '../../../bench/machine.ts'
import { firstStartHeading } from '../page.ts'
import { firstStarts, twoAtOnce } from './first-starts.ts'

const { values } = parseArgs({ options: { 'first-start': { type: 'string', default: '100' }, seed: { type: 'string', default: '31' } } })
const wanted = Number(values['first-start'])
const report = await firstStarts(wanted, {
  seed: Number(values.seed),
  withDatabase: true,
  log: now => console.log(`${now.kills} killed, ${now.served} served again${now.faults.length > 0 ? `; ${now.faults.at(-1)}` : ''}`),
})
const pairs = Math.max(1, Math.round(wanted / 10))
const together: string[] = []
for (let at = 0; at < pairs; at++) together.push(...(await twoAtOnce(at * 50)))

const faults = [...report.faults, ...together.map(fault => `two at once: ${fault}`)]
const version = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const stages = Object.entries(report.stages).map(([stage, count]) => `${count} ${stage}`)
const page = path.resolve(import.meta.dirname, '../../../docs/faults.md')
const [before] = readFileSync(page, 'utf8').split(firstStartHeading)
writeFileSync(
  page,
  `${before!.trimEnd()}

${firstStartHeading}

Run on ${today()}, program version ${version}, on this machine: ${machineInWords()}. Command: \`npm run faults -- --first-start ${wanted}\` (two, and two at once, are part of \`npm test\`).

${report.kills} first starts, each in a folder of its own, killed with -9 (every third with the database's processes): ${stages.join(', ')}. **${report.served} of ${report.kills} next starts served**, with one municipality, its councils, one operator, one key and a sign-in link that opens. ${pairs} times two processes made the first start of one folder at once; ${together.length === 0 ? 'both served each time' : `${together.length} faults`}.
${faults.map(fault => `\n- ${fault}`).join('')}`,
)
process.exit(faults.length === 0 ? 0 : 1)
