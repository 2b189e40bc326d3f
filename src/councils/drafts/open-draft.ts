// Somebody begins a draft: from the version in force, or of a council that does not exist yet.
import { itemsOfKind } from '../../municipalities/index.ts'
import type { Tx } from '../../platform/db/act.ts'
import { record } from '../../platform/journal.ts'
import type { Principal } from '../../platform/principal.ts'
import { Conflict, NotAllowed, NotFound, Refusal } from '../../platform/refusal.ts'
import { charterVersions } from '../charter-in-force.ts'
import { councilOf } from '../councils.ts'
import { mayDraft } from './access.ts'
import { type Founding, foundingFaults, slugOf } from './founding.ts'
import { openDrafts, writeDraft } from './store.ts'

const alreadyOpen = {
  da: 'Der er en kladde i forvejen. Arbejd videre på den, eller kassér den først.',
  en: 'There is a draft already. Go on with that one, or discard it first.',
}

/** Begins a draft of a council's next charter, as a copy of its latest version (or of `version`). Returns the draft's id. */
export async function openDraft(
  tx: Tx,
  who: Principal,
  input: { readonly council: string; readonly version: number | null },
): Promise<string> {
  if (!mayDraft(who)) throw new NotAllowed()
  if (!(await councilOf(tx, input.council))) throw new NotFound()
  const versions = (await charterVersions(tx)).get(input.council) ?? []
  const from =
    [...versions].sort((a, b) => b.version - a.version).find(one => input.version === null || one.version === input.version) ?? null
  if (input.version !== null && !from) throw new NotFound()
  const document = from ? from.document : { id: input.council, groups: [], rules: [] }
  const id = await writeDraft(tx, who, { council: input.council, basedOn: from?.version ?? null, founding: null, document })
  if (!id) throw new Conflict(alreadyOpen)
  await record(tx, who, { kind: 'charter.drafted', about: id, facts: { council: input.council, basedOn: from?.version ?? null } })
  return id
}

/** Begins a council that does not exist yet. Nobody outside sees it before a decision is written down. Returns its address. */
export async function foundCouncil(tx: Tx, who: Principal, input: Founding): Promise<string> {
  if (!mayDraft(who)) throw new NotAllowed()
  const taken = new Set([...(await itemsOfKind(tx, 'council')).map(one => one.slug), ...(await openDrafts(tx)).map(one => one.council)])
  const faults = foundingFaults(input, taken)
  if (faults.length > 0) throw new Refusal(faults)
  const council = slugOf(input.name)
  const document = { id: council, name: { da: input.name }, groups: [], rules: [] }
  const id = await writeDraft(tx, who, { council, basedOn: null, founding: input, document })
  if (!id) throw new Conflict(alreadyOpen)
  await record(tx, who, { kind: 'charter.drafted', about: id, facts: { council, basedOn: null } })
  return council
}
