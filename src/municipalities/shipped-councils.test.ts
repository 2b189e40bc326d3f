// The shipped councils say what the texts say.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { MunicipalityData } from './data.ts'
import { readMunicipality } from './read.ts'

const DIR = join(import.meta.dirname, '../../municipalities/glostrup')
const ANNOUNCEMENT = 'opslag-2019'

let data: MunicipalityData
beforeAll(async () => {
  const result = await readMunicipality(DIR)
  if (!result.ok) throw new Error(result.faults.map(fault => `${fault.file}:${fault.line} ${fault.field} ${fault.message}`).join('\n'))
  data = result.data
})
const council = (slug: string) => data.councils.find(one => one.slug === slug)!
type Group = { id: string; voting: boolean; min: number; max: number; appointed_by: string; eligible?: unknown; source: { ref: string } }
type Rule = { id: string; kind: string; strength: string; values: string[]; who: { hasAny: string[] }; source: { ref: string } }
type Document = { groups: Group[]; rules: Rule[]; labels: Record<string, { da: string }> }
const charter = (slug: string) => council(slug).charters.at(-1)!.document as unknown as Document
const bare = (words: string) =>
  words
    .replace(/[#>•]/g, ' ')
    .replace(/^\s*-\s/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('data of A0: the announcement is the first news, published on 24 June 2019 at 11:56, and word for word', async () => {
  const [first] = [...data.news].sort((one, other) => (one.versions[0]!.published < other.versions[0]!.published ? -1 : 1))
  expect(first).toMatchObject({ slug: '2019-06-24-to-nye-raad', publisher: 'Glostrup Kommune', titleOurs: true, verbatim: ANNOUNCEMENT })
  expect(first!.versions).toMatchObject([{ version: 1, published: '2019-06-24T11:56' }])
  const file = await readFile(join(DIR, 'sources/2019-06-24-to-nye-raad.txt'), 'utf8')
  expect(bare(first!.body)).toBe(bare(file.slice(file.indexOf('\n'))))
  expect(first!.blocks.filter(block => block.kind === 'heading')).toHaveLength(3)
  expect(first!.blocks.find(block => block.kind === 'list')).toMatchObject({ items: { length: 3 } })
  expect(first!.blocks.find(block => block.kind === 'quote')).toMatchObject({
    text: expect.stringContaining('Jeg synes, at vi i Glostrup'),
  })
})

test('data of A11: the repeated sentence is kept twice in the text and counts once', () => {
  const { content, sentences } = data.sources.texts.find(text => text.slug === ANNOUNCEMENT)!
  const said = sentences.find(one => one.id === 'A10')!.text.da
  expect(content.split(said)).toHaveLength(3)
  expect(sentences.find(one => one.id === 'A11')!.sameAs).toBe('A10')
  expect(charter('udsatteraad').rules.filter(rule => rule.id === 'users')).toHaveLength(1)
})

test('data of A4: themes are words for services and never a mark on a person', () => {
  expect(data.municipality.themes.filter(theme => theme.sources.includes('A4')).map(theme => theme.slug)).toEqual([
    'hjemloeshed',
    'stoffer-og-alkohol',
    'prostitution',
    'psykisk-sygdom',
    'vold-i-relationer',
  ])
})

test('data of A8, A9, A12, A13: the Udsatteråd has four and three seats and one or two advisers without a vote', () => {
  const groups = charter('udsatteraad').groups
  expect(groups.map(group => [group.id, group.voting, group.min, group.max, group.appointed_by])).toEqual([
    ['external', true, 4, 4, 'municipal_council'],
    ['council', true, 3, 3, 'municipal_council'],
    ['adviser', false, 1, 2, 'administration'],
  ])
  expect(groups.map(group => group.source.ref)).toEqual(['A9', 'A12', 'A8'])
})

test('data of A10: two users is a wish and municipal employees are a hint', () => {
  const rules = charter('udsatteraad').rules
  expect(rules.map(rule => [rule.id, rule.strength, rule.source.ref])).toEqual([
    ['users', 'should', 'A10'],
    ['staff', 'hint', 'A9'],
  ])
})

test('data of A14: three competences the advisers are to cover', () => {
  expect(council('udsatteraad').competences).toHaveLength(3)
})

test('data of A15, A16, A17: the three purposes, each with its own sentence', () => {
  expect(council('udsatteraad').purposes.map(purpose => [purpose.quote.ref, purpose.quote.force])).toEqual([
    ['A15', 'must'],
    ['A16', 'must'],
    ['A17', 'must'],
  ])
})

test('data of A18, A19, A20: the purposes of the Integrationsråd keep three different forces', () => {
  expect(council('integrationsraad').purposes.map(purpose => [purpose.quote.ref, purpose.quote.force])).toEqual([
    ['A18', 'must'],
    ['A19', 'intends'],
    ['A20', 'may'],
  ])
})

test('data of A21: the chair is known on one day, with an open beginning and end', () => {
  expect(data.municipality.offices).toMatchObject([
    { person: 'Torben Jensen', office: 'chair', body: 'erhvervs-og-arbejdsmarkedsudvalget', from: null, to: null, seenOn: ['2019-06-24'] },
  ])
})

test('data of A22: what a politician said is a claim with the office held and no figures attached', () => {
  const said = council('integrationsraad').statements
  expect(said.map(one => [one.quote.ref, one.quote.force])).toEqual(['A22', 'A23', 'A24', 'A25', 'A26'].map(id => [id, 'claim']))
  for (const one of said) expect(one).toMatchObject({ office: 'torben-jensen-2019', figures: [] })
})

test('data of A26: the sentence about Vestervang is tied to the district', () => {
  expect(council('integrationsraad').statements.find(one => one.quote.ref === 'A26')!.district).toBe('vestervang')
  expect(data.municipality.districts.map(district => district.name.da)).toEqual([
    'Bymidten',
    'Ejby',
    'Hvissinge',
    'Nordvang',
    'Solvang',
    'Søndervang',
    'Vestervang',
  ])
})

test('data of A27: the Integrationsråd ships as recruiting, with its founding and its end in the history', () => {
  const { status, founding, history } = council('integrationsraad')
  expect(status).toMatchObject({ state: 'recruiting', asOf: '2019-06-24' })
  expect(founding).toMatchObject({ body: 'municipal_council', decidedOn: '2019-02' })
  expect(founding!.reason.map(one => one.ref)).toEqual(['A27', 'A28'])
  expect(history.map(one => [one.on, one.event])).toEqual([
    ['2019-02', 'decided'],
    ['2019-06-24', 'announced'],
    ['2019-10', 'abolished'],
  ])
  expect(history.at(-1)!.sources).toEqual(['folkebladet-2019-10'])
})

test('data of A28: the reviews after five, ten and twenty years', () => {
  expect(council('integrationsraad').reviewAfterYears).toMatchObject({ years: [5, 10, 20], quote: { ref: 'A28' } })
})

test('data of A29, A30, A31: residence is a must, ties and circles are wishes, and no group bars a citizen without ties', () => {
  const { groups, rules } = charter('integrationsraad')
  expect(groups).toMatchObject([{ id: 'member', min: 7, max: 7, appointed_by: 'municipal_council' }])
  expect(groups[0]!.eligible).toBeUndefined()
  expect(rules.map(rule => [rule.id, rule.kind, rule.strength])).toEqual([
    ['residence', 'every', 'must'],
    ['ties', 'every', 'should'],
    ['circles', 'cover', 'should'],
  ])
  expect(rules[1]!.who.hasAny).toEqual(rules[2]!.values)
  for (const value of rules[2]!.values) expect(charter('integrationsraad').labels[`ties=${value}`]!.da).toBeTruthy()
})

test('A33: every recruiting council has a complete fact box', () => {
  for (const one of data.councils.filter(each => each.status.state === 'recruiting')) {
    const { what, who, how, deadline, languages, pay, next, contact } = one.factBox
    for (const said of [what, who, how, deadline.text, languages, pay.text, next]) expect(said.da.length).toBeGreaterThan(10)
    expect(pay).toMatchObject({
      decided: false,
      text: { da: expect.stringContaining('Ikke besluttet') },
      sources: ['kommunestyrelsesloven-16a'],
    })
    expect(data.municipality.contacts.map(each => each.slug)).toContain(contact)
    expect(who.da).toContain('kræver ikke dansk statsborgerskab, dansk sprog eller et CV')
  }
})

test('B2f: what a reader meets of a council that looks for members is there in all five languages', () => {
  const missing: string[] = []
  const walk = (value: unknown, path: string): void => {
    // Background is not shown by itself; its sentences stand in the announcement.
    if (typeof value !== 'object' || value === null || path.includes('/background/')) return
    if (typeof (value as { en?: unknown }).en === 'string') {
      const words = value as Record<string, unknown>
      for (const lang of ['da', 'ar', 'tr', 'ur']) if (typeof words[lang] !== 'string') missing.push(`${path} ${lang}`)
      return
    }
    for (const [key, part] of Object.entries(value)) walk(part, `${path}/${key}`)
  }
  const recruiting = data.councils.filter(one => one.nominations.open)
  expect(recruiting.map(one => one.slug).sort()).toEqual(['integrationsraad', 'udsatteraad'])
  for (const one of recruiting) walk(one, one.slug)
  expect(missing).toEqual([])
  walk({ planted: { da: 'kun dansk', en: 'and English' } }, 'x')
  expect(missing).toHaveLength(3)
})

test('data of A35: the only mailbox is the one the text names, and it takes nominations', () => {
  expect(data.municipality.mailboxes).toMatchObject([{ address: 'hr.politik@glostrup.dk', receives: ['nominations'] }])
})

test('data of A36: writing about yourself is optional', () => {
  expect(data.municipality.joining!.steps.find(step => step.ref === 'A36')!.force).toBe('optional')
})

test('data of A37: the promise to be contacted has a clock, which is the product’s own choice', () => {
  expect(data.municipality.promises.contact_nomination).toMatchObject({ value: 5, standard: true, quote: { ref: 'A37', force: 'promise' } })
})

test('data of B18: the Seniorråd is elected, six members of 60 and over who live here', () => {
  const { groups, rules } = charter('seniorraad')
  expect(groups).toMatchObject([{ min: 6, max: 6, filled_by: 'elected' }])
  expect(rules).toMatchObject([{ who: { attr: 'age', gte: 60 } }, { who: { attr: 'resident', eq: true } }, { kind: 'total', min: 5 }])
  expect(council('seniorraad').procedure.term.value).toEqual({ kind: 'years', years: 4 })
})

test('the Handicapråd: three nominated, one local, four councillors', () => {
  expect(charter('handicapraad').groups.map(group => [group.id, group.min, group.max])).toEqual([
    ['disability_organisations', 3, 3],
    ['local_association', 1, 1],
    ['council', 4, 4],
  ])
})

test('every choice among readings is written down with its reason', () => {
  expect(council('udsatteraad').choices.map(choice => choice.id)).toEqual([
    'politiker-og-bruger',
    'en-af-de-tre',
    'ansatte',
    'bopael',
    'begge-raad',
    'tilforordnede',
    'koen',
  ])
  expect(council('integrationsraad').choices.map(choice => choice.id)).toEqual(['kredsene', 'bopael', 'begge-raad', 'koen'])
})
