// Writes anew what the tests hold the house to: the matrix of who may do what, and the classes of data. Read the difference before committing it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const tests = ['test/matrix/matrix.test.ts', 'test/isolation/data-classes.test.ts']
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--update'], { stdio: 'inherit' })
spawnSync('git', ['--no-pager', 'diff', '--stat', '--', 'test/matrix', 'docs/data-classes.md'], { stdio: 'inherit' })
process.exit(status ?? 1)
