// Opens what a receipt code leads to. Unknown, expired and erased are one and the same.
import { createHash } from 'node:crypto'
import { takeForm, takenWithin } from '../platform/accepted-form.ts'
import { parseReceipt, receiptIndex } from '../platform/crypto/receipt.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import type { Principal } from '../platform/principal.ts'
import { allOwners, type Opened } from './owners.ts'

export type Found = { readonly opened: Opened } | { readonly opened: null; readonly fault: 'format' | 'unknown' | 'used' }

/** Seconds in which the same press, sent twice, is one press. */
const pressSeconds = 5

/**
 * Every room is asked, also after one has found the code. A form opens a page once: who goes back in the browser and lets it send the form
 * again sees an empty door.
 */
export async function openByCode(tx: Tx, who: Principal, { code, form, lang }: { code: string; form: string; lang: Lang }): Promise<Found> {
  const parsed = parseReceipt(code)
  if (!parsed.ok) return { opened: null, fault: 'format' }
  const index = receiptIndex(tx.keys.of(tx.municipalityId), parsed.code)
  const key = createHash('sha256').update(`receipt ${form}`, 'utf8').digest()
  const first = (await takeForm(tx, key, {})) || (await takenWithin(tx, key, pressSeconds))
  let opened: Opened | null = null
  for (const owner of allOwners()) opened = (await owner.open(tx, who, index, lang)) ?? opened
  if (!opened) return { opened: null, fault: 'unknown' }
  return first || 'to' in opened ? { opened } : { opened: null, fault: 'used' }
}
