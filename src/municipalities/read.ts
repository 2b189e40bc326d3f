// Reads a municipality's folder as data, or says everything that is wrong with it.
import type { z } from 'zod'
import { checkCharters } from './check-charters.ts'
import { checkLinks } from './check-links.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkWording } from './check-wording.ts'
import type { MunicipalityData, Reading } from './data.ts'
import { type Fault, fieldName } from './faults.ts'
import { fitting, listFiles, type Parsed, parseYaml, readText, splitFrontMatter } from './files.ts'
import { itemsOf } from './items.ts'
import type { CharterCheck } from './schema-charter.ts'
import { councilFile } from './schema-council.ts'
import { helpFile } from './schema-help.ts'
import { municipalityFile } from './schema-municipality.ts'
import { newsBlocks, newsHead } from './schema-news.ts'
import { policyFile } from './schema-policy.ts'
import { type Register, registerOf, sourcesFile } from './schema-sources.ts'

export type { MunicipalityData } from './data.ts'

export type ReadResult = { ok: true; data: MunicipalityData; hashes: Map<string, string> } | { ok: false; faults: Fault[] }

export interface ReadOptions {
  readonly charterCheck?: CharterCheck | undefined
  /** Reads the text of a file: for whoever reads the same texts again and again, and remembers them. */
  readonly parse?: typeof parseYaml
}

/**
 * The municipality in `dir`, with one content hash per item (`council:udsatteraad`, `help:112` …), or all faults at once.
 * `charterCheck` judges charter documents; without it only their outer shape is looked at.
 */
export async function readMunicipality(dir: string, options: ReadOptions = {}): Promise<ReadResult> {
  const raw = await readFiles(dir, options.parse ?? parseYaml)
  // In a folder of something else every file would be a fault.
  const none = raw.faults.filter(isMissing)
  if (none.length > 0 && raw.parsed.size === 0) return { ok: false, faults: none }
  const { reading, data } = understand(raw)
  const faults = [...raw.faults, ...checkQuotes(reading), ...checkWording(reading), ...checkCharters(reading, options.charterCheck)]
  // References are followed only between whole files: a broken file would look like a missing council.
  if (data !== null && raw.faults.length === 0) faults.push(...checkLinks(reading, data))
  if (data === null || faults.length > 0) return { ok: false, faults: inOrder(faults) }
  return { ok: true, data, hashes: new Map(itemsOf(data).map(item => [item.key, item.hash])) }
}

const missing: Fault = { file: 'municipality.yaml', line: 1, field: '', message: 'The file municipality.yaml is missing from this folder.' }
const isMissing = (fault: Fault) => fault === missing
/** Whether the folder is no municipality's at all. */
export const isNoMunicipality = (faults: readonly Fault[]): boolean => faults.every(isMissing)

type Raw = { parsed: Map<string, Parsed>; texts: Map<string, string>; broken: Set<string>; faults: Fault[] }

/** Every file read and parsed; `texts` holds the shipped texts and the bodies of the news. */
async function readFiles(dir: string, parse: typeof parseYaml): Promise<Raw> {
  const raw: Raw = { parsed: new Map(), texts: new Map(), broken: new Set(), faults: [] }
  const { files, faults } = await listFiles(dir).catch(() => ({ files: [] as string[], faults: [] as Fault[] }))
  raw.faults.push(...faults)
  for (const file of files) {
    const source = await readText(dir, file)
    const result =
      typeof source !== 'string'
        ? [source]
        : file.endsWith('.txt')
          ? null
          : file.endsWith('.md')
            ? openNews(file, source, raw, parse)
            : parse(file, source)
    if (result === null) raw.texts.set(file, source as string)
    else if (!Array.isArray(result)) raw.parsed.set(file, result)
    else {
      raw.faults.push(...result)
      raw.broken.add(file)
    }
  }
  if (!raw.parsed.has('municipality.yaml') && !raw.broken.has('municipality.yaml')) {
    raw.faults.push(missing)
  }
  return raw
}

/** The fields of a news file as parsed YAML; its body is kept beside. */
function openNews(file: string, source: string, raw: Raw, parse: typeof parseYaml): Parsed | Fault[] {
  const parts = splitFrontMatter(file, source)
  if (!('head' in parts)) return [parts]
  raw.texts.set(file, parts.body)
  return parse(file, parts.head, 2)
}

/** The parsed files as their schemas see them; faults are added to `raw`. Without a sound municipality.yaml there are no data. */
function understand(raw: Raw): { reading: Reading; data: MunicipalityData | null } {
  const every = <Schema extends z.ZodType>(start: string, schema: Schema): { file: string; data: z.output<Schema> }[] =>
    [...raw.parsed.values()]
      .filter(one => one.file.startsWith(start))
      .flatMap(one => {
        const { data, faults } = fitting(one, schema)
        raw.faults.push(...faults)
        if (data === null) raw.broken.add(one.file)
        return data === null ? [] : [{ file: one.file, data }]
      })

  const sources = every('sources/', sourcesFile)
  const known = { texts: sources.flatMap(one => one.data.texts), pages: sources.flatMap(one => one.data.pages) }
  const register: Register = [...raw.broken].some(file => file.startsWith('sources/')) ? null : registerOf(known)
  const municipality = every('municipality.yaml', municipalityFile(register))[0]?.data
  const help = every('help/', helpFile(register))
  const councils = every('councils/', councilFile(register))
  const policies = every('policies/', policyFile(register))
  const news = every('news/', newsHead(register)).map(({ file, data: head }) => {
    const body = raw.texts.get(file) ?? ''
    return { file, data: { ...head, body, blocks: newsBlocks(body) } }
  })
  const fault: Reading['fault'] = (file, path, message) => ({
    file,
    line: raw.parsed.get(file)?.lineOf(path) ?? 1,
    field: fieldName(path),
    message,
  })
  const reading: Reading = { parsed: raw.parsed, texts: raw.texts, register, councils, policies, news, help, sources, fault }
  if (!municipality) return { reading, data: null }
  const data: MunicipalityData = {
    municipality,
    sources: { texts: known.texts.map(one => ({ ...one, content: raw.texts.get(`sources/${one.file}`) ?? '' })), pages: known.pages },
    help: help.flatMap(one => one.data.numbers),
    councils: councils.map(one => one.data),
    policies: policies.map(one => one.data),
    news: news.map(one => one.data),
  }
  return { reading, data }
}

const inOrder = (faults: Fault[]) =>
  [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line || (a.field < b.field ? -1 : 1) : a.file < b.file ? -1 : 1))
