// Takes back the nomination that was made of a letter by mistake: the candidate is erased, the letter is a matter of its own again.
import { type DeskLetter, lettersOnThread, letterToWork, partFromMatter, type WorkLetter } from '../mailroom/index.ts'
import { lettersAbout, namesOf, openDues } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { historyOf, record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { maySearch } from './access.ts'
import { erase } from './erase-candidate.ts'
import { lastMade, madeOf, takenBack } from './letter-history.ts'
import { owedKinds } from './nomination.ts'
import { hasBegun } from './own-parts.ts'
import { candidateRow, type NominationRow, nominationsOf } from './read-store.ts'
import { holdWhole } from './store.ts'
import { type Ours, oursWhenTakenBack, type Stands, whatStands } from './take-back.ts'

export interface Undoing {
  readonly candidateId: string
  readonly stands: readonly Stands[]
  readonly ours: Ours
  /** Who owes the person the next step; null when nobody does by name. */
  readonly decides: string | null
  readonly nominations: readonly NominationRow[]
  /** Letters on the matter that came before the nomination was made, the first one among them. */
  readonly with: readonly string[]
}

/** What taking back would meet; null when nothing was made of the letter that stands. `hold` keeps everybody else away until the transaction ends. */
export async function undoingOf(tx: Tx, letter: { readonly id: string; readonly thread: string }, hold = false): Promise<Undoing | null> {
  if (hold) await holdWhole(tx, letter.thread)
  const row = (await madeOf(tx, letter.id)) === 'confirmed' ? await candidateRow(tx, letter.thread) : null
  if (!row) return null
  const nominations = await nominationsOf(tx, [row.id])
  const kinds: string[] = []
  for (const about of [row.id, ...nominations.map(one => one.id)]) for (const event of await historyOf(tx, about)) kinds.push(event.kind)
  const onMatter = await lettersOnThread(tx, row.id)
  const first: string[] = []
  for (const one of onMatter)
    if (one.arrivedAt <= row.created_at && (one.id === letter.id || (await madeOf(tx, one.id)) === null)) first.push(one.id)
  const dues = await openDues(tx, { abouts: nominations.map(one => one.id), kinds: owedKinds })
  const owner = dues.find(due => due.ownerId !== null)?.ownerId
  return {
    candidateId: row.id,
    stands: whatStands({
      kinds,
      nominations: nominations.map(one => ({
        state: one.state,
        channel: one.channel,
        first: one.received_at.getTime() === row.created_at.getTime(),
      })),
      moreLetters: onMatter.length - first.length,
      begun: await hasBegun(tx, row.id),
    }),
    ours: oursWhenTakenBack(await lettersAbout(tx, [row.id])),
    decides: owner ? ((await namesOf(tx, [owner])).get(owner) ?? null) : null,
    nominations,
    with: first,
  }
}

type Owe = (tx: Tx, who: Principal, letter: DeskLetter) => Promise<void>

/**
 * Erases what was made, as the register erases; the letters lie on the desk again as they did before.
 * @param owe says what is owed for a letter that lies on the desk
 * @throws Refusal when something has happened since
 */
export async function takeBackLetter(
  tx: Tx,
  who: Principal,
  { letter, owe }: { readonly letter: { readonly id: string; readonly thread: string }; readonly owe: Owe },
): Promise<void> {
  if (!maySearch(who)) throw new NotAllowed()
  const undoing = await undoingOf(tx, letter, true)
  if (!undoing) return
  if (undoing.stands.length > 0) throw new Refusal(stands)
  const { candidateId, nominations, ours } = undoing
  await partFromMatter(tx, { letter: letter.id, letters: undoing.with })
  for (const { id, council } of nominations) await record(tx, who, { kind: takenBack, about: id, because: [letter.id], facts: { council } })
  await record(tx, who, { kind: takenBack, about: letter.id, because: [candidateId], facts: { ours } })
  await erase(tx, who, { candidateId, why: 'taken_back' })
  for (const id of undoing.with) {
    const back = await letterToWork(tx, id)
    if (back && !back.finished) await owe(tx, who, back)
  }
}

/** When the last nomination of the letter was taken back, and how our letters stood; null when it was not, or another was made since. */
export async function takenBackFrom(tx: Tx, letter: Pick<WorkLetter, 'id'>): Promise<{ at: Date; ours: Ours } | null> {
  const last = await lastMade(tx, letter.id)
  return last?.kind === takenBack ? { at: last.at, ours: last.facts.ours as Ours } : null
}

const stands = {
  da: 'Der er sket mere på sagen i mellemtiden, så tilmeldingen kan ikke tages tilbage herfra. Åbn siden igen, og se hvad.',
  en: 'More has happened on the matter meanwhile, so the nomination cannot be taken back from here. Open the page again and see what.',
}
