// Where somebody goes after signing in: only ever a page of our own.

/** The path (with its query) when it is one of ours and worth going back to; null otherwise. */
export function ownPath(asked: string | null | undefined): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!asked || asked.length > 500 || !/^\/[^/\\]/.test(asked) || /[\u0000-\u0020\\]/.test(asked)) return null
  const base = 'http://own.invalid'
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null
  // Dots are resolved only now: `/.//evil.example` has become `//evil.example`.
  if (!url || url.origin !== base || url.username !== '' || url.pathname.startsWith('//')) return null
  if (/^\/(log-ind|log-ud|api|assets)(\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search
}
