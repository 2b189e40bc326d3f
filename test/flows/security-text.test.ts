// Where to report a fault: security.txt as RFC 9116 wants it, leading to a human and to no invented address.
import { afterEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
afterEach(async () => await house.close())

test('security.txt says where to report, leads to the page with the humans, and is never out of date', async () => {
  house = await openTestHouse({ standing: 'demonstration' })
  const { status, headers, body } = await house.get('/.well-known/security.txt')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const said = new Map(
    body
      .trim()
      .split('\n')
      .map(line => line.split(/: (.*)/s) as [string, string]),
  )
  expect([...said.keys()].sort()).toEqual(['Canonical', 'Contact', 'Expires', 'Preferred-Languages'])
  expect(body).not.toContain('@')
  const contact = new URL(said.get('Contact')!)
  expect((await house.get(contact.pathname)).status).toBe(200)
  expect(new Date(said.get('Expires')!).getTime()).toBeGreaterThan(house.clock.now().getTime())
  expect(new Date(said.get('Expires')!).getTime()).toBeLessThan(house.clock.now().getTime() + 366 * 86_400_000)
})
