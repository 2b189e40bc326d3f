// The matrix as text: one block for each route, one line for each state, one column for each who asks.
import { isDeepStrictEqual } from 'node:util'
import { type AnyRoute, type Asked, anybody } from '../../src/platform/http/route.ts'
import type { Pair } from '../isolation/pair.ts'
import { type Address, addressesOf } from './addresses.ts'
import { type Asker, outcome } from './asking.ts'
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

export const lineOf = ({ state }: Address, words: readonly string[]): string => {
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
  await Promise.all(askers.map(async asker => (asks(route, asker) ? await outcome(route, address.path, asker) : unasked)))
/** By `load` and `may` alone, with the house's own rule for what follows from them; a page is drawn for nobody. */
async function reckoned(route: AnyRoute, addresses: readonly Address[], { pair, askers }: Ground): Promise<string[][]> {
  const columns = await Promise.all(
    askers.map(async asker => {
      if (!asks(route, asker)) return addresses.map(() => unasked)
      return await pair.house.look(async tx => {
        const words: string[] = []
        for (const { params, query } of addresses) {
          const asked: Asked = { params, query: new URLSearchParams(query), lang: 'da', origin: `http://${pair.own.host}` }
          const thing: unknown = await route.load(tx, asker.principal, asked)
          if (thing === null) words.push('404')
          else if (route.may(asker.principal, thing, asked)) words.push('ok')
          else if (route.hides) words.push('404')
          else words.push(asker.principal.kind === 'anyone' && route.method === 'GET' ? 'in' : '403')
        }
        return words
      }, asker.principal)
    }),
  )
  return addresses.map((_, i) => columns.map(column => column[i]!))
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
async function unlikeMay(all: Told, route: AnyRoute, { pair, askers }: Ground): Promise<string | null> {
  for (const { address, words } of all) {
    const other = await mayAlone(route, address, words, pair, askers)
    if (other) return `${address.path}: may alone tells ${other} otherwise`
  }
  return null
}
export interface Ground {
  readonly pair: Pair
  readonly askers: readonly Asker[]
  readonly things: Things
}
async function mayAlone(
  route: AnyRoute,
  { params, query }: Address,
  words: readonly string[],
  { house, own }: Pair,
  askers: readonly Asker[],
) {
  const asked: Asked = { params, query: new URLSearchParams(query), lang: 'da', origin: `http://${own.host}` }
  const here = askers.filter(asker => asker.principal.municipalityId === own.tenant.id && asker.name !== 'their cookie')
  const may = (asker: Asker) => words[askers.indexOf(asker)] === 'ok'
  const allowed = here.find(may)
  if (!allowed || route.may === anybody) return null
  const found = async ({ principal }: Asker): Promise<unknown> => await house.look(tx => route.load(tx, principal, asked), principal)
  const thing = await found(allowed)
  // A person's own page is another thing for each of them: each may see their own, and not the other's.
  const subjects = here.filter(asker => asker.principal.kind === 'subject' && may(asker))
  const theirs = new Map(await Promise.all(subjects.map(async asker => [asker, await found(asker)] as const)))
  for (const asker of here) if (route.may(asker.principal, theirs.get(asker) ?? thing, asked) !== may(asker)) return asker.name
  for (const [asker, mine] of theirs)
    for (const [other, another] of theirs)
      if (!isDeepStrictEqual(mine, another) && route.may(asker.principal, another, asked)) return `${asker.name} (about ${other.name})`
  return null
}
