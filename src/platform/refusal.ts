// The ways a deed says no; anything else that is thrown is a fault of ours (500).

/** A text in the languages we have it in; a plain string is Danish. */
export type Said = string | { readonly da: string; readonly en?: string; readonly [lang: string]: string | undefined }

/** The text in the reader's language, else English, else Danish. */
export function said(text: Said, lang: string): string {
  if (typeof text === 'string') return text
  return text[lang] ?? (lang === 'da' ? undefined : text.en) ?? text.da
}

/** The language in which `said` answers a reader of `lang`. */
export function saidIn<L extends string>(text: Said, lang: L): L | 'da' | 'en' {
  if (typeof text === 'string') return 'da'
  if (text[lang] !== undefined) return lang
  return text.en === undefined ? 'da' : 'en'
}

/** One thing that stands in the way, said in plain words; `field` names the form field to mend, if any. */
export interface Shortcoming {
  readonly field?: string
  readonly message: Said
}

/** 422: the input cannot be used as it is; the form comes back filled, with these words. */
export class Refusal extends Error {
  readonly shortcomings: readonly Shortcoming[]
  constructor(shortcomings: readonly Shortcoming[] | Said) {
    const list = Array.isArray(shortcomings) ? (shortcomings as readonly Shortcoming[]) : [{ message: shortcomings as Said }]
    super(list.map(s => said(s.message, 'da')).join(' '))
    this.shortcomings = list
  }
}
/** 404: it does not exist, or it is out of this person's reach: the two look the same. */
export class NotFound extends Error {}
/** 403: it can be seen but not done by this person; signs nobody out. */
export class NotAllowed extends Error {}
/** 409-like: somebody else was first; shown as a Refusal with what to do. */
export class Conflict extends Refusal {}
/** 503: the store cannot take it now (database away, disk full); nothing is lost of what was typed. */
export class Unavailable extends Error {}

/** A fault as the one who started a command reads it: with what is behind it. */
export function faultLine(error: unknown): string {
  const { message, cause } = error as Error
  return error instanceof Unavailable && cause instanceof Error ? `${message} (${cause.message}); try again` : message
}
