// What is owed: a date that can be counted by hand, an owner always, and one clock per promise.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultOwner, dueOn, handOver, openDues, owe, settle, settleAll } from '../../src/people/index.ts'
import type { Tx } from '../../src/platform/db/act.ts'
import { newThing } from '../../src/platform/journal.ts'
import type { Principal } from '../../src/platform/principal.ts'
import { openTestHouse, proevby, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ municipalities: [proevby] })
})
afterAll(() => house.close())

const rule = { id: 'A37', quote: 'Du vil derefter blive kontaktet af Prøvby Kommune.' }
const promise = (about: string) => ({ kind: 'test.contact', about, owner: null, receivedOn: '2026-12-22', workingDays: 5, rule })
const inHouse = <R>(work: (tx: Tx, who: Principal) => Promise<R>) => house.act((tx, who) => work(tx, who), undefined)

test('A37: five working days over Christmas skip holidays and closing days, and the calculation is kept', async () => {
  const due = await inHouse(async (tx, who) => {
    const about = await newThing(tx, 'test')
    const told = await owe(tx, who, promise(about))
    const kept = await dueOn(tx, about)
    expect(told).toEqual({ dueOn: kept?.dueOn, calculation: kept?.calculation })
    return kept
  })
  expect(due?.dueOn).toBe('2027-01-04')
  expect(due?.calculation?.counted).toEqual(['2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30', '2027-01-04'])
  expect(due?.calculation?.skipped.filter(day => day.reason === 'closing-day').map(day => day.date)).toEqual(['2026-12-24', '2026-12-31'])
  expect(due?.calculation?.workingDays).toBe(5)
  expect(due?.rule).toEqual(rule)
})

test('nobody named and nobody employed: the office that runs the site owes it; a secretary when there is one', async () => {
  expect(await inHouse(tx => defaultOwner(tx))).toEqual({ personId: null, office: 'drift' })
  const { personId } = await house.as('secretary')
  expect(await inHouse(tx => defaultOwner(tx))).toEqual({ personId, office: null })
})

test('owing the same twice keeps the first date; once settled it can be owed anew', async () => {
  const dates = await inHouse(async (tx, who) => {
    const about = await newThing(tx, 'test')
    const first = await owe(tx, who, promise(about))
    const again = await owe(tx, who, { ...promise(about), receivedOn: '2027-02-01' })
    const settled = [await settle(tx, who, about, 'test.contact', 'contacted'), await settle(tx, who, about, 'test.contact', 'contacted')]
    const anew = await owe(tx, who, { ...promise(about), receivedOn: '2027-02-01' })
    return { first: first.dueOn, again: again.dueOn, settled, anew: anew.dueOn, open: (await openDues(tx, { abouts: [about] })).length }
  })
  expect(dates).toEqual({ first: '2027-01-04', again: '2027-01-04', settled: [true, false], anew: '2027-02-08', open: 1 })
})

test('a date needs exactly one of working days and a day', async () => {
  for (const both of [{ workingDays: 5, dueOn: '2027-01-01' }, {}]) {
    await expect(
      inHouse(async (tx, who) =>
        owe(tx, who, { kind: 'x', about: await newThing(tx, 'test'), owner: null, receivedOn: '2026-11-09', rule, ...both }),
      ),
    ).rejects.toThrow(RangeError)
  }
})

test('no dead end: whatever is owed, handed over and settled in whatever order, everything open has an owner or office and a date', async () => {
  const people = await Promise.all([house.as('amira'), house.as('peter')])
  const step = fc.oneof(
    fc.record({
      does: fc.constant('owe' as const),
      thing: fc.nat(2),
      kind: fc.nat(1),
      days: fc.integer({ min: 1, max: 30 }),
      named: fc.boolean(),
    }),
    fc.record({ does: fc.constant('settle' as const), thing: fc.nat(2), kind: fc.nat(1) }),
    fc.record({ does: fc.constant('settleAll' as const), thing: fc.nat(2) }),
    fc.record({ does: fc.constant('handOver' as const), thing: fc.nat(2), to: fc.nat(1) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
      await inHouse(async (tx, who) => {
        const things = [await newThing(tx, 'test'), await newThing(tx, 'test'), await newThing(tx, 'test')]
        const owed = new Set<string>()
        for (const one of steps) {
          const about = things[one.thing]!
          if (one.does === 'owe') {
            const owner = one.named ? people[0]!.personId : null
            await owe(tx, who, { kind: `k${one.kind}`, about, owner, receivedOn: '2026-11-09', workingDays: one.days, rule })
            owed.add(`${about} k${one.kind}`)
          } else if (one.does === 'settle') {
            expect(await settle(tx, who, about, `k${one.kind}`, 'done')).toBe(owed.delete(`${about} k${one.kind}`))
          } else if (one.does === 'settleAll') {
            await settleAll(tx, who, about, 'closed')
            for (const key of owed) if (key.startsWith(about)) owed.delete(key)
          } else await handOver(tx, about, people[one.to]!.personId!)
        }
        const open = await openDues(tx, { abouts: things })
        expect(new Set(open.map(due => `${due.about} ${due.kind}`))).toEqual(owed)
        for (const due of open) {
          expect(due.ownerId ?? due.office).toBeTruthy()
          expect(due.dueOn > '2026-11-09').toBe(true)
        }
      })
    }),
    { numRuns: 25 },
  )
})

test('the database itself refuses something owed by nobody', async () => {
  const thing = await inHouse(tx => newThing(tx, 'test'))
  await expect(
    house.sql(
      `insert into due (municipality_id, id, kind, about, received_on, due_on, rule, created_at) values ($1, gen_random_uuid(), 'x', $2, '2026-11-09', '2026-11-10', '{}', now())`,
      [house.municipalityId, thing],
    ),
  ).rejects.toThrow(/due_check/)
})
