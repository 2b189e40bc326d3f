// What the staff's pages of charters load.
import { type LocalDate, localDate } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/act.ts'
import type { Asked } from '../../platform/http/route.ts'
import type { Principal } from '../../platform/principal.ts'
import type { Said } from '../../platform/refusal.ts'
import { charterVersion, charterVersions, standingsOn, type VersionStanding } from '../charter-in-force.ts'
import { type Charter, type Difference, differences, readCharter } from '../charters/index.ts'
import { asSaid, councilOf } from '../councils.ts'
import { mayAdopt, mayDraft } from './access.ts'
import { type Finding, findingsOf } from './findings.ts'
import { type Draft, openDraftOf } from './store.ts'

export interface Versions {
  readonly slug: string
  readonly name: Said
  readonly versions: readonly VersionStanding[]
  readonly draft: Draft | null
}
export async function loadVersions(tx: Tx, _who: Principal, { params }: Asked): Promise<Versions | null> {
  const slug = params.raad ?? ''
  const council = await councilOf(tx, slug)
  if (!council) return null
  const versions = standingsOn((await charterVersions(tx)).get(slug) ?? [], localDate(tx.now))
  return { slug, name: asSaid(council.facts.name), versions, draft: await openDraftOf(tx, slug) }
}

export interface OneDraft {
  readonly slug: string
  readonly name: Said
  readonly type: string
  readonly draft: Draft
  readonly charter: Charter
  /** What it began from. */
  readonly base: Charter | null
  readonly today: LocalDate
  readonly mayAdopt: boolean
}
/** The open draft of a council; null when there is none. */
export async function loadDraft(tx: Tx, who: Principal, { params }: Asked): Promise<OneDraft | null> {
  const slug = params.raad ?? ''
  if (!mayDraft(who)) return null
  const draft = await openDraftOf(tx, slug)
  if (!draft) return null
  const read = readCharter(draft.document)
  if ('faults' in read) throw new Error('a draft was saved that the engine cannot read')
  const council = await councilOf(tx, slug)
  const base = draft.basedOn === null ? null : ((await charterVersion(tx, slug, draft.basedOn))?.charter ?? null)
  return {
    slug,
    name: draft.founding ? { da: draft.founding.name } : asSaid(council?.facts.name ?? { da: slug }),
    type: draft.founding?.type ?? council?.facts.type ?? 'other',
    draft,
    charter: read.charter,
    base,
    today: localDate(tx.now),
    mayAdopt: mayAdopt(who),
  }
}

export interface DraftSeen extends OneDraft {
  readonly findings: readonly Finding[]
}
export async function loadDraftSeen(tx: Tx, who: Principal, asked: Asked): Promise<DraftSeen | null> {
  const one = await loadDraft(tx, who, asked)
  return one && { ...one, findings: await findingsOf(tx, one.draft, one.charter) }
}

export interface Changes extends OneDraft {
  readonly changes: readonly Difference[]
}
export async function loadChanges(tx: Tx, who: Principal, asked: Asked): Promise<Changes | null> {
  const one = await loadDraft(tx, who, asked)
  if (!one) return null
  const empty: Charter = { ...one.charter, groups: [], rules: [] }
  return { ...one, changes: differences(one.base ?? empty, one.charter, asked.lang === 'da' ? 'da' : 'en') }
}
