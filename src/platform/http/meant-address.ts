// An address as people type it after hearing it or reading it on paper: "/hjælp", "/Hjaelp/", "/da/raad".

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' }

/** Nothing between two slashes, and the dots a browser takes away by itself, lead nowhere. */
const isPlace = (part: string) => part !== '' && part !== '.' && part !== '..'

/**
 * The address somebody meant, where the one they typed is not ours; null when there is nothing to mend. Danish letters, capitals, slashes
 * too many and the prefix of the language that needs none. Always a path of this site, and mended once and for all.
 */
export function meantAddress(typed: string): string | null {
  let said: string
  try {
    said = decodeURIComponent(typed)
  } catch {
    return null
  }
  const parts = said.normalize('NFC').split('/').filter(isPlace)
  let path = `/${parts.join('/')}`.replace(/^(\/da)+(?=\/|$)/i, '') || '/'
  // What has numbers in it may be a key, where a capital counts.
  if (/^[/\p{L}-]+$/u.test(path)) path = path.toLowerCase().replace(/[æøå]/g, letter => letters[letter]!)
  return path === said ? null : path.split('/').map(encodeURIComponent).join('/')
}
