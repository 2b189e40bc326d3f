// A slate is decided by the charter in force and by people who still want to: two connections at once, and what each is told.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decide } from '../../src/appointments/decide.ts'
import { deviate, openSlate, place, takeOff } from '../../src/appointments/index.ts'
import { findSlate } from '../../src/appointments/read-slate.ts'
import { adopt } from '../../src/councils/drafts/adopt.ts'
import { openDraft } from '../../src/councils/drafts/open-draft.ts'
import { openDraftOf } from '../../src/councils/drafts/store.ts'
import type { Answers } from '../../src/nominations/answers.ts'
import { move } from '../../src/nominations/move-nomination.ts'
import { receiveNomination } from '../../src/nominations/receive-nomination.ts'
import { recordContact } from '../../src/nominations/record-contact.ts'
import { act } from '../../src/platform/db/act.ts'
import type { Principal } from '../../src/platform/principal.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
let recorder: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
  recorder = await house.as('politicalSecretariat')
})
afterAll(async () => await house.close())

const nobody: Answers = {
  forWhom: 'self',
  councils: ['udsatteraad'],
  name: '',
  declared: ['roles=insight'],
  ties: [],
  residence: 'yes',
  reach: 'letter',
  email: null,
  phone: '',
  address: 'Opdigtet Allé 1',
  through: '',
  language: 'da',
  interpreter: '',
  needs: [],
  motivation: '',
  suggester: '',
}
let n = 0
/** A slate with one candidate on it, as the secretary leaves it. */
async function slateWithOne() {
  n++
  const received = await house.act(
    receiveNomination,
    { answers: { ...nobody, name: `Ayşe Çelik ${n}` }, channel: 'phone', key: `k${n}`.padEnd(22, 'x') } as never,
    house.system,
  )
  const id = await house.act(openSlate, { council: 'udsatteraad', body: 'municipal_council' }, secretary.principal)
  await house.act(place, { slate: id, person: received.candidateId, group: 'external', seat: null }, secretary.principal)
  await house.act(deviate, { slate: id, atom: 'users', reason: 'Ingen bruger har sagt ja endnu.', seen: true }, secretary.principal)
  const read = async () => (await house.look(tx => findSlate(tx, id)))!
  const input = { slate: id, decidedOn: '2026-11-09', minuteRef: 'Punkt 12', explanation: 'Resten følger.', seen: true, answers: [] }
  return {
    id,
    nomination: received.nominationIds[0]!,
    candidate: received.candidateId,
    read,
    /** As the route does it: serializable. */
    decided: async () =>
      act(house.house.ctx.database, recorder.principal, decide, { ...input, revision: (await read()).revision }, 'serializable').then(
        () => 'decided',
        (error: Error) => error.message,
      ),
  }
}
const adoption = {
  council: 'udsatteraad',
  body: 'municipal_council',
  decidedOn: '2026-11-09',
  minuteRef: 'Punkt 1',
  validFrom: '2026-11-09',
  seen: true,
} as const
const revision = async () => (await house.look(tx => openDraftOf(tx, 'udsatteraad')))!.revision

/** Does it in a transaction that stays open until it is let go; `done` says when it has written. */
function held<R>(who: Principal, deed: (tx: Parameters<typeof move>[0]) => Promise<R>) {
  let go = () => {}
  let wrote = () => {}
  const gate = new Promise<void>(resolve => (go = resolve))
  const written = new Promise<void>(resolve => (wrote = resolve))
  const whole = house.act(
    async tx => {
      const result = await deed(tx)
      wrote()
      await gate
      return result
    },
    undefined,
    who,
  )
  return { written, whole, go: () => go() }
}
const aMoment = () => new Promise(resolve => setTimeout(resolve, 400))

beforeEach(async () => {
  const draft = await house.look(tx => openDraftOf(tx, 'udsatteraad'))
  if (!draft) await house.act(openDraft, { council: 'udsatteraad', version: null }, secretary.principal)
})

test('A0: a slate made by an older charter is refused with the reason; looked at again, it is decided', async () => {
  const slate = await slateWithOne()
  const version = await house.act(adopt, { ...adoption, revision: await revision() }, recorder.principal)
  expect(await slate.decided()).toContain(`Forslaget er lavet efter udgave ${version - 1}, og nu gælder udgave ${version}`)
  expect((await slate.read()).state).toBe('open')
  const page = (await secretary.get(`/arbejdsrum/indstillinger/${slate.id}`)).body
  expect(page).toContain('Vedtægten er ændret')
  await secretary.post(`/arbejdsrum/indstillinger/${slate.id}/vedtaegt`)
  expect(await slate.decided()).toBe('decided')
  // The decision keeps the version it was made by, whatever is adopted afterwards.
  await house.act(openDraft, { council: 'udsatteraad', version: null }, secretary.principal)
  await house.act(adopt, { ...adoption, revision: await revision() }, recorder.principal)
  const rows = await house.sql('select charter_version from decision where slate_id = $1', [slate.id])
  expect(rows).toEqual([{ charter_version: version }])
})

test('A0: a charter adopted while the decision is under way, on another connection: the decision is refused', async () => {
  const slate = await slateWithOne()
  const seen = await revision()
  const adopting = held(recorder.principal, tx => adopt(tx, recorder.principal, { ...adoption, revision: seen }))
  await adopting.written
  const deciding = slate.decided()
  await aMoment()
  adopting.go()
  const version = await adopting.whole
  expect(await deciding).toContain(`nu gælder udgave ${version}`)
  expect(await house.sql('select id from decision where slate_id = $1', [slate.id])).toEqual([])
})

test('A0: the decision first: the charter adopted a moment later waits for it and does not touch it', async () => {
  const slate = await slateWithOne()
  const before = (await slate.read()).charterVersion
  const seen = await revision()
  const deciding = held(recorder.principal, async tx =>
    decide(tx, recorder.principal, {
      slate: slate.id,
      revision: (await slate.read()).revision,
      decidedOn: '2026-11-09',
      minuteRef: 'Punkt 12',
      explanation: 'Resten følger.',
      seen: true,
      answers: [],
    }),
  )
  await deciding.written
  let adopted = false
  const adopting = house.act(adopt, { ...adoption, revision: seen }, recorder.principal).then(() => (adopted = true))
  await aMoment()
  expect(adopted).toBe(false)
  deciding.go()
  await Promise.all([deciding.whole, adopting])
  expect(await house.sql('select charter_version from decision where slate_id = $1', [slate.id])).toEqual([{ charter_version: before }])
})

test('A30: a candidate who withdraws while the decision is under way, on another connection: the decision is refused', async () => {
  const slate = await slateWithOne()
  const told = { candidateId: slate.candidate, how: 'phone', result: 'talked', text: null, nextOn: null } as const
  await house.act(recordContact, told, secretary.principal)
  const withdrawing = held(secretary.principal, tx => move(tx, secretary.principal, { nominationId: slate.nomination, verb: 'withdraw' }))
  await withdrawing.written
  const deciding = slate.decided()
  await aMoment()
  withdrawing.go()
  await withdrawing.whole
  expect(await deciding).toContain('har trukket sig')
  expect(await house.sql('select id from decision where slate_id = $1', [slate.id])).toEqual([])
  // And a second ago: the same words, and a way on.
  expect(await slate.decided()).toContain('Tag personen af pladsen')
  await house.act(takeOff, { slate: slate.id, person: slate.candidate }, secretary.principal)
  expect((await slate.read()).seats).toEqual([])
})
