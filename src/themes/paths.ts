// The addresses of this room.
export const paths = {
  all: '/temaer',
  one: (slug: string) => `/temaer/${slug}`,
  feed: '/temaer.atom',
  figures: '/temaer/tal',
  data: '/api/v1/themes',
  staff: '/arbejdsrum/temaer',
  fresh: '/arbejdsrum/temaer/ny',
  write: (voice: string) => `/arbejdsrum/temaer/af/${voice}`,
  writeForm: (voice: string, what: 'svaret' | 'videre' | 'stop') => `/arbejdsrum/temaer/af/${voice}/${what}`,
  summary: (id: string) => `/arbejdsrum/temaer/tekst/${id}`,
  summaryForm: (id: string, what: 'godkend' | 'tilbage' | 'saml' | 'ud') => `/arbejdsrum/temaer/tekst/${id}/${what}`,
  theme: (id: string) => `/arbejdsrum/temaer/tema/${id}`,
  themeForm: (id: string, what: ThemeForm) => `/arbejdsrum/temaer/tema/${id}/${what}`,
  notes: '/arbejdsrum/laering',
  staffFigures: '/arbejdsrum/laering/tal',
  note: (id: string) => `/arbejdsrum/laering/note/${id}`,
  noteForm: (id: string, what: NoteForm) => `/arbejdsrum/laering/note/${id}/${what}`,
} as const
export type ThemeForm = 'ret' | 'send' | 'godkend' | 'tilbage' | 'raad' | 'svar' | 'luk' | 'aabn' | 'note'
export type NoteForm = 'ret' | 'vis' | 'laest' | 'brugt' | 'raad' | 'fulgt'
