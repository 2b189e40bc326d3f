// The addresses of this room.
export const peoplePaths = {
  signIn: '/log-ind',
  signInAs: '/log-ind/som',
  signInLink: (key: string) => `/log-ind/${key}`,
  signInOidc: '/log-ind/oidc',
  signInOidcAnswer: '/log-ind/oidc/svar',
  stay: '/log-ind/forlaeng',
  signOut: '/log-ud',
  work: '/arbejdsrum',
  /** Downstream, by address only: a council member's own seat. */
  member: '/medlem',
  /** Downstream, by address only: that one has notified about a child. */
  notified: '/arbejdsrum/underretning',
  people: '/arbejdsrum/mennesker',
  newPerson: '/arbejdsrum/mennesker/ny',
  person: (id: string) => `/arbejdsrum/mennesker/${id}`,
  unit: (slug: string) => `/arbejdsrum/mennesker/enheder/${slug}`,
  contact: (slug: string) => `/arbejdsrum/mennesker/kontakter/${slug}`,
  letters: '/arbejdsrum/breve',
  letter: (id: string) => `/arbejdsrum/breve/${id}`,
  readings: '/arbejdsrum/laesninger',
  setUp: '/arbejdsrum/opsaetning',
  authority: '/arbejdsrum/opsaetning/myndighed',
  closingDays: '/arbejdsrum/opsaetning/lukkedage',
} as const

/** The sign-in page, and where to go afterwards. */
export const signInPath = (backTo: string): string => `${peoplePaths.signIn}?til=${encodeURIComponent(backTo)}`
