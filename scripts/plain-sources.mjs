// Our sources as plain JavaScript for the tests, file by file in `.cache/plain`: Node loads them by itself. Through the runner, a thousand files took each worker six seconds of a core, and each call from one file to another a detour.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const into = path.join(root, '.cache/plain')
const stamp = path.join(into, 'made')

/** Whatever is no test itself; a test is left to the runner. */
const isSource = name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)
const folders = ['src', 'test']
const sources = () =>
  folders.flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter(isSource)
      .map(name => path.join(folder, name)),
  )
/** Where the plain file of a source lies; undefined for whatever is none. */
function plainOf(file) {
  const name = path.relative(root, file)
  return isSource(name) && folders.includes(name.split(path.sep)[0]) ? path.join(into, name.replace(/\.tsx?$/, '.js')) : undefined
}
/** What starts a child or a thread finds it beside its own plain file. Whatever else looks for what lies beside it finds it beside its source. */
const startsOthers = /\bkeep(?:Child|Thread)\b|\bfunction launch\b/

/** Each file imports the same files as before. */
const asTheyLie = {
  name: 'as they lie',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path: asked, kind, resolveDir }) => {
      if (kind === 'entry-point') return
      const wanted = path.resolve(resolveDir, asked)
      const from = path.join(into, path.relative(root, resolveDir))
      return { path: `./${path.relative(from, plainOf(wanted) ?? wanted).replaceAll(path.sep, '/')}`, external: true }
    })
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8')
      if (!text.includes('import.meta') || startsOthers.test(text)) return
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
      return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

/** Makes the plain files anew when a source has changed. Two runs may do so at once: each file comes into its place whole. */
async function makePlain() {
  const names = sources().sort()
  const times = [...names, 'scripts/plain-sources.mjs'].map(name => `${name} ${statSync(path.join(root, name)).mtimeMs}`)
  // The plain files say where their sources lie, so they are made anew in a folder that was moved.
  const wanted = [root, ...times].join('\n')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: names,
    outdir: into,
    outbase: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    charset: 'utf8',
    // So that a fault is told with its place in the source.
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [asTheyLie],
    logLevel: 'warning',
    write: false,
  })
  const made = new Map(outputFiles.map(({ path: file, contents }) => [file, contents]))
  for (const [file, contents] of made) {
    if (existsSync(file) && readFileSync(file).equals(contents)) continue
    mkdirSync(path.dirname(file), { recursive: true })
    place(file, contents)
  }
  for (const name of readdirSync(into, { recursive: true }))
    if (/\.js(?:\.map)?$/.test(name) && !made.has(path.join(into, name))) rmSync(path.join(into, name), { force: true })
  place(stamp, wanted)
}
function place(file, contents) {
  const making = `${file}.${process.pid}`
  writeFileSync(making, contents)
  renameSync(making, file)
}

await makePlain()

/** For the test runner: whatever a test imports of the sources is the plain file of it. */
export const plainSources = {
  name: 'plain sources',
  enforce: 'pre',
  resolveId(asked, importer) {
    if (importer && asked.startsWith('.')) return plainOf(path.resolve(path.dirname(importer), asked))
  },
}
/** Which files Node loads without the runner. */
export const isPlain = /[\\/]\.cache[\\/]plain[\\/]/
