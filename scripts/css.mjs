// Builds the look: stylesheets bundled and made small, the script and the icon, each at an address made from its content.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { browserslistToTargets, bundle } from 'lightningcss'

const root = new URL('../', import.meta.url)
const html = new URL('src/platform/html/', root)
const out = new URL('dist/assets/', root)

/** The oldest browsers that know cascade layers; newer features stand behind `@supports`. Older ones get plain, readable HTML. */
const targets = browserslistToTargets(['chrome 99', 'edge 99', 'firefox 97', 'safari 15.4', 'ios_saf 15.4'])

/** Public pages load one stylesheet; more than this is too much for an old phone on a slow line. */
const PUBLIC_LIMIT = 15_000

const files = {
  publicCss: ['look/public.css', 'public', 'css'],
  staffCss: ['look/staff.css', 'staff', 'css'],
  script: ['browser/exit.js', 'exit', 'js'],
  draftScript: ['browser/draft.js', 'draft', 'js'],
  icon: ['look/icon.svg', 'icon', 'svg'],
}

const small = {
  css: path => bundle({ filename: fileURLToPath(new URL(path, html)), minify: true, targets }).code,
  js: async path => (await readFile(new URL(path, html), 'utf8')).replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, ''),
  svg: async path => (await readFile(new URL(path, html), 'utf8')).replace(/<!--.*?-->\s*/gs, '').trim(),
}

await mkdir(out, { recursive: true })
const kept = new Set(['manifest.json'])
const manifest = {}
for (const [key, [from, to, ext]] of Object.entries(files)) {
  const bytes = Buffer.from(await small[ext](from))
  const name = `${to}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ext}`
  await writeFile(new URL(name, out), bytes)
  kept.add(name)
  manifest[key] = `/assets/${name}`
  console.log(`${name}  ${bytes.length} bytes, ${brotliCompressSync(bytes).length} as brotli`)
  if (key === 'publicCss' && bytes.length > PUBLIC_LIMIT) {
    console.error(`The public stylesheet is ${bytes.length} bytes; it may be ${PUBLIC_LIMIT}.`)
    process.exitCode = 1
  }
}
for (const name of await readdir(out)) if (!kept.has(name)) await rm(new URL(name, out))
await writeFile(new URL('manifest.json', out), `${JSON.stringify(manifest, null, 2)}\n`)
