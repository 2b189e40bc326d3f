// The five operations against their oracles, on random charters: a share of the long run in each run of the tests.
import { afterAll, describe, expect, test } from 'vitest'
import { closeSolver } from '../../src/councils/charters/index.ts'
import { proofParts, tooFew } from './rounds/parts.ts'
import type { Seen } from './rounds/same.ts'

afterAll(closeSolver)
/** Of each part's short run: all of what is quick or has rare kinds of cases; of what solvers work at for long, enough that each kind is met. */
const share = (name: string) => (['check', 'replace'].includes(name) ? 1 : 0.4)

describe('on random charters', async () => {
  for (const part of await proofParts()) {
    const rounds = Math.ceil(part.short * share(part.name))
    test(`A8 A9 A12 A29 A30: ${part.name}: ${rounds} ${part.what}`, { timeout: rounds * 2_000 }, async () => {
      const all: Seen = {}
      for (let seed = 1; seed <= rounds; seed++) {
        const seen = await part.round(seed)
        for (const kind of Object.keys(seen)) all[kind] = (all[kind] ?? 0) + seen[kind]!
      }
      expect(tooFew(part, all, rounds), JSON.stringify(all)).toEqual([])
    })
  }
})
