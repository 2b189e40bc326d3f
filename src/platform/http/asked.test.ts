// Work that nobody waits for rests while pages are asked for, waits for one that is being made, and comes to its end all the same.
import { expect, test } from 'vitest'
import { noteAsked, restAfter } from './asked.ts'

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))
const now = () => process.cpuUsage()

test('it rests while a page is being made, until the last of them is sent', async () => {
  const [first, second] = [noteAsked(), noteAsked()]
  let rested = false
  const rest = restAfter(now(), 1).then(() => {
    rested = true
  })
  await pause(60)
  first()
  first()
  await pause(30)
  expect(rested).toBe(false)
  second()
  await rest
  expect(rested).toBe(true)
})

test('a page that is never sent does not hold it up for good', async () => {
  const sent = noteAsked()
  const began = performance.now()
  await restAfter(now(), 1)
  expect(performance.now() - began).toBeGreaterThan(900)
  sent()
})

test('it rests as many times as long as it computed', async () => {
  noteAsked()()
  const begun = now()
  const until = performance.now() + 40
  while (performance.now() < until);
  const used = process.cpuUsage(begun)
  const began = performance.now()
  await restAfter(begun, 3)
  expect(performance.now() - began).toBeGreaterThan(((used.user + used.system) / 1_000) * 3 - 5)
})
