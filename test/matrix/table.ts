// The matrix as text: one block for each route, one line for each state, one column for each who asks.
import { isDeepStrictEqual } from 'node:util'
import { type AnyRoute, type Asked, anybody } from '../../src/platform/http/route.ts'
import type { Pair } from '../isolation/pair.ts'
import { type Address, addressesOf } from './addresses.ts'
import { type Asker, outcome } from './asking.ts'
import { each } from './remembered.ts'
import type { Things } from './things.ts'

export const titleOf = (route: AnyRoute): string => `${route.method.padEnd(4)} ${route.path}`
const width = 5
const stateWidth = 34
const heads: Readonly<Record<string, string>> = {
  anyone: 'any',
  operator: 'oper',
  secretary: 'secr',
  caseworker: 'case',
  outreachWorker: 'outr',
  unitLeader: 'unit',
  politicalSecretariat: 'poli',
  administration: 'admi',
  councillor: 'clor',
  councilMember: 'memb',
  policyOwner: 'pown',
  auditor: 'audi',
  'no role': 'none',
  'the person': 'self',
  'another person': 'othr',
  'their staff': 'thei',
  'their cookie': 'cook',
}

export function headOf(askers: readonly Asker[]): string {
  const legend = askers.map(({ name }) => `${heads[name]} = ${name}`)
  return [
    '# Who may do what: every route, in every state of what it is about, for everybody who can ask.',
    '# Written by `node scripts/expected.mjs`; the tests compare it with what the house answers. Read each changed line before it is committed.',
    '#',
    '# ok: the page, or the form may be sent. in: sent to sign in. Otherwise the status of the answer (303: led elsewhere).',
    ...Array.from({ length: Math.ceil(legend.length / 6) }, (_, i) => `# ${legend.slice(i * 6, i * 6 + 6).join(', ')}`),
    '# ·: not asked, since a kept page is made without looking at who asks.',
    '# "their" staff ask at their own address, with every role there; "cook" is their session at our door.',
    '',
    `${' '.repeat(stateWidth)}${askers.map(({ name }) => heads[name]!.padEnd(width)).join('')}`.trimEnd(),
  ].join('\n')
}

const lineOf = ({ state }: Address, words: readonly string[]): string => {
  const label = `  ${state === '' ? '-' : state}`.padEnd(stateWidth)
  const told = new Set(words.filter(word => word !== unasked))
  return `${label}${told.size === 1 ? `everybody: ${[...told][0]}` : words.map(word => word.padEnd(width)).join('')}`.trimEnd()
}
const unasked = '·'
/** Kept pages are made before anybody looks at a session, so a stranger, one of each kind and the other municipality are enough. */
const forKept = new Set(['anyone', 'secretary', 'the person', 'their staff', 'their cookie'])
const asks = (route: AnyRoute, { name }: Asker) => !(route as { kept?: boolean }).kept || forKept.has(name)
/** Over the network, as anybody would. */
const told = async (route: AnyRoute, address: Address, askers: readonly Asker[]) =>
  await each(askers, async asker => (asks(route, asker) ? await outcome(route, address.path, asker) : unasked))
/**
 * What `load` finds at each address for each who asks. It is looked for once: neither `may` nor `hides` has a say in it, and routes that
 * share a `load` find the same under the same parts of an address.
 */
async function foundAt(route: AnyRoute, addresses: readonly Address[], { pair, askers, found }: Ground): Promise<unknown[][]> {
  const known = found.get(route.load) ?? new Map<string, unknown[]>()
  found.set(route.load, known)
  const missing = addresses.filter(address => !known.has(placeOf(address)))
  if (missing.length > 0) {
    const columns = await each(
      askers,
      async ({ principal }) =>
        await pair.house.look(async tx => {
          const things: unknown[] = []
          for (const address of missing) things.push(await route.load(tx, principal, askedAt(address, pair)))
          return things
        }, principal),
    )
    for (const [i, address] of missing.entries())
      known.set(
        placeOf(address),
        columns.map(column => column[i]),
      )
  }
  return addresses.map(address => known.get(placeOf(address))!)
}
const placeOf = ({ params, query }: Address) => JSON.stringify([Object.entries(params).sort(), query])
const askedAt = ({ params, query }: Address, { own }: Pair): Asked => ({
  params,
  query: new URLSearchParams(query),
  lang: 'da',
  origin: `http://${own.host}`,
})
/** By `load` and `may` alone, with the house's own rule for what follows from them; a page is drawn for nobody. */
async function reckoned(route: AnyRoute, addresses: readonly Address[], ground: Ground): Promise<string[][]> {
  const things = await foundAt(route, addresses, ground)
  return addresses.map((address, i) =>
    ground.askers.map((asker, j) => {
      if (!asks(route, asker)) return unasked
      const thing = things[i]![j]
      if (thing === null) return '404'
      if (route.may(asker.principal, thing, askedAt(address, ground.pair))) return 'ok'
      if (route.hides) return '404'
      return asker.principal.kind === 'anyone' && route.method === 'GET' ? 'in' : '403'
    }),
  )
}

/** What everybody was told on one route, for each address of it. */
export type Told = readonly { readonly address: Address; readonly words: readonly string[] }[]

/** The first state over the network for everybody; of guarded routes the other states by what the routes say, which is some times as fast. */
export async function ask(route: AnyRoute, ground: Ground): Promise<Told> {
  const addresses = addressesOf(route.path, ground.things)
  const far = route.may === anybody ? addresses.length : 1
  const over: string[][] = []
  for (const address of addresses.slice(0, far)) over.push(await told(route, address, ground.askers))
  const near = await reckoned(route, addresses.slice(far), ground)
  return addresses.map((address, i) => ({ address, words: i < far ? over[i]! : near[i - far]! }))
}
export const blockOf = (route: AnyRoute, all: Told): string =>
  [titleOf(route), ...all.map(({ address, words }) => lineOf(address, words))].join('\n')

/** The first answer that is no longer what it was, or that `may` alone would give otherwise. Null when all are as they were. */
export async function difference(before: Told, route: AnyRoute, ground: Ground): Promise<string | null> {
  for (const { address, words } of before) {
    const [now] = await reckoned(route, [address], ground)
    if (now!.some((word, i) => word !== words[i])) return lineOf(address, now!)
  }
  return await unlikeMay(before, route, ground)
}
/** Where `load` hides a thing already, `may` is asked as if it had not; the first it says something else to than the house did. */
async function unlikeMay(all: Told, route: AnyRoute, ground: Ground): Promise<string | null> {
  for (const { address, words } of all) {
    const other = await mayAlone(route, address, words, ground)
    if (other) return `${address.path}: may alone tells ${other} otherwise`
  }
  return null
}
export interface Ground {
  readonly pair: Pair
  readonly askers: readonly Asker[]
  readonly things: Things
  /** What was found already, by `load` and the parts of an address: one for each asker. */
  readonly found: Map<AnyRoute['load'], Map<string, unknown[]>>
}
async function mayAlone(route: AnyRoute, address: Address, words: readonly string[], ground: Ground) {
  const { pair, askers } = ground
  const asked = askedAt(address, pair)
  const here = askers.filter(asker => asker.principal.municipalityId === pair.own.tenant.id && asker.name !== 'their cookie')
  const may = (asker: Asker) => words[askers.indexOf(asker)] === 'ok'
  const allowed = here.find(may)
  if (!allowed || route.may === anybody) return null
  const [things] = await foundAt(route, [address], ground)
  const found = (asker: Asker): unknown => things![askers.indexOf(asker)]
  const thing = found(allowed)
  // A person's own page is another thing for each of them: each may see their own, and not the other's.
  const subjects = here.filter(asker => asker.principal.kind === 'subject' && may(asker))
  const theirs = new Map(subjects.map(asker => [asker, found(asker)] as const))
  for (const asker of here) if (route.may(asker.principal, theirs.get(asker) ?? thing, asked) !== may(asker)) return asker.name
  for (const [asker, mine] of theirs)
    for (const [other, another] of theirs)
      if (!isDeepStrictEqual(mine, another) && route.may(asker.principal, another, asked)) return `${asker.name} (about ${other.name})`
  return null
}
