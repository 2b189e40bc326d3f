// The same path through the doors: pages, forms, and candidates who nominated themselves.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { namedSeatings } from '../../src/councils/index.ts'
import { receiveNomination, recordContact } from '../../src/nominations/index.ts'
import { newToken } from '../../src/platform/crypto/token.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
let recorder: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
  recorder = await house.as('politicalSecretariat')
})
afterEach(async () => await house.close())

/** Somebody who nominated themself and has been spoken with. */
async function nominated(name: string, declared: readonly string[]): Promise<string> {
  const { candidateId } = await house.act(receiveNomination, {
    answers: {
      forWhom: 'self',
      name,
      councils: ['udsatteraad'],
      declared: [...declared],
      ties: [],
      residence: 'yes',
      reach: 'email',
      email: 'somebody@example.org',
      phone: '',
      address: '',
      through: '',
      language: 'da',
      interpreter: '',
      needs: [],
      motivation: '',
      suggester: '',
    },
    channel: 'web',
    key: newToken().token,
  } as never)
  await house.act(recordContact, { candidateId, how: 'phone', result: 'talked', text: '' } as never, secretary.principal)
  return candidateId
}
const revisionIn = (body: string) => /name="revision" value="(\d+)"/.exec(body)![1]!

test('a person nominates themself, is put on a seat, proposed and decided, and the public page changes at once', async () => {
  const [one, other] = [await nominated('Nadia Haddad', ['roles=user']), await nominated('Yusuf Demir', ['roles=user_rep'])]
  const opened = await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })
  const slate = opened.location!
  expect((await secretary.get(slate)).body).toContain('Sæt den første på en plads')
  for (const [at, person] of [one, other].entries())
    expect((await secretary.post(`${slate}/saet/${person}`, { person, seat: `external|${at + 1}` })).status).toBe(303)
  const shown = await secretary.get(slate)
  expect(shown.body).toContain('Forslaget kan sendes, selv om der mangler nogen')
  expect(shown.body).toContain('ikke konstitueret endnu')
  // On paper it says of itself whether it has been sent, and what was decided.
  const paper = async () =>
    /Kladde\.|Besluttet mandag den 9\. november 2026\. Punkt i referatet: Punkt 12/.exec(
      (await secretary.get(`${slate}/udskrift`)).body,
    )?.[0]
  expect((await paper())?.slice(0, 7)).toBe('Kladde.')
  expect((await secretary.post(`${slate}/forslag`, { revision: revisionIn(shown.body) })).status).toBe(303)
  expect(await paper()).toBeUndefined()
  const before = await house.get('/raad/udsatteraad')
  const form = await recorder.get(`${slate}/beslutning`)
  const decision = { revision: revisionIn(form.body), decidedOn: '2026-11-09', minuteRef: 'Punkt 12' }
  const refused = await recorder.post(`${slate}/beslutning`, { ...decision, minuteRef: '' })
  expect([refused.status, refused.body.includes('hvor beslutningen står i referatet')]).toEqual([422, true])
  expect((await secretary.post(`${slate}/beslutning`, decision)).status).toBe(403)
  expect((await recorder.post(`${slate}/beslutning`, decision)).status).toBe(303)
  expect((await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).map(seat => seat.name)).toEqual([
    'Nadia Haddad',
    'Yusuf Demir',
  ])
  expect((await house.get('/raad/udsatteraad')).body).not.toBe(before.body)
  expect((await recorder.get(slate)).body).toContain('Beslutningen er skrevet ind')
  expect(await paper()).toContain('Punkt 12')
})

test('A13: strangers are sent to sign in, and roles without a part in it see nothing of a slate', async () => {
  const slate = (await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })).location!
  expect((await house.get(slate)).status).not.toBe(200)
  for (const role of ['councillor', 'councilMember', 'policyOwner'] as const)
    expect((await (await house.as(role)).get(slate)).status).toBe(404)
})

test('a list of members is seen before it is saved; faults come with line and column, and nothing is half saved', async () => {
  const shown = (await secretary.get('/arbejdsrum/raad/integrationsraad/indlaes')).body
  const example = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(shown)![1]!.trim()
  const tried = await secretary.post('/arbejdsrum/raad/integrationsraad/indlaes', { asOf: '2026-11-09', list: example })
  expect(tried.body).toContain('2 personer bliver indlæst')
  const page = '/arbejdsrum/raad/udsatteraad/indlaes'
  const wrong = await secretary.post(page, { asOf: '2026-11-01', list: 'navn;gruppe\nKarin Toft;council\nOle;ukendt\n' })
  expect(wrong.body).toContain('Linje 3, kolonne 2:')
  const right = { asOf: '2026-11-01', list: 'navn;gruppe;vises med navn\nKarin Toft;council;ja\nNguyễn Thị Linh;external;nej\n' }
  expect((await secretary.post(page, right)).body).toContain('2 personer bliver indlæst')
  expect(await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).toEqual([])
  expect((await secretary.post(page, { ...right, save: 'yes' })).status).toBe(303)
  expect(await house.look(tx => namedSeatings(tx, 'udsatteraad', '2026-11-09'))).toHaveLength(2)
  const again = await secretary.post(page, right)
  expect(again.body).toContain('Ingen nye bliver indlæst')
  const asked = await secretary.get('/arbejdsrum/raad/udsatteraad?den=2026-11-05')
  expect(asked.body).toContain('Vedtægt, version 1')
})
