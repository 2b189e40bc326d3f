// The addresses of this room.
export const paths = {
  join: '/bliv-medlem',
  joinCouncil: (council: string) => `/raad/${council}/bliv-medlem`,
  /** Which council fits me? One address for the questions and the answer. */
  fit: '/hvilket-raad',
  /** The short address of a council's call, from its data. */
  short: (short: string) => `/${short}`,
  poster: (council: string) => `/raad/${council}/opslag/plakat.pdf`,
  slips: (council: string) => `/raad/${council}/opslag/sedler.pdf`,
  receipt: '/kvittering',
  own: '/min',
  personal: (key: string) => `/min/${key}`,
  ownForm: (what: 'ja' | 'nej' | 'ret' | 'traek' | 'behold' | 'slet' | 'luk') => `/min/side/${what}`,
  everything: '/min/side/alt',
  everythingJson: '/min/side/alt.json',
  candidates: '/arbejdsrum/kandidater',
  enter: '/arbejdsrum/kandidater/ny',
  letterDraft: (letter: string) => `/arbejdsrum/kandidater/brev/${letter}`,
  letterAttach: (letter: string) => `/arbejdsrum/kandidater/brev/${letter}/sag`,
  letterAsk: (letter: string) => `/arbejdsrum/kandidater/brev/${letter}/spoerg`,
  /** The link that asks whoever wrote a letter for what is missing. */
  question: (key: string) => `/bliv-medlem/brev/${key}`,
  candidate: (id: string) => `/arbejdsrum/kandidater/${id}`,
  candidateForm: (id: string, what: string) => `/arbejdsrum/kandidater/${id}/${what}`,
  /** Downstream: what one council lacks. */
  recruiting: (council: string) => `/arbejdsrum/rekruttering/${council}`,
  thread: (id: string) => `/arbejdsrum/kandidater/${id}/traad`,
  threadForm: (id: string, what: 'sagt' | 'skriv') => `/arbejdsrum/kandidater/${id}/traad/${what}`,
  threadLetter: (id: string, letter: string, what: 'fortryd' | 'sendt' | 'pdf') => `/arbejdsrum/kandidater/${id}/traad/${letter}/${what}`,
} as const
