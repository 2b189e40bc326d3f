// The encrypted columns of a candidate: what they told us, sealed with the candidate's own key and opened for whoever may read it.
import type { Tx } from '../platform/db/act.ts'
import { opened, sealed } from '../platform/sealed.ts'
import type { Need, Reach } from './answers.ts'

export interface ContactDetails {
  readonly reach: Reach | null
  readonly email: string | null
  readonly phone: string
  readonly address: string
  readonly through: string
}
export interface Wishes {
  readonly interpreter: string
  readonly needs: readonly Need[]
}
/** What was ticked without naming an organisation, and which attributes were asked about. */
export interface Declared {
  readonly keys: readonly string[]
  readonly answered: readonly string[]
}
export interface Fields {
  readonly contact_sealed?: ContactDetails | null
  readonly wishes_sealed?: Wishes | null
  readonly motivation_sealed?: string | null
  readonly declared_sealed?: Declared | null
  readonly suggested_by_sealed?: string | null
}
export type SealedColumn = keyof Fields

const place = (candidate: string, column: SealedColumn) => ({ thing: candidate, table: 'candidate', column, row: candidate })

/** The columns given, sealed; null empties a column. */
export async function sealFields(tx: Tx, candidate: string, fields: Fields): Promise<{ [C in keyof Fields]: Buffer | null }> {
  const out: { [C in SealedColumn]?: Buffer | null } = {}
  for (const [column, value] of Object.entries(fields) as [SealedColumn, unknown][])
    out[column] = value === null || value === undefined ? null : await sealed(tx, place(candidate, column), JSON.stringify(value))
  return out
}
/** The value of one column; null when it is empty or its key is erased. */
export async function openField<C extends SealedColumn>(
  tx: Tx,
  candidate: string,
  column: C,
  value: Uint8Array | null,
): Promise<NonNullable<Fields[C]> | null> {
  if (!value) return null
  const text = await opened(tx, place(candidate, column), value)
  return text === null ? null : (JSON.parse(text) as NonNullable<Fields[C]>)
}
