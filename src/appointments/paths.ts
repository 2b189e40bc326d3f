// The addresses of this room.
const root = '/arbejdsrum/indstillinger'
export const slatePaths = {
  list: root,
  slate: (id: string) => `${root}/${id}`,
  put: (id: string, person: string) => `${root}/${id}/saet/${person}`,
  off: (id: string) => `${root}/${id}/tag-af`,
  name: (id: string, group: string) => `${root}/${id}/ny/${encodeURIComponent(group)}`,
  reason: (id: string, atom: string) => `${root}/${id}/grund/${encodeURIComponent(atom)}`,
  step: (id: string) => `${root}/${id}/skridt`,
  propose: (id: string) => `${root}/${id}/forslag`,
  takeBack: (id: string) => `${root}/${id}/tilbage`,
  charter: (id: string) => `${root}/${id}/vedtaegt`,
  close: (id: string) => `${root}/${id}/luk`,
  decide: (id: string) => `${root}/${id}/beslutning`,
  print: (id: string) => `${root}/${id}/udskrift`,
  /** Upstream: one candidate, and the list to find more. */
  candidate: (id: string) => `/arbejdsrum/kandidater/${id}`,
  candidates: (council: string) => `/arbejdsrum/kandidater?raad=${encodeURIComponent(council)}`,
} as const
