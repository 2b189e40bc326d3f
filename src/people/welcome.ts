// The first start: the operator as a person, so that somebody can sign in and fill in the rest.
import type { Ctx, Tenant } from '../platform/context.ts'
import { act, type Tx } from '../platform/db/act.ts'
import { employ } from './enter-person.ts'
import { makeSignInLink } from './sign-in-link.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

/** An address that reaches nobody. */
const firstAddress = 'drift@localhost'

/** Enters the operator, with no name yet, where nobody has been entered: a first start that was cut off has its data and no way in. */
export async function welcome(tx: Tx): Promise<void> {
  if (await mine(tx).selectFrom('person').select('id').limit(1).executeTakeFirst()) return
  await employ(tx, { name: 'Driften', email: firstAddress, roles: ['operator'], invented: false })
}

/** True while nobody has been entered but the operator of the first start. */
export async function nobodyYet(tx: Tx): Promise<boolean> {
  const other = await mine(tx).selectFrom('person').select('id').where('email', '!=', firstAddress).limit(1).executeTakeFirst()
  return other === undefined
}

/** What the operator reads in the terminal: a link that signs in once. */
export async function greeting(ctx: Ctx, baseUrl: string, tenants: readonly Tenant[]): Promise<string[]> {
  const lines: string[] = []
  for (const tenant of tenants) {
    if (tenant.practiceOf) continue
    const path = await act(
      ctx.database,
      { kind: 'system', municipalityId: tenant.id, job: 'greeting' },
      async tx => {
        const operator = await mine(tx)
          .selectFrom('role_grant')
          .select('person_id')
          .where('role', '=', 'operator')
          .where('to_date', 'is', null)
          .orderBy('id')
          .executeTakeFirst()
        return operator ? await makeSignInLink(tx, operator.person_id) : null
      },
      undefined,
    )
    if (path) lines.push(`Log ind som drift (${tenant.slug}), én gang og inden 15 minutter: ${baseUrl}${path}`)
  }
  return lines
}
