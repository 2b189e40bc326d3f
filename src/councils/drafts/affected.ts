// Who of those who sit would no longer fit under a draft, as the engine says it, and why.
import { type Charter, check, type Person, type Reason, TooMuchToSearch } from '../charters/index.ts'

/** Somebody on a seat, as the engine sees them. */
export interface Sits {
  readonly id: string
  readonly group: string
  readonly person: Person
}
interface Affected {
  readonly id: string
  readonly group: string
  /** The draft has no such seats any more. */
  readonly seatGone: boolean
  /** What the engine says of this person: broken, or not documented. */
  readonly reasons: readonly Reason[]
  /** They do not fit under the charter in force either. */
  readonly already: boolean
}
export interface AffectedBy {
  /** In the order given; only those who would not fit. */
  readonly people: readonly Affected[]
  /** What would be wrong with the council as a whole: too few, too many, a rule over several. */
  readonly whole: readonly Reason[]
}

/** A breach that concerns a person: an empty seat concerns nobody who sits, and a wish throws nobody out. */
const concerns = (reason: Reason) => reason.strength === 'must' && reason.state !== 'open'

function judged(charter: Charter, sitting: readonly Sits[]) {
  const groups = new Set(charter.groups.map(group => group.id))
  const ask = (some: readonly Sits[]) =>
    check(
      charter,
      some.map(one => one.person),
      some.map(one => ({ id: one.id, seat: one.group })),
    ).reasons
  const every = new Set(charter.rules.filter(rule => rule.kind === 'every').map(rule => rule.id))
  const personal = ({ atom }: Reason) => atom.startsWith('elig:') || every.has(atom)
  const seated = sitting.filter(one => groups.has(one.group))
  // Each alone: beside somebody who is a no, the engine would call a gap in the papers of another a no as well.
  const own = new Map(seated.map(one => [one.id, ask([one]).filter(reason => personal(reason) && concerns(reason))]))
  return {
    gone: (one: Sits) => !groups.has(one.group),
    own: (one: Sits): readonly Reason[] => own.get(one.id) ?? [],
    whole: ask(seated).filter(reason => reason.strength === 'must' && !personal(reason)),
  }
}

/** Pure. Null when it could not be worked out in the time a page may take: nothing is then claimed. */
export function affectedBy(draft: Charter, now: Charter | null, sitting: readonly Sits[]): AffectedBy | null {
  try {
    const then = judged(draft, sitting)
    const today = now && judged(now, sitting)
    const people = sitting.flatMap((one): Affected[] => {
      const [seatGone, reasons] = [then.gone(one), then.own(one)]
      if (!seatGone && reasons.length === 0) return []
      const already = today !== null && (today.gone(one) || today.own(one).length > 0)
      return [{ id: one.id, group: one.group, seatGone, reasons, already }]
    })
    return { people, whole: then.whole }
  } catch (error) {
    if (error instanceof TooMuchToSearch) return null
    throw error
  }
}
