// Keeps the drawing of a council around its table, and the list beside it that says the same in words.
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Lang } from '../i18n.ts'
import { Chair, type ChairState, Hatch, SeatMark } from './chair.tsx'
import { Mark } from './mark.tsx'
import { seatSpan } from './marks.tsx'
import { say, useLang } from './say.ts'
import { RING_SIZE, ringOf } from './seat-ring.ts'

export { type ChairState, SeatMark } from './chair.tsx'

export type SeatState = 'filled' | 'candidate' | 'vacant' | 'wrong' | 'undocumented'

export interface DrawnSeat {
  n: number
  /** Seats of one group stand together; between groups there is a gap. */
  group: string
  state: SeatState
  /** There is a wish about who gets this vacant seat. */
  wish?: boolean | undefined
}

/** `allowed`: may be designated, need not. */
export interface DrawnAdviser {
  state: 'filled' | 'vacant' | 'allowed'
}

export interface SeatDiagramProps {
  seats: readonly DrawnSeat[]
  advisers?: readonly DrawnAdviser[] | undefined
  filled: number
  total: number
  /** The names of the groups, for those who hear the drawing; left out, groups are not named. */
  groupNames?: Record<string, string> | undefined
  lang?: Lang | undefined
  /** Without numbers and words in the middle: for a drawing that only hints at a council. */
  small?: boolean | undefined
}

const STATES: readonly SeatState[] = ['filled', 'candidate', 'vacant', 'wrong', 'undocumented']

/** What the drawing shows, in words: every number with its state, the groups, the advisers. */
export function describeSeats(lang: Lang, props: Pick<SeatDiagramProps, 'seats' | 'advisers' | 'groupNames'>): string {
  const sentences: string[] = []
  for (const state of STATES) {
    const of = props.seats.filter(seat => seat.state === state).map(seat => seat.n)
    if (of.length) sentences.push(say(lang, 'seat.desc.state', { seats: of.length, list: seatSpan(of), state: say(lang, `seat.${state}`) }))
  }
  const wishes = props.seats.filter(seat => seat.wish).map(seat => seat.n)
  if (wishes.length)
    sentences.push(say(lang, 'seat.desc.state', { seats: wishes.length, list: seatSpan(wishes), state: say(lang, 'seat.wish') }))
  for (const [group, name] of Object.entries(props.groupNames ?? {})) {
    const of = props.seats.filter(seat => seat.group === group).map(seat => seat.n)
    if (of.length) sentences.push(say(lang, 'seat.group', { group: name, list: seatSpan(of) }))
  }
  const advisers = props.advisers?.filter(adviser => adviser.state === 'filled').length
  if (advisers !== undefined) sentences.push(say(lang, 'seat.desc.advisers', { count: advisers }))
  return sentences.join(' ')
}

const ADVISER = 23
const ADVISER_STEP = 40

/** A council from above: chairs around a table, advisers smaller and off the ring. The list beside it is the truth. */
export function SeatDiagram(props: SeatDiagramProps) {
  const { seats, advisers = [], filled, total, small } = props
  const lang = useLang(props.lang)
  const id = useId()
  const hatch = `${id}-h`
  const { places, chair, table } = ringOf(seats)
  const middle = RING_SIZE / 2
  const height = RING_SIZE + (advisers.length > 0 ? 52 : 0)
  return (
    <svg class="ring" viewBox={`0 0 ${RING_SIZE} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{say(lang, 'seat.title', { filled, total })}</title>
      <desc id={`${id}-d`}>{describeSeats(lang, props)}</desc>
      <defs>
        <Hatch id={hatch} />
      </defs>
      <circle class="table" cx={middle} cy={middle} r={Math.round(table)} />
      {!small && (
        <>
          <text x={middle} y={middle + 3} font-size="25">
            {say(lang, 'seat.centre', { filled, total })}
          </text>
          <text font-weight="400" x={middle} y={middle + 24} font-size="14.5">
            {say(lang, 'seat.centre.under')}
          </text>
        </>
      )}
      {places.map((place, index) => {
        const { n, state, wish } = seats[index]!
        return (
          <Chair
            key={n}
            state={state}
            x={place.x}
            y={place.y}
            size={small ? chair * 1.15 : chair}
            turn={place.turn}
            text={small ? undefined : String(n)}
            wish={wish && !small}
            hatch={hatch}
          />
        )
      })}
      {advisers.map((adviser, index) => (
        <Chair
          key={index}
          state={adviser.state}
          x={middle + (index - (advisers.length - 1) / 2) * ADVISER_STEP}
          y={RING_SIZE + 18}
          size={ADVISER}
          turn={180}
          text={adviser.state === 'filled' ? 'T' : undefined}
          hatch={hatch}
        />
      ))}
    </svg>
  )
}

/** The states that occur in a drawing, each with its chair and its word. */
export function SeatLegend({ states, wish }: { states: readonly ChairState[]; wish?: boolean | undefined }) {
  const lang = useLang()
  return (
    <ul class="legend">
      {[...new Set(states)].map(state => (
        <li key={state}>
          <SeatMark state={state} />
          {say(lang, `seat.${state}`)}
        </li>
      ))}
      {wish && (
        <li>
          <Mark kind="should" />
          {say(lang, 'seat.wish')}
        </li>
      )}
    </ul>
  )
}

export interface SeatRow {
  /** The number in the ring; a letter for an adviser. */
  n: number | string
  /** Several seats of a kind in one row: their numbers, said beside a chair without one. */
  span?: string | undefined
  state: ChairState
  who: ComponentChildren
  note?: ComponentChildren
  /** What is wished for a vacant seat. */
  wish?: ComponentChildren
}

/** The seats in words, with the numbers of the drawing. */
export function SeatList({ rows }: { rows: readonly SeatRow[] }) {
  const lang = useLang()
  return (
    <ol class="seats">
      {rows.map(({ n, span, state, who, note, wish }) => (
        <li key={n}>
          <SeatMark state={state} text={span ? undefined : String(n)} />
          <div>
            <span class={span ? undefined : 'sr'}>
              {typeof n === 'number' ? say(lang, 'seat.number', { n: span ?? n }) : say(lang, 'seat.adviser')}:{' '}
            </span>
            {state === 'vacant' ? <b>{who}</b> : who}
            {(state === 'wrong' || state === 'undocumented') && <span class="sr"> ({say(lang, `seat.${state}`)})</span>}
            {note && <small>{note}</small>}
            {wish && (
              <small class="wish-line">
                <Mark kind="should" /> {wish}
              </small>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
