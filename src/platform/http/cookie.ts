// The one cookie: a session of staff, or of a person on their own page. Citizens who only read get none.
// While staff practise, a second one keeps the way back.

export interface SessionCookie {
  readonly municipalityId: string
  readonly token: string
}
export interface CookieJar {
  readonly name: string
  read(header: string | null): SessionCookie | null
  set(cookie: SessionCookie): string
  clear(): string
}

/** Bound to the host (`__Host-`) wherever there is TLS; on loopback without it a plain name, as browsers demand. */
export function cookieJar(https: boolean, called = 'raadslag'): CookieJar {
  const name = https ? `__Host-${called}` : called
  const attributes = `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
  return {
    name,
    read(header) {
      for (const part of (header ?? '').split(';')) {
        const [key, value] = part.trim().split('=')
        if (key !== name || !value) continue
        const [municipalityId, token] = value.split('.')
        if (/^[0-9a-f-]{36}$/.test(municipalityId ?? '') && /^[\w-]{20,100}$/.test(token ?? ''))
          return { municipalityId: municipalityId!, token: token! }
      }
      return null
    },
    set: ({ municipalityId, token }) => `${name}=${municipalityId}.${token}; ${attributes}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  }
}
