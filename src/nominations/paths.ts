// The addresses of this room.
export const paths = {
  join: '/bliv-medlem',
  joinCouncil: (council: string) => `/raad/${council}/bliv-medlem`,
  receipt: '/kvittering',
  own: '/min',
  personal: (key: string) => `/min/${key}`,
  ownForm: (what: 'ja' | 'nej' | 'ret' | 'traek' | 'slet' | 'luk') => `/min/side/${what}`,
  everything: '/min/side/alt',
  everythingJson: '/min/side/alt.json',
  candidates: '/arbejdsrum/kandidater',
  enter: '/arbejdsrum/kandidater/ny',
  candidate: (id: string) => `/arbejdsrum/kandidater/${id}`,
  candidateForm: (id: string, what: string) => `/arbejdsrum/kandidater/${id}/${what}`,
  outlook: (council: string) => `/arbejdsrum/kandidater/raad/${council}`,
} as const
