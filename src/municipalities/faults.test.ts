// Every planted fault is found at its file, line and field.
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Fault } from './faults.ts'
import { parseYaml } from './files.ts'
import { readMunicipality } from './read.ts'

const GLOSTRUP = join(import.meta.dirname, '../../municipalities/glostrup')
const made: string[] = []
afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true })
})

/** A copy of the shipped municipality with each change planted. */
async function planted(...changes: { file: string; from?: string; to: string | Buffer }[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'kommune-'))
  made.push(dir)
  await cp(GLOSTRUP, dir, { recursive: true })
  for (const { file, from, to } of changes) {
    const path = join(dir, file)
    await mkdir(dirname(path), { recursive: true })
    if (from === undefined || typeof to !== 'string') await writeFile(path, to)
    else {
      const before = await readFile(path, 'utf8')
      expect(before, `the words to change stand in ${file}`).toContain(from)
      await writeFile(
        path,
        before.replace(from, () => to),
      )
    }
  }
  return dir
}

/** Fifty copies differ from each other in a line or two: a file whose text was read before is the same again. */
const parsed = new Map<string, ReturnType<typeof parseYaml>>()
const readOnce: typeof parseYaml = (file, source, firstLine) => {
  const key = `${file} ${firstLine} ${source}`
  const known = parsed.get(key) ?? parseYaml(file, source, firstLine)
  parsed.set(key, known)
  return known
}
const faultsIn = async (dir: string, options = {}): Promise<Fault[]> => {
  const result = await readMunicipality(dir, { parse: readOnce, ...options })
  return result.ok ? [] : result.faults
}

const lineOf = async (dir: string, file: string, words: string) => {
  const lines = (await readFile(join(dir, file), 'utf8')).split('\n')
  return lines.findIndex(line => line.includes(words)) + 1
}

const MAIN = 'municipality.yaml'
const UDSATTE = 'councils/udsatteraad.yaml'
const SOURCES = 'sources/index.yaml'

type Planted = { name: string; file: string; in?: string; from: string; to: string; at: string; field: string; says: string }
const cases: Planted[] = parse(readFileSync(join(import.meta.dirname, 'faults.planted.yaml'), 'utf8'))

test.each(cases)('planted: $name', async ({ file, from, to, in: elsewhere, at, field, says }) => {
  const dir = await planted({ file, from, to })
  const where = elsewhere ?? file
  const faults = (await faultsIn(dir)).filter(fault => fault.file === where && fault.field === field)
  expect(faults.map(fault => fault.message).join('\n')).toMatch(new RegExp(says))
  expect(faults[0]!.line).toBe(await lineOf(dir, where, at))
})

test('all faults come at once, in the order of the files', async () => {
  const dir = await planted(
    { file: UDSATTE, from: 'statutory: false', to: 'statutory: perhaps' },
    { file: MAIN, from: 'number: {value: "161"', to: 'number: {value: "16"' },
    { file: MAIN, from: 'accent: "#0b4a66"', to: 'accent: "#ffffff"' },
  )
  const faults = await faultsIn(dir)
  expect(faults.map(fault => `${fault.file} ${fault.field}`)).toEqual([`${UDSATTE} statutory`, `${MAIN} number.value`, `${MAIN} accent`])
  for (const fault of faults) expect(fault.message).not.toContain('\n')
})

test('a faulty register is reported once and not for every quote', async () => {
  const dir = await planted({ file: SOURCES, from: 'force: example', to: 'force: exampel' })
  expect((await faultsIn(dir)).map(fault => fault.file)).toEqual([SOURCES])
})

test('files nobody reads, files that are not UTF-8, and a missing municipality.yaml are faults', async () => {
  const dir = await planted(
    { file: 'council/udsatteraad.yaml', to: 'slug: x' },
    { file: 'news/brev.docx', to: 'x' },
    { file: 'help/local.yaml', to: Buffer.from([0x6e, 0xe6, 0x0a]) },
  )
  const faults = await faultsIn(dir)
  expect(faults.find(fault => fault.file === 'council')?.message).toMatch(/Did you mean "councils"/)
  expect(faults.find(fault => fault.file === 'news/brev.docx')?.message).toMatch(/Nothing reads this/)
  expect(faults.find(fault => fault.file === 'help/local.yaml')?.message).toMatch(/not UTF-8/)
  await rm(join(dir, MAIN))
  expect((await faultsIn(dir)).find(fault => fault.file === MAIN)?.message).toMatch(/missing/)
})

test('files written on Windows, with a return at the end of each line, are read like any other', async () => {
  const dir = await planted()
  const file = join(dir, 'news/2019-06-24-to-nye-raad.md')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'))
  expect(await faultsIn(dir)).toEqual([])
})

test('the engine judges charters, and its faults stand at their lines', async () => {
  const dir = await planted()
  const refused = { path: ['rules', 0, 'who'], message: 'This predicate cannot be read.' }
  const charterCheck = (document: unknown) => ((document as { id: string }).id === 'udsatteraad' ? [refused] : [])
  const faults = await faultsIn(dir, { charterCheck })
  expect(faults).toEqual([
    {
      file: UDSATTE,
      line: await lineOf(dir, UDSATTE, 'who: {attr: roles, hasAny: [user, user_rep]}'),
      field: 'charters[0].document.rules[0].who',
      message: refused.message,
    },
  ])
})

test('a second charter version may not overlap the first', async () => {
  const dir = await planted({ file: 'councils/seniorraad.yaml', from: 'charters:\n', to: 'charters:\n' })
  const path = join(dir, 'councils/seniorraad.yaml')
  const text = await readFile(path, 'utf8')
  const first = text.slice(text.indexOf('  - version: 1'))
  await writeFile(path, text + first.replace('version: 1', 'version: 2').replace('2022-10-31', '2024-01-01'))
  expect((await faultsIn(dir)).map(fault => [fault.field, fault.message.slice(0, 30)])).toEqual([
    ['charters[1].validFrom', 'Version 1 is still valid on th'],
  ])
})
