// Tests of the check command: exit codes and lines.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCommand } from './check.ts'
import { avoided } from './check-wording.ts'
import { contrastOnWhite } from './contrast.ts'
import { didYouMean } from './did-you-mean.ts'
import { contentHash, itemsOf } from './items.ts'
import { readMunicipality } from './read.ts'
import { newsBlocks } from './schema-news.ts'

const SHIPPED = join(import.meta.dirname, '../../municipalities')

test('the command says that a sound municipality is in order, and what is not filled in', async () => {
  const { exit, out, err } = await checkCommand(join(SHIPPED, 'glostrup'))
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out).toMatch(/^Glostrup Kommune: in order\. \d+ items: 4 councils/)
  expect(out).toContain('contact:raad phone')
})

test('the command prints one line per fault, with file, line and field', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kommune-'))
  await cp(join(SHIPPED, 'nordhavre'), dir, { recursive: true })
  const file = join(dir, 'municipality.yaml')
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('accent: "#5a2a6b"', 'accent: "#c9a0dc"').replace('invented: true', 'invented: maybe'),
  )
  const { exit, out, err } = await checkCommand(dir)
  await rm(dir, { recursive: true })
  expect(exit).toBe(1)
  expect(out.trimEnd().split('\n')).toEqual([
    `${file}:4: invented: This is "maybe"; true or false belongs here.`,
    expect.stringMatching(new RegExp(`^${file}:8: accent: The contrast of #c9a0dc on white is 2\\.\\d:1; at least 7:1 is needed`)),
  ])
  expect(err).toBe('2 faults. Nothing was changed.\n')
})

test('B2e: each kind of what people tell may have its own period, within a range that is said with file, line and field', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kommune-'))
  await cp(join(SHIPPED, 'nordhavre'), dir, { recursive: true })
  const file = join(dir, 'municipality.yaml')
  const before = await readFile(file, 'utf8')
  const line = before.split('\n').indexOf('retention:') + 2
  const check = async (...rules: string[]) => {
    await writeFile(file, before.replace('retention:\n', `retention:\n${rules.map(rule => `  ${rule}\n`).join('')}`))
    return await checkCommand(dir)
  }
  const rest = 'afterwards: erase, standard: false, note: {da: Besluttet af det opdigtede byråd.}'
  expect((await check(`voice_young: {keepDays: 180, warnDays: 14, ${rest}}`, `voice_staff: {keepDays: null, ${rest}}`)).exit).toBe(0)
  const { exit, out } = await check(
    `voice_young: {keepDays: 7, ${rest}}`,
    `voice_foster: {keepDays: 365, warnDays: 2, ${rest}}`,
    `voice: {keepDays: 4000, ${rest}}`,
    `voice_stranger: {keepDays: 90, ${rest}}`,
  )
  await rm(dir, { recursive: true })
  expect(exit).toBe(1)
  const of = (at: number, field: string) => `${file}:${line + at}: retention.${field}: `
  expect(out).toContain(`${of(0, 'voice_young.keepDays')}7 is not possible for what people tell: write a number of days from 30 to 3650`)
  expect(out).toContain(`${of(1, 'voice_foster.warnDays')}2 is not possible for what people tell: write a number of days from 7 to 90.`)
  expect(out).toContain(`${of(2, 'voice.keepDays')}4000 is not possible`)
  expect(out).toContain(of(3, 'voice_stranger'))
})

test('a folder without a municipality cannot be used', async () => {
  const { exit, err } = await checkCommand(join(SHIPPED, 'findes-ikke'))
  expect(exit).toBe(2)
  expect(err).toMatch(/municipality\.yaml is missing/)
})

test('the second municipality is data only: 18 members, no chair, two years, not consulted, other languages', async () => {
  const result = await readMunicipality(join(SHIPPED, 'nordhavre'))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  const { municipality, councils, policies } = result.data
  const { procedure, charters } = councils[0]!
  expect(municipality).toMatchObject({ invented: true, languages: ['da', 'de', 'pl'] })
  expect(charters[0]!.document.groups.reduce((sum, group) => sum + (group.voting ? Number(group.max) : 0), 0)).toBe(18)
  expect([procedure.chair.value, procedure.term.value, procedure.consulted.value]).toEqual(['none', { kind: 'years', years: 2 }, false])
  expect(policies[0]!.mandate).toMatchObject({ state: 'adopted', on: '2025-03-04' })
  const files = await readdir(join(SHIPPED, 'nordhavre'), { recursive: true, withFileTypes: true })
  for (const file of files.filter(entry => entry.isFile())) {
    const text = await readFile(join(file.parentPath, file.name), 'utf8')
    expect(text, file.name).not.toMatch(/glostrup/i)
  }
})

test('an edit changes the hash of its own item and of no other', async () => {
  const result = await readMunicipality(join(SHIPPED, 'nordhavre'))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  const edited = structuredClone(result.data)
  edited.policies[0]!.goals[0]!.commitments[1]!.plain.da = 'Unge får tolv nye boliger.'
  edited.help[1]!.phone = '12 34 56 78'
  const changed = itemsOf(edited).filter(item => item.hash !== result.hashes.get(item.key))
  expect(changed.map(item => item.key)).toEqual(['help:natvagt', 'commitment:boligplan/ungdomsboliger'])
})

test('a content hash does not depend on the order of fields, and tells different contents apart', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fields => {
      const turned = Object.fromEntries(Object.entries(fields).reverse())
      expect(contentHash(turned)).toBe(contentHash(fields))
      expect(contentHash({ ...fields, 'one more': 1 })).not.toBe(contentHash({ ...fields, 'one more': 2 }))
    }),
  )
})

test.each([
  ['council', ['councils', 'policies'], 'councils'],
  ['Contatcs', ['contacts', 'committees'], 'contacts'],
  ['zzz', ['contacts', 'committees'], null],
])('did you mean: %s', (typed, known, meant) => expect(didYouMean(typed, known)).toBe(meant))

test('contrast on white: black 21, white 1, the shipped accents at least 7', () => {
  expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5)
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5)
  expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2)
  expect(contrastOnWhite('#0b4a66')).toBeGreaterThan(7)
})

test.each([
  'de hjemløse',
  'alkoholmisbrugere',
  'de svage',
  'ghettoen',
  'svage ældre',
  'de udsatte',
  'en prostitueret',
  'the homeless',
  'drug abusers',
  'addicts',
])('B2e: "%s" is not our word', words => expect(avoided(`Vi hjælper ${words}.`)).toHaveLength(1))
test.each([
  'mennesker i hjemløshed',
  'mennesker i en udsat livssituation',
  'hjemløshed',
  'prostitution',
  'misbrug',
  'people experiencing homelessness',
  'de udsatte familier',
])('B2e: "%s" may be said', words => expect(avoided(`Vi hjælper ${words}.`)).toEqual([]))

test('news are set in blocks without markup', () => {
  expect(newsBlocks('## Et\n\nTo\nlinjer\n\n- a\n- b - c\n\n> - sagt\n')).toEqual([
    { kind: 'heading', text: 'Et' },
    { kind: 'paragraph', text: 'To linjer' },
    { kind: 'list', items: ['a', 'b - c'] },
    { kind: 'quote', text: '- sagt' },
  ])
})
