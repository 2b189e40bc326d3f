// Drawing lots that anyone can repeat: from a seed and published ids, with every step written down.
import { createHash } from 'node:crypto'

export type TicketStep = { id: string; ticket: string; kept: number; in: boolean }
export type DrawStep = { k: number; hash: string; value: string; of: number; accepted: boolean; index: number | null; id: string | null }

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** ticket(seed, id) = hex SHA-256 of `seed|id`. */
export function ticket(seed: string, id: string): string {
  return sha256(`${seed}|${id}`).toString('hex')
}

/** Order of the UTF-8 bytes: the same in every language and on every machine. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}

/** Ids by ascending ticket, then by id. */
export function byTicket(seed: string, ids: Iterable<string>): { id: string; ticket: string }[] {
  const tickets = [...new Set(ids)].map(id => ({ id, ticket: ticket(seed, id) }))
  return tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : byBytes(a.id, b.id)))
}

/**
 * The lottery among equal slates: ids in order of their tickets; while some slate still in the running contains the id, only
 * those stay. Not uniform over slates; the page says so. Slates that hold the same ids are one.
 */
export function drawSlate(seed: string, slates: readonly (readonly string[])[]): { winners: string[]; steps: TicketStep[] } {
  let left = slates.map(slate => ({ slate, ids: new Set(slate) }))
  const steps: TicketStep[] = []
  for (const { id, ticket: hex } of byTicket(seed, slates.flat())) {
    const withId = left.filter(each => each.ids.has(id))
    if (withId.length > 0) left = withId
    steps.push({ id, ticket: hex, kept: left.length, in: withId.length > 0 })
  }
  return { winners: [...(left[0]?.slate ?? [])], steps }
}

const span = 1n << 64n

/**
 * `n` of the ids without replacement. The ids are sorted by their bytes; for k = 0, 1, 2 … the first 8 bytes of SHA-256(`seed:k`)
 * are a number v; it is used when v < 2⁶⁴ − (2⁶⁴ mod m) with m ids left, and takes the id at v mod m. k runs on from draw to draw.
 */
export function drawIds(seed: string, ids: readonly string[], n: number): { winners: string[]; steps: DrawStep[] } {
  const left = [...ids].sort(byBytes)
  const winners: string[] = []
  const steps: DrawStep[] = []
  for (let k = 0; winners.length < n; k++) {
    const hash = sha256(`${seed}:${k}`)
    const value = hash.readBigUInt64BE(0)
    const of = BigInt(left.length)
    const accepted = value < span - (span % of)
    const index = accepted ? Number(value % of) : null
    const id = index === null ? null : left.splice(index, 1)[0]!
    if (id !== null) winners.push(id)
    steps.push({ k, hash: hash.toString('hex'), value: value.toString(), of: Number(of), accepted, index, id })
  }
  return { winners, steps }
}
