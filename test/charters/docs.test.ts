// Every example in docs/charters.md is what it says it is.
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { charterCommand } from '../../src/councils/charters/command.ts'
import { closeSolver, readCharter, readFrame } from '../../src/councils/charters/index.ts'
import { ruleKinds } from '../../src/councils/charters/schema.ts'

afterAll(closeSolver)
const text = readFileSync(new URL('../../docs/charters.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/```yaml (\w+)(?: broken=(\S+))?(?: answer=(.+))?\n([\s\S]*?)```/g)].map(
  ([, kind, broken, answer, yaml]) => ({
    kind: kind!,
    broken,
    answer,
    yaml: yaml!,
  }),
)

describe('docs/charters.md', () => {
  test('A9 A29: there is a worked example of every kind of rule', () => {
    for (const kind of Object.keys(ruleKinds))
      expect(
        blocks.filter(block => block.kind === 'check' && block.yaml.includes(`kind: ${kind}`)),
        kind,
      ).not.toEqual([])
    for (const operation of ['explain', 'propose', 'replace', 'draw'])
      expect(
        blocks.filter(block => block.kind === operation && block.answer),
        operation,
      ).not.toEqual([])
    expect(blocks.length).toBeGreaterThanOrEqual(16)
  })
  for (const [at, { kind, broken, answer, yaml }] of blocks.entries()) {
    test(`A9: example ${at + 1} (${kind}${broken ? ` ${broken}` : ''})`, async () => {
      if (kind === 'charter') return expect(readCharter(parse(yaml))).toHaveProperty('charter')
      if (kind === 'frame') return expect(readFrame(parse(yaml))).toHaveProperty('frame')
      const { exit, out, err } = await charterCommand(kind, yaml)
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      if (answer) return expect(JSON.parse(out)).toMatchObject(JSON.parse(answer))
      return expect(JSON.parse(out)).toMatchObject({ ok: false, broken: [broken] })
    })
  }
})
