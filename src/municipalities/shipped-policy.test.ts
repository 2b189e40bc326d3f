// The shipped policy says what the text says.
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { cited, type MunicipalityData, notFilledIn } from './data.ts'
import { itemsOf } from './items.ts'
import { readMunicipality } from './read.ts'

const DIR = join(import.meta.dirname, '../../municipalities/glostrup')

let hashes: Map<string, string>
let data: MunicipalityData
beforeAll(async () => {
  const result = await readMunicipality(DIR)
  if (!result.ok) throw new Error(result.faults.map(fault => `${fault.file}:${fault.line} ${fault.field} ${fault.message}`).join('\n'))
  data = result.data
  hashes = result.hashes
})
const sentenceOf = (id: string) => {
  const found = cited(data, id)
  if (found === null || 'page' in found) throw new Error(`${id} is no sentence`)
  return found.sentence
}
const commitments = () => data.policies[0]!.goals.flatMap(goal => goal.commitments)

test('data of B25: of the two texts only the leftover button is no data', () => {
  expect(
    data.sources.texts
      .flatMap(text => text.sentences)
      .filter(one => one.notData !== null)
      .map(one => one.id),
  ).toEqual(['B25'])
})

test('B0: one policy, one vision, one message, four goals and fourteen commitments', () => {
  expect(data.policies).toHaveLength(1)
  expect(data.policies[0]!.goals.map(goal => [goal.slug, goal.quote.ref, goal.commitments.length])).toEqual([
    ['kvalitet', 'B3', 4],
    ['boern-og-unge', 'B4', 2],
    ['aeldre', 'B5', 5],
    ['arbejdsplads', 'B6', 3],
  ])
  expect(commitments().map(one => one.ref)).toEqual([
    'B10',
    'B11',
    'B12',
    'B13',
    'B14',
    'B15',
    'B16',
    'B18',
    'B19',
    'B20',
    'B21',
    'B22',
    'B23',
    'B24',
  ])
})

test('B0: the policy is a party’s proposal and nothing in it is adopted', () => {
  expect(data.policies[0]!.mandate).toMatchObject({
    state: 'proposed_by_party',
    by: { da: 'Radikale Venstre i Glostrup' },
    on: null,
    decision: null,
    sources: expect.arrayContaining(['radikale-program']),
  })
  for (const one of commitments()) expect(one.mandate).toBeNull()
})

test('B8, B9: message and vision are referenced and not copied', () => {
  const { vision, message } = data.policies[0]!
  expect([vision.quote.ref, vision.repeated.map(one => one.ref)]).toEqual(['B1', ['B9']])
  expect([message.quote.ref, message.repeated.map(one => one.ref)]).toEqual(['B2', ['B8']])
})

test('data of B10b, B17, B19: "hvor muligt", "kan være" and "gerne" keep their force', () => {
  expect(['B10a', 'B10b', 'B17', 'B19'].map(id => sentenceOf(id).force)).toEqual(['must', 'must_where_possible', 'example', 'aim'])
})

test('data of B12: all four councils are to be involved', () => {
  const involved = commitments().find(one => one.ref === 'B12')!.councils
  expect([...involved].sort()).toEqual(data.councils.map(one => one.slug).sort())
})

test('B17: four default tags', () => {
  expect(
    commitments()
      .find(one => one.ref === 'B16')!
      .examples!.items.map(item => item.slug),
  ).toEqual(['bolig', 'mad', 'motion', 'sociale-aktiviteter'])
})

test('data of B19, B24: a level without a defined target says what is not known', () => {
  for (const one of commitments().filter(each => each.kind === 'level')) {
    expect(one.target).toBeNull()
    expect(one.unknown.length).toBeGreaterThan(0)
  }
})

test('data of B21: the bus was free from 2017 and costs money from 29 June 2020, each with its sources', () => {
  const bus = commitments().find(one => one.ref === 'B21')!
  expect(bus.kind).toBe('binary')
  expect(bus.history.map(one => [one.from, one.to, one.state])).toEqual([
    ['2017', '2020-06-28', 'free'],
    ['2020-06-29', null, 'fare'],
  ])
  for (const one of bus.history) expect(one.sources.length).toBeGreaterThan(0)
})

test('numbers to call: only 112 is shown until somebody confirms the others', () => {
  expect(data.help.map(line => [line.slug, line.phone, line.shown, line.missing])).toEqual([
    ['112', '112', true, false],
    ['vagttelefon', null, false, true],
    ['bekymring-for-et-barn', null, false, true],
    ['alkolinjen', '80 200 500', false, false],
    ['livslinien', '70 20 12 01', false, false],
  ])
})

test('nothing is invented: what the texts do not give is listed for the operator', () => {
  expect(data.municipality.authority.state).toBe('unconfirmed')
  expect(data.municipality.contacts).toMatchObject([
    { person: null, deputy: null, phone: null, address: null, hours: null, email: 'hr.politik@glostrup.dk' },
  ])
  const gaps = notFilledIn(data).map(gap => `${gap.item} ${gap.field}`)
  expect(gaps).toEqual(
    expect.arrayContaining([
      'municipality:glostrup authority',
      'contact:raad phone',
      'contact:raad person',
      'help:vagttelefon phone',
      'help:livslinien confirmed',
      'municipality:glostrup closingDays',
    ]),
  )
  for (const term of data.municipality.electoralTerms) expect(term.shown).toBe(false)
})

test('each item has a key and a hash of its own', () => {
  for (const key of [
    'municipality:glostrup',
    'council:udsatteraad',
    'charter:udsatteraad/1',
    'policy:social-og-sundhed',
    'goal:social-og-sundhed/aeldre',
    'commitment:social-og-sundhed/servicebus',
    'help:112',
    'news:2019-06-24-to-nye-raad',
    'unit:administrationen',
    'contact:raad',
    'district:vestervang',
    'text:opslag-2019',
  ]) {
    expect(hashes.get(key), key).toMatch(/^[0-9a-f]{64}$/)
  }
  expect(hashes.size).toBe(itemsOf(data).length)
})
