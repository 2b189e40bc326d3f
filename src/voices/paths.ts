// The addresses of this room. Everything a citizen does has one of three, none of which says what is done there.
export const paths = {
  tell: '/fortael',
  /** For a computer that many people use: leaves nothing behind, and ends by itself. */
  shared: '/fortael/faelles',
  /** The talk, opened by a code; without one it is an empty door. */
  talk: '/fortael/samtale',
  /** Where an invitation opens, once; afterwards the address is worth nothing. */
  invited: (token: string) => `/fortael/inviteret/${token}`,
  list: '/arbejdsrum/henvendelser',
  enter: '/arbejdsrum/henvendelser/ny',
  /** The words looked for are posted: they stand in no address and no history. */
  search: '/arbejdsrum/henvendelser/soeg',
  found: (id: string) => `/arbejdsrum/henvendelser/soeg/${id}`,
  stop: (id: string) => `/arbejdsrum/henvendelser/soeg/${id}/stop`,
  one: (id: string) => `/arbejdsrum/henvendelser/${id}`,
  form: (id: string, what: StaffForm) => `/arbejdsrum/henvendelser/${id}/${what}`,
  /** The number of the answer in the talk. */
  letter: (id: string, position: number) => `/arbejdsrum/henvendelser/${id}/brev/${position}`,
  /** Of whoever works here or sits in a council: their own notes, and nobody else's. */
  notified: '/arbejdsrum/underretning',
  picture: (id: string, picture: string) => `/arbejdsrum/henvendelser/${id}/billede/${picture}`,
} as const
export type StaffForm =
  | 'grund'
  | 'svar'
  | 'note'
  | 'oversaet'
  | 'pause'
  | 'genoptag'
  | 'overdrag'
  | 'holdt'
  | 'tilbage'
  | 'givet'
  | 'luk'
  | 'underrettet'
  | 'inhabil'
  | 'kode'
  | 'slet'
  | 'sletning'
  | 'inviter'
  | 'inviteret-slut'
  | 'netvaerk'
