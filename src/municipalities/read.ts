// Reads a municipality's folder as data, or says everything that is wrong with it.
import type { z } from 'zod'
import { checkCharters } from './check-charters.ts'
import { checkLinks } from './check-links.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkWording } from './check-wording.ts'
import { type Fault, fieldName, type Path } from './faults.ts'
import { fit, listFiles, type Parsed, parseYaml, readText, splitFrontMatter } from './files.ts'
import { itemsOf } from './items.ts'
import type { CharterCheck } from './schema-charter.ts'
import { type Council, councilFile } from './schema-council.ts'
import { type HelpNumber, helpFile } from './schema-help.ts'
import { type Municipality, municipalityFile } from './schema-municipality.ts'
import { type News, newsBlocks, newsHead } from './schema-news.ts'
import { type Policy, policyFile } from './schema-policy.ts'
import { type Register, registerOf, type SourcePage, type SourceText, sourcesFile } from './schema-sources.ts'

/** Everything a municipality's folder says, checked and complete. */
export type MunicipalityData = {
  municipality: Municipality
  sources: { texts: SourceText[]; pages: SourcePage[] }
  help: HelpNumber[]
  councils: Council[]
  policies: Policy[]
  news: News[]
}

/** The files as they were read, for checks that compare one with another. `where` names the file and line of a field. */
export type Reading = {
  data: MunicipalityData
  where: (file: string, path: Path) => Pick<Fault, 'file' | 'line' | 'field'>
  parsed: Map<string, Parsed>
}

export type ReadResult = { ok: true; data: MunicipalityData; hashes: Map<string, string> } | { ok: false; faults: Fault[] }

/**
 * The municipality in `dir`, with one content hash per item (`council:udsatteraad`, `help:112` …), or all faults at once.
 * `charterCheck` judges charter documents; without it only their outer shape is looked at.
 */
export async function readMunicipality(dir: string, options: { charterCheck?: CharterCheck } = {}): Promise<ReadResult> {
  const { files, faults } = await listFiles(dir).catch(() => ({ files: [] as string[], faults: [] as Fault[] }))
  if (files.length === 0 && faults.length === 0) {
    return {
      ok: false,
      faults: [
        {
          file: dir,
          line: 1,
          field: '',
          message: 'There is no municipality in this folder: it cannot be read, or it has no municipality.yaml.',
        },
      ],
    }
  }
  const parsed = new Map<string, Parsed>()
  const texts = new Map<string, string>()
  for (const file of files) {
    const source = await readText(dir, file)
    if (typeof source !== 'string') faults.push(source)
    else if (file.endsWith('.txt')) texts.set(file, source)
    else keep(file, file.endsWith('.md') ? openNews(file, source, texts) : parseYaml(file, source))
  }
  function keep(file: string, result: Parsed | Fault[]) {
    if (Array.isArray(result)) faults.push(...result)
    else parsed.set(file, result)
  }
  const every = <Schema extends z.ZodType>(folder: string, schema: Schema): { file: string; data: z.output<Schema> }[] =>
    [...parsed.values()]
      .filter(one => one.file.startsWith(`${folder}/`))
      .flatMap(one => {
        const { data, faults: found } = fit(one, schema)
        faults.push(...found)
        return data === null ? [] : [{ file: one.file, data }]
      })

  const known = every('sources', sourcesFile)
  const allSources = { texts: known.flatMap(one => one.data.texts), pages: known.flatMap(one => one.data.pages) }
  const unsure = files.some(file => file.startsWith('sources/') && file.endsWith('.yaml')) && known.length === 0
  const register: Register = unsure ? null : registerOf(allSources)

  const main = parsed.get('municipality.yaml')
  if (!main && !faults.some(fault => fault.file === 'municipality.yaml')) {
    faults.push({ file: 'municipality.yaml', line: 1, field: '', message: 'The file municipality.yaml is missing.' })
  }
  const municipality = main ? fit(main, municipalityFile(register)) : { data: null, faults: [] }
  faults.push(...municipality.faults)
  const help = every('help', helpFile(register))
  const councils = every('councils', councilFile(register))
  const policies = every('policies', policyFile(register))
  const news = every('news', newsHead(register))
  if (faults.length > 0 || municipality.data === null) return { ok: false, faults: inOrder(faults) }

  const data: MunicipalityData = {
    municipality: municipality.data,
    sources: { texts: allSources.texts.map(one => ({ ...one, content: texts.get(`sources/${one.file}`) ?? '' })), pages: allSources.pages },
    help: help.flatMap(one => one.data.numbers),
    councils: councils.map(one => one.data),
    policies: policies.map(one => one.data),
    news: news.map(one => ({ ...one.data, body: texts.get(one.file)!, blocks: newsBlocks(texts.get(one.file)!) })),
  }
  const where = (file: string, path: Path) => ({ file, line: parsed.get(file)?.lineOf(path) ?? 1, field: fieldName(path) })
  const reading: Reading = { data, where, parsed }
  faults.push(
    ...checkLinks(reading),
    ...checkQuotes(reading, texts),
    ...checkWording(reading),
    ...checkCharters(reading, options.charterCheck),
  )
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) }
  return { ok: true, data, hashes: new Map(itemsOf(data).map(item => [item.key, item.hash])) }
}

/** The fields of a news file as parsed YAML; its text is kept beside. */
function openNews(file: string, source: string, texts: Map<string, string>): Parsed | Fault[] {
  const parts = splitFrontMatter(file, source)
  if (!('head' in parts)) return [parts]
  texts.set(file, parts.body)
  return parseYaml(file, parts.head, 2)
}

const inOrder = (faults: Fault[]) =>
  [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line || (a.field < b.field ? -1 : 1) : a.file < b.file ? -1 : 1))
