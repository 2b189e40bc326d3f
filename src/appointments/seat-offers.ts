// Which seats somebody could be put on, and which rules each of them would break.
import type { SeatPlace } from '../councils/index.ts'
import { aboutPeople } from './about-person.ts'
import type { Composed, Somebody } from './composed.ts'
import type { SeatReason } from './shown.ts'
import { judge, type Placed } from './verdict.ts'

export interface SeatOffer {
  readonly place: SeatPlace
  /** Who has the seat on this slate now. */
  readonly taken: Somebody | null
  /** The rules that would break because of this, and do not now. */
  readonly breaks: readonly SeatReason[]
  readonly extra: boolean
}
/** A seat as a form carries it. */
export const offerKey = (place: Pick<SeatPlace, 'group' | 'seat'>) => `${place.group}|${place.seat}`
/** A seat a form brought back; null when it is none. */
export function readOffer(key: string): { group: string; seat: number } | null {
  const at = key.lastIndexOf('|')
  const seat = Number(key.slice(at + 1))
  return at > 0 && Number.isInteger(seat) && seat > 0 && seat < 1_000 ? { group: key.slice(0, at), seat } : null
}

/**
 * The seats of this body that nobody holds in the council, each with what it would break, those that fit first. `beyond` offers one seat
 * more than the charter gives, for whoever writes down what was decided all the same.
 */
export function seatOffers(whole: Composed, somebody: Somebody, beyond: boolean): SeatOffer[] {
  const { charter, plan, placed, people, slate, verdict } = whole
  const mine = new Set(charter.groups.filter(group => group.appointed_by === slate.body).map(group => group.id))
  const persons = new Map([...people].map(([id, one]) => [id, one.person]))
  const now = new Set(verdict.reasons.map(reason => reason.atom))
  const before = placed.find(one => one.person === somebody.id)
  const places = plan.filter(place => mine.has(place.group))
  const extra = (beyond ? [...mine] : []).flatMap(id => {
    const last = places.filter(place => place.group === id).at(-1)
    const full = places.filter(place => place.group === id).every(place => placed.some(one => sameSeat(one, place)))
    return last && full ? [{ ...last, seat: last.seat + 1, number: last.number + 1, needed: false }] : []
  })
  return [...places.map(place => ({ place, extra: false })), ...extra.map(place => ({ place, extra: true }))].flatMap(
    ({ place, extra: more }) => {
      const held = placed.find(one => sameSeat(one, place))
      if (held?.sits || held?.person === somebody.id) return []
      const after: Placed[] = placed.filter(one => one.person !== somebody.id && one !== held)
      after.push({ person: somebody.id, group: place.group, seat: place.seat, sits: false })
      if (held && before) after.push({ ...held, group: before.group, seat: before.seat })
      const next = judge({ body: slate.body, charter, people: persons }, after)
      const breaks = next.reasons.flatMap((reason): SeatReason[] => {
        const about = aboutPeople(charter, reason, people).find(one => one.person === somebody.id) ?? null
        return !now.has(reason.atom) || about ? [{ reason, about }] : []
      })
      return [{ place, taken: held ? (people.get(held.person) ?? null) : null, breaks, extra: more }]
    },
  )
}

/** Empty seats of a kind where the same would break are one offer: the first of them. */
export function oncePerKind(offers: readonly SeatOffer[]): { readonly offer: SeatOffer; readonly numbers: readonly number[] }[] {
  const kinds: { offer: SeatOffer; numbers: number[] }[] = []
  const same = (one: SeatOffer, other: SeatOffer) =>
    !one.taken && !other.taken && !one.extra && !other.extra && one.place.group === other.place.group && breaksOf(one) === breaksOf(other)
  for (const offer of offers) {
    const known = kinds.find(kind => same(kind.offer, offer))
    if (known) known.numbers.push(offer.place.number)
    else kinds.push({ offer, numbers: [offer.place.number] })
  }
  return kinds
}
const breaksOf = ({ breaks }: SeatOffer) => breaks.map(({ reason, about }) => `${reason.atom} ${about?.state ?? reason.state}`).join()

const sameSeat = (one: { group: string; seat: number }, other: { group: string; seat: number }) =>
  one.group === other.group && one.seat === other.seat
