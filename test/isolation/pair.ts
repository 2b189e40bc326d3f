// Two municipalities in one house, so that a test can stand in the one and look for the other.
import path from 'node:path'
import { employ, openSession, people } from '../../src/people/index.ts'
import type { Tenant } from '../../src/platform/context.ts'
import { issueFormKey } from '../../src/platform/http/form-key.ts'
import type { Visit } from '../../src/platform/http/serve.ts'
import type { Principal, Role } from '../../src/platform/principal.ts'
import { doorOf } from '../door.ts'
import { openTestHouse, type TestHouse, type TestHouseOptions, type Visitor } from '../house.ts'

const municipalities = ['glostrup', 'nordhavre'].map(slug => path.resolve(import.meta.dirname, '../../municipalities', slug))

export type SignedInVisitor = Visitor & { readonly token: string }
/** One of the two, as it is reached from outside. */
export interface Side {
  readonly tenant: Tenant
  readonly host: string
  readonly system: Principal
  /** A visitor with any token and any municipality written in their cookie; without a token, a stranger. */
  door(token: string | null, cookieOf?: string): ReturnType<typeof doorOf>
  /** Somebody of their own making, signed in; with the token their cookie carries. */
  signedIn(name: string, roles: readonly Role[]): Promise<SignedInVisitor>
  /** The person behind a personal link. */
  subjectOf(about: string): Promise<SignedInVisitor>
}
export interface Pair {
  readonly house: TestHouse
  readonly own: Side
  readonly other: Side
}

/** Opens Glostrup (own) and the invented Nordhavre (other) in one house; close `house` afterwards. */
export async function openPair(options: TestHouseOptions = {}): Promise<Pair> {
  const house = await openTestHouse({ municipalities, ...options, config: { defaultMunicipality: 'glostrup', ...options.config } })
  const side = (slug: string): Side => sideOf(house, house.house.tenants.all().find(tenant => tenant.slug === slug)!)
  return { house, own: side('glostrup'), other: side('nordhavre') }
}

let signedIn = 0

function sideOf(house: TestHouse, tenant: Tenant): Side {
  const host = `${tenant.hosts[0]}:3000`
  const system: Principal = { kind: 'system', municipalityId: tenant.id, job: 'test' }
  const { ctx } = house.house
  const door: Side['door'] = (token, cookieOf = tenant.id) =>
    doorOf(house.house.web.fetch, token && `${cookieOf}.${token}`, host, () =>
      issueFormKey(ctx.keys, { tenant, token } as Visit, new Date(ctx.clock.now().getTime() - 30_000)),
    )
  const visitor = async (token: string, personId: string | null): Promise<SignedInVisitor> => {
    const principal = await house.look(async tx => (await people.whoSignedIn(tx, token))!, system)
    return { ...door(token), principal, personId, token }
  }
  return {
    tenant,
    host,
    system,
    door,
    async signedIn(name, roles) {
      const email = `${++signedIn}.${name.toLowerCase().replace(/\W+/g, '.')}@example.org`
      const personId = await house.act(tx => employ(tx, { name, email, roles, invented: true }), undefined, system)
      return await visitor(
        await house.act(tx => openSession(tx, { kind: 'staff', personId, strength: 'oidc' }), undefined, system),
        personId,
      )
    },
    async subjectOf(about) {
      return await visitor(await house.act(tx => openSession(tx, { kind: 'subject', about, strength: 'link' }), undefined, system), null)
    },
  }
}
