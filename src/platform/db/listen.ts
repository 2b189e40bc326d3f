// Hears of changes that other processes commit, so that kept pages are forgotten everywhere.
import pg from 'pg'
import type { Connection } from './connect.ts'

export interface Ears {
  close(): Promise<void>
}

/** Listens until closed; while the connection is away, `deaf` holds and nothing may be kept. */
export async function listen(
  connection: Connection,
  on: { heard: (municipalityId: string, table: string) => void; deaf: () => void; back: () => void },
): Promise<Ears> {
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined

  async function open(): Promise<void> {
    const next = new pg.Client('url' in connection ? { connectionString: connection.url } : connection)
    let lost = false
    const lose = () => {
      if (lost || closed) return
      lost = true
      on.deaf()
      next.end().catch(() => {})
      timer = setTimeout(again, 250).unref()
    }
    next.on('error', lose)
    next.on('end', lose)
    next.on('notification', ({ payload }) => {
      const [municipalityId = '', table = ''] = (payload ?? '').split(':')
      on.heard(municipalityId, table)
    })
    try {
      await next.connect()
      await next.query('listen raadslag')
      client = next
      on.back()
    } catch {
      lose()
    }
  }
  const again = () => void open()
  await open()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
