// Codes of voices: guessing is slow and hopeless, nobody is locked out, and neither answer nor time tells what exists.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { makeReceipt } from '../../src/platform/crypto/receipt.ts'
import { createGuesses, longest } from '../../src/receipts/guesses.ts'
import { openByCode } from '../../src/receipts/index.ts'
import type { TestHouse } from '../house.ts'
import { comeBack, openVoicesHouse, tell } from '../voices.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openVoicesHouse()
  await house.as('amira')
})
afterAll(async () => await house.close())

const someCode = () => makeReceipt(house.house.ctx.keys.of(house.municipalityId), randomBytes(16).toString('base64url'))
const form = () => randomBytes(16).toString('base64url')

it('T2: 10,000 guesses by several people: each waits its time, none is refused, none is right, and the one with a code comes in', async () => {
  const { code } = await tell(house, 'Min kode virker')
  const guesses = createGuesses()
  let now = 0
  let waited = 0
  for (let guess = 0; guess < 10_000; guess++) {
    const { wait } = guesses.take('one municipality', now)
    expect(wait).toBeLessThanOrEqual(longest)
    waited += wait
    // Eight at once: the clock goes on when all of them have waited.
    if (guess % 8 === 7) now += wait
  }
  // Eight at once meet each other's failures: no faster than one guess in a second and a half, however long they go on.
  expect(waited / 10_000).toBeGreaterThan(10_000)
  expect(now / 10_000).toBeGreaterThan(1_300)
  const tried = Number(process.env.RAADSLAG_GUESSES ?? 1_000)
  const found = await house.act(async (tx, who) => {
    let right = 0
    for (let guess = 0; guess < tried; guess++)
      right += (await openByCode(tx, who, { code: someCode(), form: form(), lang: 'da' })).opened ? 1 : 0
    return right
  }, undefined)
  expect(found).toBe(0)
  if (process.env.RAADSLAG_GUESSES)
    console.log(`FIGURE ${JSON.stringify({ guesses: { count: tried, right: found, secondsEach: now / 10_000_000 } })}`)
  expect((await comeBack(house, code!)).body()).toContain('Min kode virker')
})

it('T2: at the door itself, by six people with a handful of guesses each: every one is answered, later and later, none is refused, and a code still opens', async () => {
  const { code } = await tell(house, 'Døren er åben')
  const real = globalThis.setTimeout
  // Later than anything this file has tried before; the waits are written down and not waited.
  let now = performance.now() + 3_600_000
  let waits: number[] = []
  const inDoor = () => /receipts[\\/]routes/.test(new Error().stack ?? '')
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, wait?: number, ...more: never[]) => {
    if (!inDoor()) return real(run, wait, ...more)
    waits.push(wait!)
    return real(run, 0)
  }) as typeof setTimeout)
  onTestFinished(() => void vi.restoreAllMocks())
  const guess = async (client: number, tried: string) => {
    const body = new URLSearchParams({ formKey: house.formKey(), code: tried })
    const answer = await house.fetch('/kvittering', {
      method: 'POST',
      body: body.toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `203.0.113.${client}`,
        'user-agent': `Opdigtet browser ${client}`,
      },
    })
    return { status: answer.status, body: await answer.text() }
  }
  const longestOfRound: number[] = []
  for (let round = 0; round < 5; round++) {
    waits = []
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(client => guess(client, someCode())))
    for (const { status, body } of answers) {
      expect(status).toBe(422)
      expect(body).toContain('Koden passer ikke')
    }
    expect(waits).toHaveLength(6)
    if (round === 0) expect(waits.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 250])
    longestOfRound.push(Math.max(...waits))
    now += Math.max(...waits)
  }
  // Another address and another browser are no way around it.
  expect(longestOfRound).toEqual([250, 500, 1_000, 2_000, 4_000])
  // Whoever has a code waits with the others and comes in; it is not counted against them.
  waits = []
  for (const _ of [1, 2]) expect((await guess(7, code!)).body).toContain('Døren er åben')
  expect(waits).toEqual([4_000, 4_000])
  // A minute later nothing of it is left.
  now += 61_000
  waits = []
  await guess(1, someCode())
  expect(waits).toEqual([0])
})

/** Welch's t of two samples, without the slowest tenth of each. */
function welch(a: readonly number[], b: readonly number[]): number {
  const of = (sample: readonly number[]) => {
    const kept = sample.toSorted((x, y) => x - y).slice(0, Math.floor(sample.length * 0.9))
    const mean = kept.reduce((sum, x) => sum + x, 0) / kept.length
    return { mean, per: kept.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (kept.length - 1) / kept.length }
  }
  const [x, y] = [of(a), of(b)]
  return (x.mean - y.mean) / Math.sqrt(x.per + y.per)
}
/** Each look-up in a transaction of its own, the two kinds in turn. */
async function times(first: string, second: string, rounds: number, extra: () => Promise<void> = async () => {}): Promise<number> {
  const took: [number[], number[]] = [[], []]
  for (let round = 0; round < 2 * rounds; round++) {
    const kind = (round + (round >> 1)) % 2
    const code = kind === 0 ? first : second
    const begun = performance.now()
    await house.act((tx, who) => openByCode(tx, who, { code, form: form(), lang: 'da' }), undefined)
    if (kind === 1) await extra()
    took[kind]!.push(performance.now() - begun)
  }
  return Math.abs(welch(...took))
}

it('T3: the time of the look-up does not tell an erased code from one that never was; a millisecond more would be noticed', {
  timeout: 120_000 + Number(process.env.RAADSLAG_LOOKUPS ?? 0) * 400,
}, async () => {
  const { code } = await tell(house, 'Slet mig')
  await (await comeBack(house, code!)).go('erase', { sure: 'on' })
  const unknown = someCode()
  await times(code!, unknown, 50)
  const rounds = Number(process.env.RAADSLAG_LOOKUPS ?? 300)
  // A busy machine disturbs one run, not three.
  const seen = [await times(code!, unknown, rounds)]
  while (Math.min(...seen) >= 4.5 && seen.length < 3) seen.push(await times(code!, unknown, rounds))
  console.log(`look-ups: |t| ${seen.map(one => one.toFixed(2)).join(', ')} over 2 × ${rounds}`)
  expect(Math.min(...seen)).toBeLessThan(4.5)
  const slow = await times(code!, unknown, rounds, async () => await new Promise<void>(done => setTimeout(done, 3)))
  console.log(`FIGURE ${JSON.stringify({ lookups: { rounds, t: Math.min(...seen), planted: slow } })}`)
  expect(slow).toBeGreaterThan(4.5)
})
