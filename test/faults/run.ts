// The long fault run: batches on several sites at once, counted in a file as they end, stopped and gone on with at will.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machineInWords, today } from '../../bench/machine.ts'
import { type KillReport, kills } from './kills/kills.ts'
import { faultsPage, firstStartHeading, post } from './page.ts'
import { noPost, type PostReport, postKills } from './post/post-kills.ts'
import { powerCuts } from './power-cut/power-cut.ts'
import { type Counts, type FaultRun, type Kind, noCounts } from './run-counts.ts'

const { values } = parseArgs({
  options: {
    app: { type: 'string', default: '1000' },
    database: { type: 'string', default: '1000' },
    cuts: { type: 'string', default: '200' },
    lanes: { type: 'string', default: '2' },
    batch: { type: 'string', default: '50' },
    letters: { type: 'string', default: '10000' },
    'post-kills': { type: 'string', default: '100' },
    clients: { type: 'string', default: '10' },
    'letters-only': { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(
    'npm run faults -- [--app 1000] [--database 1000] [--cuts 200] [--lanes 2] [--batch 50] [--clients 10] [--letters 10000] [--post-kills 100] [--letters-only] [--resume]\nthe post room: npm run faults -- [--letters-corpus] [--fuzz 100000] [--flood 10000]',
  )
  process.exit(0)
}
const project = path.resolve(import.meta.dirname, '..', '..')
const memory = path.join(project, '.cache', 'faults.json')
const commit = git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'src') === '' ? '' : ' with changes')
const wanted: Record<Kind, number> = { app: Number(values.app), database: Number(values.database), cuts: Number(values.cuts) }
const run: FaultRun = values.resume && existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : begin()
if (!run.commits.includes(commit)) run.commits.push(commit)
run.wanted = wanted

let stopping = false
process.on('SIGINT', () => {
  if (stopping) process.exit(130)
  stopping = true
  console.log('stopping after the rounds under way; "npm run faults -- --resume" goes on')
})

const began = performance.now()
const underWay: Record<Kind, number> = { app: 0, database: 0, cuts: 0 }
let last = 0
if (values['letters-only']) {
  await letters()
  replaceLetters()
  process.exit(run.post && !run.post.notRun && postClean(run.post) ? 0 : 1)
}
await Promise.all(Array.from({ length: Number(values.lanes) }, lane))
await letters()
report(true)
process.exit(clean() ? 0 : 1)

/** Letters in and out under kills; counted once, and not begun again when the run is gone on with. */
async function letters(): Promise<void> {
  const [wantedLetters, wantedKills] = [Number(values.letters), Number(values['post-kills'])]
  if (stopping || wantedKills === 0 || (run.post?.kills ?? 0) >= wantedKills) return
  const note = (now: PostReport) => {
    run.post = { ...now, on: today(), version: commit }
    console.log(`letters: ${JSON.stringify(now)}`)
  }
  try {
    note(await postKills({ letters: wantedLetters, kills: wantedKills, seed: 77, log: note }))
  } catch (error) {
    run.post = { ...(run.post ?? noPost()), fault: (error as Error).message }
  }
}

/** Letters run by themselves: their paragraph takes the place of the one before, and everything else stays as it was counted. */
function replaceLetters(): void {
  const page = path.join(project, 'docs', 'faults.md')
  const before = readFileSync(page, 'utf8')
  const after = before.replace(/\n\*\*Letters[^\n]*\n/, () => post(run.post))
  if (after === before) throw new Error('docs/faults.md has no paragraph of letters to take the place of')
  writeFileSync(page, after)
}
function postClean(one: PostReport): boolean {
  return !one.fault && one.lost + one.doubled + one.never === 0
}

async function lane(): Promise<void> {
  for (;;) {
    // The kind that is furthest behind, so that a run that is stopped has some of each.
    const kind = (Object.keys(wanted) as Kind[]).filter(one => todo(one) > 0).sort((a, b) => todo(b) / wanted[b] - todo(a) / wanted[a])[0]
    if (!kind || stopping) return
    const size = Math.min(todo(kind), kind === 'cuts' ? 20 : Number(values.batch))
    underWay[kind] += size
    try {
      await batch(kind, size)
    } finally {
      underWay[kind] -= size
    }
    // A batch that broke off would be tried for ever.
    if (run.counts[kind].faults.length > 3 || run.counts[kind].notRun) return
  }
}
function todo(kind: Kind): number {
  return run.counts[kind].notRun ? 0 : wanted[kind] - run.counts[kind].rounds - underWay[kind]
}

async function batch(kind: Kind, size: number): Promise<void> {
  run.batches += 1
  const seed = 1_000 * run.batches + { app: 1, database: 2, cuts: 3 }[kind]
  if (kind === 'cuts') {
    const done = await powerCuts(size, { seed })
    const { cuts: rounds, opened: served, ...rest } = done
    add(kind, {
      ...rest,
      rounds,
      served,
      interrupted: 0,
      strange: 0,
      readyMs: done.openMs.worst > 0 ? [done.openMs.median, done.openMs.worst] : [],
    })
    if (done.notRun) run.counts.cuts.notRun = done.notRun
    return
  }
  // Each kill is counted when it is done, so that a run that is cut off keeps its counts.
  let before: KillReport = empty()
  const count = (now: KillReport) => {
    add(kind, {
      rounds: now.kills - before.kills,
      served: now.served - before.served,
      acknowledged: now.acknowledged - before.acknowledged,
      interrupted: now.interrupted - before.interrupted,
      lost: now.lost - before.lost,
      doubled: now.doubled - before.doubled,
      halves: now.halves - before.halves,
      strange: now.strange.length - before.strange.length,
      readyMs: now.readyMs.slice(before.readyMs.length),
    })
    before = { ...now, readyMs: [...now.readyMs], strange: [...now.strange] }
  }
  const done = await kills(size, { target: kind, seed, clients: Number(values.clients), hurried: true, log: count, enough: () => stopping })
  count(done)
  if (done.fault) run.counts[kind].faults.push(done.fault)
}

function add(kind: Kind, more: Partial<Counts> & { fault?: string }): void {
  const counts = run.counts[kind]
  for (const key of ['rounds', 'served', 'acknowledged', 'interrupted', 'lost', 'doubled', 'halves', 'strange'] as const)
    counts[key] += more[key] ?? 0
  counts.readyMs.push(...(more.readyMs ?? []).map(Math.round))
  if (more.fault) counts.faults.push(more.fault)
  report(false)
}

function report(end: boolean): void {
  run.seconds += (performance.now() - began) / 1_000 - run.counted
  run.counted = (performance.now() - began) / 1_000
  if (!end && performance.now() - last < 5_000) return
  last = performance.now()
  mkdirSync(path.dirname(memory), { recursive: true })
  writeFileSync(memory, JSON.stringify({ ...run, counted: 0 }))
  const page = path.join(project, 'docs', 'faults.md')
  const [, firstStart] = readFileSync(page, 'utf8').split(firstStartHeading)
  writeFileSync(page, faultsPage(run, machineInWords(), today()) + (firstStart ? `\n${firstStartHeading}${firstStart}` : ''))
  const line = (kind: Kind) => {
    const { rounds, acknowledged, lost, doubled, halves, served } = run.counts[kind]
    return `${kind} ${rounds}/${wanted[kind]} (${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${halves} half, ${served} served)`
  }
  console.log(`${Math.round(run.seconds)} s  ${(Object.keys(wanted) as Kind[]).map(line).join('  ')}`)
  if (end)
    for (const kind of Object.keys(wanted) as Kind[]) {
      for (const fault of run.counts[kind].faults) console.log(`${kind}: ${fault}`)
      if (run.counts[kind].notRun) console.log(`${kind}: not run: ${run.counts[kind].notRun}`)
    }
}

function clean(): boolean {
  if (run.post && !postClean(run.post)) return false
  return Object.values(run.counts).every(
    one => one.lost + one.doubled + one.halves + one.strange + one.faults.length === 0 && one.served === one.rounds,
  )
}
function begin(): FaultRun {
  return { commits: [], wanted, seconds: 0, counted: 0, batches: 0, counts: { app: noCounts(), database: noCounts(), cuts: noCounts() } }
}
function empty(): KillReport {
  return { kills: 0, acknowledged: 0, interrupted: 0, lost: 0, doubled: 0, halves: 0, served: 0, readyMs: [], strange: [] }
}
function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}
