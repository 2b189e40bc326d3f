// The five operations against their oracles, on random charters: a share of the long run in each run of the tests.
import { afterAll, describe, expect, test } from 'vitest'
import { closeSolver } from '../../src/councils/charters/index.ts'
import { proofParts, tooFew } from './rounds/parts.ts'
import type { Seen } from './rounds/same.ts'

afterAll(closeSolver)

describe('on random charters', async () => {
  for (const part of await proofParts()) {
    test(`A8 A9 A12 A29 A30: ${part.name}: ${part.short} ${part.what}`, { timeout: part.short * 2_000 }, async () => {
      const all: Seen = {}
      for (let seed = 1; seed <= part.short; seed++) {
        const seen = await part.round(seed)
        for (const kind of Object.keys(seen)) all[kind] = (all[kind] ?? 0) + seen[kind]!
      }
      expect(tooFew(part, all, part.short), JSON.stringify(all)).toEqual([])
    })
  }
})
