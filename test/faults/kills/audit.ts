// Looks behind the site: is everything that was acknowledged there once and whole, and is nothing there by half?
import { loadKeys } from '../../../src/platform/crypto/keys.ts'
import { parseReceipt, receiptIndex } from '../../../src/platform/crypto/receipt.ts'
import type { Acknowledged } from '../citizen.ts'
import type { Site } from '../site.ts'

export interface Found {
  /** Acknowledged, and not there or not under its code. */
  lost: number
  /** One form, several candidates. */
  doubled: number
  /** A nomination without its date, journal entry, receipt, letter, key or words; or one of these without its nomination. */
  halves: number
}

const candidates = `
  select c.id, c.name, r.code_index as code, o.councils::int, o.dues::int, o.entries::int,
    (select count(*)::int from receipt x where x.municipality_id = c.municipality_id and x.about = c.id) as receipts,
    (select count(*)::int from letter l where l.municipality_id = c.municipality_id and l.about = c.id) as letters,
    (select count(*)::int from candidate_word w where w.municipality_id = c.municipality_id and w.candidate_id = c.id) as words,
    (select count(*)::int from keys.data_key k where k.municipality_id = c.municipality_id and k.thing_id = c.id) as keys
  from candidate c
  left join receipt r on r.municipality_id = c.municipality_id and r.about = c.id
  cross join lateral (
    select count(*) as councils,
      sum((select count(*) from due d where d.municipality_id = n.municipality_id and d.about = n.id and d.kind = 'nomination.contact')) as dues,
      sum((select count(*) from journal j where j.municipality_id = n.municipality_id and j.about = n.id and j.kind = 'nomination.received')) as entries
    from nomination n where n.municipality_id = c.municipality_id and n.candidate_id = c.id
  ) as o
  where c.created_at >= $1`

const strays = `select (
  (select count(*) from thing t where t.kind = 'candidate' and not exists (select from candidate c where c.municipality_id = t.municipality_id and c.id = t.id))
  + (select count(*) from thing t where t.kind = 'nomination' and not exists (select from nomination n where n.municipality_id = t.municipality_id and n.id = t.id))
  + (select count(*) from due d where d.kind like 'nomination.%' and not exists (select from nomination n where n.municipality_id = d.municipality_id and n.id = d.about))
  + (select count(*) from journal j where j.kind like 'nomination.%' and not exists (select from nomination n where n.municipality_id = j.municipality_id and n.id = j.about))
  + abs((select count(*) from accepted_form) - (select count(*) from candidate))
)::int as strays`

/** Compares the database with the ledger; `since` limits what is looked at, for a look between two kills. */
export async function audit(site: Site, acknowledged: readonly Acknowledged[], since: Date | null): Promise<Found> {
  const { rows, municipality } = await read(site, since)
  const byName = new Map<string, Row[]>()
  for (const row of rows) {
    const same = byName.get(row.name)
    if (!same) byName.set(row.name, [row])
    // The joined receipts of one candidate are not two candidates.
    else if (!same.some(one => one.id === row.id)) same.push(row)
  }
  const keys = loadKeys(`${site.dataDir}.key`).of(municipality)
  const found: Found = { lost: 0, doubled: 0, halves: 0 }
  for (const { name, code, councils, letter } of acknowledged) {
    const [row] = byName.get(name) ?? []
    const parsed = parseReceipt(code)
    const index = parsed.ok ? receiptIndex(keys, parsed.code) : null
    if (!row || !index || !row.code?.equals(index)) found.lost++
    else if (row.councils !== councils.length || row.letters !== (letter ? 1 : 0)) found.halves++
  }
  for (const same of byName.values()) if (same.length > 1) found.doubled++
  for (const row of rows) {
    const whole =
      row.councils > 0 && row.dues === row.councils && row.entries === row.councils && row.receipts === 1 && row.words > 0 && row.keys === 1
    if (!whole) found.halves++
  }
  if (!since) found.halves += ((await site.sql(strays)) as { strays: number }[])[0]!.strays
  return found
}

interface Row {
  readonly id: string
  readonly name: string
  readonly code: Buffer | null
  readonly councils: number
  readonly dues: number
  readonly entries: number
  readonly receipts: number
  readonly letters: number
  readonly words: number
  readonly keys: number
}
async function read(site: Site, since: Date | null): Promise<{ rows: Row[]; municipality: string }> {
  const rows = (await site.sql(candidates, [since ?? new Date(0)])) as unknown as Row[]
  const [first] = await site.sql('select id from municipality where practice_of is null')
  return { rows, municipality: String(first!.id) }
}
