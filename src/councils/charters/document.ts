// One JSON or YAML document as data: size, depth, anchors and doubled keys are refused with the line.
import { type Document, isCollection, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Path } from './parse.ts'

/** The document, and a way to find the line of a field in it. */
export type ReadDocument = { data: unknown; lineOf: (path: Path) => number | null }
/** Unusable input, in one line. */
export class DocumentFault extends Error {}

const mostBytes = 8 * 1024 * 1024
/** Reading YAML is slow. */
const mostYaml = 2 * 1024 * 1024
const deepest = 100

/** Reads one document. Throws `DocumentFault` with one line that names what is wrong and where. */
export function readDocument(text: string): ReadDocument {
  const bytes = Buffer.byteLength(text, 'utf8')
  if (bytes > mostBytes) throw new DocumentFault(`the document is ${Math.round(bytes / 1e6)} MB; the most is 8 MB`)
  const source = text.replace(/^\uFEFF/, '')
  if (source.trim() === '') throw new DocumentFault('the document is empty')
  refuseDepth(source)
  if (!/^\s*[[{]/.test(source)) return readYaml(source)
  try {
    const data: unknown = JSON.parse(source)
    const doubled = doubledKey(source)
    if (doubled) throw new DocumentFault(`line ${lineAt(source, doubled.at)}: "${doubled.key}" stands twice in the same object`)
    return { data, lineOf: path => (bytes < 500_000 ? lineInYaml(source, path) : null) }
  } catch (error) {
    if (error instanceof DocumentFault) throw error
    return readFlow(source, error)
  }
}

/** Braces may also open YAML; if it is neither, the fault is told as JSON's. */
function readFlow(source: string, error: unknown): ReadDocument {
  const looksJson = /^\s*[[{]\s*("|[[{]|$)/.test(source)
  if (!looksJson) return readYaml(source)
  const message = error instanceof Error ? error.message : ''
  const at = /position (\d+)/.exec(message)
  const line = at ? lineAt(source, Number(at[1])) : lineAt(source, source.length)
  throw new DocumentFault(
    `line ${line}: this is not valid JSON (${message.replace(/ in JSON at position \d+.*| \(line.*|,? ?"[\s\S]*$/g, '').slice(0, 80) || 'it ends too early'})`,
  )
}

function readYaml(source: string): ReadDocument {
  if (source.length > mostYaml) throw new DocumentFault('a YAML document may be 2 MB at most; give larger ones as JSON')
  const lines = new LineCounter()
  let document: Document.Parsed
  try {
    document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2', logLevel: 'silent' })
  } catch {
    throw new DocumentFault('the document is nested too deep or is not YAML')
  }
  const [fault] = [...document.errors, ...document.warnings]
  if (fault && /call stack/.test(fault.message)) throw new DocumentFault('the document is nested too deep')
  if (fault) throw new DocumentFault(`line ${lines.linePos(fault.pos[0]).line}: ${fault.message.split('\n')[0]!.slice(0, 160)}`)
  refuseAnchors(document, lines)
  return { data: document.toJS(), lineOf: path => lineOfNode(document, lines, path) }
}

function refuseAnchors(document: Document.Parsed, lines: LineCounter) {
  visit(document, (_, node) => {
    const anchored = typeof node === 'object' && node !== null && 'anchor' in node && node.anchor
    const alias = typeof node === 'object' && node !== null && 'source' in node && !isScalar(node) && !isCollection(node)
    if (!anchored && !alias) return
    const at = (node as { range?: [number, number, number] | null }).range?.[0] ?? 0
    throw new DocumentFault(`line ${lines.linePos(at).line}: anchors and aliases (& and *) are not read; write the part out again`)
  })
}

function lineInYaml(source: string, path: Path): number | null {
  const lines = new LineCounter()
  try {
    return lineOfNode(parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' }), lines, path)
  } catch {
    return null
  }
}

/** The line of the field, or of the nearest thing around it that is there. */
function lineOfNode(document: Document.Parsed, lines: LineCounter, path: Path): number | null {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    const last = path[depth - 1]!
    const pairs = isCollection(parent) ? (parent.items as unknown[]) : []
    for (const item of pairs) {
      const key = (item as { key?: { value?: unknown; range?: number[] } }).key
      if (key && String(key.value) === String(last) && key.range) return lines.linePos(key.range[0]!).line
    }
    const node = document.getIn(path.slice(0, depth), true) as { range?: number[] } | undefined
    if (node?.range) return lines.linePos(node.range[0]!).line
  }
  return null
}

function lineAt(source: string, position: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at !== -1 && at < position; at = source.indexOf('\n', at + 1)) line++
  return line
}

/** Brackets nested deeper than any charter needs are refused before a parser meets them. */
function refuseDepth(source: string) {
  let depth = 0
  let quoted = ''
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!
    if (quoted) {
      if (sign === '\\' && quoted === '"') at++
      else if (sign === quoted || (quoted === "'" && sign === '\n')) quoted = ''
    } else if (sign === '"') quoted = sign
    else if (sign === '[' || sign === '{') {
      if (++depth > deepest) throw new DocumentFault(`line ${lineAt(source, at)}: nested more than ${deepest} deep`)
    } else if ((sign === ']' || sign === '}') && depth > 0) depth--
  }
}

/** The first key that stands twice in one JSON object; the text is known to be valid JSON. */
function doubledKey(source: string): { key: string; at: number } | null {
  const open: (Set<string> | null)[] = []
  let fresh = false
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!
    if (sign === '{') {
      open.push(new Set())
      fresh = true
    } else if (sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',') fresh = open.at(-1) !== null
    else if (sign === ':') fresh = false
    else if (sign === '"') {
      let end = at + 1
      while (source[end] !== '"') end += source[end] === '\\' ? 2 : 1
      const keys = open.at(-1)
      if (fresh && keys) {
        const key = JSON.parse(source.slice(at, end + 1)) as string
        if (keys.has(key)) return { key, at }
        keys.add(key)
      }
      at = end
    }
  }
  return null
}
