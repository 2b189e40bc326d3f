// `npm run proof`: the long run of the charter engine against its oracles; goes on where it was stopped. `-- --help` tells the options.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const args = ['--import', 'tsx', 'test/charters/proof-run.ts', ...process.argv.slice(2)]
const child = spawn(process.execPath, args, { stdio: 'inherit' })
// Ctrl-C reaches the child as well; it ends when it has written down how far it came.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', code => process.exit(code ?? 1))
