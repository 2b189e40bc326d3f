// Only our own pages are gone back to, whatever is put into the address.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from './back-to.ts'

test('T9: our own pages are kept, with their query', () => {
  expect(ownPath('/arbejdsrum/kandidater?raad=udsatteraad')).toBe('/arbejdsrum/kandidater?raad=udsatteraad')
  expect(ownPath('/en/arbejdsrum')).toBe('/en/arbejdsrum')
})

test('T9: other servers, tricks and the sign-in itself lead nowhere', () => {
  const tricks = [
    null,
    '',
    '/',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/log-ind',
    '/log-ind/x',
    '/log-ud',
    '/x/..//evil.example\\',
    '/.//evil.example',
    '/x/..//evil.example',
    `/${'a'.repeat(600)}`,
  ]
  expect(tricks.map(ownPath)).toEqual(tricks.map(() => null))
})

test('T9: whatever comes back is a path of this host', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.constantFrom('', '/', '//', '/\\', 'http://', '/%2f', '/.//', '/a/..//'), fc.string()).map(parts => parts.join('')),
      asked => {
        const path = ownPath(asked)
        return path === null || new URL(path, 'https://here.example').host === 'here.example'
      },
    ),
    { numRuns: 300 },
  )
})
