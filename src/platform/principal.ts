// Who is asking: the one type that every `may` looks at.
export const roles = [
  'operator',
  'secretary',
  'caseworker',
  'outreachWorker',
  'unitLeader',
  'politicalSecretariat',
  'administration',
  'councillor',
  'councilMember',
  'policyOwner',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Anybody who has not signed in: reads public pages, sends a nomination. */
interface Anyone {
  readonly kind: 'anyone'
  readonly municipalityId: string
}
/** Somebody employed by or elected for the municipality, signed in. */
export interface Staff {
  readonly kind: 'staff'
  readonly municipalityId: string
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unitIds: readonly string[]
  readonly sessionId: string
  /** How they proved who they are; a link by mail alone opens no room where voices are read. */
  readonly proof?: 'link' | 'oidc' | 'passkey'
  /** When even a busy session ends. */
  readonly endsAt?: Date
}
/** A person who opened their own page by a personal link or a receipt code; reaches that one thing only. */
interface Subject {
  readonly kind: 'subject'
  readonly municipalityId: string
  readonly about: string
  readonly sessionId: string
}
/** A job or command of the house itself; `job` names it in the journal. */
export interface System {
  readonly kind: 'system'
  readonly municipalityId: string
  readonly job: string
}
export type Principal = Anyone | Staff | Subject | System

/** True when `who` is staff holding at least one of the roles. */
export function hasRole(who: Principal, ...wanted: readonly Role[]): who is Staff {
  return who.kind === 'staff' && wanted.some(role => who.roles.includes(role))
}

/** How the journal names an actor: kind and id, never a person's name. */
export function actorOf(who: Principal): string {
  switch (who.kind) {
    case 'anyone':
      return 'anyone'
    case 'staff':
      return `staff:${who.personId}`
    case 'subject':
      return `subject:${who.about}`
    case 'system':
      return `system:${who.job}`
  }
}
