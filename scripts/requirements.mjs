// `npm run requirements`: every sentence of the source texts with the test or figure that shows it, or "not yet".
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const brief = process.argv.includes('--brief')

/** The ids in their order, with the sentence. */
const wanted = [...readFileSync(join(root, 'docs/requirements.md'), 'utf8').matchAll(/^\| ([AB]\d+[a-f]?) \| ([^|]+) \|/gm)].map(
  ([, id, sentence]) => ({ id, sentence: sentence.trim() }),
)

/** Names of tests and figures that carry ids: `it('A8: …`, `it('A31 A36: …`. */
function shownBy() {
  const shown = new Map()
  const note = (id, where) => shown.set(id, [...(shown.get(id) ?? []), where])
  for (const file of ['src', 'test', 'bench'].flatMap(dir => files(join(root, dir)))) {
    if (!/(\.test\.tsx?|bench\/.*\.ts)$/.test(file)) continue
    const text = readFileSync(file, 'utf8')
    for (const [, name] of text.matchAll(
      /\b(?:it|test|describe|figure)(?:\.each\([^)]*\))?\(\s*['"`]((?:[AB]\d+[a-f]?[ ,–-]*)+:[^'"`]*)['"`]/g,
    )) {
      for (const [id] of name.slice(0, name.indexOf(':')).matchAll(/[AB]\d+[a-f]?/g)) note(id, `${relative(root, file)}: ${name}`)
    }
  }
  return shown
}

function files(dir) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)],
  )
}

const shown = shownBy()
const known = new Set(wanted.map(one => one.id))
const strays = [...shown.keys()].filter(id => !known.has(id) && !known.has(`${id}a`))
const missing = wanted.filter(({ id }) => !shown.has(id) && !shown.has(id.replace(/[a-f]$/, '')))
if (!brief) {
  for (const { id, sentence } of wanted) {
    const where = shown.get(id) ?? shown.get(id.replace(/[a-f]$/, '')) ?? []
    console.log(
      `${id.padEnd(5)} ${where.length === 0 ? 'not yet' : where[0]}${where.length > 1 ? ` (+${where.length - 1})` : ''}\n      ${sentence}`,
    )
  }
}
console.log(
  `requirements: ${wanted.length - missing.length} of ${wanted.length} shown; not yet: ${missing.map(one => one.id).join(' ') || 'none'}`,
)
for (const id of strays) console.error(`a test names ${id}, which is no sentence of the texts`)
process.exit(strays.length === 0 && wanted.length > 70 ? 0 : 1)
