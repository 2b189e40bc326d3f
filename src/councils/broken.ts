// Which rules empty seats break. Looks at numbers only, so the public may read it: it tells nothing of who sits there.
import { type Charter, check, type Reason } from './charters/index.ts'
import type { Taken } from './seat-plan.ts'

/** The broken rules of size: too few or too many in a group or in all. Qualifications are never looked at. */
export function brokenBySize(charter: Charter, taken: readonly Taken[]): Reason[] {
  const groups = new Set(charter.groups.map(group => group.id))
  const sitting = taken.filter(one => groups.has(one.group))
  const people = sitting.map((_, at) => ({ id: String(at) }))
  const verdict = check(
    sizesOnly(charter),
    people,
    sitting.map((one, at) => ({ id: String(at), seat: one.group })),
  )
  return verdict.reasons
}

const sizes = new WeakMap<Charter, Charter>()

/** The charter with nothing but its numbers left. */
function sizesOnly(charter: Charter): Charter {
  const known = sizes.get(charter)
  if (known) return known
  const made: Charter = {
    ...charter,
    groups: charter.groups.map(({ eligible: _, ...group }) => group),
    rules: charter.rules.filter(rule => rule.kind === 'total'),
  }
  sizes.set(charter, made)
  return made
}
