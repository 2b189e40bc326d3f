// The right to read a mailbox, held by one process at a time.
import type { PoolClient } from 'pg'
import type { Ctx } from '../../platform/context.ts'

export interface Lock {
  lost(): boolean
  free(): Promise<void>
}
/** The right to read a mailbox: held by one connection of one process, freed by the database when that ends in any way. */
export async function takeLock(ctx: Ctx, name: string): Promise<Lock | null> {
  const connection: PoolClient = await ctx.database.pools.app.connect()
  let lost = false
  const lose = () => {
    lost = true
  }
  connection.on('error', lose)
  connection.on('end', lose)
  try {
    const { rows } = await connection.query("select pg_try_advisory_lock(hashtextextended('mailbox ' || $1, 0)) as mine", [name])
    if (rows[0]?.mine === true)
      return {
        lost: () => lost,
        async free() {
          connection.off('error', lose)
          connection.off('end', lose)
          await connection.query('select pg_advisory_unlock_all()').catch(() => {})
          connection.release(lost)
        },
      }
  } catch (error) {
    connection.release(true)
    throw error
  }
  connection.off('error', lose)
  connection.off('end', lose)
  connection.release()
  return null
}
