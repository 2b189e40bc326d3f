// Seals the logs in batches, and follows the chain of seals: changing, adding or removing a sealed row shows.
import { sealBatch } from '../platform/crypto/chain.ts'
import type { Tx } from '../platform/db/act.ts'
import { addSeal, type Chain, chains, headOf, type LogRow, logRows, type Seal, sealsOf } from './log-store.ts'

/** What the first seal of a chain names as the one before it. */
const beginning = 'begin'
/** Few enough that reading and hashing them keeps nobody waiting who asks for a page meanwhile. */
const mostPerSeal = 200
const mostAtOnce = 5
const perRead = 5_000

const hashOf = (previous: string, rows: readonly string[]) =>
  sealBatch(previous === beginning ? null : Buffer.from(previous, 'hex'), rows).toString('hex')

/** Puts seals on what has been written since the last one; none when nothing has. Of very much, the rest is for the next time. */
export async function sealLogs(tx: Tx): Promise<void> {
  for (const chain of chains) for (let seals = 0; seals < mostAtOnce && (await sealNext(tx, chain)) === mostPerSeal; ) seals++
}

/** Seals the next rows of a chain that have no seal, and says how many there were. */
async function sealNext(tx: Tx, chain: Chain): Promise<number> {
  const rows = await logRows(tx, chain, null, mostPerSeal, true)
  if (rows.length === 0) return 0
  const previous = (await headOf(tx, chain))?.hash ?? beginning
  const hash = hashOf(
    previous,
    rows.map(row => row.text),
  )
  await addSeal(
    tx,
    chain,
    { at: tx.now, previous, hash, rows: rows.length },
    rows.map(row => row.id),
  )
  return rows.length
}

export interface ChainCheck {
  readonly chain: Chain
  readonly seals: number
  readonly rows: number
  /** Batches whose rows have been erased because they were older than they may be. */
  readonly erased: number
  /** Rows not sealed yet. */
  readonly open: number
  readonly head: Seal | null
  /** The first thing that does not fit; null when everything does. */
  readonly broken: { readonly at: Date | null; readonly what: 'row' | 'missing' | 'link' | 'head' } | null
}

/** Follows one chain from its beginning. `erasedBefore`: whole batches of readings sealed before this moment may be gone. */
export async function checkChain(tx: Tx, chain: Chain, erasedBefore: Date): Promise<ChainCheck> {
  const seals = await sealsOf(tx, chain)
  const byId = new Map(seals.map(seal => [seal.id, seal]))
  const found = new Map<string, string[]>()
  const wrong: { at: Date | null; what: 'row' | 'missing' | 'link' }[] = []
  const whole = new Set<string>()
  let open = 0
  let rows = 0
  for (let after: string | null = null; ; ) {
    const read: LogRow[] = await logRows(tx, chain, after, perRead, false)
    for (const row of read) {
      const seal = row.seal ? byId.get(row.seal) : null
      if (row.seal === null) open++
      else if (!seal || whole.has(row.seal)) wrong.push({ at: seal?.at ?? null, what: 'row' })
      else {
        rows++
        const texts = found.get(row.seal) ?? []
        texts.push(row.text)
        found.set(row.seal, texts)
        if (texts.length < seal.rows) continue
        found.delete(row.seal)
        whole.add(row.seal)
        if (hashOf(seal.previous, texts) !== seal.hash) wrong.push({ at: seal.at, what: 'row' })
      }
    }
    if (read.length < perRead) break
    after = read.at(-1)!.id
  }
  const gone = seals.filter(seal => !whole.has(seal.id))
  const erased = gone.filter(seal => seal.at < erasedBefore && !found.has(seal.id) && chain === 'access_log')
  for (const seal of gone) if (!erased.includes(seal)) wrong.push({ at: seal.at, what: 'missing' })
  const { head, loose } = followed(seals)
  if (loose) wrong.push({ at: loose.at, what: 'link' })
  wrong.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
  return { chain, seals: seals.length, rows, erased: erased.length, open, head, broken: wrong[0] ?? null }
}

/** Walks from the beginning; a seal the walk does not reach is loose. */
function followed(seals: readonly Seal[]): { head: Seal | null; loose: Seal | null } {
  const byPrevious = new Map(seals.map(seal => [seal.previous, seal]))
  const reached = new Set<string>()
  let head: Seal | null = null
  for (let seal = byPrevious.get(beginning); seal && !reached.has(seal.id); seal = byPrevious.get(seal.hash)) {
    reached.add(seal.id)
    head = seal
  }
  return { head, loose: seals.find(seal => !reached.has(seal.id)) ?? null }
}
