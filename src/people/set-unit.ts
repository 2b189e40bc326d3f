// Who leads a unit, and who stands in: the next ones who hear of what is late.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { maySetUnits } from './access.ts'
import { personById } from './store.ts'
import { setLeaders, unitIdOf } from './unit-store.ts'

export interface UnitLead {
  readonly slug: string
  readonly leaderId: string | null
  readonly deputyId: string | null
}

export async function setUnit(tx: Tx, who: Principal, { slug, leaderId, deputyId }: UnitLead): Promise<void> {
  if (!maySetUnits(who)) throw new NotAllowed()
  if (leaderId && leaderId === deputyId) throw new Refusal([{ field: 'deputy', message: same }])
  for (const id of [leaderId, deputyId]) if (id && !(await personById(tx, id))) throw new NotFound()
  const id = await unitIdOf(tx, slug)
  if (!id) throw new NotFound()
  await setLeaders(tx, id, leaderId, deputyId)
  await record(tx, who, { kind: 'unit.lead-set', about: id, facts: { leader: leaderId, deputy: deputyId } })
}
const same = { da: 'Leder og stedfortræder skal være to forskellige.', en: 'Leader and deputy must be two different people.' }
