// One voice as it stands: opened words, whose turn it is, what is owed, who is near it.
import { registered } from '../municipalities/index.ts'
import { colleaguesOf, type Due, nextInLine, openDues } from '../people/index.ts'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { historyOf, readersOf } from '../platform/journal.ts'
import { fetchKeys, opened } from '../platform/sealed.ts'
import type { Near } from './access.ts'
import { closedOf } from './closed-to.ts'
import { eraseDue } from './erase-ask.ts'
import { type Guest, guestsOf } from './guest-store.ts'
import { waits } from './hand-over.ts'
import {
  type ConsentRow,
  consentOf,
  type HandOverRow,
  handOversOf,
  type LineRow,
  linesOf,
  type NotifiedRow,
  notifiedOf,
  type PictureRow,
  picturesOf,
  type VoiceRow,
  voiceRow,
} from './read-store.ts'
import { detailsPlace, linePlace } from './sealed-places.ts'
import { type Details, detailsOf, nothingSaid } from './telling.ts'
import { readLines, type Stands } from './voice.ts'

export interface OpenedLine extends Omit<LineRow, 'text_sealed'> {
  readonly text: string
}
export interface Voice {
  readonly row: VoiceRow
  readonly details: Details
  readonly lines: readonly OpenedLine[]
  readonly stands: Stands
  readonly consent: ConsentRow | null
  readonly guests: readonly Guest[]
  readonly handOvers: readonly HandOverRow[]
  readonly notified: readonly NotifiedRow[]
  readonly pictures: readonly PictureRow[]
  readonly dues: readonly Due[]
  readonly near: Near
  /** Who has it, by name; null while an office has it. */
  readonly owner: { readonly name: string; readonly unit: string | null; readonly invented: boolean; readonly away: boolean } | null
  /** While the owner is away. */
  readonly deputy: string | null
}

/** What stands there of somebody who gave no more than words. */
const nothingTold: Details = detailsOf(nothingSaid)

/** The voice with this id; null when there is none. */
export async function voiceOf(tx: Tx, id: string, lang: Lang = 'da'): Promise<Voice | null> {
  const row = await voiceRow(tx, id)
  if (!row) return null
  await fetchKeys(tx, [id])
  const sealedDetails = row.details_sealed ? await opened(tx, detailsPlace(id), row.details_sealed) : null
  const lines: OpenedLine[] = []
  for (const { text_sealed, ...line } of await linesOf(tx, id))
    lines.push({ ...line, text: (await opened(tx, linePlace(id, line.id), text_sealed)) ?? '' })
  const handOvers = await handOversOf(tx, id)
  const dues = await openDues(tx, { abouts: [id] })
  const near = await nearOf(tx, row, dues)
  const owner = (await colleaguesOf(tx, lang)).find(one => one.id === near.ownerId) ?? null
  const next = owner?.away ? (await nextInLine(tx, owner.id)).deputyId : null
  const deputyId = next && near.closedTo.includes(next) ? null : next
  return {
    row,
    details: sealedDetails ? (JSON.parse(sealedDetails) as Details) : nothingTold,
    lines,
    stands: standsOf(row, lines, handOvers),
    consent: await consentOf(tx, id),
    guests: await guestsOf(tx, id),
    handOvers,
    notified: await notifiedOf(tx, id),
    pictures: await picturesOf(tx, id),
    dues,
    near,
    owner: owner && { name: owner.name, unit: owner.unit, invented: owner.invented, away: owner.away },
    deputy: (await colleaguesOf(tx, lang)).find(one => one.id === deputyId)?.name ?? null,
  }
}

/** Typed by whoever listened: it was read aloud, and the person said that it is right. */
export const wasReadBack = async (tx: Tx, id: string): Promise<boolean> =>
  (await historyOf(tx, id)).some(event => event.kind === 'voice.received' && event.facts.readBack === true)

/** The contact that is promised and neither taken nor called off. */
export const openHandOver = (handOvers: readonly HandOverRow[]): HandOverRow | undefined =>
  handOvers.find(one => one.kept_on === null && one.back_on === null)

export function standsOf(
  row: VoiceRow,
  lines: readonly Pick<LineRow, 'kind' | 'how' | 'passed_on'>[],
  handOvers: readonly HandOverRow[],
): Stands {
  const read = readLines(lines.map(line => ({ kind: line.kind, how: line.how, passedOn: line.passed_on as LocalDate | null })))
  return {
    ...read,
    state: row.state,
    urgent: row.urgent,
    opened: row.opened_on !== null || read.answered,
    pausedUntil: row.paused_until as LocalDate | null,
    promisedOn: (openHandOver(handOvers)?.promised_on as LocalDate | undefined) ?? null,
    handing: handOvers.some(waits),
  }
}

/** Who is near: whoever owes something about it, was called in, or stands in for them today. Who looks at an erasing does not read it. */
async function nearOf(tx: Tx, row: Pick<VoiceRow, 'owner_id' | 'not_unit' | 'closed_to'>, all: readonly Due[]): Promise<Near> {
  const dues = all.filter(due => due.kind !== eraseDue)
  const ownerId = dues.find(due => due.ownerId)?.ownerId ?? row.owner_id
  const colleagues = await colleaguesOf(tx)
  const owner = colleagues.find(one => one.id === ownerId)
  const called = dues.flatMap(due => [due.ownerId, due.deputyId, due.leaderId].filter(id => id !== null))
  const offices = dues.flatMap(due =>
    due.office === 'sekretariat' ? colleagues.filter(one => one.roles.includes('secretary')).map(one => one.id) : [],
  )
  const standIns = owner?.away ? (await nextInLine(tx, owner.id)).deputyId : null
  return {
    invented: (await registered(tx)).demo,
    ownerId,
    ownerUnit: owner?.unitId ?? null,
    called: [...called, ...offices, ...(standIns ? [standIns] : [])],
    closedTo: await closedOf(tx, row),
  }
}

/** Everybody who has read it: staff by role and unit, when and why, never by name; a guest by what they were called when they were invited. */
export interface Seen {
  readonly at: Date
  readonly who: 'staff' | 'guest' | 'other'
  readonly guest: string | null
  readonly roles: readonly string[]
  readonly unit: string | null
  readonly reason: string | null
  readonly action: string
}
export async function seenBy(tx: Tx, { row, guests }: Pick<Voice, 'row' | 'guests'>, lang: Lang): Promise<Seen[]> {
  const colleagues = await colleaguesOf(tx, lang)
  return (await readersOf(tx, row.id)).map(({ at, actor, action, reason }) => {
    const one = colleagues.find(each => actor === `staff:${each.id}`)
    const guest = guests.find(each => actor === `subject:${each.id}`)?.name ?? null
    return {
      at,
      who: actor.startsWith('staff:') ? 'staff' : guest ? 'guest' : 'other',
      guest,
      roles: one?.roles ?? [],
      unit: one?.unit ?? null,
      reason,
      action,
    }
  })
}
