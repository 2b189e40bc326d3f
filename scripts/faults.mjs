// `npm run faults`: the long fault run (1,000 + 1,000 kills, 200 power cuts); writes docs/faults.md. `-- --help` tells the options.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await build()
const child = spawn(process.execPath, ['--import', 'tsx', 'test/faults/run.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches the child as well; it ends when its rounds are done.
process.on('SIGINT', () => {})
child.on('exit', code => process.exit(code ?? 1))
