// Who asks, and what they are told: each principal at the door, and the class of every answer.

import { issueFormKey } from '../../src/platform/http/form-key.ts'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import type { Visit } from '../../src/platform/http/serve.ts'
import { type Principal, roles, type Staff } from '../../src/platform/principal.ts'
import { beginSearch } from '../../src/voices/find-voices.ts'
import type { Door } from '../door.ts'
import type { Pair } from '../isolation/pair.ts'
import type { Things } from './things.ts'

export interface Asker {
  /** How the head of the table calls them. */
  readonly name: string
  readonly door: Pick<Door, 'fetch'>
  /** A form key a day too old: the deed is not done, and whoever may is shown the form again. */
  readonly staleKey: string
  /** The same of a page that looks at no session. */
  readonly openKey: string
  readonly principal: Principal
}

/** Everybody who can ask: a stranger, each role alone, staff without a role, a person on their own page and on another's, and the other municipality. */
export async function askersOf({ house, own, other }: Pair, things: Things): Promise<Asker[]> {
  const { ctx } = house.house
  const stale = new Date(ctx.clock.now().getTime() - 25 * 3_600_000)
  const asker = async (name: string, side: typeof own, principal: Principal, token: string | null, cookieOf = side.tenant.id) => {
    const known = cookieOf === side.tenant.id ? token : null
    const key = (token: string | null) => issueFormKey(ctx.keys, { tenant: side.tenant, token } as Visit, stale)
    return { name, principal, staleKey: key(known), openKey: key(null), door: side.door(token, cookieOf) }
  }
  const anyone = (side: typeof own): Principal => ({ kind: 'anyone', municipalityId: side.tenant.id })
  const list = [await asker('anyone', own, anyone(own), null)]
  const staff = async (name: string, held: readonly (typeof roles)[number][]) => {
    const one = await own.signedIn(`${name} Prøve`, held)
    return await asker(name, own, one.principal, one.token)
  }
  for (const role of roles) list.push(await staff(role, [role]))
  list.push(await staff('no role', []))
  const subject = async (name: string, about: string) => {
    const one = await own.subjectOf(about)
    return await asker(name, own, one.principal, one.token)
  }
  list.push(await subject('the person', things.subject), await subject('another person', things.otherSubject))
  const foreigner = await other.signedIn('Zofia Fremmed', roles)
  // At home there, asking for our things; and with that session at our door.
  list.push(await asker('their staff', other, foreigner.principal, foreigner.token))
  list.push(await asker('their cookie', own, anyone(own), foreigner.token, other.tenant.id))
  return list
}

/** The states that depend on who asks: a leader and those they lead, and somebody's own page. */
export async function withAskers({ house }: Pair, things: Things, askers: readonly Asker[]): Promise<Things> {
  const idOf = (name: string) => {
    const found = askers.find(asker => asker.name === name)?.principal
    if (found?.kind !== 'staff') throw new Error(`nobody asks as ${name}`)
    return found.personId
  }
  await house.sql('update unit set leader_id = $1 where id = $2', [idOf('unitLeader'), things.unit])
  await house.sql('update due set owner_id = $1, owner_office = null where about = any ($2)', [idOf('caseworker'), things.owed])
  const caseworker = askers.find(asker => asker.name === 'caseworker')!.principal as Staff
  const search = (await beginSearch(house.house.ctx.database, caseworker, { question: 'ord', ids: [] })).id
  const { person, ...kinds } = things.kinds
  return {
    ...things,
    kinds: {
      ...kinds,
      search: { ...kinds.search, 'of the caseworker': search },
      person: { ...person, 'the asking councillor': idOf('councillor'), 'led by the asking leader': things.led },
    },
  }
}

/** The key of the form, as the page of this route would have shown it to them. */
export const keyOf = (route: AnyRoute, asker: Asker): string => (route.nameless ? asker.openKey : asker.staleKey)

/** What came of asking, in a word: `ok` (the page, or for a form that they may send it), `in` (sent to sign in), or the status. */
export async function outcome(route: AnyRoute, path: string, asker: Asker): Promise<string> {
  if (route.method === 'GET') return wordOf(await asker.door.fetch(path), '')
  const response = await asker.door.fetch(path, {
    method: 'POST',
    body: new URLSearchParams({ formKey: keyOf(route, asker) }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return wordOf(response, '422')
}

function wordOf(response: Response, shown: string): string {
  const to = response.headers.get('location') ?? ''
  if (response.status === 303) return to.startsWith('/log-ind?') || to === '/log-ind' ? 'in' : '303'
  if (String(response.status) === shown || (shown === '' && response.status === 200)) return 'ok'
  return String(response.status)
}
