// The steps of a theme once its words are written: a second human, raised to a council, what came of it, closed and opened again.
import { councilThing } from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { inventedHere, quiet } from '../voices/index.ts'
import { mayApproveTheme, maySetThemes } from './access.ts'
import { findPersons, goes } from './find-persons.ts'
import { endSummary, oneSummary } from './summary-step.ts'
import { beginTheme, endTheme } from './theme-step.ts'
import { findingFaults, townGround } from './write-summary.ts'

const mayLook = async (tx: Tx, who: Principal) => mayApproveTheme(who, await inventedHere(tx))

/** The second human says that nobody can be found in it. It goes out with the next publication. */
export async function approveTheme(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!(await mayLook(tx, who))) throw new NotAllowed()
  await endTheme(tx, who, await beginTheme(tx, who, id, 'approved'), { step: 'approved' })
}
export async function returnTheme(tx: Tx, who: Principal, { id, words }: { id: string; words: string }): Promise<void> {
  if (!(await mayLook(tx, who))) throw new NotAllowed()
  await endTheme(tx, who, await beginTheme(tx, who, id, 'returned'), { step: 'returned', words })
}

export interface Raise {
  readonly id: string
  readonly council: string
  readonly meetingOn: string | null
}
/** On a council's agenda. The journal of the council says of which theme it came, and nothing of who told. */
export async function raiseTheme(tx: Tx, who: Principal, { id, council, meetingOn }: Raise): Promise<void> {
  if (!maySetThemes(who)) throw new NotAllowed()
  const one = await beginTheme(tx, who, id, 'raised')
  if (!one.theme.councils.includes(council)) throw new Refusal([{ field: 'council', message: wrongCouncil }])
  await endTheme(tx, who, one, { step: 'raised', council, meetingOn })
  await record(tx, who, {
    kind: 'council.theme-raised',
    about: await councilThing(tx, council),
    because: [id],
    facts: { council, meetingOn },
  })
}
/** What came of it, in plain words everybody can read at once. */
export async function noteCame(tx: Tx, who: Principal, { id, words }: { id: string; words: string }): Promise<void> {
  if (!maySetThemes(who)) throw new NotAllowed()
  const one = await beginTheme(tx, who, id, 'came')
  await withoutPersons(tx, words)
  await endTheme(tx, who, one, { step: 'came', words })
}
/** With a reason. What was gathered and has not gone out is free for another theme. */
export async function closeTheme(tx: Tx, who: Principal, { id, words }: { id: string; words: string }): Promise<void> {
  if (!maySetThemes(who)) throw new NotAllowed()
  const one = await beginTheme(tx, who, id, 'closed')
  await withoutPersons(tx, words)
  for (const summary of one.gathered) {
    const each = await oneSummary(tx, summary.id, true)
    if (each) await endSummary(quiet(tx), who, each, 'take', {}, { themeId: null })
  }
  await endTheme(tx, who, one, { step: 'closed', words })
}
export async function reopenTheme(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  if (!maySetThemes(who)) throw new NotAllowed()
  await endTheme(tx, who, await beginTheme(tx, who, id, 'reopened'), { step: 'reopened' })
}

async function withoutPersons(tx: Tx, words: string): Promise<void> {
  const found = findPersons(words, await townGround(tx)).filter(one => goes(one.kind))
  if (found.length > 0) throw new Refusal(findingFaults(found, [], 'words'))
}
const wrongCouncil = { da: 'Vælg et af de råd, temaet er til.', en: 'Choose one of the councils the theme is for.' }
