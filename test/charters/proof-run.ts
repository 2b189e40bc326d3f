// The long run of the charter engine against its oracles: goes on where it was stopped, tells how far it is, and writes docs/charters-proof.md.
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { closeSolver } from '../../src/councils/charters/index.ts'
import { type Part, proofParts, tooFew } from './rounds/parts.ts'
import { Difference, type Seen } from './rounds/same.ts'

const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    part: { type: 'string', multiple: true },
    fresh: { type: 'boolean', default: false },
    summary: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(
    [
      'npm run proof -- [--share 0.1] [--part check] [--fresh] [--summary]',
      '  --share    a part of the whole: 0.1 is a tenth',
      '  --part     only this part; may be repeated',
      '  --fresh    from the beginning; else it goes on where the same engine was stopped',
      '  --summary  only writes down how far the run has come',
    ].join('\n'),
  )
  process.exit(0)
}

type Reached = { done: number; wrong: number; seen: Seen }
type State = { engine: string; seconds: number; first: string; last: string; parts: Record<string, Reached> }

const project = path.resolve(import.meta.dirname, '..', '..')
const folder = path.join(project, '.cache', 'charters-proof')
const file = path.join(folder, 'state.json')
const differences = path.join(folder, 'differences.txt')
const today = () => new Date().toISOString().slice(0, 10)

/** The engine and its oracles: another engine starts another run. */
function engineOf(): string {
  const hash = createHash('sha256')
  for (const where of ['src/councils/charters', 'test/charters', 'test/charters/rounds']) {
    for (const name of readdirSync(path.join(project, where)).sort()) {
      const counts = where.startsWith('src') || /^(oracle|universe|random|yalps-session)\.ts$/.test(name) || where.endsWith('rounds')
      if (counts && name.endsWith('.ts') && !name.endsWith('.test.ts'))
        hash.update(name).update(readFileSync(path.join(project, where, name)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

function begin(): State {
  const engine = engineOf()
  const anew = { engine, seconds: 0, first: today(), last: today(), parts: {} }
  if (values.fresh) return anew
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as State
    if (kept.engine === engine) return kept
    if (!values.summary) console.log(`the engine is another one than the run of ${kept.first}: from the beginning`)
  } catch {
    // No run to go on with.
  }
  return anew
}

const share = Number(values.share)
if (!(share > 0 && share <= 1)) {
  console.error('--share is a number above 0, at most 1')
  process.exit(2)
}
const parts = (await proofParts()).filter(part => !values.part || values.part.includes(part.name))
const total = (part: Part) => Math.ceil(part.long * share)
const state = begin()
mkdirSync(folder, { recursive: true })

let stop = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stop = true))

if (!values.summary) {
  const slices = 100
  for (let slice = 1; slice <= slices && !stop; slice++) {
    for (const part of parts) await rounds(part, Math.floor((total(part) * slice) / slices))
  }
}
closeSolver()
const wrong = parts.reduce((sum, part) => sum + (state.parts[part.name]?.wrong ?? 0), 0)
summary()
console.log(wrong > 0 ? `${wrong} wrong: see ${path.relative(project, differences)}` : 'no wrong answer')
process.exit(wrong > 0 ? 1 : 0)

async function rounds(part: Part, upTo: number) {
  state.parts[part.name] ??= { done: 0, wrong: 0, seen: {} }
  const reached = state.parts[part.name]!
  const [start, from] = [performance.now(), reached.done]
  while (reached.done < upTo && !stop) {
    try {
      const seen = await part.round(reached.done + 1)
      for (const kind of Object.keys(seen)) reached.seen[kind] = (reached.seen[kind] ?? 0) + seen[kind]!
    } catch (error) {
      reached.wrong++
      const what = error instanceof Difference ? error.message : `seed ${reached.done + 1}: ${(error as Error).stack}`
      appendFileSync(differences, `${part.name}: ${what}\n`)
      console.log(`WRONG ${part.name}: ${what.slice(0, 500)}`)
    }
    reached.done++
  }
  if (reached.done === from) return
  const seconds = (performance.now() - start) / 1_000
  Object.assign(state, { seconds: state.seconds + seconds, last: today() })
  writeFileSync(file, JSON.stringify(state, null, 2))
  const rate = (reached.done - from) / seconds
  console.log(`${part.name}: ${reached.done} of ${total(part)}, ${reached.wrong} wrong, ${rate.toFixed(0)} a second`)
}

function summary() {
  const doc = path.join(project, 'docs', 'charters-proof.md')
  const text = readFileSync(doc, 'utf8')
  const mark = '## The long run\n'
  const number = (n: number) => n.toLocaleString('en-GB')
  const rows = parts.map(part => {
    const { done, wrong: bad, seen } = state.parts[part.name] ?? { done: 0, wrong: 0, seen: {} }
    const few = done > 200 ? tooFew(part, seen, done) : []
    const kinds = Object.entries(seen)
      .map(([kind, n]) => `${kind} ${number(n)}`)
      .join(', ')
    return `| ${part.name} | ${part.what} | ${number(done)} of ${number(part.long)} | ${bad} | ${kinds}${few.length > 0 ? `; TOO FEW: ${few.join(', ')}` : ''} |`
  })
  const dates = state.first === state.last ? state.first : `${state.first} to ${state.last}`
  const lines = [
    `Run on ${dates} with \`npm run proof\`, ${number(Math.round(state.seconds / 60))} minutes of work on one core (${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}), engine ${state.engine}.`,
    '',
    '| part | what | random charters | wrong | cases met |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ]
  writeFileSync(doc, `${text.slice(0, text.indexOf(mark) + mark.length)}\n${lines.join('\n')}`)
}
