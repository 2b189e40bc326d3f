// Keeps where each chair stands around the table.

/** One chair of a ring: its centre, and how far it is turned (degrees, 0 is at the top, clockwise). */
interface Place {
  n: number
  x: number
  y: number
  turn: number
}

export interface Ring {
  places: Place[]
  /** The side of a chair. */
  chair: number
  /** The radius of the table. */
  table: number
}

/** The drawing is this wide and high; the table stands in the middle. */
export const RING_SIZE = 360

const MIDDLE = RING_SIZE / 2
const LARGEST = 40
/** How much of a chair's place stays open between two groups. */
const GAP = 0.7
/** Chair and the air beside it. */
const AIR = 1.3
/** From the middle to the outermost of a chair, its back and the sign of a wish. */
const REACH = 172

/** How far outside the centre of a chair its back and the sign of a wish reach, as shares of the chair. */
const OUTSIDE = 1.15

/**
 * Places chairs evenly around a table, with a gap where one group ends and the next begins.
 * The first chair of a council without groups is at the top; with groups the gaps are symmetrical around the top.
 * Works for 1 to about 30 chairs; above that they become too small to number.
 */
export function ringOf(seats: readonly { n: number; group: string }[]): Ring {
  const count = seats.length
  if (count === 0) return { places: [], chair: LARGEST, table: 90 }
  const breaks = seats.map((seat, index) => seat.group !== seats[(index + 1) % count]!.group)
  const gaps = breaks.filter(Boolean).length
  const steps = count + gaps * GAP
  const chair = Math.min(LARGEST, (2 * Math.PI * REACH) / (steps * AIR + 2 * Math.PI * OUTSIDE))
  const radius = REACH - chair * OUTSIDE
  const step = 360 / steps
  // With groups the drawing starts half a gap after the top, so that the last gap lies over the first chair.
  let turn = gaps > 0 ? step * (0.5 + GAP / 2) : 0
  const places = seats.map(({ n }, index) => {
    const angle = (turn * Math.PI) / 180
    const place = { n, x: MIDDLE + radius * Math.sin(angle), y: MIDDLE - radius * Math.cos(angle), turn }
    turn += step * (breaks[index] ? 1 + GAP : 1)
    return place
  })
  return { places, chair, table: Math.max(40, radius - chair * 0.5 - Math.max(10, chair * 0.35)) }
}
