// The addresses of this room.
const root = '/arbejdsrum/rekruttering'
export const recruitingPaths = {
  boards: root,
  board: (council: string) => `${root}/${council}`,
  day: (council: string) => `${root}/${council}/dag`,
  competences: (council: string) => `${root}/${council}/viden`,
  write: (council: string) => `${root}/${council}/brev`,
  mailing: (id: string) => `${root}/breve/${id}`,
  mailingDo: (id: string, what: 'send' | 'stop' | 'fortsaet') => `${root}/breve/${id}/${what}`,
  organisations: `${root}/foreninger`,
  enter: `${root}/foreninger/ny`,
  import: `${root}/foreninger/indlaes`,
  organisation: (id: string) => `${root}/foreninger/${id}`,
  organisationDo: (id: string, what: 'trin' | 'ret' | 'ud') => `${root}/foreninger/${id}/${what}`,
  /** The organisation's own: behind its link, then its page. */
  proposeBy: (key: string) => `/anbefal/${key}`,
  propose: '/anbefal',
  proposeDo: (what: 'forslag' | 'nej' | 'luk') => `/anbefal/side/${what}`,
  /** On the page of somebody who was proposed. */
  share: '/min/side/forening',
  /** Upstream and beside: the people, and where they are put on seats. */
  candidates: (council: string) => `/arbejdsrum/kandidater?raad=${encodeURIComponent(council)}`,
  council: (council: string) => `/arbejdsrum/raad/${council}`,
  slates: (council: string) => `/arbejdsrum/indstillinger?raad=${encodeURIComponent(council)}`,
} as const
