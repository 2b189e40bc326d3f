// The addresses of the staff's pages of this room; the public ones stand in public/.
const root = '/arbejdsrum/raad'
export const councilPaths = {
  list: root,
  /** A council member's own. */
  own: '/medlem',
  council: (raad: string) => `${root}/${raad}`,
  import: (raad: string) => `${root}/${raad}/indlaes`,
  event: (raad: string) => `${root}/${raad}/haendelse`,
  call: (raad: string) => `${root}/${raad}/opslag`,
  closeCall: (raad: string) => `${root}/${raad}/opslag/luk`,
  leave: (raad: string, seating: string) => `${root}/${raad}/pladser/${seating}/udtraeden`,
  correct: (raad: string, seating: string) => `${root}/${raad}/pladser/${seating}/ret`,
  login: (raad: string, seating: string) => `${root}/${raad}/pladser/${seating}/login`,
  logout: (raad: string, seating: string) => `${root}/${raad}/pladser/${seating}/login/fjern`,
  shown: (raad: string) => `${root}/${raad}/visning`,
  elections: (raad: string) => `${root}/${raad}/valg`,
  substitute: (raad: string, seating: string) => `${root}/${raad}/pladser/${seating}/suppleant`,
  standFor: (raad: string, seating: string) => `${root}/${raad}/pladser/${seating}/suppleant/for`,
  callIn: (raad: string) => `${root}/${raad}/indkald`,
  residence: (raad: string) => `${root}/${raad}/bopael`,
  /** Downstream, by address only: the public call, and its paper. */
  publicCall: (raad: string) => `/raad/${raad}/bliv-medlem`,
  poster: (raad: string) => `/raad/${raad}/opslag/plakat.pdf`,
  slips: (raad: string) => `/raad/${raad}/opslag/sedler.pdf`,
  /** Downstream, by address only: a new proposal for the empty seats. */
  slates: (raad: string) => `/arbejdsrum/indstillinger?raad=${raad}#nyt`,
} as const
