// Keeps what every page knows about itself: language, place, municipality, and the human who answers.
import type { Lang } from '../i18n.ts'

/** When a human can be reached on a run of days; `days` is already in words ("Mandag–torsdag"), `from`/`to` are "HH:MM". */
interface Hours {
  days: string
  from: string
  to: string
}

/** The human a page leads to. Whatever is null is shown as missing, together with who fills it in. */
export interface Human {
  name: string | null
  /** One sentence in the language of the page: what this human helps with. */
  helpsWith: string
  /** Where that sentence is in another language than the page: which. */
  helpsWithIn?: Lang | undefined
  /** As people write it ("12 34 56 78"); the `tel:` link is made from its digits. */
  phone: string | null
  email: string | null
  address: string | null
  hours: Hours[] | null
  /** `until` is "HH:MM"; `next` is in words, in the language of the page ("mandag kl. 10"). */
  openNow: { open: boolean; until?: string | undefined; next?: string | undefined } | null
  deputy: { name: string } | null
  /** Who fills in what is missing: a name or an office, the subject of the sentence "… skriver det ind". */
  fillsIn: string
  /** True marks every name in the block with "eksempel". */
  invented: boolean
}

/** `demonstration`: nobody has confirmed the authority. `demo`: everything is on, with invented people. `live`: confirmed. */
export type Standing = 'demonstration' | 'demo' | 'live'

/** The addresses of the built files. */
export interface AssetNames {
  publicCss: string
  /** The public stylesheet itself: in the page it costs no request, which on a slow line is the first paint. `renderPage` puts it in. */
  publicStyle?: Buffer | undefined
  staffCss: string
  script?: string | undefined
  /** For the pages where a charter is written. */
  draftScript?: string | undefined
  icon?: string | undefined
}

interface PageMunicipality {
  slug: string
  /** "Glostrup Kommune" */
  name: string
  /** "Råd og dialog": the title of the site, without the name of the municipality. */
  title: string
  /** Six-digit hex colour with at least 7:1 contrast on white, see `accentFault`. */
  accent: string
  languages: Lang[]
  /** Who has checked the pages of a language, and when; a language left out has been checked by nobody. */
  checked?: { readonly [lang in Lang]?: { readonly by: string; readonly on: string } | undefined } | undefined
  /** The data protection officer; absent until an operator has filled it in. */
  dataProtection?: { readonly name: string; readonly email: string; readonly phone: string | null } | null | undefined
  authority: 'unconfirmed' | 'confirmed'
  demo: boolean
  /** A twin of a real municipality, where its staff try everything on invented people. */
  practice?: boolean | undefined
}

export interface SignedIn {
  name: string
  roles: string[]
  /** True marks the name with "eksempel". */
  demo: boolean
  /** The address that a "Log ud" button posts to; no button without it. */
  signOut?: string | undefined
  /** Until when the session lasts if nothing more happens, and the button that lets it last longer. */
  stay?: { text: string; label: string; action: string; backTo: string } | undefined
}

/** Everything the frame needs; the server builds one for each request. */
export interface Page {
  lang: Lang
  dir: 'ltr' | 'rtl'
  /** The Danish path of this page, without a language prefix. */
  path: string
  /** The address of a Danish path in the language of the page, or in `lang`. */
  href(path: string, lang?: Lang): string
  now: Date
  municipality: PageMunicipality
  human: Human
  standing: Standing
  assets: AssetNames
  signedIn?: SignedIn | undefined
  /** The secret that a form carries back; the field is called `FORM_KEY_FIELD`. */
  formKey?: (() => string) | undefined
}

/** The name of the hidden field that carries `Page.formKey()`. */
export const FORM_KEY_FIELD = 'formKey'

/** The name of the trap for robots: a human leaves it empty. */
export const HONEYPOT_FIELD = 'telefax'

/** The addresses that the frame itself links to; every one is a page of the product. */
export const FRAME_PATHS = {
  home: '/',
  tell: '/fortael',
  councils: '/raad',
  news: '/nyheder',
  policy: '/politik',
  contact: '/kontakt',
  help: '/hjaelp',
  leave: '/forlad',
  accessibility: '/tilgaengelighed',
  privacy: '/privatliv',
  openData: '/aabne-data',
  signIn: '/log-ind',
  practice: '/arbejdsrum/oevelse',
  practiceEnd: '/arbejdsrum/oevelse/tilbage',
} as const
