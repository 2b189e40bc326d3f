// Every quote stands word for word in the text it names, and no word of a shipped text is left out of the register.
import type { Reading } from './data.ts'
import type { Fault, Path } from './faults.ts'

/** Faults of the register, of the sources of rules, and of news that repeat a text. */
export function checkQuotes(reading: Reading): Fault[] {
  return [...registered(reading), ...ruleSources(reading), ...verbatimNews(reading)]
}

function registered({ sources, texts, fault }: Reading): Fault[] {
  return sources.flatMap(({ file, data }) =>
    data.texts.flatMap((source, at) => {
      const path = ['texts', at]
      const content = texts.get(`sources/${source.file}`)
      if (content === undefined) return [fault(file, [...path, 'file'], `There is no file sources/${source.file}.`)]
      const faults: Fault[] = []
      const expect = (where: Path, said: string, inside: string, name: string) => {
        if (!inside.includes(said)) faults.push(fault(file, where, `These words do not stand in ${name}: "${said}"`))
      }
      for (const [place, sentence] of source.sentences.entries()) {
        const here = [...path, 'sentences', place]
        expect([...here, 'text', 'da'], sentence.text.da, content, `sources/${source.file}`)
        for (const [nth, verb] of sentence.verbs.entries()) expect([...here, 'verbs', nth], verb, sentence.text.da, sentence.id)
        for (const [nth, part] of sentence.parts.entries()) {
          expect([...here, 'parts', nth, 'text', 'da'], part.text.da, sentence.text.da, sentence.id)
          for (const [last, verb] of part.verbs.entries()) expect([...here, 'parts', nth, 'verbs', last], verb, part.text.da, part.id)
        }
      }
      for (const [nth, heading] of source.headings.entries()) expect([...path, 'headings', nth], heading, content, `sources/${source.file}`)
      return [...faults, ...leftOver(`sources/${source.file}`, content, [...source.sentences.map(one => one.text.da), ...source.headings])]
    }),
  )
}

/** Words of a shipped text that belong to no sentence and no heading; spaces, bullets and dashes do not count. */
function leftOver(file: string, content: string, pieces: string[]): Fault[] {
  let rest = content
  for (const piece of [...pieces].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(piece, words => words.replace(/[^\n]/g, ' '))
  return rest.split('\n').flatMap((line, at) => {
    const words = line.replace(/[\s•–-]+/g, ' ').trim()
    return words === ''
      ? []
      : [{ file, line: at + 1, field: '', message: `These words belong to no sentence in sources/index.yaml: "${words}"` }]
  })
}

function ruleSources({ councils, register, fault }: Reading): Fault[] {
  if (register === null) return []
  const { quotes, pages } = register
  return councils.flatMap(({ file, data: council }) =>
    council.charters.flatMap((charter, at) =>
      (['groups', 'rules'] as const).flatMap(list =>
        charter.document[list].flatMap((one, place) => {
          if (!one.source) return []
          const path = ['charters', at, 'document', list, place, 'source']
          const { ref, text } = one.source
          const said = quotes.get(ref)
          if (!said && !pages.has(ref))
            return [fault(file, [...path, 'ref'], `There is no sentence or page "${ref}" in sources/index.yaml.`)]
          if (text === undefined) return said ? [fault(file, path, `Quote the words of ${ref} in "text".`)] : []
          if (!said)
            return [
              fault(
                file,
                [...path, 'text'],
                `Only a shipped text can be quoted; "${ref}" is an outside page. Leave "text" out, or ship the text.`,
              ),
            ]
          return said.text.da.includes(text)
            ? []
            : [fault(file, [...path, 'text'], `These words do not stand in ${ref}, which says: "${said.text.da}"`)]
        }),
      ),
    ),
  )
}

function verbatimNews({ news, sources, texts, register, fault }: Reading): Fault[] {
  return news.flatMap(({ file, data: item }) => {
    if (item.verbatim === null || register === null) return []
    const source = sources.flatMap(one => one.data.texts).find(text => text.slug === item.verbatim)
    if (!source) return [fault(file, ['verbatim'], `There is no text "${item.verbatim}" in sources/index.yaml.`)]
    const body = bare(item.body)
    const content = texts.get(`sources/${source.file}`) ?? ''
    const dateless = bare(content.slice(content.indexOf('\n') + 1))
    if (body === dateless || body === bare(content)) return []
    return [
      fault(
        file,
        ['verbatim'],
        `The text below is not word for word that of sources/${source.file}; it first differs at "${differsAt(body, dateless)}".`,
      ),
    ]
  })
}

const bare = (words: string) =>
  words
    .split('\n')
    .map(line => line.replace(/^[\s#>•-]+/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

function differsAt(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one.slice(Math.max(0, at - 10), at + 40)
}
