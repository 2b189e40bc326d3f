// The matrix as text: one block for each route, one line for each state, one column for each who asks.
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
const told = async (route: AnyRoute, address: Address, askers: readonly Asker[]) =>
  await Promise.all(askers.map(async asker => (asks(route, asker) ? await outcome(route, address.path, asker) : unasked)))

/** What everybody was told on one route, for each address of it. */
export type Told = readonly { readonly address: Address; readonly words: readonly string[] }[]

export async function ask(route: AnyRoute, { askers, things }: Ground): Promise<Told> {
  const all: { address: Address; words: string[] }[] = []
  for (const address of addressesOf(route.path, things)) all.push({ address, words: await told(route, address, askers) })
  return all
}
export const blockOf = (route: AnyRoute, all: Told): string =>
  [titleOf(route), ...all.map(({ address, words }) => lineOf(address, words))].join('\n')

/** The first answer that is no longer what it was: over the network, or by `may` alone once the thing was found. Null when all are. */
export async function difference(before: Told, route: AnyRoute, { pair, askers }: Ground): Promise<string | null> {
  for (const { address, words } of before) {
    const now = await told(route, address, askers)
    if (now.some((word, i) => word !== words[i])) return lineOf(address, now)
    const other = await mayAlone(route, address, words, pair, askers)
    if (other) return `may alone tells ${other} otherwise`
  }
  return null
}
/** Where `load` hides a thing already, `may` is asked as if it had not; the first it says something else to than the house did. */
export async function unlikeMay(all: Told, route: AnyRoute, { pair, askers }: Ground): Promise<string | null> {
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
async function mayAlone(route: AnyRoute, { params }: Address, words: readonly string[], { house, own }: Pair, askers: readonly Asker[]) {
  const asked: Asked = { params, query: new URLSearchParams(), lang: 'da', origin: `http://${own.host}` }
  const here = (asker: Asker) => asker.principal.municipalityId === own.tenant.id && asker.name !== 'their cookie'
  const allowed = askers.find((asker, i) => words[i] === 'ok' && here(asker))
  if (!allowed || route.may === anybody) return null
  const thing: unknown = await house.look(tx => route.load(tx, allowed.principal, asked), allowed.principal)
  return askers.find((asker, i) => here(asker) && route.may(asker.principal, thing, asked) !== (words[i] === 'ok'))?.name ?? null
}
