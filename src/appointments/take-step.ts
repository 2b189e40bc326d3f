// Somebody takes the step the page recommends: one or two changes at once.
import type { Tx } from '../platform/db/act.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { holdSlate, refuseChanged } from './held.ts'
import type { Change } from './next-step.ts'
import { place, takeOff } from './place.ts'

/** Makes the changes in their order; nothing is changed when the slate is no longer the one the step was made for. */
export async function takeStep(
  tx: Tx,
  who: Principal,
  input: { readonly slate: string; readonly revision: number; readonly changes: readonly Change[] },
): Promise<void> {
  refuseChanged(await holdSlate(tx, who, input.slate, 'change'), input.revision)
  for (const { person, to } of input.changes) {
    if (to) await place(tx, who, { slate: input.slate, person, ...to })
    else await takeOff(tx, who, { slate: input.slate, person })
  }
}

const apart = '|'
/** A change as a form carries it. */
export const writtenChange = ({ person, to }: Change): string => [person, to?.group ?? '', to?.seat ?? ''].join(apart)
/** A change a form brought back; null when it is none. */
export function readChange(text: string): Change | null {
  const [person, group, seat] = text.split(apart)
  if (!isId(person)) return null
  if (!group) return { person, to: null }
  const number = Number(seat)
  return Number.isInteger(number) && number > 0 && number < 1_000 ? { person, to: { group, seat: number } } : null
}
