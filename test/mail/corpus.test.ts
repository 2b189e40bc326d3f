// R11: invented letters of every form, and changed ones, are read within their limits or answered with a fault; none ends the house.
import { afterAll, expect, it } from 'vitest'
import { closeReader, read, readerPid } from '../../src/mailroom/index.ts'
import { type SortGround, sort } from '../../src/mailroom/sort.ts'
import { speaksOfNomination } from '../../src/nominations/letter-draft.ts'
import { peakMb, readEach } from '../faults/post/read-each.ts'
import { bombs } from './bombs.ts'
import { corpus, mutated } from './corpus.ts'

afterAll(() => closeReader())
const letters = corpus()
const councils = [
  { slug: 'udsatteraad', name: { da: 'Udsatteråd' } },
  { slug: 'integrationsraad', name: { da: 'Integrationsråd' } },
]
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

it('A35: reads the words of at least 150 letters of every form, and sends each where its rules do', { timeout: 240_000 }, async () => {
  expect(letters.length).toBeGreaterThanOrEqual(150)
  const wrong: string[] = []
  for (const { name, raw, says, desk } of letters) {
    const began = performance.now()
    const found = await read(raw)
    const took = performance.now() - began
    if ('fault' in found) {
      if (says !== null || desk !== undefined) wrong.push(`${name}: ${found.fault}`)
      if (took > 7_000) wrong.push(`${name}: took ${Math.round(took)} ms`)
      continue
    }
    const { facts } = found
    if (says !== null && !squeezed(facts.text).includes(squeezed(says)))
      wrong.push(`${name}: said ${JSON.stringify(facts.text.slice(0, 120))}`)
    if (name.includes('top-posted') && (facts.text.includes('GAMMELT') || !facts.quoted.includes('GAMMELT')))
      wrong.push(`${name}: not folded`)
    if (/\\u0000|[\u202a-\u202e\u2066-\u2069]/.test(JSON.stringify(facts))) wrong.push(`${name}: unseen signs`)
    if (found.files.some(file => /[/\\]/.test(file.name))) wrong.push(`${name}: a name climbs`)
    const words = speaksOfNomination(facts, councils)
    const ground: SortGround = {
      thread: null,
      bounceOf: null,
      desks: [{ desk: 'nominations', words, sender: false, mailbox: true }],
      ownAddresses: [],
      trustedServer: null,
    }
    if (desk !== undefined && sort(facts, ground).desk !== desk) wrong.push(`${name}: lies on ${sort(facts, ground).desk}`)
  }
  expect(wrong).toEqual([])
})

it('R11: 1,000 changed letters end nothing, and each has an answer in time', { timeout: 240_000 }, async () => {
  const small = letters.filter(letter => letter.raw.length < 20_000)
  const pid = readerPid()
  let answers = 0
  for (let seed = 0; seed < 1_000; seed++) {
    const found = await read(mutated(small[seed % small.length]!.raw, seed))
    if ('fault' in found || found.facts) answers++
  }
  expect(answers).toBe(1_000)
  // A changed letter is refused by the reader, never by its end.
  expect(readerPid()).toBe(pid)
})

it('R11: 32 letters made to hurt take neither long nor much, and what cannot be read is said to be so', { timeout: 240_000 }, async () => {
  closeReader()
  const hurt: string[] = []
  for (const { name, raw, words } of await bombs()) {
    const began = performance.now()
    const found = await read(raw)
    const took = Math.round(performance.now() - began)
    const fault = 'fault' in found ? found.fault : null
    if ((fault === null) !== words || (fault !== null && fault !== 'form')) hurt.push(`${name}: ${fault}`)
    if (took > 5_000) hurt.push(`${name}: ${took} ms`)
    if (peakMb() > 512) hurt.push(`${name}: ${Math.round(peakMb())} MB`)
  }
  expect(hurt).toEqual([])
})

it('R11: the watch sees a letter that ends the reader', async () => {
  const killing = (function* () {
    yield Buffer.from('Subject: a\r\n\r\na')
    process.kill(readerPid()!, 'SIGKILL')
    yield Buffer.from('Subject: b\r\n\r\nb')
  })()
  expect(await readEach(killing)).toMatchObject({ letters: 2, ended: 1 })
})
