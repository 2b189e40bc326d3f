// Our TypeScript as one file of plain JavaScript, for processes a test starts again and again: none of them has to translate it anew.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

const project = path.resolve(import.meta.dirname, '..')
const made = new Map<string, string>()

/** The file to run for this source, made once by each worker. `name` is its name in `.cache`; what it imports by a relative way is found from this folder. */
export function plain(name: string, source: string): string {
  const known = made.get(source)
  if (known) return known
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // Packages stay where npm put them; they are found from `.cache` as from anywhere in the project.
    packages: 'external',
  })
  const file = path.join(project, '.cache', `${name}.mjs`)
  mkdirSync(path.dirname(file), { recursive: true })
  const making = `${file}.${process.pid}`
  writeFileSync(making, outputFiles[0]!.contents)
  // Other users run it too.
  chmodSync(making, 0o644)
  renameSync(making, file)
  made.set(source, file)
  return file
}
