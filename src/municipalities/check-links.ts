// One file's references to another: every name points to something, no name is given twice, and no sentence of the texts is forgotten.
import type { MunicipalityData, Reading } from './data.ts'
import { allowedHint } from './did-you-mean.ts'
import type { Fault, Path } from './faults.ts'

const MAIN = 'municipality.yaml'
type Whole = Reading & { data: MunicipalityData }

/** Faults of names, references, periods, languages and unused sentences. */
export function checkLinks(reading: Reading, data: MunicipalityData): Fault[] {
  const whole = { ...reading, data }
  return [
    ...fileNames(whole),
    ...twice(whole),
    ...references(whole),
    ...periods(whole),
    ...languages(whole),
    ...unused(whole),
    ...strayTexts(whole),
  ]
}

function fileNames({ councils, policies, news, fault }: Whole): Fault[] {
  return [...councils, ...policies, ...news].flatMap(({ file, data }) => {
    const name = file.replace(/^.*\//, '').replace(/\.\w+$/, '')
    return data.slug === name ? [] : [fault(file, ['slug'], `The file is named "${name}"; the slug must be the same.`)]
  })
}

type Named = { file: string; path: Path; name: string }

function twice({ data, parsed, help, councils, policies, sources, fault }: Whole): Fault[] {
  const lists: Named[][] = (
    ['districts', 'committees', 'units', 'contacts', 'mailboxes', 'offices', 'electoralTerms', 'themes', 'organisationKinds'] as const
  ).map(list => data.municipality[list].map((one, at) => ({ file: MAIN, path: [list, at, 'slug'], name: one.slug })))
  lists.push(
    help.flatMap(({ file, data: { numbers } }) => numbers.map((one, at) => ({ file, path: ['numbers', at, 'slug'], name: one.slug }))),
  )
  lists.push(
    sources.flatMap(({ file, data: { texts, pages } }) => [
      ...texts.map((one, at) => ({ file, path: ['texts', at, 'slug'], name: one.slug })),
      ...pages.map((one, at) => ({ file, path: ['pages', at, 'slug'], name: one.slug })),
    ]),
  )
  lists.push(
    sources.flatMap(({ file, data: { texts } }) =>
      texts.flatMap((source, at) =>
        source.sentences.flatMap((sentence, place) => [
          { file, path: ['texts', at, 'sentences', place, 'id'], name: sentence.id },
          ...sentence.parts.map((part, nth) => ({ file, path: ['texts', at, 'sentences', place, 'parts', nth, 'id'], name: part.id })),
        ]),
      ),
    ),
  )
  // A short address is printed on paper: two councils cannot have the same.
  lists.push(councils.flatMap(({ file, data }) => (data.short ? [{ file, path: ['short'], name: data.short }] : [])))
  for (const { file, data: policy } of policies) {
    lists.push(policy.goals.map((goal, at) => ({ file, path: ['goals', at, 'slug'], name: goal.slug })))
    lists.push(
      policy.goals.flatMap((goal, at) =>
        goal.commitments.map((one, place) => ({ file, path: ['goals', at, 'commitments', place, 'slug'], name: one.slug })),
      ),
    )
  }
  return lists.flatMap(list => {
    const first = new Map<string, Named>()
    return list.flatMap(one => {
      const before = first.get(one.name)
      if (!before) first.set(one.name, one)
      return before
        ? [
            fault(
              one.file,
              one.path,
              `"${one.name}" is given twice; the first stands in ${before.file}, line ${parsed.get(before.file)?.lineOf(before.path)}.`,
            ),
          ]
        : []
    })
  })
}

function references({ data, councils, policies, news, sources, fault }: Whole): Fault[] {
  const faults: Fault[] = []
  const { municipality } = data
  const slugs = (list: { slug: string }[]) => list.map(one => one.slug)
  const contacts = slugs(municipality.contacts)
  const committees = slugs(municipality.committees)
  const must = (file: string, path: Path, name: string | null, known: string[], what: string) => {
    if (name !== null && !known.includes(name)) faults.push(fault(file, path, `There is no ${what} "${name}".${allowedHint(name, known)}`))
  }
  for (const [at, one] of municipality.contacts.entries()) must(MAIN, ['contacts', at, 'unit'], one.unit, slugs(municipality.units), 'unit')
  for (const [at, one] of municipality.mailboxes.entries()) must(MAIN, ['mailboxes', at, 'contact'], one.contact, contacts, 'contact')
  const bodies = [...committees, 'municipal-council']
  for (const [at, one] of municipality.offices.entries()) must(MAIN, ['offices', at, 'body'], one.body, bodies, 'committee')
  for (const { file, data: council } of councils) {
    must(file, ['factBox', 'contact'], council.factBox.contact, contacts, 'contact')
    must(file, ['reportsTo', 'committee'], council.reportsTo.committee, committees, 'committee')
    for (const [at, one] of council.statements.entries()) {
      must(file, ['statements', at, 'office'], one.office, slugs(municipality.offices), 'office')
      must(file, ['statements', at, 'district'], one.district, slugs(municipality.districts), 'district')
    }
  }
  for (const { file, data: policy } of policies) {
    must(file, ['source'], policy.source, slugs(data.sources.texts), 'text')
    must(file, ['owner', 'contact'], policy.owner.contact, contacts, 'contact')
    must(file, ['owner', 'committee'], policy.owner.committee, committees, 'committee')
    for (const [at, goal] of policy.goals.entries()) {
      for (const [place, one] of goal.commitments.entries()) {
        for (const [nth, name] of one.councils.entries())
          must(file, ['goals', at, 'commitments', place, 'councils', nth], name, slugs(data.councils), 'council')
      }
    }
  }
  for (const { file, data: item } of news) {
    for (const [at, name] of item.councils.entries()) must(file, ['councils', at], name, slugs(data.councils), 'council')
  }
  for (const {
    file,
    data: { texts },
  } of sources) {
    for (const [at, source] of texts.entries()) {
      const ids = source.sentences.map(one => one.id)
      for (const [place, one] of source.sentences.entries())
        must(file, ['texts', at, 'sentences', place, 'sameAs'], one.sameAs, ids, 'sentence')
    }
  }
  return faults
}

function periods({ data, news, fault }: Whole): Fault[] {
  const { offices, electoralTerms } = data.municipality
  const turned = (list: string, all: { from: string | null; to: string | null }[]) =>
    all.flatMap((one, at) =>
      one.from !== null && one.to !== null && one.to < one.from
        ? [fault(MAIN, [list, at, 'to'], 'The end lies before the beginning.')]
        : [],
    )
  const versions = news.flatMap(({ file, data: { versions: all } }) =>
    all.flatMap((one, at) => {
      const before = all[at - 1]
      return before && (one.version <= before.version || one.published < before.published)
        ? [fault(file, ['versions', at], 'Versions stand oldest first and are numbered upwards.')]
        : []
    }),
  )
  return [...turned('offices', offices), ...turned('electoralTerms', electoralTerms), ...versions]
}

/** A text in a language the municipality does not offer would never be seen. */
function languages({ data, parsed, fault }: Whole): Fault[] {
  const offered: string[] = data.municipality.languages
  const look = (file: string, value: unknown, path: Path): Fault[] => {
    if (Array.isArray(value)) return value.flatMap((inner, at) => look(file, inner, [...path, at]))
    if (value === null || typeof value !== 'object') return []
    const isText = 'da' in value && typeof value.da === 'string'
    return Object.entries(value).flatMap(([key, inner]) =>
      isText && key !== 'checked' && !offered.includes(key)
        ? [
            fault(
              file,
              [...path, key],
              `The municipality does not offer the language "${key}". Offered: ${offered.join(', ')} (municipality.yaml, languages).`,
            ),
          ]
        : look(file, inner, [...path, key]),
    )
  }
  return [...parsed.values()].flatMap(({ file, content }) => look(file, content, []))
}

/** Each sentence of a shipped text is used, repeats another, or says why it is no data. */
function unused({ data, sources, fault }: Whole): Fault[] {
  const { sources: _register, ...rest } = data
  const used = referencesIn(rest)
  return sources.flatMap(({ file, data: { texts } }) =>
    texts.flatMap((source, at) =>
      source.sentences.flatMap((one, place) => {
        const covered = used.has(one.id) || one.sameAs !== null || one.notData !== null
        const path = ['texts', at, 'sentences', place]
        const parts = one.parts.flatMap((part, nth) =>
          used.has(part.id) ? [] : [fault(file, [...path, 'parts', nth, 'id'], `${part.id} is used nowhere.`)],
        )
        return [
          ...(covered ? [] : [fault(file, [...path, 'id'], `${one.id} is used nowhere. Use it, or say in "notData" why it is no data.`)]),
          ...parts,
        ]
      }),
    ),
  )
}

/** The ids that data point to, by quotes (`ref`) and by citations (`sources`). */
export function referencesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const inner of value) referencesIn(inner, found)
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'ref' && typeof inner === 'string') found.add(inner)
      else if (key === 'sources' && Array.isArray(inner)) for (const name of inner) found.add(String(name))
      else referencesIn(inner, found)
    }
  }
  return found
}

function strayTexts({ sources, texts }: Whole): Fault[] {
  const known = new Set(sources.flatMap(({ data }) => data.texts.map(one => `sources/${one.file}`)))
  return [...texts.keys()]
    .filter(file => file.startsWith('sources/') && !known.has(file))
    .map(file => ({ file, line: 1, field: '', message: 'No text in sources/index.yaml names this file.' }))
}
