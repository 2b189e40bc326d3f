// What is to be known about a draft before anybody adopts it: what a law demands, what cannot be kept together, what is unfinished.
import { itemOf } from '../../municipalities/index.ts'
import type { Tx } from '../../platform/db/act.ts'
import type { Said, Shortcoming } from '../../platform/refusal.ts'
import { type Charter, conflictText, type Explanation } from '../charters/index.ts'
import { againstLaws } from '../laws.ts'
import { type Draft, type Trial, trialsOf } from './store.ts'

export interface Finding {
  /** `law`: a frame law's demand. `contradiction`: no council can keep all of it. `unasked`: nobody has let the engine look yet. */
  readonly kind: 'law' | 'contradiction' | 'unasked' | 'undecided'
  readonly text: Said
  readonly source: string | null
}

/** What the laws that frame a council of this kind demand and the charter does not give. */
const lawFindings = (charter: Charter, type: string): Finding[] =>
  againstLaws(type, charter).map(breach => ({ kind: 'law', text: { da: breach.da, en: breach.en }, source: breach.source?.ref ?? null }))

const contradicts = {
  da: 'Vedtægten modsiger sig selv. Ingen kan sætte et råd efter den.',
  en: 'The charter contradicts itself. Nobody can fill a council by it.',
}

/** What the engine says of whether any council at all could keep the rules. */
function possibleFindings(charter: Charter, trial: Trial | null): Finding[] {
  if (trial === null || trial.endedHow === null || trial.endedHow === 'cancelled')
    return [
      {
        kind: 'unasked',
        text: {
          da: 'Ingen har undersøgt, om reglerne kan følges samtidig.',
          en: 'Nobody has examined whether the rules can be kept at once.',
        },
        source: null,
      },
    ]
  const answer = trial.answer as Explanation | null
  if (trial.endedHow === 'failed' || !answer || answer.undecided)
    return [
      {
        kind: 'undecided',
        text: answer?.undecided ?? {
          da: 'Det blev ikke afgjort inden for tiden, om reglerne kan følges samtidig.',
          en: 'It was not decided in time whether the rules can be kept at once.',
        },
        source: null,
      },
    ]
  if (answer.recruit?.needed !== null) return []
  return [
    {
      kind: 'contradiction',
      text: answer.contradiction.length > 0 ? conflictText(charter, answer.contradiction) : contradicts,
      source: null,
    },
  ]
}

/** Everything found about a draft as it stands. */
export async function findingsOf(tx: Tx, draft: Draft, charter: Charter): Promise<Finding[]> {
  const type = draft.founding?.type ?? (await itemOf(tx, 'council', draft.council))?.type ?? 'other'
  const asked = (await trialsOf(tx, draft.id)).find(one => one.operation === 'possible' && one.revision === draft.revision) ?? null
  return [...(charter.groups.length > 0 ? possibleFindings(charter, asked) : []), ...lawFindings(charter, type)]
}

/** What every charter in force has, since the public page reads it: seats, their names, and the sentence of each rule. */
export function unfinished(charter: Charter): Shortcoming[] {
  const faults: Shortcoming[] = []
  const say = (da: string, en: string) => faults.push({ message: { da, en } })
  if (charter.groups.length === 0) say('Der er ingen pladser endnu. Tilføj de første.', 'There are no seats yet. Add the first ones.')
  for (const group of charter.groups) {
    if (!group.name?.da) say(`Pladserne »${group.id}« har intet navn.`, `The seats “${group.id}” have no name.`)
    if (group.source && !group.source.ref)
      say(
        `Skriv, hvor sætningen om »${group.name?.da ?? group.id}« står.`,
        `Write where the sentence about “${group.name?.da ?? group.id}” stands.`,
      )
  }
  for (const rule of charter.rules) {
    const name = rule.text?.da ?? rule.id
    if (!rule.text?.da) say(`Reglen »${rule.id}« er ikke sagt med ord.`, `The rule “${rule.id}” is not said in words.`)
    if (!rule.source?.ref) say(`Skriv, hvor reglen »${name}« står.`, `Write where the rule “${name}” stands.`)
  }
  return faults
}
