// A first start that is killed at an odd moment: the next one finishes it, and somebody can sign in.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { type Answers, receiveNomination } from '../../src/nominations/index.ts'
import { people } from '../../src/people/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { glostrup, openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => await house.close())

/** What stands in the database when the data are in and the kill came before the operator. */
const cutOff = async () => {
  await house.sql('delete from sign_in_link')
  await house.sql('delete from role_grant')
  await house.sql('delete from person')
  await house.sql('update municipality set brought_in = null')
}
/** Starts once more on the same database; the lines for the operator. */
const again = async (): Promise<string[]> => {
  const { clock } = house.house.ctx
  const config = { ...house.house.ctx.config, municipalityDirs: [glostrup] }
  const store = { ...house.house.store, close: async () => {} }
  const next = await openHouse({ config, clock, log: silentLog, store, jobs: false })
  const lines = await next.greeting('http://127.0.0.1:3000')
  await next.close()
  return lines
}

it('killed between the data and the operator: the next start enters the operator, once', async () => {
  await cutOff()
  const [line] = await again()
  expect(line).toMatch(/^Log ind som drift \(glostrup\).*\/log-ind\/\S+$/)
  await house.sql('update municipality set brought_in = null')
  await again()
  expect(await house.sql('select p.email, g.role from person p join role_grant g on g.person_id = p.id')).toEqual([
    { email: 'drift@localhost', role: 'operator' },
  ])
})

it('/api/health is 503 and says when to ask again while the database is away, and 200 when it is back', async () => {
  const health = async () => {
    const answer = await house.fetch('/api/health')
    return [answer.status, answer.headers.get('retry-after'), await answer.json()]
  }
  const ready = [200, null, { status: 'ready' }]
  expect(await health()).toEqual(ready)
  vi.spyOn(house.house.ctx.database.pools.app, 'query').mockRejectedValueOnce(new Error('invented: connection refused'))
  expect(await health()).toEqual([503, '2', { status: 'waiting for the database' }])
  expect(await health()).toEqual(ready)
  vi.restoreAllMocks()
})

it('`raadslag sign-in-link` lets the first person in where there is nobody at all', async () => {
  await cutOff()
  const path = await house.act(people.signInLinkFor, { email: 'opdigtet@example.org', role: 'operator' } as const)
  const { status } = await house.post(path, {})
  expect(status).toBe(303)
  // Somebody works here now: no second operator without a name.
  await again()
  expect(await house.sql('select email from person')).toEqual([{ email: 'opdigtet@example.org' }])
})

it('A37: what came before there was a secretary goes to the first one; until then the operator is told what to do', async () => {
  const answers = { ...{ forWhom: 'self', councils: ['udsatteraad'], name: 'Opdigtet Åse', declared: [], ties: [], residence: 'yes' } }
  const rest = { reach: 'self', email: null, phone: '', address: '', through: '', language: 'da', interpreter: '', needs: [] }
  const given = { ...answers, ...rest, motivation: '', suggester: '' } as Answers
  await house.act(receiveNomination, { answers: given, channel: 'web', key: 'a key of more than 128 bits of chance' } as const)
  const owner = async () => (await house.sql("select owner_id, owner_office from due where kind = 'nomination.contact'"))[0]
  expect(await owner()).toEqual({ owner_id: null, owner_office: 'drift' })
  const operator = await house.as('operator')
  const seen = (await operator.get('/arbejdsrum')).body
  expect(seen).toContain('href="/arbejdsrum/mennesker/ny"')
  expect(seen).not.toContain('/arbejdsrum/kandidater')
  const fields = { name: 'Opdigtet Sekretær', email: 'sekretaer@example.org', phone: '', helpsWith: '', unit: '', roles: 'secretary' }
  expect((await operator.post('/arbejdsrum/mennesker/ny', fields)).status).toBe(303)
  const [secretary] = await house.sql("select id from person where email = 'sekretaer@example.org'")
  expect(await owner()).toEqual({ owner_id: secretary!.id, owner_office: null })
})
