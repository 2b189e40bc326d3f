// `raadslag sign-in-link --email … --role …`: a way in for the first secretary, or for whoever lost theirs.
import { people } from '../people/index.ts'
import { act } from '../platform/db/act.ts'
import { parseAddress } from '../platform/mail/address.ts'
import { type Role, roles } from '../platform/principal.ts'
import { CommandFault, tenantFor, withHouse } from './with-house.ts'

export async function signInLink(options: { email: string; role: string; municipality?: string }): Promise<string> {
  const address = parseAddress(options.email)
  if (!address) throw new CommandFault(`--email: "${options.email}" is not an e-mail address`, 2)
  if (!(roles as readonly string[]).includes(options.role))
    throw new CommandFault(`--role: "${options.role}" is not a role (${roles.join(', ')})`, 2)
  return await withHouse(async house => {
    const tenant = tenantFor(house, options.municipality)
    const path = await act(house.ctx.database, { kind: 'system', municipalityId: tenant.id, job: 'sign-in-link' }, people.signInLinkFor, {
      email: address,
      role: options.role as Role,
    })
    return `${house.ctx.config.baseUrl}${path}`
  })
}
