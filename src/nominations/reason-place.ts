// Where the sealed reason of a final answer stands.
import type { Place } from '../platform/sealed.ts'

/** The place of a nomination's reason; it opens with the candidate's key only. */
export const reasonPlace = (candidate: string, nomination: string): Place => ({
  thing: candidate,
  table: 'nomination',
  column: 'reason_sealed',
  row: nomination,
})
