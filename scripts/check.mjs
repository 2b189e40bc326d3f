// `npm run check`: types, lint, walls and what nobody uses, without running a test.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { install } from './build.mjs'

const checks = [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['scripts/walls/walls.mjs'],
  ['node_modules/knip/bin/knip.js', '--no-progress'],
]
const here = args => spawnSync(process.execPath, args, { stdio: 'inherit' }).status

/** Runs every check, also after one that failed; the exit code is 0 when all passed and 1 otherwise. */
export function checkAll(run = here) {
  const bad = checks.filter(args => run(args) !== 0)
  return bad.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  install()
  process.exit(checkAll())
}
