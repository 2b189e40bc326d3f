// The citizen of the fault runs is as patient as a person, and no more: a broken connection is sent again, a dead site is a fault.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { citizen, type Ledger } from './citizen.ts'
import { newSite, type Site } from './site.ts'

const summary = '<form method="post" action="/bliv-medlem"><input type="hidden" name="step" value="summary"></form>'
const receipt = '<p id="kode">ABCD-EFGH-JKMN-PQRS-TVWX</p>'
let server: Server | undefined
let site: Site | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise(done => (server ? server.close(done) : done(null)))
  await site?.remove()
})

/** A site whose first `breaks` answers to "send" end in a reset, as a connection that was silent too long does. */
async function breaking(breaks: number): Promise<{ ledger: Ledger; finish: () => Promise<void>; sent: () => number }> {
  let sent = 0
  site = await newSite()
  server = createServer((asked, answer) => {
    if (asked.method === 'GET') return void answer.end(summary)
    if (++sent <= breaks) return void asked.socket.resetAndDestroy()
    asked.resume().on('end', () => answer.end(receipt))
  })
  await new Promise<void>(done => server!.listen(site!.port, '127.0.0.1', done))
  expect((server.address() as AddressInfo).port).toBe(site.port)
  const ledger: Ledger = { acknowledged: [], interrupted: 0, broken: 0, strange: [] }
  const person = citizen(site, ledger, () => 1)
  await person.begin()
  return { ledger, finish: person.finish, sent: () => sent }
}

test('a connection that breaks is sent again, and one receipt is kept', async () => {
  const { ledger, finish, sent } = await breaking(2)
  await finish()
  expect(ledger.broken).toBeGreaterThan(0)
  expect(ledger.strange).toEqual([])
  expect(ledger.acknowledged).toHaveLength(1)
  expect(sent()).toBe(4)
})

test('a site that breaks every connection is a fault, not a wait', async () => {
  const { finish, ledger } = await breaking(Number.POSITIVE_INFINITY)
  await expect(finish()).rejects.toThrow(/socket hang up|ECONNRESET/)
  expect(ledger.acknowledged).toEqual([])
})
