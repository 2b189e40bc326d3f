// Who works in the demonstration: all of them invented, with telephone numbers no provider gives out.
import type { Role } from '../platform/principal.ts'

export interface StaffPart {
  readonly name: string
  readonly roles: readonly Role[]
  readonly phone?: string
  readonly helpsWith?: string
  /** Stands on public pages. */
  readonly shown?: boolean
}

export const staffParts = {
  amira: {
    name: 'Amira Holm',
    roles: ['secretary'],
    phone: '00 00 00 01',
    helpsWith: 'Amira kender rådene og hjælper dig med at melde dig.',
    shown: true,
  },
  peter: { name: 'Peter Juhl', roles: ['secretary', 'caseworker'], phone: '00 00 00 02', shown: true },
  bo: { name: 'Bo Lind', roles: ['operator'] },
  inge: { name: 'Inge Ærø Åkjær', roles: ['caseworker'], phone: '00 00 00 03' },
  tuva: { name: 'Tuva Østergaard', roles: ['outreachWorker'], phone: '00 00 00 04' },
  laila: { name: 'Laila Benali', roles: ['unitLeader'], phone: '00 00 00 05' },
  jens: { name: 'Jens Sø', roles: ['politicalSecretariat'] },
  ayse: { name: 'Ayşe Yılmaz', roles: ['administration'] },
  carl: { name: 'Carl Vang', roles: ['councillor'] },
  nadia: { name: 'Nadia Haddad', roles: ['councilMember'] },
  oksana: { name: 'Оксана Коваль', roles: ['policyOwner'] },
  rut: { name: "Rut O'Neill-Færch", roles: ['auditor'] },
} as const satisfies Record<string, StaffPart>
export type StaffName = keyof typeof staffParts

/** An address under a name that is kept for examples, and so reaches nobody. */
export const addressOf = (name: string): string => `${name}@opdigtet.example.org`
