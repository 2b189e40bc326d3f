// A council is abolished: one deed ends the seats, the slates and the waiting, and everybody gets the reason.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSlate, openSlate } from '../../src/appointments/index.ts'
import { recordEvent } from '../../src/councils/index.ts'
import { type Answers, receiveNomination, recordContact } from '../../src/nominations/index.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => await house.close())

const self = {
  forWhom: 'self',
  councils: ['integrationsraad'],
  declared: [],
  ties: [],
  residence: 'yes',
  reach: 'self',
  email: null,
  phone: '',
}
const rest = { address: '', through: '', language: 'da', interpreter: '', needs: [], motivation: '', suggester: '' }
const receive = async (answers: object) => {
  const given = { ...self, ...rest, ...answers } as unknown as Answers
  const key = randomBytes(24).toString('base64url')
  return (await house.act(receiveNomination, { answers: given, channel: 'web', key } as const)).candidateId
}
const state = async (candidate: string) =>
  (await house.sql('select council, state from nomination where candidate_id = $1 order by council', [candidate])).map(
    row => `${row.council} ${row.state}`,
  )

test('A27 A37: abolishing answers everybody who waits, in one deed, with the published reason', async () => {
  const mailed = await receive({ name: 'Opdigtet Åse', reach: 'email', email: 'aase@example.org' })
  const called = await receive({ name: 'Opdigtet محمد' })
  const both = await receive({ name: 'Opdigtet Оксана', councils: ['integrationsraad', 'udsatteraad'] })
  const asked = await receive({ name: 'Opdigtet Erik', forWhom: 'other', reach: 'email', email: 'erik@example.org' })
  const askedTwice = await receive({
    name: 'Opdigtet Yılmaz',
    forWhom: 'other',
    reach: 'email',
    email: 'y@example.org',
    councils: ['integrationsraad', 'udsatteraad'],
  })
  const secretary = (await house.as('secretary')).principal
  await house.act(recordContact, { candidateId: called, how: 'phone', result: 'talked', text: null, nextOn: null } as const, secretary)
  const slate = await house.act(openSlate, { council: 'integrationsraad', body: 'municipal_council' }, secretary)
  const before = new Set((await house.outbox()).map(letter => letter.id))

  const reason = 'Rådet fandt ikke syv medlemmer.'
  const event = {
    council: 'integrationsraad',
    event: 'abolished',
    on: '2026-11-01',
    body: 'Kommunalbestyrelsen',
    minuteRef: 'Punkt 7',
    reason,
  }
  await house.act(recordEvent, event as never, (await house.as('politicalSecretariat')).principal)

  expect(await state(mailed)).toEqual(['integrationsraad not_this_time'])
  expect(await state(called)).toEqual(['integrationsraad not_this_time'])
  // Nobody has spoken with this one yet, and no letter reaches them: the promise to contact them stands.
  expect(await state(both)).toEqual(['integrationsraad received', 'udsatteraad received'])
  expect(await state(asked)).toEqual([])
  expect(await state(askedTwice)).toEqual(['integrationsraad withdrawn', 'udsatteraad suggested'])
  expect((await house.look(tx => findSlate(tx, slate)))!.state).toBe('closed')

  // One neutral letter to whoever has e-mail; telling, or contacting, the others is owed, with an owner and a day.
  const sent = (await house.outbox()).filter(letter => !before.has(letter.id))
  expect(sent.map(letter => letter.to)).toEqual(['aase@example.org'])
  expect(`${sent[0]!.subject} ${sent[0]!.text}`).not.toContain('Integration')
  const open = await house.sql(
    "select c.id, d.kind from due d join nomination n on n.id = d.about join candidate c on c.id = n.candidate_id where d.settled_at is null and n.council = 'integrationsraad' order by c.created_at",
  )
  expect(open).toEqual([
    { id: called, kind: 'nomination.answer' },
    { id: both, kind: 'nomination.contact' },
  ])
  // The person reads why, behind their code.
  expect((await (await house.asSubject(called)).get('/min')).body).toContain(reason)
  expect(await house.sql("select from candidate where name = 'Opdigtet Erik'")).toEqual([])
})
