// `npm run check`: types, lint and walls, without running a test.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
let bad = 0
for (const args of [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['scripts/walls/walls.mjs'],
  ['node_modules/knip/bin/knip.js', '--no-progress'],
])
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) bad++
process.exit(bad === 0 ? 0 : 1)
