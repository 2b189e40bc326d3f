// Reads a reason before it is published: it may tell why a rule is not followed, never anything about a person.
import type { Said } from '../platform/refusal.ts'
import { findPersonal } from '../platform/text/personal.ts'
import { checkWording } from '../platform/text/wording.ts'

/** So many signs a reason may have, whoever reads it. */
export const longestReason = 1_000

export interface ReasonNote {
  /** `stops`: cannot be published. `warns`: a human reads it once more and decides. */
  readonly force: 'stops' | 'warns'
  readonly found: string
  readonly message: Said
}

// Words of illness, addiction, housing, family, origin, faith, crime and money: what a reason has no need of.
const circumstances =
  /(?<![\p{L}\p{N}])(?:syg\p{L}*|sygdom\p{L}*|diagnos\p{L}*|handicap\p{L}*|psykisk\p{L}*|depress\p{L}*|indlagt|behandling\p{L}*|alkohol\p{L}*|stof(?:fer|brug\p{L}*|misbrug\p{L}*)|misbrug\p{L}*|afhængig\p{L}*|hjemløs\p{L}*|prostitu\p{L}*|vold\p{L}*|skilt|skilsmisse\p{L}*|gravid\p{L}*|kontanthjælp\p{L}*|gæld\p{L}*|straffe\p{L}*|dømt|fængsel\p{L}*|flygtning|asyl\p{L}*|muslim\p{L}*|jød\p{L}*|kristen|religi\p{L}*|homoseksuel\p{L}*|død\p{L}*|alder\p{L}*)(?![\p{L}\p{N}])/giu

/** Everything in a reason that may be personal. Names are those of the people on the slate. */
export function readReason(text: string, names: readonly string[] = []): ReasonNote[] {
  const notes: ReasonNote[] = findPersonal(text).map(({ kind, found }) => ({
    force: kind === 'cpr' ? 'stops' : 'warns',
    found,
    message: {
      da: `»${found}« ligner ${kind === 'cpr' ? 'et CPR-nummer' : kind === 'email' ? 'en e-mailadresse' : 'et telefonnummer'}. Grunden bliver offentlig. Slet det.`,
      en: `“${found}” looks like ${kind === 'cpr' ? 'a personal number' : kind === 'email' ? 'an e-mail address' : 'a telephone number'}. The reason becomes public. Delete it.`,
    },
  }))
  for (const name of names)
    if (name.trim() && text.toLocaleLowerCase('da').includes(name.toLocaleLowerCase('da')))
      notes.push(warning(name, 'Grunden nævner en person.', 'The reason names a person.'))
  for (const [found] of text.matchAll(circumstances))
    notes.push(warning(found, 'Ordet kan fortælle noget personligt.', 'The word may tell something personal.'))
  for (const note of checkWording(text))
    if (note.strength === 'should') notes.push({ force: 'warns', found: note.found, message: note.message })
  return notes
}

const warning = (found: string, da: string, en: string): ReasonNote => ({
  force: 'warns',
  found,
  message: {
    da: `»${found}«: ${da} Skriv kun, hvorfor reglen ikke er fulgt.`,
    en: `“${found}”: ${en} Write only why the rule is not followed.`,
  },
})
