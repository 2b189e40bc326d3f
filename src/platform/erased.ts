// The list of what has been erased, kept beside the key file and outside every backup: a copy that is put back is erased again.
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { act, type Database, look, type Tx } from './db/act.ts'
import type { Principal } from './principal.ts'
import { eraseThing } from './sealed.ts'

/** Where the list of an installation stands. */
export const erasedFile = (keyFile: string): string => `${keyFile}.erased`

/** The ids erased in each municipality. They tell nothing but that something was there. */
export function readErased(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  if (!existsSync(file)) return found
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [municipality, thing] = line.split(' ')
    if (municipality && thing) found.set(municipality, (found.get(municipality) ?? new Set()).add(thing))
  }
  return found
}

type Eraser = (tx: Tx, id: string) => Promise<void>
const erasers = new Map<string, Eraser>()
/** Tells how the rows of a kind of thing are deleted; its key is deleted for every kind. */
export function registerEraser(kind: string, eraser: Eraser): void {
  erasers.set(kind, eraser)
}

const system = (municipalityId: string): Principal => ({ kind: 'system', municipalityId, job: 'erasures' })

/** Writes down what has been erased and, for whatever reason, does not stand on the list yet. */
export async function noteErased(database: Database, municipalityId: string, file: string): Promise<number> {
  const known = readErased(file).get(municipalityId) ?? new Set()
  const { value: rows } = await look(database, system(municipalityId), tx =>
    tx.db.selectFrom('thing').select('id').where('erased_at', 'is not', null).execute(),
  )
  const fresh = rows.filter(row => !known.has(row.id))
  if (fresh.length === 0) return 0
  writeErased(
    file,
    municipalityId,
    fresh.map(row => row.id),
  )
  return fresh.length
}

/** Adds to the list. On the disk before it returns; an id that stands there twice does no harm. */
export function writeErased(file: string, municipalityId: string, ids: readonly string[]): void {
  const handle = openSync(file, 'a', 0o600)
  try {
    appendFileSync(handle, ids.map(id => `${municipalityId} ${id}\n`).join(''))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Erases again what a copy that was put back has brought with it. Returns how many. */
export async function eraseAgain({ erased: _listed, ...database }: Database, file: string): Promise<number> {
  let count = 0
  for (const [municipalityId, ids] of readErased(file)) {
    count += await act(
      database,
      system(municipalityId),
      async tx => {
        const list = [...ids]
        let back = 0
        for (let at = 0; at < list.length; at += 1_000) {
          const rows = await tx.db
            .selectFrom('thing')
            .select(['id', 'kind'])
            .where('id', 'in', list.slice(at, at + 1_000))
            .where('erased_at', 'is', null)
            .execute()
          for (const { id, kind } of rows) {
            await erasers.get(kind)?.(tx, id)
            await eraseThing(tx, id)
          }
          back += rows.length
        }
        return back
      },
      undefined,
    )
  }
  return count
}
