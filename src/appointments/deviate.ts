// Somebody writes why a wish is not followed. The reason is published with the decision.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { composed, holdSlate } from './held.ts'
import { readReason } from './published-reason.ts'
import { countChange, writeDeviation } from './store.ts'

export interface Deviate {
  readonly slate: string
  readonly atom: string
  /** Empty takes the reason away. */
  readonly reason: string
  /** The writer has read the warnings and stands by the text. */
  readonly seen: boolean
}

/** Writes the reason. What may be personal comes back as a warning once; a personal number is never published. */
export async function deviate(tx: Tx, who: Principal, input: Deviate): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'change')
  const whole = await composed(tx, who, slate)
  const wish = whole.verdict.reasons.find(one => one.atom === input.atom && one.strength === 'should')
  if (!wish && !slate.deviations.has(input.atom))
    throw new Refusal({ da: 'Ønsket er fulgt nu. Der er ikke brug for en grund.', en: 'The wish is followed now. No reason is needed.' })
  refuseUnread(
    input.reason,
    [...whole.people.values()].map(one => one.name),
    input.seen,
  )
  await writeDeviation(tx, who, slate.id, input.atom, input.reason)
  await countChange(tx, slate.id, whole.rules.version)
  await record(tx, who, { kind: 'slate.deviation', about: slate.id, facts: { atom: input.atom } })
}

/** Refuses a text to be published while it may be personal and nobody has looked twice. */
export function refuseUnread(text: string, names: readonly string[], seen: boolean, field = 'reason'): void {
  const notes = readReason(text, names)
  if (notes.length === 0 || (seen && !notes.some(note => note.force === 'stops'))) return
  throw new Refusal([
    ...notes.map(note => ({ field, message: note.message })),
    ...(notes.some(note => note.force === 'stops')
      ? []
      : [
          {
            field: 'seen',
            message: {
              da: 'Er det i orden, at alle læser det? Sæt kryds, og gem igen.',
              en: 'Is it all right for everybody to read this? Tick the box and save again.',
            },
          },
        ]),
  ])
}
