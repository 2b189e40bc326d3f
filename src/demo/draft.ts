// Plays a charter being changed: a draft that stands open with one new wish, and the invented people it is tried on.
import { changeDraft, charterInForce, invented, keepPool, openDraft } from '../councils/index.ts'
import { keyedItems } from '../municipalities/index.ts'
import type { Stage } from './stage.ts'

const wish = {
  id: 'unge',
  kind: 'count',
  in: ['external'],
  who: { attr: 'age', lt: 30 },
  min: 1,
  strength: 'should',
  text: { da: 'mindst ét medlem er under 30 år', en: 'at least one member is under 30' },
  source: { text: 'Kommunen ønsker, at mindst ét medlem er under 30 år (opdigtet forslag).', ref: 'Forslag 1 (opdigtet)' },
}

/** The secretary prepares the next charter of the Udsatteråd; nobody has decided on it. */
export async function prepareCharter(stage: Stage): Promise<void> {
  const council = 'udsatteraad'
  const amira = stage.as('amira')
  const tx = stage.at(6, '14:20')
  const latest = (await keyedItems(tx, 'charter')).filter(one => one.slug.startsWith(`${council}/`)).at(-1)
  const inForce = await charterInForce(tx, council, stage.day(6))
  if (!latest || !inForce) return
  await openDraft(tx, amira, { council, version: null })
  const document = latest.content.document as { rules?: readonly unknown[] }
  await changeDraft(stage.at(5, '09:40'), amira, {
    council,
    revision: 0,
    document: { ...document, rules: [...(document.rules ?? []), wish] },
  })
  await keepPool(stage.at(5, '09:45'), amira, { council, pool: invented(inForce.charter, 1) })
}
