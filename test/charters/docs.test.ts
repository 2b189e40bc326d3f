// Every example in docs/charters.md is what it says it is.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { charterCommand } from '../../src/councils/charters/command.ts'
import { readCharter, readFrame } from '../../src/councils/charters/index.ts'
import { ruleKinds } from '../../src/councils/charters/schema.ts'

const text = readFileSync(new URL('../../docs/charters.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/```yaml (\w+)(?: broken=(\S+))?\n([\s\S]*?)```/g)].map(([, kind, broken, yaml]) => ({
  kind,
  broken,
  yaml: yaml!,
}))

describe('docs/charters.md', () => {
  test('A9 A29: there is a worked example of every kind of rule', () => {
    for (const kind of Object.keys(ruleKinds))
      expect(
        blocks.filter(block => block.kind === 'check' && block.yaml.includes(`kind: ${kind}`)),
        kind,
      ).not.toEqual([])
    expect(blocks.length).toBeGreaterThanOrEqual(11)
  })
  for (const [at, { kind, broken, yaml }] of blocks.entries()) {
    test(`A9: example ${at + 1} (${kind}${broken ? ` ${broken}` : ''})`, async () => {
      if (kind === 'charter') return expect(readCharter(parse(yaml))).toHaveProperty('charter')
      if (kind === 'frame') return expect(readFrame(parse(yaml))).toHaveProperty('frame')
      const { exit, out, err } = await charterCommand('check', yaml)
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      return expect(JSON.parse(out)).toMatchObject({ ok: false, broken: [broken] })
    })
  }
})
