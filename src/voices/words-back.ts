// What somebody typed on a page that no longer opens anything is theirs: it comes back once, and goes nowhere by itself.
import { createHash } from 'node:crypto'
import { takeForm, takenWithin } from '../platform/accepted-form.ts'
import type { Tx } from '../platform/db/act.ts'

/** Why the page opens nothing: what let them see it has ended, for who told for somebody or for a guest, or it was closed, too old, or its code is gone. */
export type Ended = 'ended' | 'over' | 'door'

const hashOf = (what: string, form: string) => createHash('sha256').update(`${what} ${form}`, 'utf8').digest()
/** Seconds in which the same press, sent twice, is one press. */
const pressSeconds = 5

/** Notes that this form has brought words. False when it did before: somebody goes back in the browser and lets it send them again. */
export async function bringsWords(tx: Tx, form: string): Promise<boolean> {
  return await takeForm(tx, hashOf('typed', form), {})
}
/** Whether these words are shown to whoever sent them: the first time, and when that press came twice. Never to who sends an old form again. */
export async function givesBack(tx: Tx, form: string, first: boolean): Promise<boolean> {
  const key = hashOf('given back', form)
  return first ? (await takeForm(tx, key, {})) || true : await takenWithin(tx, key, pressSeconds)
}
