// What is recalled is never older than the last change heard of, and never shows what a transaction wrote itself.
import { expect, test } from 'vitest'
import { createKept } from '../http/kept.ts'
import { createRecalled, recall } from './recalled.ts'
import { noteRead, nothingTouched } from './touched.ts'

/** A municipality with one table `item`, whose content is a number. */
function place() {
  const kept = createKept(() => 0)
  const recalled = createRecalled(kept, 3)
  let content = 1
  let reads = 0
  const session = () => ({ touched: nothingTouched(), flush: async () => {} })
  const ask = async (one = session(), during: () => void = () => {}, key = 'items') =>
    await recall(recalled, 'm', one, key, async () => {
      reads++
      noteRead(one.touched, 'item')
      const found = content
      during()
      return found
    })
  const change = (table = 'item') => {
    content++
    kept.forget('m', new Set([table]))
  }
  return { kept, ask, change, session, reads: () => reads }
}

test('it is read once, and again when its table changes; another table leaves it', async () => {
  const { ask, change, reads } = place()
  expect([await ask(), await ask(), reads()]).toEqual([1, 1, 1])
  change('due')
  expect([await ask(), reads()]).toEqual([1, 1])
  change()
  expect([await ask(), await ask(), reads()]).toEqual([3, 3, 2])
})
test('what changed while it was read is not kept', async () => {
  const { ask, change, session } = place()
  expect(await ask(session(), () => change())).toBe(1)
  expect(await ask()).toBe(2)
})
test('what changed elsewhere meanwhile does not matter, a pause does: changes made during it are heard of by nobody', async () => {
  const { kept, ask, change, session, reads } = place()
  expect(await ask(session(), () => change('due'))).toBe(1)
  expect([await ask(), reads()]).toEqual([1, 1])
  kept.pause()
  await ask(session(), () => kept.resume())
  await ask()
  expect(reads()).toBe(3)
})
test('a transaction that wrote the table reads, and keeps nothing for others', async () => {
  const { ask, session, reads } = place()
  await ask()
  const writer = session()
  writer.touched.written.add('item')
  await ask(writer)
  expect(reads()).toBe(2)
  const other = place()
  const first = other.session()
  first.touched.written.add('item')
  await other.ask(first)
  await other.ask()
  expect(other.reads()).toBe(2)
})
test('whoever recalls counts as having read the tables', async () => {
  const { ask, session } = place()
  await ask()
  const later = session()
  await ask(later)
  expect([...later.touched.read]).toEqual(['item'])
  expect(later.touched.also.size).toBe(0)
})
test('while others cannot be heard nothing is kept, and the longest unused goes first', async () => {
  const { ask, kept, reads, session } = place()
  await ask()
  kept.pause()
  await ask()
  await ask()
  expect(reads()).toBe(3)
  kept.resume()
  for (const key of ['a', 'b', 'c', 'd']) await ask(session(), undefined, key)
  await ask(session(), undefined, 'd')
  expect(reads()).toBe(7)
  await ask(session(), undefined, 'a')
  expect(reads()).toBe(8)
})
