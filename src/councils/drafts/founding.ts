// A council that does not exist yet: what is asked about it, and the council it becomes when the decision is written down.
import type { ItemContent } from '../../municipalities/index.ts'
import type { LocalDate } from '../../platform/clock.ts'
import type { Shortcoming } from '../../platform/refusal.ts'

type Facts = ItemContent['council']
export const councilTypes = [
  'udsatteraad',
  'integrationCouncil',
  'seniorCitizensCouncil',
  'disabilityCouncil',
  'youthCouncil',
  'other',
] as const
type CouncilType = (typeof councilTypes)[number]

export interface Founding {
  readonly name: string
  readonly type: CouncilType
  /** In one sentence: what the council is. */
  readonly summary: string
  /** What it is to do, one sentence each. */
  readonly purposes: readonly string[]
}

/** The address of a council with this name: `Ungeråd` is `ungeraad`. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/å/g, 'aa')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')

/** Words that lead elsewhere below `/arbejdsrum/raad/`. */
const reserved = new Set(['nyt'])

/** What stands in the way of beginning it. `taken`: the addresses of councils that exist or are being prepared. */
export function foundingFaults({ name, summary, purposes }: Founding, taken: ReadonlySet<string>): Shortcoming[] {
  const faults: Shortcoming[] = []
  const say = (field: string, da: string, en: string) => faults.push({ field, message: { da, en } })
  const slug = slugOf(name)
  if (slug === '') say('name', 'Skriv rådets navn.', 'Write the name of the council.')
  else if (reserved.has(slug) || taken.has(slug))
    say(
      'name',
      'Der er et råd med det navn i forvejen. Giv det nye et andet navn.',
      'There is a council of that name. Give the new one another name.',
    )
  if (!summary.trim()) say('summary', 'Skriv med én sætning, hvad rådet er.', 'Write in one sentence what the council is.')
  if (purposes.length === 0) say('purposes', 'Skriv mindst én ting, rådet skal.', 'Write at least one thing the council is to do.')
  return faults
}

const said = (da: string) => ({ da, checked: null })
const unknown = () => ({ value: null, basis: 'unknown' as const, sources: [], note: null })

type Force = Facts['purposes'][number]['quote']['force']
const forces: readonly (readonly [Force, RegExp])[] = [
  ['optional', /(?<!\p{L})må gerne(?!\p{L})/iu],
  ['may', /(?<!\p{L})(?:kan|må(?! gerne))(?!\p{L})/iu],
  ['should', /(?<!\p{L})(?:ønsker|bør)(?!\p{L})/iu],
  ['must', /(?<!\p{L})skal(?!\p{L})/iu],
]

/** How strongly a sentence binds, by its own first word of force: never more and never less. Without any it says what the council is for. */
export function forceOf(text: string): { force: Force; verbs: string[] } {
  const found = forces.flatMap(([force, word]) => {
    const hit = word.exec(text)
    return hit ? [{ force, verb: hit[0], at: hit.index }] : []
  })
  const [first] = found.sort((a, b) => a.at - b.at)
  return first ? { force: first.force, verbs: [first.verb] } : { force: 'aim', verbs: [] }
}

/** The council as its data say it from the day it was decided: founded, and not yet looking for members. */
export function councilFrom(
  { name, type, summary, purposes }: Founding,
  slug: string,
  decided: { on: LocalDate; minuteRef: string; contact: string },
): Facts {
  const open = said('Det er ikke besluttet endnu.')
  return {
    slug,
    type,
    name: said(name),
    short: null,
    summary: said(summary),
    statutory: type === 'seniorCitizensCouncil' || type === 'disabilityCouncil',
    status: { state: 'decided', asOf: decided.on, sources: [], note: null },
    nominations: { open: false, by: 'appointment', note: null },
    purposes: purposes.map((text, at) => ({
      id: `formaal-${at + 1}`,
      quote: {
        ref: `vedtægt ${at + 1}`,
        text: said(text),
        ...forceOf(text),
        source: '',
        sentence: `vedtægt ${at + 1}`,
        note: null,
      },
    })),
    tasks: [],
    background: [],
    statements: [],
    founding: {
      body: 'municipal_council',
      decidedOn: decided.on,
      announcedOn: null,
      votes: null,
      caseRef: decided.minuteRef,
      reason: [],
      sources: [],
      note: null,
    },
    reviewAfterYears: null,
    reportsTo: { body: 'municipal_council', committee: null, sources: [], note: null },
    legalBasis: null,
    frameLaw: [],
    history: [
      { on: decided.on, event: 'decided', text: said(`Kommunalbestyrelsen besluttede rådet (${decided.minuteRef}).`), sources: [] },
    ],
    budget: [],
    factBox: {
      what: said(summary),
      who: open,
      how: open,
      deadline: { on: null, text: open },
      languages: open,
      pay: { decided: false, text: open, sources: [] },
      next: open,
      contact: decided.contact,
      sources: [],
    },
    competences: [],
    procedure: {
      term: unknown(),
      chair: unknown(),
      consulted: unknown(),
      quorum: unknown(),
      substitutes: unknown(),
      staysUntilSuccessors: unknown(),
      leavesOnMovingOut: unknown(),
      leavesWhenMandateEnds: unknown(),
      leavesAfterAbsences: unknown(),
      meetingsPerYear: unknown(),
      meetings: unknown(),
      individualCases: unknown(),
    },
    choices: [],
  } as Facts
}
