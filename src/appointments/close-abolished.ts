// A council is abolished: its open slates end with it.
import type { Abolition } from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { slateLines } from './read-slate.ts'
import { writeClosing } from './store.ts'

export async function closeAbolished(tx: Tx, who: Principal, { council, event }: Abolition): Promise<void> {
  for (const slate of await slateLines(tx, council)) {
    if (slate.state !== 'open' && slate.state !== 'proposed') continue
    await writeClosing(tx, who, slate.id, 'council_abolished')
    await record(tx, who, { kind: 'slate.closed', about: slate.id, because: [event], facts: { why: 'council_abolished' } })
  }
}
