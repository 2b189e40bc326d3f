// The items a municipality's data fall into, each with a stable key and a content hash for the three-way comparison.
import { createHash } from 'node:crypto'
import type { MunicipalityData } from './data.ts'

type ItemKind =
  | 'municipality'
  | 'district'
  | 'committee'
  | 'unit'
  | 'contact'
  | 'mailbox'
  | 'office'
  | 'term'
  | 'theme'
  | 'organisationKind'
  | 'promise'
  | 'retention'
  | 'help'
  | 'council'
  | 'charter'
  | 'policy'
  | 'goal'
  | 'commitment'
  | 'news'
  | 'text'
  | 'page'

/** One item: `key` is `kind:slug` (`commitment:policy/slug`, `charter:council/version`) and never changes its meaning. */
export type Item = { key: string; kind: ItemKind; slug: string; content: unknown; hash: string }

/** All items of a municipality; no fact lies in two of them, so an edit changes exactly one hash. */
export function itemsOf(data: MunicipalityData): Item[] {
  const { districts, committees, units, contacts, mailboxes, offices, electoralTerms, themes, ...others } = data.municipality
  const { organisationKinds, promises, retention, ...rest } = others
  const lists: [ItemKind, { slug: string }[]][] = [
    ['district', districts],
    ['committee', committees],
    ['unit', units],
    ['contact', contacts],
    ['mailbox', mailboxes],
    ['office', offices],
    ['term', electoralTerms],
    ['theme', themes],
    ['organisationKind', organisationKinds],
    ['help', data.help],
    ['news', data.news],
    ['text', data.sources.texts],
    ['page', data.sources.pages],
  ]
  return [
    item('municipality', rest.slug, rest),
    ...lists.flatMap(([kind, list]) => list.map(one => item(kind, one.slug, one))),
    ...Object.entries(promises).map(([name, promise]) => item('promise', name, promise)),
    ...Object.entries(retention).map(([name, rule]) => item('retention', name, rule)),
    ...data.councils.flatMap(({ charters, ...council }) => [
      item('council', council.slug, council),
      ...charters.map(charter => item('charter', `${council.slug}/${charter.version}`, charter)),
    ]),
    ...data.policies.flatMap(({ goals, ...policy }) => [
      item('policy', policy.slug, policy),
      ...goals.flatMap(({ commitments, ...goal }, place) => [
        item('goal', `${policy.slug}/${goal.slug}`, { ...goal, position: place + 1 }),
        ...commitments.map((one, at) => item('commitment', `${policy.slug}/${one.slug}`, { ...one, goal: goal.slug, position: at + 1 })),
      ]),
    ]),
  ]
}

const item = (kind: ItemKind, slug: string, content: unknown): Item => ({
  key: `${kind}:${slug}`,
  kind,
  slug,
  content,
  hash: contentHash(content),
})

/** SHA-256 (hex) of the content, the same whatever order its fields were written in. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex')
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}
