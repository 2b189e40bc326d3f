// The life of a draft of a charter: its states, what leads from one to the next, and what an adoption must say.
import type { LocalDate } from '../../platform/clock.ts'
import type { Shortcoming } from '../../platform/refusal.ts'

export type DraftState = 'open' | 'adopted' | 'dropped'
export const draftVerbs = ['change', 'adopt', 'drop', 'follow_up'] as const
export type DraftVerb = (typeof draftVerbs)[number]

const ways: Record<DraftState, Partial<Record<DraftVerb, DraftState>>> = {
  open: { change: 'open', adopt: 'adopted', drop: 'dropped' },
  // A version in force is never changed: a correction is a new draft, which becomes a new version.
  adopted: { follow_up: 'open' },
  dropped: { follow_up: 'open' },
}

/** Where the verb leads; null when it leads nowhere. `follow_up` leads to a new draft. */
export const afterVerb = (state: DraftState, verb: DraftVerb): DraftState | null => ways[state][verb] ?? null
export const waysOn = (state: DraftState): DraftVerb[] => draftVerbs.filter(verb => afterVerb(state, verb) !== null)

export const adoptingBodies = ['municipal_council', 'both', 'council'] as const
type AdoptingBody = (typeof adoptingBodies)[number]
export interface Adoption {
  readonly body: AdoptingBody
  readonly decidedOn: LocalDate
  readonly minuteRef: string
  readonly validFrom: LocalDate
}

/** What stands in the way of writing the decision down. `before` is the latest version, if any. */
export function adoptionFaults(
  input: Adoption,
  before: { readonly version: number; readonly validFrom: LocalDate } | null,
  today: LocalDate,
): Shortcoming[] {
  const faults: Shortcoming[] = []
  const say = (field: string, da: string, en: string) => faults.push({ field, message: { da, en } })
  if (input.decidedOn > today)
    say(
      'decidedOn',
      'Dagen er ikke kommet endnu. Skriv det ind, når det er besluttet.',
      'The day has not come yet. Write it down when it has been decided.',
    )
  if (!input.minuteRef.trim()) say('minuteRef', 'Skriv, hvor beslutningen står i referatet.', 'Write where the minutes have the decision.')
  if (input.validFrom < input.decidedOn)
    say('validFrom', 'Vedtægten kan ikke gælde, før den blev besluttet.', 'The charter cannot be in force before it was decided.')
  if (before && before.validFrom <= today && input.validFrom < before.validFrom)
    say(
      'validFrom',
      `Udgave ${before.version} gælder fra ${before.validFrom}. Den nye kan ikke begynde før.`,
      `Version ${before.version} is in force from ${before.validFrom}. The new one cannot begin earlier.`,
    )
  return faults
}
