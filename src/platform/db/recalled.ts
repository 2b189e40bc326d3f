// What deeds ask again and again, kept in memory with the tables it was made from; forgotten when one of them changes.
import type { Session } from './connect.ts'
import { noteRead } from './touched.ts'

interface Kept {
  readonly value: unknown
  readonly tables: ReadonlySet<string>
}
export interface Recalled {
  find(municipalityId: string, key: string): Kept | undefined
  /** A number to hand back with `keep`: what changed after it was taken makes the value too old to keep. */
  begin(): number
  keep(municipalityId: string, key: string, kept: Kept, begun: number): void
}

/** Where changes are heard of: the keeper of pages. */
interface Changes {
  /** Another number after each change. */
  begin(): number
  changedSince(municipalityId: string, tables: Iterable<string>, begun: number): boolean
  /** False while the changes of other processes cannot be heard. */
  hears(): boolean
  onForget(listener: (municipalityId: string, tables: ReadonlySet<string> | 'all') => void): void
}

/** Keeps at most `most` values; the one longest unused goes first. */
export function createRecalled(changes: Changes, most = 300): Recalled {
  const known = new Map<string, Kept>()
  changes.onForget((municipalityId, tables) => {
    for (const [key, kept] of known) {
      if (municipalityId !== '' && !key.startsWith(municipalityId)) continue
      if (tables === 'all' || [...kept.tables].some(table => tables.has(table))) known.delete(key)
    }
  })
  return {
    find(municipalityId, key) {
      const name = `${municipalityId}|${key}`
      const found = known.get(name)
      if (!found) return undefined
      known.delete(name)
      known.set(name, found)
      return found
    },
    begin: () => changes.begin(),
    keep(municipalityId, key, kept, begun) {
      if (!changes.hears() || changes.changedSince(municipalityId, kept.tables, begun)) return
      known.set(`${municipalityId}|${key}`, kept)
      if (known.size > most) known.delete(known.keys().next().value!)
    },
  }
}

/** For a process that ends soon and hears of no changes: everything is read. */
export const recallsNothing: Recalled = { find: () => undefined, begin: () => 0, keep() {} }

/** Recalls within one transaction: what it wrote itself is nobody else's yet, so then it reads. */
export async function recall<V>(
  recalled: Recalled,
  municipalityId: string,
  { touched, flush }: Pick<Session, 'touched' | 'flush'>,
  key: string,
  read: () => Promise<V>,
): Promise<V> {
  const own = ({ tables }: Pick<Kept, 'tables'>) => [...tables].some(table => touched.written.has(table))
  const found = recalled.find(municipalityId, key)
  if (found && !own(found)) {
    for (const table of found.tables) noteRead(touched, table)
    return found.value as V
  }
  // What is held would leave with the first question, and count as read for it.
  await flush()
  const begun = recalled.begin()
  // Whatever is read meanwhile counts as read for it: too much does no harm.
  const tables = new Set<string>()
  touched.also.add(tables)
  try {
    const value = await read()
    if (!own({ tables })) recalled.keep(municipalityId, key, { value, tables }, begun)
    return value
  } finally {
    touched.also.delete(tables)
  }
}
