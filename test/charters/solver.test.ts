// The solver's process: limits of time, cancelling, crashes; the site never suffers.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { Cancelled, closeSolver, explain, type Person, parseCharter, propose } from '../../src/councils/charters/index.ts'
import { solverProcess } from '../../src/councils/charters/solver.ts'

afterAll(closeSolver)

const charter = parseCharter({ id: 'x', groups: [{ id: 'a', min: 2, max: 2, eligible: { attr: 'u', eq: true } }] })
const few: Person[] = [
  { id: 'p', u: true },
  { id: 'q', u: false },
]
/** A problem that no solver finishes at once: many small sums that must meet an odd number exactly. */
const hard = parseCharter({
  id: 'hard',
  groups: [
    { id: 'a', min: 20, max: 20 },
    { id: 'b', min: 20, max: 20 },
  ],
  rules: Array.from({ length: 24 }, (_, r) => ({
    id: `r${r}`,
    kind: 'balance',
    in: ['a'],
    attr: `s${r}`,
    values: ['x', 'y'],
    max_diff: 0,
  })),
})
const crowd: Person[] = Array.from({ length: 60 }, (_, at) => ({
  id: `p${at}`,
  ...Object.fromEntries(
    Array.from({ length: 24 }, (__, r) => [`s${r}`, 'xyz'[((at + 3) * (r + 7) * 7919 + ((at * at * (r + 1)) % 31)) % 3]!]),
  ),
})) as Person[]

describe('the solver process', () => {
  test('A30: a question that takes too long is answered "not decided in time", and the next one is answered', {
    timeout: 90_000,
  }, async () => {
    const start = performance.now()
    const late = await propose(hard, crowd, { seconds: 0.001, goals: [{ kind: 'distinct', attr: 's0', weight: 1 }] })
    expect(late).toMatchObject({ feasible: null, slates: [], undecided: { da: expect.stringContaining('ikke afgjort') } })
    expect(performance.now() - start).toBeLessThan(80_000)
    expect(await explain(charter, few)).toMatchObject({ feasible: false, recruit: { min: 1 } })
  })

  test('A30: cancelling ends the question, and the next one is answered', { timeout: 90_000 }, async () => {
    await explain(charter, few)
    const stop = new AbortController()
    const asked = explain(charter, few, { signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toBeInstanceOf(Cancelled)
    expect((await explain(charter, few)).feasible).toBe(false)
    const already = new AbortController()
    already.abort()
    await expect(explain(charter, few, { signal: already.signal })).rejects.toBeInstanceOf(Cancelled)
  })

  test('A30: progress is told step by step', { timeout: 90_000 }, async () => {
    const steps: string[] = []
    await explain(charter, few, { onProgress: step => steps.push(step) })
    expect(steps).toEqual(['feasible', 'conflict', 'recruit', 'recruit_wishes'])
  })

  test('A30: a solver that dies in the middle gives "not decided", and the next question is answered', { timeout: 90_000 }, async () => {
    await explain(charter, few)
    // Held still, it has the question and no answer, however fast it is and however busy the machine.
    process.kill(solverPid(), 'SIGSTOP')
    const asked = propose(hard, crowd, { seconds: 30 })
    await pause(20)
    process.kill(solverPid(), 'SIGKILL')
    expect(await asked).toMatchObject({ feasible: null, undecided: { cause: 'the solver ended' } })
    expect((await explain(charter, few)).feasible).toBe(false)
  })

  test('A30: two questions at once are both answered', { timeout: 90_000 }, async () => {
    const [one, two] = await Promise.all([explain(charter, few), explain(charter, [...few, { id: 'r', u: true }])])
    expect([one.feasible, two.feasible]).toEqual([false, true])
  })

  test('A30: the process has no secrets of the site, and a limit on its memory', { timeout: 90_000 }, async () => {
    if (process.platform !== 'linux') return expect(process.platform).not.toBe('linux')
    // Another process, begun after the secret was there.
    closeSolver()
    process.env.RAADSLAG_TEST_SECRET = 'hidden'
    await explain(charter, few)
    const { readFileSync } = await import('node:fs')
    const pid = solverPid()
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('hidden')
    expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max address space\s+\d+/)
  })
})

function solverPid(): number {
  return solverProcess()!
}
