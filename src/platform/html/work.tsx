// Keeps the staff’s drawings of a slate: how it stands, and the one repair.
import type { ComponentChildren } from 'preact'
import { type ChairState, SeatMark } from './chair.tsx'
import { Mark } from './mark.tsx'
import { say, useLang } from './say.ts'

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
