// A leading /en, /ar … in an address chooses the language; Danish addresses carry none.
import type { Lang } from '../i18n.ts'

const prefixed = new Set<Lang>(['en', 'ar', 'tr', 'ur'])

/** Takes the language off an address: `/en/raad` is `/raad` in English. */
export function splitLanguage(pathname: string): { readonly lang: Lang; readonly path: string } {
  const match = /^\/([a-z]{2})(\/.*)?$/.exec(pathname)
  if (match && prefixed.has(match[1] as Lang)) return { lang: match[1] as Lang, path: match[2] && match[2] !== '' ? match[2] : '/' }
  return { lang: 'da', path: pathname }
}

/** The address of a Danish path in a language. */
export function inLanguage(path: string, lang: Lang): string {
  if (lang === 'da') return path
  return path === '/' ? `/${lang}` : `/${lang}${path}`
}

export const directionOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' || lang === 'ur' ? 'rtl' : 'ltr')
