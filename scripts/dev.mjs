// `npm run dev`: serves from the sources and starts again when one changes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs the program of a folder from its sources, again whenever one of them changes. */
export function serveSources(folder, options = {}) {
  const args = [`--watch-path=${join(folder, 'src')}`, '--import', 'tsx', join(folder, 'src/cli.ts'), 'start']
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build()
  const child = serveSources(root)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', code => process.exit(code ?? 0))
}
