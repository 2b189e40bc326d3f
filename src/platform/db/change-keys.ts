// Gives the store a new key: every data key is wrapped anew and proven to open before the old key is retired. Stopped anywhere, it goes on.
import type pg from 'pg'
import { keepCarried, openCarried } from '../crypto/carried-keys.ts'
import { unwrapDek, wrapDek } from '../crypto/envelope.ts'
import type { Keys, MunicipalityKeys } from '../crypto/keys.ts'

const batch = 500

export interface ChangingKeys {
  /** The owner's connection, nobody else connected. */
  readonly client: pg.Client
  readonly old: Keys
  readonly next: Keys
  readonly now: Date
  /** Told after each batch; a test stops it here. */
  progress(done: { readonly step: 'wrapped' | 'proven'; readonly count: number }): void | Promise<void>
}

/** A data key that opens with neither key; everything stays as it was. */
class KeyLost extends Error {
  override readonly name = 'KeyLost'
}

/**
 * Wraps every data key with the next key, proves each, and in one transaction with the last proof lets the store know the next key only.
 * What receipt codes, e-mail addresses and answered letters are found by goes on under the next key: it cannot be made anew without them.
 * @returns how many data keys there are
 * @throws KeyLost when one opens with neither
 */
export async function changeKeys(changing: ChangingKeys): Promise<number> {
  const { client, old, next } = changing
  const municipalities: readonly string[] = (await client.query('select id from municipality order by id')).rows.map(row => row.id)
  for (const row of (await client.query('select id, wrapped from keys.carried')).rows) old.adopt(openCarried(old.of(row.id), row.wrapped))
  const pairs = municipalities.map(id => ({ id, from: old.of(id), to: next.of(id) }))
  for (const pair of pairs) await overKeys(changing, pair, 'wrapped')
  await client.query('begin')
  try {
    await client.query('lock table keys.data_key in exclusive mode')
    let count = 0
    for (const pair of pairs) count += await overKeys(changing, pair, 'proven')
    for (const { id, from, to } of pairs) {
      await client.query('delete from keys.carried where id = $1', [id])
      await client.query('insert into keys.carried (id, wrapped) values ($1, $2)', [id, keepCarried(to, goingOn(from, to))])
    }
    await client.query('update key_fingerprint set fingerprint = $1, made_at = $2', [next.fingerprint(), changing.now])
    await client.query('commit')
    return count
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** What wraps and what signs open forms is new; what things are found by, and what stands in letters already sent, stays. */
const goingOn = (from: MunicipalityKeys, to: MunicipalityKeys): MunicipalityKeys => ({ ...from, kek: to.kek, form: to.form })

interface Pair {
  readonly id: string
  readonly from: MunicipalityKeys
  readonly to: MunicipalityKeys
}
/** Goes over the data keys of one municipality. What is wrapped with the next key already is only looked at. */
async function overKeys({ client, progress }: ChangingKeys, { id, from, to }: Pair, step: 'wrapped' | 'proven'): Promise<number> {
  await client.query(`select set_config('app.municipality', $1, false)`, [id])
  let last = '00000000-0000-0000-0000-000000000000'
  let count = 0
  for (;;) {
    const { rows } = await client.query(
      'select thing_id, wrapped from keys.data_key where municipality_id = $1 and thing_id > $2 order by thing_id limit $3',
      [id, last, batch],
    )
    if (rows.length === 0) return count
    const stale = (rows as { thing_id: string; wrapped: Buffer }[]).filter(row => !opens(to, row))
    if (stale.length > 0)
      await client.query(
        `update keys.data_key d set wrapped = n.wrapped from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as n (id, old, wrapped)
         where d.municipality_id = $1 and d.thing_id = n.id and d.wrapped = n.old`,
        [
          id,
          stale.map(row => row.thing_id),
          stale.map(row => row.wrapped),
          stale.map(row => wrapDek(to, row.thing_id, unwrapped(from, row))),
        ],
      )
    last = rows.at(-1).thing_id
    count += rows.length
    await progress({ step, count })
  }
}
function opens(keys: MunicipalityKeys, { thing_id, wrapped }: { thing_id: string; wrapped: Buffer }): boolean {
  try {
    unwrapDek(keys, thing_id, wrapped)
    return true
  } catch {
    return false
  }
}
function unwrapped(keys: MunicipalityKeys, { thing_id, wrapped }: { thing_id: string; wrapped: Buffer }) {
  try {
    return unwrapDek(keys, thing_id, wrapped)
  } catch {
    throw new KeyLost(`The data key of ${thing_id} opens with neither the old nor the new key. Nothing is retired; put back a copy.`)
  }
}
