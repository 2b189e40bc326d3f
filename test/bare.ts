// A cloned database behind our own door, without a house around it: nothing is remembered, nobody hears of changes.
import { keysFrom } from '../src/platform/crypto/keys.ts'
import type { Database } from '../src/platform/db/act.ts'
import { openPools } from '../src/platform/db/connect.ts'
import { recallsNothing } from '../src/platform/db/recalled.ts'
import type { TestDatabase } from './database.ts'

/** The door; its pools are closed by whoever opened it. */
export const bareDatabase = ({ connection }: TestDatabase, connections: number): Database => ({
  pools: openPools(connection, () => {}, connections),
  now: () => new Date('2026-11-09T10:00:00Z'),
  keys: keysFrom(Buffer.alloc(32, 7).fill(1, 0, 1)),
  site: () => ({ baseUrl: 'http://localhost', oidc: false, smtp: false, bounces: null, plus: false }),
  recalled: recallsNothing,
  changed: () => {},
})
