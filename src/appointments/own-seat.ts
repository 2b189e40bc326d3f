// Nobody puts themself on a seat or decides their own.
import type { Principal } from '../platform/principal.ts'
import type { Somebody } from './composed.ts'
import { sameName } from './same-name.ts'

/** Whether somebody on a slate is the one who works on it. A namesake is stopped too; a colleague can do it. */
export function isSelf(who: Principal, one: Pick<Somebody, 'name'>): boolean {
  return who.kind === 'staff' && sameName(who.name, one.name)
}
