// The appointing body's decision is written down: the draft becomes a version in force from a day.
import { type ItemContent, itemOf, itemsOfKind, writeItem } from '../../municipalities/index.ts'
import { localDate } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/act.ts'
import { record } from '../../platform/journal.ts'
import type { Principal } from '../../platform/principal.ts'
import { NotAllowed, Refusal, type Shortcoming } from '../../platform/refusal.ts'
import { charterVersions } from '../charter-in-force.ts'
import { type Charter, readCharter } from '../charters/index.ts'
import { councilThing } from '../council-store.ts'
import { mayAdopt } from './access.ts'
import { holdDraft, type OfDraft } from './change-draft.ts'
import { type Adoption, adoptionFaults } from './draft.ts'
import { faultInWords } from './fault-words.ts'
import { findingsOf, unfinished } from './findings.ts'
import { councilFrom } from './founding.ts'
import { countCharter, type Draft, settleDraft } from './store.ts'

export interface Adopt extends OfDraft, Adoption {
  /** The one who records it has read what was found about the charter. */
  readonly seen: boolean
}

/**
 * Writes the decision down once. Earlier versions are not touched: they end because this one begins. A council that did not
 * exist is founded by it. Returns the version.
 */
export async function adopt(tx: Tx, who: Principal, input: Adopt): Promise<number> {
  if (!mayAdopt(who)) throw new NotAllowed()
  const draft = await holdDraft(tx, input)
  const read = readCharter(draft.document)
  if ('faults' in read) throw new Refusal([{ message: faultInWords(read.faults, draft.document) }])
  const versions = [...((await charterVersions(tx)).get(draft.council) ?? [])].sort((a, b) => b.version - a.version)
  const faults: Shortcoming[] = [...adoptionFaults(input, versions[0] ?? null, localDate(tx.now)), ...unfinished(read.charter)]
  const found = await findingsOf(tx, draft, read.charter)
  if (found.length > 0 && !input.seen)
    faults.push({
      field: 'seen',
      message: {
        da: 'Vi har fundet noget i vedtægten. Læs det, og sæt kryds, hvis den er besluttet sådan.',
        en: 'We have found something in the charter. Read it, and tick if it was decided like this.',
      },
    })
  if (faults.length > 0) throw new Refusal(faults)

  const version = (versions[0]?.version ?? 0) + 1
  if (draft.founding) await foundIt(tx, who, draft, input)
  await writeItem(tx, who, {
    kind: 'charter',
    slug: `${draft.council}/${version}`,
    content: versionFrom(read.charter, version, input),
    position: 10_000 + version,
  })
  const thing = await councilThing(tx, draft.council)
  await countCharter(tx, draft.council)
  await settleDraft(tx, who, draft.id, 'adopted', version)
  await record(tx, who, {
    kind: 'charter.adopted',
    about: thing,
    because: [draft.id],
    facts: { council: draft.council, version, body: input.body, on: input.decidedOn, from: input.validFrom, minuteRef: input.minuteRef },
  })
  return version
}

function versionFrom(charter: Charter, version: number, input: Adopt): ItemContent['charter'] {
  return {
    version,
    validFrom: input.validFrom,
    validTo: null,
    adopted: { body: input.body, on: input.decidedOn, caseRef: input.minuteRef.trim(), sources: [], note: null },
    // What the engine read: the same words, with what was left out written out.
    document: JSON.parse(JSON.stringify(charter)) as ItemContent['charter']['document'],
  }
}

async function foundIt(tx: Tx, who: Principal, draft: Draft, input: Adopt): Promise<void> {
  if (await itemOf(tx, 'council', draft.council))
    throw new Refusal({ da: 'Der er kommet et råd med det navn i mellemtiden.', en: 'A council of that name has come meanwhile.' })
  const contact = (await itemsOfKind(tx, 'contact'))[0]?.slug ?? ''
  const facts = councilFrom(draft.founding!, draft.council, { on: input.decidedOn, minuteRef: input.minuteRef.trim(), contact })
  await writeItem(tx, who, { kind: 'council', slug: draft.council, content: facts, position: 10_000 })
}
