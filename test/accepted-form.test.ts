// A form taken in good faith: written with everything else, and when it was taken before nothing is kept and the deed runs once more.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formResult, takeNewForm } from '../src/platform/accepted-form.ts'
import { act, type Database, type Tx } from '../src/platform/db/act.ts'
import { inserting } from '../src/platform/db/held.ts'
import { uuid4 } from '../src/platform/ids.ts'
import type { Principal } from '../src/platform/principal.ts'
import { bareDatabase } from './bare.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

const municipality = uuid4()
const who = { kind: 'anyone', municipalityId: municipality } as const
let clone: TestDatabase
let client: pg.Client
let database: Database
beforeAll(async () => {
  clone = await cloneDatabase()
  client = new pg.Client(clone.connection)
  await client.connect()
  await client.query("insert into municipality (id, slug, updated_at) values ($1, 'opdigtet', '2026-11-09')", [municipality])
  database = bareDatabase(clone, 8)
})
afterAll(async () => {
  await database.pools.close()
  await client.end()
  await clone.drop()
})

let runs = 0
let committed = 0
/** Takes the form and writes one thing for it, as a deed does; says which thing stands for the form. */
async function deed(tx: Tx, _who: Principal, form: string): Promise<string> {
  runs++
  tx.afterCommit(() => void committed++)
  const hash = createHash('sha256').update(form).digest()
  const id = uuid4()
  if (!(await takeNewForm(tx, hash, { id }))) return String((await formResult(tx, hash))?.id)
  tx.hold(inserting('thing', [{ municipality_id: tx.municipalityId, id, kind: 'voice', created_at: tx.now }]))
  return id
}
const things = async () => (await client.query('select id from thing')).rows.map(row => String(row.id))

it('one form makes one thing, however often and however close together it is sent; everybody is told the same', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 24 }), fc.boolean(), async (forms, together) => {
      const before = await things()
      const round = ++number
      runs = committed = 0
      const answers = new Map<number, Set<string>>()
      const send = async (form: number) => {
        const id = await act(database, who, deed, `${round} ${form}`)
        answers.set(form, (answers.get(form) ?? new Set()).add(id))
      }
      if (together) await Promise.all(forms.map(send))
      else for (const form of forms) await send(form)
      const made = (await things()).filter(id => !before.includes(id))
      expect([...answers.values()].map(ids => ids.size)).toEqual([...answers].map(() => 1))
      expect(made.sort()).toEqual([...answers.values()].flatMap(ids => [...ids]).sort())
      // Whoever comes second runs twice, and only what was kept is told of.
      expect(runs).toBe(2 * forms.length - answers.size)
      expect(committed).toBe(forms.length)
    }),
    { numRuns: 20 },
  )
})

it('of all that a form repeats its key is what is told, whatever is written before and after it', async () => {
  const repeating = async (tx: Tx, _who: Principal, form: string): Promise<string> => {
    const hash = createHash('sha256').update(form).digest()
    const [before, after] = ['1', '2'].map(sign => `${sign.repeat(8)}-0000-4000-8000-000000000000`)
    const thing = (id: string) => inserting('thing', [{ municipality_id: tx.municipalityId, id, kind: 'voice', created_at: tx.now }])
    if (!tx.again) tx.hold(thing(before!))
    if (!(await takeNewForm(tx, hash, { id: form }))) return 'before'
    tx.hold(thing(after!))
    return 'new'
  }
  expect(await act(database, who, repeating, 'repeats')).toBe('new')
  expect(await act(database, who, repeating, 'repeats')).toBe('before')
})

it('what else stands there already is a fault at once: the deed does not run again', async () => {
  const [id] = await things()
  const twice = async (tx: Tx) => {
    runs++
    tx.hold(inserting('thing', [{ municipality_id: tx.municipalityId, id, kind: 'voice', created_at: tx.now }]))
  }
  runs = 0
  await expect(act(database, who, twice, undefined)).rejects.toThrow('thing_pkey')
  expect(runs).toBe(1)
})

it('a connection that has only seen a form refused takes the next one', async () => {
  const fresh = bareDatabase(clone, 1)
  try {
    const first = await act(database, who, deed, 'fresh')
    expect(await act(fresh, who, deed, 'fresh')).toBe(first)
    const second = await act(fresh, who, deed, 'fresh too')
    expect(await act(fresh, who, deed, 'fresh too')).toBe(second)
    expect(await things()).toContain(second)
  } finally {
    await fresh.pools.close()
  }
})

it('a form refused with what is asked behind it runs once more, also when both refusals arrive in one piece', async () => {
  const asking = async (tx: Tx, _who: Principal, form: string): Promise<string> => {
    const hash = createHash('sha256').update(form).digest()
    if (!(await takeNewForm(tx, hash, { id: form }))) return 'before'
    // What waits for an answer leaves in the same piece as the form's key, and is refused because of it.
    await Promise.all([tx.db.selectFrom('thing').select('id').execute(), tx.db.selectFrom('thing').select('kind').execute()])
    return 'new'
  }
  expect(await act(database, who, asking, 'behind')).toBe('new')
  for (let time = 0; time < 20; time++) expect(await act(database, who, asking, 'behind')).toBe('before')
})
