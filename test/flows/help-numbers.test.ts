// The numbers people call when they need help: shown only when an operator has called and confirmed them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmNumber } from '../../src/help/confirm-number.ts'
import { NotAllowed, NotFound } from '../../src/platform/refusal.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let bo: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  bo = await house.as('operator')
})
afterAll(() => house.close())

const page = '/arbejdsrum/opsaetning/numre'
const confirm = (fields: Record<string, string>) => bo.post(page, { by: 'Bo Lind', on: '2026-11-09', phone: '', ...fields })

test('B25 A6: a confirmed number is shown at once, to call, with who called it and when; taken back, it is gone', async () => {
  expect((await house.get('/hjaelp')).body).not.toContain('80 200 500')
  const before = await bo.get(page)
  expect(before.body).toContain('Alkolinjen')
  expect(before.body).toContain('set 2023')
  expect((await bo.get('/arbejdsrum/opsaetning')).body).toContain(`href="${page}"`)

  expect((await confirm({ number: 'alkolinjen' })).status).toBe(303)
  const shown = (await house.get('/hjaelp')).body
  expect(shown).toContain('href="tel:80200500"')
  expect(shown).toMatch(/Set 2023\. Bekræftet af Bo Lind .*9\. november 2026/)
  expect((await bo.post(`${page}/tilbage`, { number: 'alkolinjen' })).status).toBe(303)
  expect((await house.get('/hjaelp')).body).not.toContain('80 200 500')
})

test('B25: a number the texts do not give is written with the confirmation; a wrong one comes back with what to do', async () => {
  const missing = await confirm({ number: 'vagttelefon' })
  expect([missing.status, missing.body]).toEqual([422, expect.stringContaining('Vi kender ikke nummeret')])
  const wrong = await confirm({ number: 'vagttelefon', phone: 'ring til Bo' })
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('Skriv nummeret med tal')])
  expect(wrong.body).toContain('value="ring til Bo"')
  expect((await confirm({ number: 'vagttelefon', phone: '00 00 00 77', on: '2027-01-01' })).body).toContain('ikke kommet endnu')
  expect((await confirm({ number: 'vagttelefon', phone: '00  00 00 77' })).status).toBe(303)
  expect((await house.get('/hjaelp')).body).toContain('href="tel:00000077"')
})

test('112 is nobody’s to change, and only an operator confirms', async () => {
  const input = { number: '112', phone: '00 00 00 00', by: 'Bo', on: '2026-11-09' }
  await expect(house.act(confirmNumber, input, bo.principal)).rejects.toThrow(NotFound)
  for (const role of ['secretary', 'unitLeader', 'auditor'] as const)
    await expect(house.act(confirmNumber, { ...input, number: 'livslinien' }, (await house.as(role)).principal)).rejects.toThrow(NotAllowed)
})
