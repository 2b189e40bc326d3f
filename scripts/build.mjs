// Makes dist/ from the sources when they are newer; `npm run build` calls it too. Types are checked by `npm run check`, not here.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist/.built')

function newest(dir) {
  const facts = statSync(dir)
  let latest = facts.mtimeMs
  if (facts.isFile()) return latest
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return latest
}

/** Whether the packages are there in the versions of the lockfile (those for other machines need not be). */
export function installed(folder = root) {
  const [wanted, there] = [join(folder, 'package-lock.json'), join(folder, 'node_modules/.package-lock.json')]
  if (!existsSync(there)) return false
  if (statSync(there).mtimeMs >= statSync(wanted).mtimeMs) return true
  const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages
  const has = packages(there)
  return Object.entries(packages(wanted)).every(([place, one]) => place === '' || one.optional || has[place]?.version === one.version)
}

/** An install that was cut off may still be running without its parent; the next one then waits and tries again. */
export function install() {
  for (let attempt = 1; !installed(); attempt++) {
    process.stderr.write('Fetching packages (only when they are missing or old; about a minute) …\n')
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', process.stderr, 'inherit'],
    })
    if (status === 0) return
    if (attempt === 3) process.exit(status ?? 1)
    process.stderr.write('That did not work. Trying again in ten seconds …\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000)
  }
}

/** Installs what is missing and compiles what is out of date; says nothing when there is nothing to do. */
export async function build() {
  install()
  const wanted = Math.max(
    ...['src', 'scripts/bundle.mjs', 'scripts/spreads.mjs', 'scripts/css.mjs', 'package-lock.json'].map(name => newest(join(root, name))),
  )
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= wanted) return
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const { bundle } = await import('./bundle.mjs')
  await bundle()
  run(process.execPath, ['scripts/css.mjs'])
  writeFileSync(stamp, '')
  utimesSync(stamp, new Date(), new Date(Math.ceil(wanted)))
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
