// Headers every answer carries, and the test that an unsafe request comes from our own pages.
import { createHash } from 'node:crypto'

/** The policy: nothing from elsewhere, no inline script; inline styles only those given (the look, the municipality's accent), by their hashes. */
export function securityHeaders(styles: readonly (string | Buffer)[], https: boolean): Record<string, string> {
  const hashes = styles.map(css => `'sha256-${createHash('sha256').update(css).digest('base64')}'`).join(' ')
  return {
    'content-security-policy': `default-src 'none'; style-src 'self' ${hashes}; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** True when a request that changes something was made by one of our own pages; a request that says nothing of its origin is not. */
export function fromOurPages(headers: Headers, host: string): boolean {
  const origin = headers.get('origin')
  if (origin !== null && origin !== 'null') {
    // As browsers write it, it need not be taken apart.
    if (origin === `https://${host}` || origin === `http://${host}`) return true
    try {
      return new URL(origin).host === host
    } catch {
      return false
    }
  }
  return headers.get('sec-fetch-site') === 'same-origin'
}
