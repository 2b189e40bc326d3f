// Every sentence of the shipped texts stands verbatim and is used.
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { referencesIn } from './check-links.ts'
import { cited, type MunicipalityData } from './data.ts'
import { readMunicipality } from './read.ts'

const DIR = join(import.meta.dirname, '../../municipalities/glostrup')
/** The ids of requirements for the two texts: A0 to A37, and B0 to B25 with their parts. */
const A = Array.from({ length: 38 }, (_, at) => `A${at}`)
const PARTS: Record<string, string> = { B1: 'abc', B2: 'abcdef', B10: 'ab', B14: 'ab', B15: 'ab', B20: 'ab', B22: 'abc' }
const B = Array.from({ length: 26 }, (_, at) => `B${at}`).flatMap(id => [id, ...[...(PARTS[id] ?? '')].map(letter => id + letter)])

let data: MunicipalityData
beforeAll(async () => {
  const result = await readMunicipality(DIR)
  if (!result.ok) throw new Error(result.faults.map(fault => `${fault.file}:${fault.line} ${fault.field} ${fault.message}`).join('\n'))
  data = result.data
})
const sentenceOf = (id: string) => {
  const found = cited(data, id)
  if (found === null || 'page' in found) throw new Error(`${id} is no sentence`)
  return found.sentence
}

// Named "sentence A12", not "A12:": that a sentence is in the data does not yet make it true of the product.
describe.each([...A, ...B])('sentence %s', id => {
  test('stands word for word in its text, and the data use it or say why not', () => {
    const found = cited(data, id)
    if (found === null || 'page' in found) throw new Error(`${id} is not in the register`)
    expect(found.text.content).toContain(found.sentence.text.da)
    expect(found.sentence.text.en, 'an English draft').toBeTruthy()
    expect(found.sentence.text.checked, 'nobody has checked the draft').toBeNull()
    const whole = found.text.sentences.find(one => one.id === found.sentence.sentence)!
    const { sources: _register, ...rest } = data
    const used = referencesIn(rest)
    if (id === 'B25') expect(whole.notData?.da).toBeTruthy()
    else if (whole.sameAs === null) expect(used.has(id), `${id} is used`).toBe(true)
    else expect(found.sentence.text.da.replace(/\.$/, '')).toBe(sentenceOf(whole.sameAs).text.da.replace(/\.$/, ''))
  })
})
