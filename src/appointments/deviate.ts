// Somebody writes why a wish is not followed. The reason is published with the decision.
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { composed, holdSlate } from './held.ts'
import { readReason } from './published-reason.ts'
import { countChange, writeDeviation } from './store.ts'

/** Why one wish is not followed. */
export interface Reason {
  readonly atom: string
  /** Empty takes the reason away. */
  readonly reason: string
}
export interface Deviate extends Reason {
  readonly slate: string
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
    [{ field: 'reason', text: input.reason }],
    [...whole.people.values()].map(one => one.name),
    input.seen,
  )
  await keepReason(tx, who, slate.id, input)
  await countChange(tx, slate.id, whole.rules.version)
}

/** Writes one reason, or takes it away. */
export async function keepReason(tx: Tx, who: Principal, slate: string, { atom, reason }: Reason): Promise<void> {
  await writeDeviation(tx, who, slate, atom, reason)
  await record(tx, who, { kind: 'slate.deviation', about: slate, facts: { atom } })
}

/** Refuses texts to be published while one may be personal and nobody has looked twice: all of them at once, since one tick is for all. */
export function refuseUnread(
  texts: readonly { readonly field: string; readonly text: string }[],
  names: readonly string[],
  seen: boolean,
): void {
  const notes = texts.flatMap(({ field, text }) => readReason(text, names).map(note => ({ ...note, field })))
  if (notes.length === 0 || (seen && !notes.some(note => note.force === 'stops'))) return
  throw new Refusal([
    ...notes.map(({ field, message }) => ({ field, message })),
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
