// Somebody begins a slate for a council and the body that decides it.
import { appointingBodies, charterInForce, councilOf } from '../councils/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayCompose } from './access.ts'
import { isFarAway } from './slate.ts'
import { writeSlate } from './store.ts'

export interface OpenSlate {
  readonly council: string
  readonly body: string
  /** From when the seats are taken; today unless told. */
  readonly startsOn?: LocalDate | null
}

/** Opens an empty slate. Returns its id. */
export async function openSlate(tx: Tx, who: Principal, input: OpenSlate): Promise<string> {
  if (!mayCompose(who, input.body)) throw new NotAllowed()
  const startsOn = input.startsOn ?? localDate(tx.now)
  const council = await councilOf(tx, input.council)
  const rules = await charterInForce(tx, input.council, startsOn)
  if (!council || !rules) throw new NotFound()
  if (council.status.state === 'abolished')
    throw new Refusal([
      {
        field: 'council',
        message: { da: 'Rådet er nedlagt. Det kan ikke få medlemmer.', en: 'The council is abolished. It cannot get members.' },
      },
    ])
  if (isFarAway(startsOn, localDate(tx.now)))
    throw new Refusal([
      {
        field: 'startsOn',
        message: {
          da: 'Dagen ligger mere end fem år herfra. Se efter, om året er rigtigt.',
          en: 'The day is more than five years from now. See whether the year is right.',
        },
      },
    ])
  if (!appointingBodies(rules.charter).includes(input.body))
    throw new Refusal([
      {
        field: 'body',
        message: {
          da: 'Rådets regler giver ingen pladser til den, der udpeger her.',
          en: 'The rules of the council give this body no seats to fill.',
        },
      },
    ])
  const id = await writeSlate(tx, who, { council: input.council, body: input.body, startsOn, charterVersion: rules.version })
  await record(tx, who, { kind: 'slate.opened', about: id, facts: { council: input.council, body: input.body } })
  return id
}
