// `npm run requirements`: every sentence of the source texts with the test or figure that shows it, or "not yet".
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The last sentence of each text: the announcement of the councils, and the policy. */
const last = { A: 37, B: 25 }

/** The ids of a list in their order, each with its sentence. */
export function listed(text) {
  return [...text.matchAll(/^\| ([AB]\d+[a-f]?) \| ([^|]+) \|/gm)].map(([, id, sentence]) => ({ id, sentence: sentence.trim() }))
}

/** What the names of tests and figures in a source say they show: `it('A8: …`, `it('A31 A36: …`. A test that is skipped shows nothing. */
export function shownIn(text) {
  const shown = []
  for (const [, name] of text.matchAll(
    /\b(?:it|test|describe|figure)(?:\.each\([^)]*\))?\(\s*['"`]((?:[AB]\d+[a-f]?[ ,–-]*)+:[^'"`]*)['"`]/g,
  ))
    for (const [id] of name.slice(0, name.indexOf(':')).matchAll(/[AB]\d+[a-f]?/g)) shown.push({ id, name })
  return shown
}

/** What is wrong with the list, and with what is said to be shown: a line each. */
export function faultsOf(wanted, shown) {
  const ids = wanted.map(one => one.id)
  const known = new Set(ids)
  const faults = ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `${id} stands twice in the list`)
  for (const [letter, end] of Object.entries(last))
    for (let number = 0; number <= end; number++)
      if (!known.has(`${letter}${number}`) && !known.has(`${letter}${number}a`)) faults.push(`${letter}${number} is missing from the list`)
  for (const id of new Set(shown.map(one => one.id)))
    if (!known.has(id) && !known.has(`${id}a`)) faults.push(`a test names ${id}, which is no sentence of the texts`)
  return faults
}

/** For each sentence where it is shown: the whole of it, or the part of it that has a letter of its own. */
export function whereShown(wanted, shown) {
  return wanted.map(({ id, sentence }) => {
    const own = shown.filter(one => one.id === id)
    return { id, sentence, where: own.length > 0 ? own : shown.filter(one => one.id === id.replace(/[a-f]$/, '')) }
  })
}

function files(dir) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)],
  )
}

/** Everything the tests and figures of the project say they show. */
export function shownHere() {
  return ['src', 'test', 'bench']
    .flatMap(dir => files(join(root, dir)))
    .filter(file => /(\.test\.tsx?|bench\/.*\.ts)$/.test(file))
    .flatMap(file => shownIn(readFileSync(file, 'utf8')).map(one => ({ ...one, name: `${relative(root, file)}: ${one.name}` })))
}

/** What is printed: with `brief` the count alone. */
export function report(wanted, shown, brief) {
  const all = whereShown(wanted, shown)
  const lines = brief
    ? []
    : all.map(({ id, sentence, where }) => {
        const more = where.length > 1 ? ` (+${where.length - 1})` : ''
        return `${id.padEnd(5)} ${where[0]?.name ?? 'not yet'}${more}\n      ${sentence}`
      })
  const missing = all.filter(one => one.where.length === 0)
  const yet = missing.map(one => one.id).join(' ') || 'none'
  return [...lines, `requirements: ${all.length - missing.length} of ${all.length} shown; not yet: ${yet}`]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = listed(readFileSync(join(root, 'docs/requirements.md'), 'utf8'))
  const shown = shownHere()
  for (const line of report(wanted, shown, process.argv.includes('--brief'))) console.log(line)
  const faults = faultsOf(wanted, shown)
  for (const fault of faults) console.error(fault)
  process.exit(faults.length === 0 ? 0 : 1)
}
