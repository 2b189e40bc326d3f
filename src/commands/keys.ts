// `raadslag keys init|verify`: the key file, and proof that it opens what is stored.
import { initKeys, loadKeys } from '../platform/crypto/keys.ts'
import { look } from '../platform/db/act.ts'
import { openedBytes } from '../platform/sealed.ts'
import { config, withHouse } from './with-house.ts'

export function init(): string {
  const { keyFile } = config()
  initKeys(keyFile)
  return `The key file ${keyFile} is made. Copy it to two safe places now: without it everything encrypted is lost.`
}

/** Opens one sealed letter per municipality, or says that there is none yet. */
export async function verify(): Promise<string> {
  const { keyFile } = config()
  loadKeys(keyFile)
  return await withHouse(async house => {
    let opened = 0
    for (const tenant of house.tenants.all()) {
      const { value } = await look(house.ctx.database, { kind: 'system', municipalityId: tenant.id, job: 'keys verify' }, async tx => {
        const row = await tx.db.selectFrom('letter').select(['id', 'about', 'body_sealed']).limit(1).executeTakeFirst()
        return row
          ? await openedBytes(tx, { thing: row.about, table: 'letter', column: 'body_sealed', row: row.id }, row.body_sealed)
          : null
      })
      if (value) opened++
    }
    return opened > 0
      ? `The key file opens what is stored (${opened} checked).`
      : 'The key file is the one the database knows. Nothing encrypted is stored yet.'
  })
}
