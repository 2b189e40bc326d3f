// The files of one municipality's folder: found, read as UTF-8, and parsed so that every field knows its line.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { allowedHint } from './did-you-mean.ts'
import { type Fault, faultsOf, type Path, plain } from './faults.ts'

/** Largest file we read, in bytes; a municipality's data are texts. */
const LARGEST = 2_000_000
const FOLDERS: Record<string, RegExp> = {
  sources: /\.(yaml|txt)$/,
  help: /\.yaml$/,
  councils: /\.yaml$/,
  policies: /\.yaml$/,
  news: /\.md$/,
}

/** A file's parsed content, and the line (from 1) of any path in it. */
export type Parsed = { file: string; content: unknown; lineOf: (path: Path) => number }

/** The files of the folder, sorted, as paths relative to it; files and folders that nobody reads are faults (a mistyped name must not go unseen). */
export async function listFiles(dir: string): Promise<{ files: string[]; faults: Fault[] }> {
  const files: string[] = []
  const faults: Fault[] = []
  const stray = (file: string, known: string[]) =>
    faults.push({ file, line: 1, field: '', message: `Nothing reads this.${allowedHint(file.split('/').at(-1)!, known)}` })
  for (const entry of await entriesOf(dir)) {
    const pattern = FOLDERS[entry.name]
    if (entry.directory && pattern) {
      for (const inner of await entriesOf(join(dir, entry.name))) {
        const path = `${entry.name}/${inner.name}`
        if (!inner.directory && pattern.test(inner.name)) files.push(path)
        else stray(path, [`files ending in ${pattern.source.replace(/[\\$]/g, '')}`])
      }
    } else if (entry.name === 'municipality.yaml' && !entry.directory) files.push(entry.name)
    else if (!/^README(\.\w+)?\.md$/.test(entry.name)) stray(entry.name, ['municipality.yaml', 'README.md', ...Object.keys(FOLDERS)])
  }
  return { files, faults }
}

async function entriesOf(dir: string) {
  const names = (await readdir(dir)).filter(name => !name.startsWith('.')).sort()
  return Promise.all(names.map(async name => ({ name, directory: (await stat(join(dir, name))).isDirectory() })))
}

/** The text of a file, or the fault why it cannot be read. */
export async function readText(dir: string, file: string): Promise<string | Fault> {
  try {
    const bytes = await readFile(join(dir, file))
    if (bytes.length > LARGEST)
      return { file, line: 1, field: '', message: `The file has ${bytes.length} bytes; at most ${LARGEST} are allowed.` }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const why =
      error instanceof TypeError
        ? 'The file is not UTF-8; save it with that encoding.'
        : `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`
    return { file, line: 1, field: '', message: why }
  }
}

/** YAML text as data with lines. `firstLine` is the line the text starts at in its file (front matter starts at 2). */
export function parseYaml(file: string, source: string, firstLine = 1): Parsed | Fault[] {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const troubles = [...document.errors, ...document.warnings]
  if (troubles.length > 0) {
    return troubles.map(trouble => ({
      file,
      line: lineAt(trouble.pos[0]),
      field: '',
      message: `This is not valid YAML: ${trouble.message.split('\n')[0]}`,
    }))
  }
  try {
    return { file, content: document.toJS({ maxAliasCount: 20 }), lineOf: path => lineAt(offsetOf(document.contents, path)) }
  } catch (error) {
    return [{ file, line: firstLine, field: '', message: `This is not valid YAML: ${(error as Error).message}` }]
  }
}

/** Where a path stands: at its key, or at its list item; a missing field stands at the group it is missing from. */
function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined
      if (!item) return offset
      offset = item.range?.[0] ?? offset
      node = item
    } else return offset
  }
  return offset
}

/** The front matter and the body of a Markdown file; the body starts after the second `---`. */
export function splitFrontMatter(file: string, source: string): { head: string; body: string; bodyLine: number } | Fault {
  const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'))
  if (!found)
    return {
      file,
      line: 1,
      field: '',
      message: 'The file must open with "---", the fields, and "---" on a line of its own; then the text.',
    }
  return { head: found[1]!, body: found[2]!, bodyLine: found[1]!.split('\n').length + 3 }
}

/** The content as its schema sees it, or every fault in it. */
export function fitting<Schema extends z.ZodType>(parsed: Parsed, schema: Schema): { data: z.output<Schema> | null; faults: Fault[] } {
  const result = schema.safeParse(parsed.content, { error: plain })
  if (result.success) return { data: result.data, faults: [] }
  return { data: null, faults: result.error.issues.flatMap(issue => faultsOf(issue, parsed.file, parsed.lineOf)) }
}
