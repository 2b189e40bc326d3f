// The walls of the house: which file may import which, how large a file may be, what it may be called.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

/** Rooms in the order of knowledge: a room may import rooms before it, through their door only. Rooms on one line do not know each other, unless named in `also`. */
const order = [
  ['municipalities'],
  ['people'],
  ['help', 'mailroom', 'receipts'],
  ['councils'],
  ['nominations', 'voices'],
  ['themes'],
  ['appointments', 'recruiting', 'meetings'],
  ['consultations'],
  ['policy'],
  ['trail'],
  ['home'],
]
const rank = new Map(order.flatMap((rooms, at) => rooms.map(room => [room, at])))
/** Parts of a room with a door of their own inside it. */
const innerDoors = new Set(['councils/charters', 'mailroom/intake'])
/** Who puts the house together, and so may know every door. */
const builders = new Set(['rooms.ts', 'app.ts', 'main.ts', 'cli.ts', 'commands', 'demo'])
const forbiddenNames = /^(utils?|helpers?|common|shared|misc|managers?|services?)(\.|$)/
const lists = /(\/words\/|\/migrations\/|paths\.ts$|tables\.ts$|\/cast)/
const longest = 250

/** Every fault in the sources below `root`, one line each. */
export function faultsIn(root) {
  const files = sourcesIn(root)
  const faults = []
  const imports = new Map()
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    const lines = text.split('\n')
    const code = lines.length
    if (code > longest && !lists.test(`/${file}`) && !file.includes('.test.'))
      faults.push(`${file}: ${code} lines; over ${longest} it is two nouns`)
    for (const part of file.split('/'))
      if (forbiddenNames.test(part)) faults.push(`${file}: "${part}" says nothing; name it after what it keeps`)
    if (!/^(#!.*\n)?\/\/ \S/.test(text)) faults.push(`${file}: opens without a line saying what it keeps`)
    const found = [
      ...text.matchAll(
        /^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
      ),
    ].map(m => ({
      to: m[1] ?? m[2] ?? m[3],
      typeOnly: /^\s*(import|export)\s+type\b/.test(m[0]),
    }))
    imports.set(
      file,
      found.filter(i => i.to.startsWith('.') && !i.typeOnly).map(i => posix.normalize(posix.join(posix.dirname(file), i.to))),
    )
    for (const { to } of found) faults.push(...wallFaults(file, to))
    if (!file.includes('.test.')) faults.push(...kindFaults(file, text))
  }
  faults.push(...circles(imports))
  return faults.sort()
}

const roomOf = file => {
  const first = file.split('/')[0]
  return rank.has(first) ? first : null
}

function wallFaults(file, to) {
  if (!to.startsWith('.'))
    return file.startsWith('migrations/') && to !== 'kysely' ? [`${file}: a migration imports only kysely, not ${to}`] : []
  const target = posix.normalize(posix.join(posix.dirname(file), to))
  const here = roomOf(file)
  const there = roomOf(target)
  const top = file.split('/')[0]
  if (file.startsWith('migrations/') && file !== 'migrations/index.ts')
    return [`${file}: a frozen migration imports nothing of the house (${target})`]
  if (top === 'platform' && there) return [`${file}: the platform knows no room (${target})`]
  if (!there) return []
  const door = `${there}/index.ts`
  const inner = [...innerDoors].some(path => target === `${path}/index.ts`)
  if (here === there) {
    for (const path of innerDoors) {
      if (target.startsWith(`${path}/`) && !file.startsWith(`${path}/`) && target !== `${path}/index.ts`)
        return [`${file}: ${path} is entered through its index.ts, not ${target}`]
      if (file.startsWith(`${path}/`) && !target.startsWith(`${path}/`))
        return [`${file}: ${path} stands alone and knows nothing of the room around it (${target})`]
    }
    return []
  }
  if (file.includes('.test.')) return []
  if (target !== door && !inner) return [`${file}: enters ${there} through ${target}; use ${door}`]
  if (here === null) return builders.has(top) ? [] : [`${file}: is no room and no builder, and may not know ${there}`]
  if (rank.get(there) >= rank.get(here)) return [`${file}: ${here} may not know ${there}, which lies downstream or beside it`]
  return []
}

/** What the kinds of file in a room may not do. */
function kindFaults(file, text) {
  const room = roomOf(file)
  const faults = []
  const base = file.split('/').at(-1)
  if (/\bsql\.raw\b/.test(text)) faults.push(`${file}: sql.raw lets text become a query`)
  if (room && /\bact\(/.test(text) && !/^(routes|jobs|.*-routes|welcome|seen|apply|.*-outside)\.tsx?$/.test(base))
    faults.push(`${file}: only routes and jobs call act()`)
  if (room && /new Date\(\)|Date\.now\(\)/.test(text)) faults.push(`${file}: now is a parameter, never read from the machine`)
  if (room && /(^|\/)(access)\.ts$/.test(file) && /from '[^']*\/db\//.test(text)) faults.push(`${file}: access rules are pure`)
  if (room && /dangerouslySetInnerHTML/.test(text)) faults.push(`${file}: text is escaped, never set as markup`)
  return faults
}

function circles(imports) {
  const state = new Map()
  const faults = []
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      faults.push(`${file}: files import one another in a circle (${[...trail.slice(trail.indexOf(file)), file].join(' > ')})`)
      return
    }
    state.set(file, 'open')
    for (const next of imports.get(file) ?? []) if (imports.has(next)) visit(next, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of imports.keys()) visit(file, [])
  return faults
}

function sourcesIn(root, dir = root) {
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return sourcesIn(root, path)
    return /\.tsx?$/.test(entry.name) ? [relative(root, path).split('\\').join('/')] : []
  })
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').slice(-2).join('/'))) {
  const faults = faultsIn(join(dirname(process.argv[1]), '../../src'))
  for (const fault of faults) console.error(fault)
  console.error(faults.length === 0 ? 'walls: no breaks' : `walls: ${faults.length} breaks`)
  process.exit(faults.length === 0 ? 0 : 1)
}
