// Row types of this room's tables: the register of municipalities, and what each says of itself as data.
import type { ColumnType } from 'kysely'
import type { Instant, Json } from '../platform/db/tables.ts'

interface MunicipalityTable {
  id: string
  slug: string
  practice_of: string | null
  demo: boolean
  hosts: string[]
  updated_at: Instant
}
interface ItemTable {
  municipality_id: string
  kind: string
  slug: string
  position: number
  content: Json<unknown>
  hash: string
  applied_hash: ColumnType<string | null, string | null, string | null>
  changed_at: Instant
}
interface ItemVersionTable {
  municipality_id: string
  kind: string
  slug: string
  version: number
  content: Json<unknown>
  recorded_at: Instant
  recorded_by: string
}
export type MunicipalitiesTables = {
  municipality: MunicipalityTable
  item: ItemTable
  item_version: ItemVersionTable
}
