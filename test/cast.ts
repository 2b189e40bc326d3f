// The people of the tests: all of them invented, with names of many origins and scripts. No number here reaches anybody.
import type { Role } from '../src/platform/principal.ts'

export interface StaffMember {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}
/** Who works for the municipality; `as('secretary')` is the first one with that role. */
export const staff = {
  amira: { name: 'Amira Holm', email: 'amira.holm@example.org', roles: ['secretary'] },
  peter: { name: 'Peter Juhl', email: 'peter.juhl@example.org', roles: ['secretary', 'caseworker'] },
  bo: { name: 'Bo Lind', email: 'bo.lind@example.org', roles: ['operator'] },
  inge: { name: 'Inge Ærø Åkjær', email: 'inge@example.org', roles: ['caseworker'] },
  tuva: { name: 'Tuva Østergaard', email: 'tuva@example.org', roles: ['outreachWorker'] },
  laila: { name: 'Laila Benali', email: 'laila@example.org', roles: ['unitLeader'] },
  jens: { name: 'Jens Sø', email: 'jens@example.org', roles: ['politicalSecretariat'] },
  ayse: { name: 'Ayşe Yılmaz', email: 'ayse@example.org', roles: ['administration'] },
  carl: { name: 'Carl Vang', email: 'carl@example.org', roles: ['councillor'] },
  mohamed: { name: 'محمد الأحمد', email: 'mohamed@example.org', roles: ['councilMember'] },
  oksana: { name: 'Оксана Коваль', email: 'oksana@example.org', roles: ['policyOwner'] },
  rut: { name: "Rut O'Neill-Færch", email: 'rut@example.org', roles: ['auditor'] },
} as const satisfies Record<string, StaffMember>
export type StaffName = keyof typeof staff

export interface Citizen {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** BCP 47, as the citizen would name it. */
  readonly language: string
}
/** People who write, call or turn up. Telephone numbers are of the kind no provider gives out. */
export const citizens = {
  yusuf: { name: 'Yusuf Demir', email: 'yusuf@example.org', phone: '00 00 00 01', language: 'tr' },
  nadia: { name: 'Nadia Haddad', email: 'nadia@example.org', phone: '00 00 00 02', language: 'ar' },
  erik: { name: 'Erik Lund', email: null, phone: '00 00 00 03', language: 'da' },
  fatima: { name: 'فاطمة الزهراء', email: 'fatima@example.org', phone: null, language: 'ar' },
  linh: { name: 'Nguyễn Thị Linh', email: 'linh@example.org', phone: null, language: 'vi' },
  mykola: { name: 'Микола Шевченко', email: 'mykola@example.org', phone: '00 00 00 04', language: 'uk' },
  selam: { name: 'ሰላም ተክለ', email: null, phone: '00 00 00 05', language: 'ti' },
  meiling: { name: '陳美玲', email: 'meiling@example.org', phone: null, language: 'en' },
  aasta: { name: 'Åsta Øvlisen-Bjørnbak', email: 'aasta@example.org', phone: '00 00 00 06', language: 'da' },
  x: { name: 'X', email: null, phone: null, language: 'da' },
} as const satisfies Record<string, Citizen>
