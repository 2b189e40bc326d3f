// The memory of the matrix finds for nobody what it found for another.
import { expect, it } from 'vitest'
import type { Tx } from '../../src/platform/db/act.ts'
import type { AnyRoute, Asked } from '../../src/platform/http/route.ts'
import type { Principal, Role } from '../../src/platform/principal.ts'
import { each, remembered } from './remembered.ts'

const asked: Asked = { params: { id: '1' }, query: new URLSearchParams(), lang: 'da', origin: 'http://x' }
const tx = { municipalityId: 'm' } as Tx
const staff = (personId: string, ...held: Role[]) => ({ kind: 'staff', municipalityId: 'm', personId, roles: held }) as unknown as Principal
const anyone: Principal = { kind: 'anyone', municipalityId: 'm' }

/** How often it is run for a secretary, another one, an auditor and a stranger, and what each of them finds. */
async function asks(find: (who: Principal, asked: Asked) => unknown) {
  let runs = 0
  const load = remembered((async (_tx: Tx, who: Principal, about: Asked) => {
    runs++
    return find(who, about)
  }) as AnyRoute['load'])
  const everybody = [staff('a', 'secretary'), staff('b', 'secretary'), staff('c', 'auditor'), anyone]
  const found: unknown[] = []
  for (const who of everybody) found.push(await load(tx, who, asked))
  return { runs, found: JSON.parse(JSON.stringify(found)) as unknown[] }
}

it('asks once for all when nobody is looked at, and again for whoever differs in what was looked at', async () => {
  expect(await asks(() => 'x')).toEqual({ runs: 1, found: ['x', 'x', 'x', 'x'] })
  expect(await asks(who => who.kind)).toEqual({ runs: 2, found: ['staff', 'staff', 'staff', 'anyone'] })
  const isSecretary = (who: Principal) => who.kind === 'staff' && who.roles.some(role => role === 'secretary')
  expect(await asks(isSecretary)).toEqual({ runs: 3, found: [true, true, false, false] })
  expect((await asks(who => (who.kind === 'staff' ? who.personId : null))).found).toEqual(['a', 'b', 'c', null])
  expect((await asks(who => 'personId' in who)).found).toEqual([true, true, true, false])
  expect((await asks(who => ({ ...who }))).found).toMatchObject([
    { personId: 'a' },
    { personId: 'b' },
    { personId: 'c' },
    { kind: 'anyone' },
  ])
})

it('shares nothing that hands somebody on, or that a form was read for', async () => {
  expect((await asks(who => ({ page: { mine: [who] } }))).runs).toBe(4)
  expect((await asks((_who, about) => about.form?.key ?? 'none')).runs).toBe(4)
})

it('asks again in another municipality and at another address', async () => {
  let runs = 0
  const load = remembered((async () => ++runs) as AnyRoute['load'])
  const all = [
    await load(tx, anyone, asked),
    await load({ municipalityId: 'n' } as Tx, anyone, asked),
    await load(tx, anyone, { ...asked, params: { id: '2' } }),
    await load(tx, anyone, { ...asked, query: new URLSearchParams('side=2') }),
    await load(tx, anyone, asked),
  ]
  expect(all).toEqual([1, 2, 3, 4, 1])
})

it('asks somebody of each kind before the others, and answers in order', async () => {
  const asked: string[] = []
  const everybody = ['a', 'b', 'c'].map(id => ({ principal: staff(id, 'secretary') })).concat([{ principal: anyone }])
  const answers = await each(everybody, async ({ principal }) => {
    asked.push(principal.kind === 'staff' ? principal.personId : principal.kind)
    return principal
  })
  expect(asked).toEqual(['a', 'anyone', 'b', 'c'])
  expect(answers).toEqual(everybody.map(({ principal }) => principal))
})
