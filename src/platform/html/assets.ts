// Keeps the files a page asks for: stylesheets, the small script, the icon; each at an address made from its content.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { AssetNames } from './page.ts'

interface Asset {
  bytes: Buffer
  type: string
  /** The same bytes as brotli, for browsers that ask for it; made once, so it may be as small as can be. */
  br: Buffer
}

export interface Assets {
  files: ReadonlyMap<string, Asset>
  names: AssetNames
}

/** Each file of the look: what it is made from (beside this file), and what kind of file it becomes. */
const SOURCES = {
  publicCss: { from: 'look/public.css', to: 'public', ext: 'css', type: 'text/css; charset=utf-8' },
  staffCss: { from: 'look/staff.css', to: 'staff', ext: 'css', type: 'text/css; charset=utf-8' },
  script: { from: 'browser/exit.js', to: 'exit', ext: 'js', type: 'text/javascript; charset=utf-8' },
  draftScript: { from: 'browser/draft.js', to: 'draft', ext: 'js', type: 'text/javascript; charset=utf-8' },
  icon: { from: 'look/icon.svg', to: 'icon', ext: 'svg', type: 'image/svg+xml' },
} as const

export type AssetKey = keyof typeof SOURCES

const KEYS = Object.keys(SOURCES) as AssetKey[]
const compress = promisify(brotliCompress)

/** The address of a file with this content: it may be kept for ever, for another content has another address. */
export function addressOf(key: AssetKey, bytes: Buffer): string {
  const { to, ext } = SOURCES[key]
  return `/assets/${to}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ext}`
}

const IMPORT = /^@import '\.\/([a-z-]+\.css)' layer\(([a-z]+)\);$/gm

/** A stylesheet with its imports put in place: what a browser would read, without a bundler and not made smaller. */
async function joined(from: string): Promise<Buffer> {
  const source = new URL(from, import.meta.url)
  const text = await readFile(source, 'utf8')
  if (!from.endsWith('.css')) return Buffer.from(text)
  const parts = await Promise.all(
    [...text.matchAll(IMPORT)].map(async ([, file, layer]) => `@layer ${layer} {\n${await readFile(new URL(file!, source), 'utf8')}}\n`),
  )
  return Buffer.from(text.replace(IMPORT, () => parts.shift() ?? ''))
}

/** The folder of the built files, when this file itself is the built one. */
const BUILT = new URL('../../assets/', import.meta.url)

async function builtNames(): Promise<Record<AssetKey, string> | null> {
  if (import.meta.url.endsWith('.ts')) return null
  return JSON.parse(await readFile(new URL('manifest.json', BUILT), 'utf8')) as Record<AssetKey, string>
}

/**
 * Reads every file of the look into memory, once in a process. The compiled program reads what `scripts/css.mjs` built and fails
 * when it is missing; from source (development and tests) the stylesheets are joined as they stand.
 */
export function loadAssets(): Promise<Assets> {
  loaded ??= load()
  return loaded
}
let loaded: Promise<Assets> | undefined
async function load(): Promise<Assets> {
  const built = await builtNames()
  const files = new Map<string, Asset>()
  const names = {} as Record<AssetKey, string>
  for (const key of KEYS) {
    const bytes = built ? await readFile(new URL(`.${built[key].replace('/assets/', '/')}`, BUILT)) : await joined(SOURCES[key].from)
    const name = built ? built[key] : addressOf(key, bytes)
    const br = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: built ? 11 : 4 } })
    files.set(name, { bytes, br, type: SOURCES[key].type })
    names[key] = name
  }
  return { files, names: { ...names, publicStyle: files.get(names.publicCss)!.bytes } }
}
