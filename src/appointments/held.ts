// Finds a slate for somebody who wants to change it, and holds it until they are done.
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { Conflict, NotAllowed, NotFound } from '../platform/refusal.ts'
import { mayCompose } from './access.ts'
import { type Composed, compose } from './composed.ts'
import { findSlate, type Slate } from './read-slate.ts'
import { afterVerb, type SlateVerb } from './slate.ts'

/** The slate, held against everybody else until the transaction ends. Refuses when the verb leads nowhere from its state. */
export async function holdSlate(
  tx: Tx,
  who: Principal,
  id: string,
  verb: SlateVerb,
  may: (who: Principal, slate: Slate) => boolean = composes,
): Promise<Slate> {
  const slate = await findSlate(tx, id, true)
  if (!slate) throw new NotFound()
  if (!may(who, slate)) throw new NotAllowed()
  if (afterVerb(slate.state, verb) === null) throw new Conflict(past[slate.state])
  return slate
}
const composes = (who: Principal, slate: Slate) => mayCompose(who, slate.body)

const past = {
  open: {
    da: 'Forslaget er taget tilbage i mellemtiden. Se på det igen.',
    en: 'The proposal has been taken back meanwhile. Look at it again.',
  },
  proposed: {
    da: 'Forslaget er sendt i mellemtiden. Tag det tilbage, før du ændrer det.',
    en: 'The proposal has been sent meanwhile. Take it back before you change it.',
  },
  decided: {
    da: 'Beslutningen er allerede skrevet ind. Lav et nyt forslag til det, der mangler.',
    en: 'The decision is recorded already. Make a new proposal for what is missing.',
  },
  closed: { da: 'Forslaget er lukket. Lav et nyt.', en: 'The proposal is closed. Make a new one.' },
} as const

/** The slate with its ground; refuses when its council or rules are gone. */
export async function composed(tx: Tx, who: Principal, slate: Slate): Promise<Composed> {
  const whole = await compose(tx, who, slate)
  if (!whole) throw new NotFound()
  return whole
}

/** Refuses when the slate was changed since the page was shown. */
export function refuseChanged(slate: Slate, seen: number): void {
  if (slate.revision !== seen)
    throw new Conflict({
      da: 'Forslaget er ændret, siden du åbnede siden. Se på pladserne igen, før du går videre.',
      en: 'The proposal has changed since you opened the page. Look at the seats again before you go on.',
    })
}
