// Who read something, as whoever it is about may know them: by what they did here that day, never by name.
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Role } from '../platform/principal.ts'
import { rolesEver } from './store.ts'

interface Read {
  readonly at: Date
  readonly actor: string
}
/** The same readings with the roles their reader had on the day; none for whoever is not staff. One statement. */
export async function withRoles<R extends Read>(tx: Tx, readings: readonly R[]): Promise<(R & { readonly roles: readonly Role[] })[]> {
  const staff = new Set(readings.flatMap(one => (one.actor.startsWith('staff:') ? [one.actor.slice(6)] : [])))
  const held = await rolesEver(tx, [...staff])
  return readings.map(one => {
    const day = localDate(one.at)
    const roles = held.filter(each => one.actor === `staff:${each.personId}` && each.from <= day && (each.to === null || each.to >= day))
    return { ...one, roles: [...new Set(roles.map(each => each.role))] }
  })
}
