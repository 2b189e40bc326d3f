// Who is elected when votes are counted: most votes first, a lot where the last seat is shared, and who comes next in line.
import type { Said, Shortcoming } from '../platform/refusal.ts'
import { type Charter, drawIds } from './charters/index.ts'

export const electionKinds = ['binding', 'indicative'] as const
export type ElectionKind = (typeof electionKinds)[number]
/** `uncontested`: no more stand than there are seats, and all of them take one without a vote. */
export const electionOutcomes = ['held', 'uncontested', 'cancelled'] as const
export type ElectionOutcome = (typeof electionOutcomes)[number]

export interface Standing {
  readonly name: string
  /** null where nobody voted. */
  readonly votes: number | null
}
export interface Placed extends Standing {
  readonly elected: boolean
  /** Their place was decided by lot among equals. */
  readonly byLot: boolean
}

/**
 * The result in order: who has more votes stands before who has fewer; among equals the order they were written in, except where the
 * last seat is shared: there a lot from the seed decides, repeatable by anybody (`raadslag charter draw`). Pure.
 */
export function resultOf(standing: readonly Standing[], seats: number, seed: string): Placed[] {
  const ordered = standing.map((one, at) => ({ ...one, at })).sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || a.at - b.at)
  const last = ordered[seats - 1]
  const next = ordered[seats]
  if (!last || !next || (last.votes ?? 0) !== (next.votes ?? 0))
    return ordered.map(({ at: _, ...one }, place) => ({ ...one, elected: place < seats, byLot: false }))
  const equal = ordered.filter(one => (one.votes ?? 0) === (last.votes ?? 0))
  const before = ordered.filter(one => (one.votes ?? 0) > (last.votes ?? 0))
  const after = ordered.filter(one => (one.votes ?? 0) < (last.votes ?? 0))
  const drawn = drawIds(
    seed,
    equal.map(one => lotOf(one.at)),
    equal.length,
  ).winners
  const lots = drawn.map(lot => equal.find(one => lotOf(one.at) === lot)!)
  return [...before, ...lots, ...after].map(({ at, ...one }, place) => ({
    ...one,
    elected: place < seats,
    byLot: lots.some(each => each.at === at),
  }))
}

/** The lots are the lines as they were written, not the names: the draw can be repeated without telling who stood. */
const lotOf = (at: number) => String(at + 1).padStart(4, '0')

export interface ElectionFacts {
  readonly kind: ElectionKind
  readonly outcome: ElectionOutcome
  readonly group: string
  readonly seats: number
  readonly heldOn: string
  readonly seatsFrom: string | null
  readonly votesCast: number | null
  readonly body: string
  readonly reason: string | null
  readonly standing: readonly Standing[]
}

/** What stands in the way of recording it. Seats that a body appoints are never bound by a vote: integrationsloven § 42, stk. 3. */
export function electionFaults(facts: ElectionFacts, charter: Charter, today: string): Shortcoming[] {
  const faults: Shortcoming[] = []
  const say = (field: string, message: Said) => faults.push({ field, message })
  const group = charter.groups.find(one => one.id === facts.group)
  if (!group?.voting) say('group', { da: 'Vælg, hvilke pladser det gælder.', en: 'Choose which seats it is about.' })
  if (group?.voting && facts.kind === 'binding' && group.filled_by !== 'elected')
    say('kind', {
      da: 'De pladser bliver udpeget. En afstemning om dem kan kun være vejledende. Skriv den ind som vejledende.',
      en: 'Those seats are appointed. A vote about them can only be indicative. Record it as indicative.',
    })
  if (group?.voting && facts.kind === 'binding' && typeof group.max === 'number' && facts.seats > group.max)
    say('seats', { da: `Der er kun ${group.max} pladser.`, en: `There are only ${group.max} seats.` })
  if (facts.heldOn > today) say('heldOn', { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' })
  if (!facts.body.trim()) say('body', { da: 'Skriv, hvem der gjorde resultatet op.', en: 'Write who counted the result.' })
  if (facts.outcome === 'cancelled') {
    if (!facts.reason?.trim()) say('reason', { da: 'Skriv, hvorfor valget er aflyst.', en: 'Write why the election was cancelled.' })
    if (facts.standing.length > facts.seats)
      say('outcome', {
        da: 'Der stiller flere op, end der er pladser. Så skal der stemmes.',
        en: 'More stand than there are seats. Then there must be a vote.',
      })
    return faults
  }
  if (facts.kind === 'binding' && !facts.seatsFrom)
    say('seatsFrom', {
      da: 'Skriv, fra hvilken dag de valgte sidder i rådet.',
      en: 'Write from which day those elected sit in the council.',
    })
  if (facts.standing.length === 0) say('standing', { da: 'Skriv, hvem der stillede op.', en: 'Write who stood.' })
  if (facts.outcome === 'uncontested' && facts.standing.length > facts.seats)
    say('outcome', {
      da: 'Der stiller flere op, end der er pladser. Så skal der stemmes.',
      en: 'More stand than there are seats. Then there must be a vote.',
    })
  if (facts.outcome === 'held') faults.push(...countFaults(facts))
  return faults
}

function countFaults({ standing, votesCast, seats }: ElectionFacts): Shortcoming[] {
  const field = 'standing'
  const silent = standing.find(one => one.votes === null)
  if (silent)
    return [{ field, message: { da: `Skriv, hvor mange stemmer ${silent.name} fik.`, en: `Write how many votes ${silent.name} got.` } }]
  const given = standing.reduce((sum, one) => sum + one.votes!, 0)
  // One paper may carry as many votes as there are seats.
  if (votesCast !== null && given > votesCast * seats)
    return [
      {
        field: 'votesCast',
        message: {
          da: `Stemmerne giver tilsammen ${given}. Det er flere, end ${votesCast} stemmesedler kan give.`,
          en: `The votes add up to ${given}. That is more than ${votesCast} papers can give.`,
        },
      },
    ]
  return []
}

const mostStanding = 200

/** Reads "Name; votes", one a line; the last number on the line is the votes. */
export function readStanding(text: string): { standing: Standing[]; faults: Shortcoming[] } {
  const standing: Standing[] = []
  const faults: Shortcoming[] = []
  const seen = new Map<string, number>()
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (!line) continue
    const found = /^(.*?)(?:[;\t,]?\s*(\d{1,7}))?$/u.exec(line)
    const name = (found?.[1] ?? '').replace(/[;\t,:\s]+$/u, '').trim()
    const votes = found?.[2] === undefined ? null : Number(found[2])
    const say = (da: string, en: string) =>
      faults.push({ field: 'standing', message: { da: `Linje ${at + 1}: ${da}`, en: `Line ${at + 1}: ${en}` } })
    if (!name) say('navnet mangler.', 'the name is missing.')
    else if (name.length > 120) say('navnet er for langt.', 'the name is too long.')
    else if (seen.has(name)) say(`${name} står allerede på linje ${seen.get(name)}.`, `${name} stands on line ${seen.get(name)} already.`)
    else standing.push({ name, votes })
    seen.set(name, at + 1)
  }
  if (standing.length > mostStanding)
    faults.push({ field: 'standing', message: { da: `Højst ${mostStanding} navne.`, en: `At most ${mostStanding} names.` } })
  return { standing, faults }
}
