// How the work list is parted and gathered: what is late, today, within a week and later, and in each what is alike in one place.
import { addDays, type LocalDate } from '../platform/clock.ts'
import type { Due } from './due.ts'
import type { WorkWords } from './work.ts'

/** What has so many days or fewer stands within the week. */
const daysOfAWeek = 7
/** So many things are seen at once; there is nothing to fold. */
const few = 8

/** What the parting looks at of one thing that waits. */
export interface Waits {
  readonly due: Pick<Due, 'kind' | 'rule' | 'dueOn'>
  readonly words: Pick<WorkWords, 'title' | 'next' | 'action'> | null
}
export type StretchKey = 'overdue' | 'now' | 'week' | 'later'

export interface Stretch<Row> {
  readonly key: StretchKey
  readonly count: number
  /** Whether its things stand folded in a line each: never what is late or due today, and not where little waits. */
  readonly folds: boolean
  /** Things of one deed by one rule, the earliest first; by their first date. One that nothing is like stands alone. */
  readonly alike: readonly (readonly Row[])[]
}

/** Parts what waits by its date and gathers what is alike. Every thing stands exactly once; a stretch without things is left out. */
export function stretchesOf<Row extends Waits>(rows: readonly Row[], today: LocalDate): Stretch<Row>[] {
  const soon = addDays(today, daysOfAWeek)
  const keyOf = ({ due: { dueOn } }: Row): StretchKey =>
    dueOn < today ? 'overdue' : dueOn === today ? 'now' : dueOn <= soon ? 'week' : 'later'
  return (['overdue', 'now', 'week', 'later'] as const).flatMap(key => {
    const inside = rows.filter(row => keyOf(row) === key)
    return inside.length > 0
      ? [{ key, count: inside.length, folds: rows.length > few && (key === 'week' || key === 'later'), alike: gather(inside) }]
      : []
  })
}

function gather<Row extends Waits>(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of [...rows].sort((a, b) => (a.due.dueOn < b.due.dueOn ? -1 : a.due.dueOn > b.due.dueOn ? 1 : 0))) {
    const deed = deedOf(row)
    const group = groups.get(deed)
    if (group) group.push(row)
    else groups.set(deed, [row])
  }
  return [...groups.values()]
}

/** What is to be done, and by which rule: two things for which this is the same differ in who and when only. */
export function deedOf({ due: { kind, rule }, words }: Waits): string {
  return JSON.stringify([kind, rule.id, rule.quote, rule.source, rule.force, words && [words.title, words.next, words.action]])
}
