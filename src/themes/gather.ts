// Gathers approved summaries into a theme, and takes them out again while it has not gone out.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { NotFound, Refusal } from '../platform/refusal.ts'
import { quiet } from '../voices/index.ts'
import { mayGather } from './access.ts'
import { beginSummary, endSummary } from './summary-step.ts'
import { dropFromTheme, oneTheme, sayThemeNot } from './theme-step.ts'

/** Words that were approved without this one wait for a second human again. */
export async function gather(tx: Tx, who: Principal, { id, themeId }: { id: string; themeId: string }): Promise<void> {
  const one = await beginSummary(tx, who, id, 'gather', mayGather)
  const theme = await oneTheme(tx, themeId, true)
  if (!theme) throw new NotFound()
  if (theme.stands.life === 'closed') throw new Refusal(sayThemeNot('closed'))
  await endSummary(tx, who, one, 'gather', {}, { themeId })
  await dropFromTheme(quiet(tx), { kind: 'system', municipalityId: tx.municipalityId, job: 'themes' }, themeId)
}
export async function takeOut(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  const one = await beginSummary(tx, who, id, 'take', mayGather)
  const { themeId } = one.summary
  await endSummary(tx, who, one, 'take', {}, { themeId: null })
  if (themeId) await dropFromTheme(quiet(tx), { kind: 'system', municipalityId: tx.municipalityId, job: 'themes' }, themeId)
}
