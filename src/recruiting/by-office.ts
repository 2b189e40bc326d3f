// Which groups of a charter nobody can come into by a nomination: councillors and municipal staff come by their office. Pure.
import { type Charter, evidence, type Person } from '../councils/charters/index.ts'
import { offerOf } from '../nominations/index.ts'

/** Whoever ticked everything the form offers would still not fit these groups. */
export function byOffice(charter: Charter): ReadonlySet<string> {
  const everything: Record<string, unknown> = { id: 'anybody', resident: true, local: true, roles: [] }
  for (const kind of offerOf([{ charter }]).kinds)
    everything[kind.attr] = [...((everything[kind.attr] as string[] | undefined) ?? []), kind.value]
  const closed = charter.groups.filter(
    group => group.appointed_by === 'administration' || (group.eligible && evidence(group.eligible, everything as Person) === 'no'),
  )
  return new Set(closed.map(group => group.id))
}
