// Addresses a server has said do not work. Kept as a keyed hash, so that the list names nobody.
import { blindEmail } from '../crypto/blind-email.ts'
import type { Tx } from '../db/act.ts'

const indexOf = (tx: Tx, address: string) => blindEmail(tx.keys.of(tx.municipalityId), address)

/** Marks the address; nothing is sent there until it is taken off. */
export async function markBad(tx: Tx, address: string, status: string): Promise<void> {
  await tx.db
    .insertInto('bad_address')
    .values({ municipality_id: tx.municipalityId, email_index: indexOf(tx, address), since: tx.now, status })
    .onConflict(conflict => conflict.columns(['municipality_id', 'email_index']).doUpdateSet({ since: tx.now, status }))
    .execute()
}
/** Takes the mark off: a letter came from there, or a human has found the address to be right. */
export async function takeOffMark(tx: Tx, address: string): Promise<boolean> {
  const done = await tx.db.deleteFrom('bad_address').where('email_index', '=', indexOf(tx, address)).executeTakeFirst()
  return done.numDeletedRows > 0n
}
/** Which of the addresses are marked, with the code the server gave. One statement. */
export async function markedAmong(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (addresses.length === 0) return new Map()
  const byIndex = new Map(addresses.map(address => [indexOf(tx, address).toString('hex'), address]))
  const rows = await tx.db
    .selectFrom('bad_address')
    .select(['email_index', 'status'])
    .where(
      'email_index',
      'in',
      [...byIndex.keys()].map(hex => Buffer.from(hex, 'hex')),
    )
    .execute()
  const codes = new Map(rows.map(row => [row.email_index.toString('hex'), row.status]))
  return new Map(
    addresses.flatMap(address => {
      const code = codes.get(indexOf(tx, address).toString('hex'))
      return code === undefined ? [] : [[address, code] as const]
    }),
  )
}
