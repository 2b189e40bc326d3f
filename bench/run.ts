// `npm run bench`: measures everything beside its limits and writes docs/performance.md.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bundleBeside } from '../scripts/bundle.mjs'
import { newSite } from '../test/faults/site.ts'
import type { Row } from './charters.ts'
import { figure, figures, missing, notRun } from './figures.ts'
import { benchFirstVisit } from './first-visit.ts'
import { busy, machineInWords, today } from './machine.ts'
import { benchMail } from './mail.ts'
import { benchMemory } from './memory.ts'
import { performancePage } from './page.ts'
import { benchPages } from './pages.ts'
import { benchReady } from './ready.ts'
import { benchRegister } from './register.ts'
import { benchSubmit } from './submit.ts'
import { benchVoices } from './voices.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'pages,submit,voices,mail,memory,ready,visit,register,charters' },
    quick: { type: 'boolean', default: false },
    browser: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log('npm run bench -- [--quick] [--only pages,submit,voices,mail,memory,ready,visit,register,charters]')
  process.exit(0)
}
const project = path.resolve(import.meta.dirname, '..')
const wanted = new Set(values.only.split(','))
const size = values.quick ? { rounds: 3, seconds: 1, each: 300 } : { rounds: 7, seconds: 3, each: 500 }
const began = performance.now()
const busyBefore = busy()

const part = async (name: string, words: string, work: () => Promise<void>) => {
  if (!wanted.has(name)) return
  console.log(`${words} (${Math.round((performance.now() - began) / 1_000)} s)`)
  try {
    await work()
  } catch (error) {
    missing(words, (error as Error).message)
  }
}

const site = await newSite()
try {
  await site.start()
  await part('pages', 'Public pages', () => benchPages(site, size))
  await part('submit', 'Nominations', () => benchSubmit(site, size))
  await part('mail', 'Letters in', () => benchMail(site, { rounds: size.rounds, each: values.quick ? 60 : 200 }))
  await part('memory', 'Memory', () => benchMemory(site))
  await part('visit', 'First visit', () => benchFirstVisit(site, values.browser || null, size.rounds))
  await part('ready', 'Start', () => benchReady(site, size.rounds))
} finally {
  await site.remove()
}
await part('voices', 'Telling', () => benchVoices(size))
await part('register', 'Growth', () => benchRegister(size))
await part('charters', 'Charter engine', async () => {
  await bundleBeside('bench/charters.ts', 'bench-charters.cjs')
  const run = [path.join(project, 'dist', 'bench-charters.cjs'), '--rows']
  const rows = execFileSync(process.execPath, run, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  for (const row of JSON.parse(rows) as Row[]) {
    const most = Number(/[\d.]+/.exec(row.target)?.[0])
    figure(row.what, {
      group: 'Charter engine',
      target: `${row.target} ${row.unit}`,
      figure: `${row.figure} ${row.unit}`,
      met: row.figure <= most,
      note: 'median',
    })
  }
})

const told = process.argv.slice(2).filter(arg => !arg.startsWith('--browser'))
const command = ['npm run bench', ...(told.length > 0 ? ['--', ...told] : [])].join(' ')
const about = {
  date: today(),
  machine: machineInWords(),
  busyBefore,
  busyAfter: busy(),
  minutes: (performance.now() - began) / 60_000,
  command,
  version: version(),
}
writeFileSync(path.join(project, 'docs', 'performance.md'), performancePage(figures, notRun, about))
const missed = figures.filter(one => one.met === false).length
console.log(`${figures.length} figures, ${missed} targets missed, ${notRun.length} not run; written to docs/performance.md`)
process.exit(0)

function version(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'src') === '' ? '' : ' with changes')
  } catch {
    return 'unknown'
  }
}
