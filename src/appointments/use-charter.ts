// A slate goes on under the charter that is in force now, once somebody has looked at it again; and is not decided before.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict } from '../platform/refusal.ts'
import type { Composed } from './composed.ts'
import { composed, holdSlate } from './held.ts'
import { countChange } from './store.ts'

/** The slate was last looked at under another version than the one it would be decided by. */
export const isOutdated = ({ slate, rules }: Pick<Composed, 'slate' | 'rules'>): boolean =>
  (slate.state === 'open' || slate.state === 'proposed') && slate.charterVersion !== rules.version

/** Refuses to decide by a charter the slate was not looked at by. */
export function refuseOutdated(whole: Composed): void {
  if (isOutdated(whole))
    throw new Conflict({
      da: `Vedtægten er ændret. Forslaget er lavet efter udgave ${whole.slate.charterVersion}, og nu gælder udgave ${whole.rules.version}. Se på forslaget igen efter den nye, før beslutningen bliver skrevet ind.`,
      en: `The charter has changed. The proposal was made by version ${whole.slate.charterVersion}, and version ${whole.rules.version} is in force. Look at the proposal again by the new one before the decision is recorded.`,
    })
}

/** Somebody has looked at the slate by the charter in force. What was proposed before keeps the verdict of its time. */
export async function useCharter(tx: Tx, who: Principal, input: { readonly slate: string }): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'change')
  const { rules } = await composed(tx, who, slate)
  await countChange(tx, slate.id, rules.version)
  await record(tx, who, { kind: 'slate.charter-seen', about: slate.id, facts: { council: slate.council, version: rules.version } })
}
