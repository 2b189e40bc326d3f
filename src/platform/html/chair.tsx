// Keeps how one chair is drawn: its state is in the shape, and colour repeats it.
import { useId } from 'preact/hooks'

/** `allowed` may be filled but need not; the others are of a seat that has to be filled. `candidate`: somebody who said yes can take it. */
export type ChairState = 'filled' | 'candidate' | 'vacant' | 'wrong' | 'undocumented' | 'allowed'

const round = (value: number) => Math.round(value * 10) / 10

/** The pattern of a seat that is not documented; each drawing has its own, by id. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <path class="hatch" d="M0 3h6" />
    </pattern>
  )
}

interface ChairProps {
  state: ChairState
  x: number
  y: number
  /** The side of the seat. */
  size: number
  /** Degrees; 0 has its back upwards. */
  turn?: number
  /** Upright on the seat: its number, or a letter. */
  text?: string | undefined
  wish?: boolean | undefined
  /** The flag of a wrong seat stands at the corner. */
  corner?: boolean
  hatch: string
}

/** A chair seen from above, its back away from the table; number, flag and wish stay upright. */
export function Chair({ state, x, y, size, turn = 0, text, wish, corner, hatch }: ChairProps) {
  const half = size / 2
  const angle = (turn * Math.PI) / 180
  const out = (share: number): [number, number] => [x + Math.sin(angle) * size * share, y - Math.cos(angle) * size * share]
  const [wishX, wishY] = out(1.02)
  // In the ring the flag stands behind the chair, where no neighbour is; in a line of text there is room at its corner.
  const [flagX, flagY] = corner ? [x + size * 0.6, y - size * 0.66] : [wishX, wishY]
  const letters = Math.max(13, Math.min(size * 0.42, 17))
  const at = (value: number) => round(value)
  return (
    <>
      {wish && <path class="wish" d={`M${at(wishX)} ${at(wishY - 8)}l8 8-8 8-8-8z`} />}
      <g class={`chair ${state}`} transform={`translate(${at(x)} ${at(y)}) rotate(${at(turn)})`}>
        <rect
          x={at(-half)}
          y={at(-half)}
          width={at(size)}
          height={at(size)}
          rx={at(size * 0.24)}
          {...(state === 'undocumented' ? { fill: `url(#${hatch})` } : {})}
        />
        <path d={`M${at(-size * 0.52)} ${at(-size * 0.62)}Q0 ${at(-size * 0.92)} ${at(size * 0.52)} ${at(-size * 0.62)}`} />
      </g>
      {state === 'undocumented' && text && <circle class="disc" cx={at(x)} cy={at(y)} r={at(letters * 0.72)} />}
      {text && (
        <text class={`n ${state}`} x={at(x)} y={at(y + letters * 0.36)} font-size={at(letters)}>
          {text}
        </text>
      )}
      {state === 'wrong' && (
        <>
          <path class="flag" d={`M${at(flagX - 7)} ${at(flagY - 7)}h14v14h-14z`} />
          <path class="flag-sign" d={`M${at(flagX - 1)} ${at(flagY - 4.5)}h2v5h-2zm0 7h2v2h-2z`} />
        </>
      )}
    </>
  )
}

/** One chair beside a line of text; its number is the one in the ring. */
export function SeatMark({ state, text }: { state: ChairState; text?: string | undefined }) {
  const hatch = useId()
  return (
    <svg class="seat" viewBox="0 -4 38 38" aria-hidden="true">
      {state === 'undocumented' && (
        <defs>
          <Hatch id={hatch} />
        </defs>
      )}
      <Chair state={state} x={15} y={20.5} size={25} text={text} corner hatch={hatch} />
    </svg>
  )
}
