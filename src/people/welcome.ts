// The first start: the operator as a person, so that somebody can sign in and fill in the rest.
import { localDate } from '../platform/clock.ts'
import type { Ctx, Tenant } from '../platform/context.ts'
import { act, type Tx } from '../platform/db/act.ts'
import type { Page, SignedIn } from '../platform/html/page.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Principal, Role, Staff } from '../platform/principal.ts'
import { makeSignInLink } from './sign-in-link.ts'
import type { PeopleTables } from './tables.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()

/** Enters the operator, with no name yet and an address that reaches nobody. */
export async function welcome(tx: Tx, _who: Principal, _input: { demo: boolean }): Promise<string> {
  return await employ(tx, { name: 'Driften', email: 'drift@localhost', roles: ['operator'], invented: false })
}

/** Makes a person with roles from today on. */
export async function employ(
  tx: Tx,
  one: { name: string; email: string; roles: readonly Role[]; invented: boolean; unitId?: string; phone?: string },
): Promise<string> {
  const id = uuid7(tx.now)
  const today = localDate(tx.now)
  await mine(tx)
    .insertInto('person')
    .values({
      municipality_id: tx.municipalityId,
      id,
      name: one.name,
      email: one.email,
      shown: false,
      invented: one.invented,
      from_date: today,
      unit_id: one.unitId ?? null,
      phone: one.phone ?? null,
    })
    .execute()
  for (const role of one.roles)
    await mine(tx)
      .insertInto('role_grant')
      .values({
        municipality_id: tx.municipalityId,
        id: uuid7(tx.now),
        person_id: id,
        role,
        from_date: today,
        granted_by: 'system:first start',
      })
      .execute()
  return id
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

export const signInPath = (backTo: string): string => `/log-ind?til=${encodeURIComponent(backTo)}`

export const signedIn = (who: Staff, page: Page): SignedIn => ({
  name: who.name,
  roles: [...who.roles],
  demo: page.municipality.demo,
  signOut: '/log-ud',
})
