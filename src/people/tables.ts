// Row types of this room's tables.
import type { ColumnType, Generated } from 'kysely'
import type { Bytes, Day, Instant, Json } from '../platform/db/tables.ts'
import type { Role } from '../platform/principal.ts'

type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

interface UnitTable {
  municipality_id: string
  id: string
  slug: string
  name: string
  leader_id: OrNull<string>
  deputy_id: OrNull<string>
}
interface PersonTable {
  municipality_id: string
  id: string
  name: string
  email: string
  phone: OrNull<string>
  helps_with: OrNull<string>
  unit_id: OrNull<string>
  shown: boolean
  invented: boolean
  oidc_subject: OrNull<string>
  from_date: Day
  to_date: OrNull<string>
}
interface RoleGrantTable {
  municipality_id: string
  id: string
  person_id: string
  role: Role
  from_date: Day
  to_date: OrNull<string>
  granted_by: string
}
interface AbsenceTable {
  municipality_id: string
  id: string
  person_id: string
  from_date: Day
  to_date: Day
  deputy_id: OrNull<string>
}
interface ContactHolderTable {
  municipality_id: string
  contact: string
  person_id: string
  name: OrNull<string>
  phone: OrNull<string>
  helps_with: OrNull<string>
  deputy_id: OrNull<string>
  deputy_name: OrNull<string>
  away: Json<{ from: string; to: string; deputy: string | null; phone?: string | null }[]>
  invented: Generated<boolean>
}
interface SignInLinkTable {
  municipality_id: string
  token_hash: Bytes
  person_id: string
  created_at: Instant
  expires_at: Instant
  used_at: OrNull<Date>
  back_to: OrNull<string>
}
interface SignInRequestTable {
  municipality_id: string
  id: string
  email_index: Bytes
  at: Instant
}
interface SessionTable {
  municipality_id: string
  id: string
  token_hash: Bytes
  kind: 'staff' | 'subject'
  person_id: OrNull<string>
  about: OrNull<string>
  strength: 'link' | 'oidc' | 'passkey' | 'code'
  created_at: Instant
  seen_at: Instant
  ends_at: Instant
}
interface DueTable {
  municipality_id: string
  id: string
  kind: string
  about: string
  owner_id: OrNull<string>
  owner_office: OrNull<string>
  received_on: Day
  due_on: Day
  rule: Json<Record<string, string>>
  calculation: ColumnType<unknown, string | null | undefined, string | null>
  because_of: OrNull<string>
  created_at: Instant
  escalated_to_deputy_at: OrNull<Date>
  deputy_id: OrNull<string>
  escalated_to_leader_at: OrNull<Date>
  leader_id: OrNull<string>
  settled_at: OrNull<Date>
  settled_by: OrNull<string>
  settled_how: OrNull<string>
}
export type PeopleTables = {
  unit: UnitTable
  person: PersonTable
  role_grant: RoleGrantTable
  absence: AbsenceTable
  contact_holder: ContactHolderTable
  sign_in_link: SignInLinkTable
  sign_in_request: SignInRequestTable
  session: SessionTable
  due: DueTable
}
