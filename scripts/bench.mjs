// `npm run bench`: builds, then measures everything beside its limits and writes docs/performance.md. `-- --help` tells the options.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await build()
const args = ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2), `--browser=${findBrowser() ?? ''}`]
spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', code => process.exit(code ?? 1))
