// Writes down what those who sit in a council know about, as they say themselves.
import { councilThing, namedSeatings } from '../councils/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound } from '../platform/refusal.ts'
import { mayRecruit } from './access.ts'
import { writeCompetences } from './council-store.ts'
import { knownCouncil } from './known-council.ts'

/** `known` holds a member and a competence in each entry; what is left out of it is not known. */
export async function noteCompetences(
  tx: Tx,
  who: Principal,
  { council, known }: { council: string; known: readonly { member: string; competence: string }[] },
): Promise<void> {
  if (!mayRecruit(who)) throw new NotAllowed()
  const found = await knownCouncil(tx, council)
  if (!found) throw new NotFound()
  const words = new Set(found.facts.competences.map(one => one.slug))
  for (const { memberId } of await namedSeatings(tx, council, localDate(tx.now))) {
    const own = known.filter(one => one.member === memberId && words.has(one.competence)).map(one => one.competence)
    await writeCompetences(tx, who, memberId, [...new Set(own)])
  }
  await record(tx, who, { kind: 'council.competences-noted', about: await councilThing(tx, council) })
}
