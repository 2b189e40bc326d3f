// T6: the deed behind a guarded form asks for itself who does it, also when no route stands in front of it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '../../src/platform/db/act.ts'
import { type AnyRoute, type Asked, anybody, type Deeds } from '../../src/platform/http/route.ts'
import { NotAllowed, NotFound, Refusal } from '../../src/platform/refusal.ts'
import { rooms } from '../../src/rooms.ts'
import { openPair, type Pair } from '../isolation/pair.ts'
import { type Address, addressesOf } from './addresses.ts'
import { type Asker, askersOf, withAskers } from './asking.ts'
import { remembered } from './remembered.ts'
import { sampleOf } from './sample.ts'
import { titleOf } from './table.ts'
import { makeThings, type Things } from './things.ts'

type Deed = Deeds<unknown, unknown, unknown>
const isGuardedDeed = (route: AnyRoute): route is Deed => route.method === 'POST' && route.may !== anybody
const guarded: readonly Deed[] = rooms.flatMap(room => room.routes).filter(isGuardedDeed)
/** What is posted where trying finds nothing: fields that name something the page offered, and forms that read themselves. */
const posted = ({ kinds }: Things): Readonly<Record<string, Record<string, string | string[]>>> => {
  const nomination = kinds.nomination!.open!
  const member = kinds.member!.sitting!
  const one = (form: string, fields: Record<string, string>) => ({
    form,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}.${form}`, value])),
  })
  const answers = {
    step: 'summary',
    forWhom: 'self',
    councils: ['udsatteraad'],
    name: 'X',
    residence: 'yes',
    reach: 'self',
    channel: 'phone',
  }
  const candidate = 'POST /arbejdsrum/kandidater/:id'
  return {
    'POST /arbejdsrum/raad/:raad/vedtaegt/kladde/proev/spoerg': { revision: '0', operation: 'possible' },
    'POST /arbejdsrum/raad/:raad/vedtaegt/kladde/fjern': { revision: '0', part: 'rule users' },
    'POST /arbejdsrum/raad/:raad/visning': { member, shown: 'named' },
    'POST /arbejdsrum/raad/:raad/pladser/:seating/login': { person: kinds.person!['the operator']! },
    'POST /arbejdsrum/raad/:raad/bopael': { member },
    'POST /arbejdsrum/raad/:raad/indkald': { member, group: 'external', seat: '2' },
    'POST /arbejdsrum/raad/:raad/indlaes': { asOf: '2026-11-09', list: 'gruppe;navn\nexternal;X', save: 'on' },
    'POST /arbejdsrum/rekruttering/foreninger/:id/trin': { council: 'udsatteraad', step: 'answer', how: 'phone' },
    'POST /min/side/ret': answers,
    'POST /arbejdsrum/rekruttering/foreninger/indlaes': { list: 'navn;slags\nX;lokal-forening' },
    'POST /arbejdsrum/kandidater/:id/traad/sagt': one('said', { text: 'X' }),
    'POST /arbejdsrum/kandidater/:id/traad/skriv': one('message', { text: 'X', way: 'post' }),
    'POST /arbejdsrum/kandidater/:id/traad/:brev/sendt': one('posted', { postedOn: '2026-11-09' }),
    'POST /min/side/traek': { nomination },
    'POST /min/side/slet': { sure: 'on' },
    'POST /arbejdsrum/kandidater/ny': answers,
    'POST /arbejdsrum/kandidater/brev/:post': answers,
    'POST /arbejdsrum/kandidater/brev/:post/sag': { candidate: kinds.candidate!.open! },
    'POST /arbejdsrum/henvendelser/ny': { step: 'start', words: 'X', channel: 'phone', readBack: 'on' },
    'POST /arbejdsrum/post/:post/flyt': { desk: 'not-ours' },
    [`${candidate}/ret`]: answers,
    [`${candidate}/kontakt`]: one('f', { how: 'phone', result: 'talked' }),
    [`${candidate}/note`]: one('f', { note: 'x' }),
    [`${candidate}/baand`]: one('f', { tie: nomination, how: 'seen' }),
    [`${candidate}/bopael`]: one('f', { answer: 'yes', how: 'seen' }),
    [`${candidate}/flyt`]: one('f', { nomination, verb: 'contact' }),
    [`${candidate}/svar`]: one('f', { nomination, how: 'phone' }),
    [`${candidate}/behold`]: one('f', { how: 'phone' }),
    [`${candidate}/slet`]: one('f', { how: 'phone', sure: 'on' }),
    [`${candidate}/flet`]: { other: kinds.candidate!.suggested! },
    [`${candidate}/to`]: { other: kinds.candidate!.suggested! },
    'POST /arbejdsrum/indstillinger': { council: 'udsatteraad|municipal_council' },
    'POST /arbejdsrum/indstillinger/:id/saet/:person': { person: kinds.candidate!.open!, seat: 'external|2' },
    'POST /arbejdsrum/indstillinger/:id/beslutning': { revision: '0', decidedOn: '2026-11-09', minuteRef: 'Punkt 1' },
  }
}
/** Deeds nobody could be wrong for, with the reason. */
const harmless: Readonly<Record<string, string>> = {
  'POST /min/side/luk': 'ends the session of whoever calls it',
  'POST /arbejdsrum/oevelse/tilbage': 'only inside a practice, where everybody is invented: ends the session of whoever calls it',
  'POST /arbejdsrum/oevelse/forfra':
    'only inside a practice: the deed itself does nothing, and what follows erases a practice and nothing else',
}

/** Who may do the same deed by a door of their own. */
const byAnotherDoor: Readonly<Record<string, readonly string[]>> = {
  'POST /min/side/traek': ['secretary', 'unitLeader'],
  'POST /arbejdsrum/kandidater/:id/ret': ['the person'],
  'POST /arbejdsrum/kandidater/:id/ja': ['the person'],
  'POST /arbejdsrum/kandidater/:id/nej': ['the person'],
  'POST /min/side/behold': ['secretary', 'unitLeader'],
  'POST /arbejdsrum/kandidater/:id/behold': ['the person'],
  'POST /arbejdsrum/kandidater/:id/slet': ['the person'],
}

let pair: Pair
let things: Things
let askers: readonly Asker[]
beforeAll(async () => {
  pair = await openPair()
  things = await makeThings(pair, 'mark')
  const all = await askersOf(pair, things)
  things = await withAskers(pair, things, all)
  askers = all.filter(asker => asker.principal.municipalityId === pair.own.tenant.id)
})
afterAll(async () => await pair.house.close())

class TakenBack extends Error {}
/** What the deed says to this person; whatever it did is taken back. */
async function said(route: Deed, address: Address, input: unknown, thing: unknown, asker: Asker): Promise<string> {
  const asked: Asked = {
    params: address.params,
    query: new URLSearchParams(address.query),
    lang: 'da',
    origin: `http://${pair.own.host}`,
    form: { key: 'a key nobody else has', state: 'ok', files: {} },
  }
  try {
    await act(
      pair.house.house.ctx.database,
      asker.principal,
      async tx => {
        await route.deed(tx, asker.principal, { thing, input, asked })
        throw new TakenBack()
      },
      undefined,
    )
    return 'returned'
  } catch (error) {
    if (error instanceof TakenBack) return 'did it'
    if (error instanceof NotAllowed) return 'not allowed'
    if (error instanceof NotFound) return 'not found'
    if (error instanceof Refusal) return `asked about the input first (${error.message})`
    return `broke: ${(error as Error).message}`
  }
}

/** What is found; every deed is taken back, so nothing changes meanwhile. Routes of one thing share their `load`. */
const finding = new Map<Deed['load'], Deed['load']>()
function find(load: Deed['load']): Deed['load'] {
  const known = finding.get(load) ?? remembered(load)
  finding.set(load, known)
  return known
}

/** Every address of the route with the thing somebody may reach there, and those who may not. */
async function wrongOnes(route: Deed) {
  const found: { address: Address; thing: unknown; wrong: Asker[] }[] = []
  for (const address of addressesOf(route.path, things)) {
    const asked: Asked = {
      params: address.params,
      query: new URLSearchParams(address.query),
      lang: 'da',
      origin: `http://${pair.own.host}`,
    }
    for (const asker of askers) {
      const thing = await pair.house.look(tx => find(route.load)(tx, asker.principal, asked), asker.principal)
      if (thing === null || !route.may(asker.principal, thing, asked)) continue
      const wrong: Asker[] = []
      for (const other of askers) {
        // On a page of one's own the deed is about oneself, whatever thing it is handed.
        const own = other.principal.kind === 'subject'
        const theirs = own ? await pair.house.look(tx => find(route.load)(tx, other.principal, asked), other.principal) : null
        const may = [thing, theirs].some(one => one !== null && route.may(other.principal, one, asked))
        if (!may) wrong.push(other)
      }
      found.push({ address, thing, wrong })
      break
    }
  }
  // The first state there is, and the last: what an owner may who is no secretary.
  return found.length > 2 ? [found[0]!, found.at(-1)!] : found
}

/** Names the address when nothing can be made up for it. */
function sampleFor(route: (typeof guarded)[number]): unknown {
  try {
    return sampleOf(route.input)
  } catch (error) {
    throw new Error(`${titleOf(route)}: ${(error as Error).message}; give its fields in posted()`)
  }
}

it('refuses whoever may not, before anything else', { timeout: 300_000 }, async () => {
  const faults: string[] = []
  let asked = 0
  for (const route of guarded.filter(one => !harmless[titleOf(one)])) {
    const fields = posted(things)[titleOf(route)]
    const input = fields ? route.input.parse(fields) : sampleFor(route)
    const cases = await wrongOnes(route)
    if (cases.length === 0) faults.push(`${titleOf(route)}: nobody may, in no state`)
    for (const { address, thing, wrong } of cases) {
      for (const asker of wrong.filter(one => !byAnotherDoor[titleOf(route)]?.includes(one.name))) {
        asked++
        const answer = await said(route, address, input, thing, asker)
        if (answer !== 'not allowed' && answer !== 'not found')
          faults.push(`${titleOf(route)} (${address.state}) by ${asker.name}: ${answer}`)
      }
    }
  }
  console.log(`deeds: ${guarded.length} guarded, ${asked} calls by somebody who may not`)
  expect(faults).toEqual([])
})

it('notices a deed that asks nobody', async () => {
  const [route] = guarded.filter(one => one.path === '/log-ind/forlaeng')
  const [stranger] = askers
  const open: Deed = { ...route!, deed: async () => {} }
  expect(await said(open, { state: '', path: route!.path, params: {}, query: '' }, {}, {}, stranger!)).toBe('did it')
})
