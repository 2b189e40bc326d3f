// Addresses as people type them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meantAddress } from './meant-address.ts'

test('A15: an address typed as it is said leads to the page that is meant', () => {
  const typed = {
    '/hj%C3%A6lp': '/hjaelp',
    '/HJ%C3%86LP/': '/hjaelp',
    '/r%C3%A5d/udsatter%C3%A5d': '/raad/udsatteraad',
    '/a%CC%8Aben': '/aaben',
    '/raad/udsatteraad/': '/raad/udsatteraad',
    '/Bliv-medlem': '/bliv-medlem',
    '/da/hjaelp': '/hjaelp',
    '/da': '/',
    '/en/': '/en',
    '//example.org/a': '/example.org/a',
    '/min/AbC-9_x/': '/min/AbC-9_x',
    '//%5C/.': '/%5C',
    '/raad/%2E%2E/hjaelp': '/raad/hjaelp',
  }
  for (const [from, to] of Object.entries(typed)) expect(meantAddress(from), from).toBe(to)
  for (const right of ['/', '/hjaelp', '/en/raad', '/min/AbC-9_x', '/dansk', '/%E0%A4%A', '/%00'])
    expect(meantAddress(right), right).toBeNull()
})

test('T9: whatever is typed leads to an address of this site, and a mended one is not mended again', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'/\\%2f.æÅ@:?#dae') }), odd => {
      for (const typed of [`/${odd}`, `//${odd}`]) {
        const meant = meantAddress(typed)
        if (meant === null) continue
        expect(new URL(meant, 'https://here.example/').host).toBe('here.example')
        expect(meantAddress(new URL(meant, 'https://here.example/').pathname)).toBeNull()
      }
    }),
  )
})
