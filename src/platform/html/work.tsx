// Keeps the staff's drawings: what waits, how a slate stands, and the one repair.
import type { ComponentChildren } from 'preact'
import { type ChairState, SeatMark } from './chair.tsx'
import { Mark, type MarkKind } from './mark.tsx'
import { Quote } from './marks.tsx'
import { say, useLang } from './say.ts'

/** The rule something is due by: a must, a wish, a promise we gave, or a deadline. */
interface DueRule {
  kind: 'must' | 'should' | 'promise' | 'deadline'
  /** The sentence it comes from, when there is one. */
  quote?: ComponentChildren
  /** What it means here and now. */
  text?: ComponentChildren
}

export interface WorkItemProps {
  /** When, in large: "2 dage over", "Kl. 15", "Onsdag"; and the whole date under it. */
  when: { big: ComponentChildren; small?: ComponentChildren }
  title: ComponentChildren
  about?: ComponentChildren
  rule?: DueRule | undefined
  /** What to do, and the link or button that does it. */
  next?: ComponentChildren
  action?: ComponentChildren
  /** The first thing of the day gets the line of the accent. */
  first?: boolean | undefined
}

const DUE_MARKS: Record<DueRule['kind'], MarkKind> = { must: 'open', should: 'should', promise: 'open', deadline: 'deadline' }

/** One thing that waits: when, what and by which rule, and what to do. */
export function WorkItem({ when, title, about, rule, next, action, first }: WorkItemProps) {
  const lang = useLang()
  return (
    <li>
      <p class="when">
        <b>{when.big}</b>
        {when.small && <span class="soft">{when.small}</span>}
      </p>
      <div>
        <h3>{title}</h3>
        {about && <p>{about}</p>}
        {rule && (
          <p class={`by-rule ${rule.kind === 'promise' ? 'must' : rule.kind}`}>
            <Mark kind={DUE_MARKS[rule.kind]} /> <b>{say(lang, `force.${rule.kind}`)}</b>{' '}
            {rule.quote && (
              <>
                <Quote>{rule.quote}</Quote>{' '}
              </>
            )}
            {rule.text}
          </p>
        )}
      </div>
      <div class={first ? 'do first' : 'do'}>
        {next && <p>{next}</p>}
        {action}
      </div>
    </li>
  )
}

/** A stretch of the work list ("Over tiden", "I dag"); its items are `WorkItem`s. */
export function WorkGroup({ title, overdue, children }: { title: string; overdue?: boolean | undefined; children: ComponentChildren }) {
  return (
    <section class={overdue ? 'work overdue' : 'work'}>
      <h2>
        {overdue && <Mark kind="broken" />}
        {title}
      </h2>
      <ol>{children}</ol>
    </section>
  )
}

/** One count of the verdict: "1 krav brudt". */
export interface TallyItem {
  kind: 'broken' | 'open' | 'should' | 'hint' | 'undocumented'
  count: number
  words: string
}

/** The verdict in one line: how many of each, with the signs of the rules below. */
export function Tally({ items }: { items: readonly TallyItem[] }) {
  return (
    <ul class="tally">
      {items.map(({ kind, count, words }) => (
        <li key={kind} class={kind}>
          <Mark kind={kind} />
          <span>
            <b>{count}</b> {words}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The one step that helps most, with its button. */
export function Repair({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="repair">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Candidates on one side, the seats on the other (4 to 8). */
export function Slate({ side, children }: { side: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="slate">
      <div>{side}</div>
      <div>{children}</div>
    </div>
  )
}

export interface PlaceRow {
  n: number | string
  /** Several empty seats of a kind in one row: their numbers, beside a chair without one. */
  span?: string | undefined
  state: ChairState
  who: ComponentChildren
  note?: ComponentChildren
  /** Buttons and links of this seat. */
  actions?: ComponentChildren
  /** The rules of this seat alone, as `RuleLine`s; a rule of several seats is a `RuleLine` around the whole list. */
  rules?: ComponentChildren
}

/** The seats of a group; each row has its chair, who sits there, and the rules of that seat. */
export function Places({ rows }: { rows: readonly PlaceRow[] }) {
  const lang = useLang()
  return (
    <ol class="places">
      {rows.map(({ n, span, state, who, note, actions, rules }) => (
        <li key={n}>
          <SeatMark state={state} text={span ? undefined : String(n)} />
          <div>
            <h3>
              <span class={span ? undefined : 'sr'}>
                {typeof n === 'number' ? say(lang, 'seat.number', { n: span ?? n }) : say(lang, 'seat.adviser')}:{' '}
              </span>
              {who}
            </h3>
            {note && <p class="soft">{note}</p>}
            {actions}
          </div>
          {rules && <div class="rules">{rules}</div>}
        </li>
      ))}
    </ol>
  )
}
