// `npm run faults`: the long fault run (1,000 + 1,000 kills, 200 power cuts); writes docs/faults.md. `-- --help` tells the options.
// With --first-start N: N kills of the very first start.
// With --voices: the long proofs of telling; writes docs/voices.md.
// With --letters-corpus, --fuzz N or --flood N: the long runs of the post room; writes docs/post.md.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { needLetters } from './letters.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await build()
const firstStart = process.argv.some(arg => arg.startsWith('--first-start'))
const post = process.argv.some(arg => /^--(letters-corpus|fuzz|flood)/.test(arg))
if (post) needLetters()
const voices = process.argv.some(arg => arg === '--voices')
const program = voices
  ? 'test/faults/voices/run.ts'
  : firstStart
    ? 'test/faults/first-start/run.ts'
    : post
      ? 'test/faults/post/run.ts'
      : 'test/faults/run.ts'
const child = spawn(process.execPath, ['--import', 'tsx', program, ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches the child as well; it ends when its rounds are done.
process.on('SIGINT', () => {})
child.on('exit', code => process.exit(code ?? 1))
