// `raadslag mail list`: every letter that came in, and the desk it lies on; what waits is sorted first.
import { allLetters, closeReader, sortWaiting } from '../mailroom/index.ts'
import { look } from '../platform/db/act.ts'
import { tenantFor, withHouse } from './with-house.ts'

export async function listLetters(options: { json?: boolean; municipality?: string }): Promise<string> {
  return await withHouse(async house => {
    const tenant = tenantFor(house, options.municipality ?? house.ctx.config.defaultMunicipality ?? undefined)
    await sortWaiting(house.ctx.database, tenant.id, Number.POSITIVE_INFINITY, house.ctx.config.mailServer)
    closeReader()
    const { value: letters } = await look(house.ctx.database, { kind: 'system', municipalityId: tenant.id, job: 'mail list' }, allLetters)
    if (options.json) return JSON.stringify(letters, null, 2)
    return letters.map(one => [one.id, one.sha256.slice(0, 12), one.mailbox, one.desk, one.thread].join('\t')).join('\n')
  })
}
