// A35, R10: a letter is kept byte for byte before anybody looks into it, once however often it comes.
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allLetters, keepLetter, knownPlaces } from '../../src/mailroom/index.ts'
import { bytesOf } from '../../src/mailroom/intake/index.ts'
import { NotAllowed } from '../../src/platform/refusal.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => await house.close())

const letter = (text: string) => Buffer.from(`From: Opdigtet Borger <borger@eksempel.dk>\r\nSubject: Råd\r\n\r\n${text}`, 'utf8')
const keep = (bytes: Uint8Array, source: { uidValidity: number; uid: number } | null = null, mailbox = 'politik') =>
  house.act(keepLetter, { mailbox, source, bytes })
const count = async () => (await house.look(allLetters)).length

it('A35: keeps the very bytes, large and odd ones too, and lists their hash', async () => {
  const odd = [letter('Jeg vil gerne være med.'), Buffer.from([0, 255, 13, 10, 0]), randomBytes(3_500_000), Buffer.alloc(0)]
  for (const bytes of odd) {
    const { id, already } = await keep(bytes)
    expect(already).toBe(false)
    expect((await house.look(tx => bytesOf(tx, id, 0)))?.equals(bytes)).toBe(true)
    const listed = (await house.look(allLetters)).find(one => one.id === id)
    expect(listed?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

it('R10: is one record by its place and by its bytes: sent again, read again under a new UIDVALIDITY, and twenty times at once', async () => {
  const before = await count()
  const bytes = letter('Én gang er nok.')
  const first = await keep(bytes, { uidValidity: 7, uid: 4_294_967_295 })
  expect(await keep(bytes, { uidValidity: 7, uid: 4_294_967_295 })).toEqual({ id: first.id, already: true })
  expect(await keep(bytes, { uidValidity: 8, uid: 1 })).toEqual({ id: first.id, already: true })
  expect(await keep(bytes)).toEqual({ id: first.id, already: true })
  const many = await Promise.all(Array.from({ length: 20 }, () => keep(letter('Alle på én gang'))))
  expect(new Set(many.map(one => one.id)).size).toBe(1)
  expect(many.filter(one => !one.already)).toHaveLength(1)
  expect(await count()).toBe(before + 2)
  expect(await house.look(tx => knownPlaces(tx, 'politik', 8, [1, 2]))).toEqual(new Set([1]))
  // The same bytes to another mailbox are a letter to that mailbox.
  expect((await keep(bytes, null, 'anden')).already).toBe(false)
})

it('T8: nobody but the house brings letters in', async () => {
  const { principal } = await house.as('secretary')
  await expect(house.act(keepLetter, { mailbox: 'politik', source: null, bytes: letter('x') }, principal)).rejects.toThrow(NotAllowed)
})

it('leaves nothing of a letter readable in the database', async () => {
  await keep(letter('kanariefugl i brevet'))
  const rows = await house.sql(
    "select count(*)::int as n from incoming_piece where position(convert_to('kanariefugl', 'UTF8') in bytes_sealed) > 0",
  )
  expect(rows).toEqual([{ n: 0 }])
})
