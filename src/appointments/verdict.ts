// What the charter says of a slate: who sits where with it, which rules break, and what that means for proposing and deciding.

import { type Charter, checkFor, meaningOf, type Person, type Reason } from '../councils/charters/index.ts'
import type { SeatPlace } from '../councils/index.ts'

/** Somebody on a seat: put there by the slate, or sitting there already and going on. */
export interface Placed {
  readonly person: string
  readonly group: string
  readonly seat: number
  readonly sits: boolean
}
export interface Ground {
  readonly body: string
  readonly charter: Charter
  /** What the charter asks about everybody who may be on a seat. */
  readonly people: ReadonlyMap<string, Person>
}

/** The verdict as it is stored: reasons with the ids of people, never their names. */
export interface StoredVerdict {
  readonly ok: boolean
  readonly reasons: readonly Reason[]
  /** Atoms that stop a proposal. */
  readonly stops: readonly string[]
  /** Atoms of `must` that later filling mends: not yet constituted. */
  readonly open: readonly string[]
  /** Broken wishes; each needs a published reason. */
  readonly wishes: readonly string[]
  readonly hints: readonly string[]
}

/**
 * Judges the council as it would sit: those who go on, and those the slate adds. Only what this slate brings about can stop it:
 * a breach that was there before, about others, never stands in the way of one replacement.
 */
export function judge({ body, charter, people }: Ground, placed: readonly Placed[]): StoredVerdict {
  const now = verdictOf(body, charter, people, placed)
  const before = verdictOf(
    body,
    charter,
    people,
    placed.filter(one => one.sits),
  )
  const added = new Set(placed.filter(one => !one.sits).map(one => one.person))
  const old = new Set(before.filter(reason => beyond(reason)).map(reason => reason.atom))
  const stops = now.filter(reason => beyond(reason) && (!old.has(reason.atom) || reason.people.some(id => added.has(id))))
  const atoms = (keep: (reason: Reason) => boolean) => now.filter(keep).map(reason => reason.atom)
  return {
    ok: now.every(reason => reason.strength !== 'must'),
    reasons: now,
    stops: stops.map(reason => reason.atom),
    open: atoms(reason => reason.strength === 'must' && reason.state === 'open'),
    wishes: atoms(reason => reason.strength === 'should'),
    hints: atoms(reason => reason.strength === 'hint'),
  }
}

/** A `must` that no later filling mends: broken, or not documented. */
const beyond = (reason: Reason) => reason.strength === 'must' && reason.state !== 'open'

function verdictOf(body: string, charter: Charter, people: Ground['people'], placed: readonly Placed[]): Reason[] {
  const known = placed.map(one => people.get(one.person) ?? { id: one.person })
  const groups = new Set(charter.groups.map(group => group.id))
  const slate = placed.filter(one => groups.has(one.group)).map(one => ({ id: one.person, seat: one.group }))
  return checkFor(body, charter, known, slate).reasons
}

/** The broken wishes that have no reason yet. */
export const unexplained = (verdict: StoredVerdict, deviations: ReadonlyMap<string, string>): string[] =>
  verdict.wishes.filter(atom => !deviations.get(atom)?.trim())

/** A reason in words without the quote, which stands by itself: the rule as the charter says it, and how it is now. */
export function sentenceOf(charter: Charter, reason: Reason, lang: 'da' | 'en'): string {
  const quoted = reason.source?.text
  const text = quoted ? reason[lang].replace(lang === 'da' ? ` Der står: »${quoted}«` : ` The text says: “${quoted}”`, '') : reason[lang]
  const rule = charter.rules.find(one => one.id === reason.atom || reason.atom.startsWith(`${one.id}[`))
  if (!rule) return text
  const meaning = meaningOf(charter, rule, lang)
  const now = text.startsWith(meaning) ? text.slice(meaning.length).trim() : null
  if (now === null) return text
  const own = rule.text?.[lang] ?? rule.text?.da
  return own ? `${capital(own)}. ${reason.strength === 'hint' ? '' : now}`.trim() : text
}
const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('da')}${text.slice(1)}`.replace(/[.]$/, '')

/** What a reason is to the eye: the force of the rule and how it stands. */
export function standing(reason: Reason): {
  force: 'must' | 'should' | 'hint'
  state: 'broken' | 'open' | 'departed' | 'undocumented' | 'stated'
} {
  if (reason.state === 'undocumented') return { force: reason.strength, state: 'undocumented' }
  if (reason.strength === 'must') return { force: 'must', state: reason.state === 'open' ? 'open' : 'broken' }
  return reason.strength === 'should' ? { force: 'should', state: 'departed' } : { force: 'hint', state: 'stated' }
}

/** The seats a reason is shown beside: those of the people it is about (`personal`), else every seat of its group. */
export function seatsOfReason(
  reason: Reason,
  plan: readonly SeatPlace[],
  placed: readonly Placed[],
  personal: boolean,
): { own: SeatPlace[]; group: string | null } {
  const at = (one: Placed) => plan.find(place => place.group === one.group && place.seat === one.seat)
  const about = placed.filter(
    one => reason.people.includes(one.person) && (reason.groups.length === 0 || reason.groups.includes(one.group)),
  )
  const few = about.length > 0 && (personal || reason.atom === 'unique' || reason.strength === 'hint')
  if (few) return { own: about.flatMap(one => at(one) ?? []), group: null }
  return { own: [], group: reason.groups.length === 1 ? reason.groups[0]! : null }
}
