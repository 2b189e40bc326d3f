// The addresses of the staff's pages of charters: versions, the draft and its parts.
const root = (raad: string) => `/arbejdsrum/raad/${raad}/vedtaegt`
const draft = (raad: string) => `${root(raad)}/kladde`
export const draftPaths = {
  found: '/arbejdsrum/raad/nyt',
  versions: root,
  draft,
  group: (raad: string, at: string) => `${draft(raad)}/pladser/${at}`,
  rule: (raad: string, at: string) => `${draft(raad)}/regler/${at}`,
  remove: (raad: string) => `${draft(raad)}/fjern`,
  rest: (raad: string) => `${draft(raad)}/resten`,
  paste: (raad: string) => `${draft(raad)}/tekst`,
  changes: (raad: string) => `${draft(raad)}/aendringer`,
  affected: (raad: string) => `${draft(raad)}/beroert`,
  trials: (raad: string) => `${draft(raad)}/proev`,
  pool: (raad: string) => `${draft(raad)}/proev/personer`,
  ask: (raad: string) => `${draft(raad)}/proev/spoerg`,
  trial: (raad: string, trial: string) => `${draft(raad)}/proev/${trial}`,
  stop: (raad: string, trial: string) => `${draft(raad)}/proev/${trial}/stop`,
  adopt: (raad: string) => `${draft(raad)}/vedtag`,
  drop: (raad: string) => `${draft(raad)}/kasser`,
  council: (raad: string) => `/arbejdsrum/raad/${raad}`,
  councils: '/arbejdsrum/raad',
  /** What everybody reads. */
  shown: (raad: string, version: number) => `/raad/${raad}/vedtaegt/${version}`,
} as const
