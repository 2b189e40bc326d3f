// The long proofs of telling: a million codes, ten thousand guesses, ten thousand look-ups, kills at every step, published counts attacked; writes docs/voices.md.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machineInWords, today } from '../../../bench/machine.ts'
import { type Figures, voicesPage } from './page.ts'

const { values } = parseArgs({
  options: {
    voices: { type: 'boolean', default: true },
    codes: { type: 'string', default: '1000000' },
    guesses: { type: 'string', default: '10000' },
    lookups: { type: 'string', default: '5000' },
    'tell-kills': { type: 'string', default: '50' },
    differences: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log('npm run faults -- --voices [--codes 1000000] [--guesses 10000] [--lookups 5000] [--tell-kills 50] [--differences 1000]')
  process.exit(0)
}
const project = path.resolve(import.meta.dirname, '../../..')
const env = {
  ...process.env,
  RAADSLAG_CODES: values.codes,
  RAADSLAG_GUESSES: values.guesses,
  RAADSLAG_LOOKUPS: values.lookups,
  RAADSLAG_TELL_KILLS: values['tell-kills'],
  RAADSLAG_DIFFERENCES: values.differences,
}

const figures: Figures = {}
const ended: number[] = []
const parts = [
  ['units', 'src/platform/crypto/receipt.test.ts', 'src/themes/differencing.test.ts'],
  ['rules', 'test/flows/voices-codes.test.ts'],
  ...(Number(values['tell-kills']) > 0 ? [['faults', 'test/faults/voices/voice-kills.test.ts']] : []),
]
for (const [name, ...files] of parts) {
  const limits = ['--testTimeout', '7200000', '--hookTimeout', '600000']
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', name!, ...limits, ...files], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
    process.stdout.write(piece)
  })
  ended.push(await new Promise<number>(done => child.once('exit', code => done(code ?? 1))))
  for (const [, figure] of said.matchAll(/FIGURE (\{.*\})/g)) Object.assign(figures, JSON.parse(figure!))
}
// A proof that moved to another project would be looked for in vain, and nothing would fail.
const asked: (keyof Figures)[] = [
  'codes',
  'guesses',
  'lookups',
  'differences',
  ...(Number(values['tell-kills']) > 0 ? ['kills' as const] : []),
]
const missing = asked.filter(proof => figures[proof] === undefined)
if (missing.length > 0) console.error(`not run: ${missing.join(', ')}`)
const passed = missing.length === 0 && ended.every(code => code === 0)
const command = `npm run faults -- --voices --codes ${values.codes} --guesses ${values.guesses} --lookups ${values.lookups} --tell-kills ${values['tell-kills']} --differences ${values.differences}`
writeFileSync(path.join(project, 'docs/voices.md'), voicesPage({ figures, passed, command, on: today(), machine: machineInWords() }))
console.log(`docs/voices.md is written; ${passed ? 'everything held' : 'something did not hold'}`)
process.exit(passed ? 0 : 1)
