// The shape of councils/*.yaml: what a council is for, how it came to be, who may join, and its charter.
import { z } from 'zod'
import { charterVersion } from './schema-charter.ts'
import { cites, quote, type Register } from './schema-sources.ts'
import { day, looseDate, maybe, record, signature, slug, text } from './schema-words.ts'

const COUNCIL_TYPES = ['udsatteraad', 'integrationCouncil', 'seniorCitizensCouncil', 'disabilityCouncil', 'youthCouncil', 'other'] as const
const COUNCIL_STATES = ['decided', 'recruiting', 'in_function', 'paused', 'abolished'] as const
const COUNCIL_EVENTS = ['decided', 'announced', 'recruiting', 'constituted', 'in_function', 'changed', 'fact', 'abolished'] as const
/** Where a setting comes from: the quoted text, the law, a page of the municipality, the product's standard; `unknown` goes with a null value. */
const BASES = ['text', 'law', 'page', 'standard', 'unknown'] as const

type Setting = { value: unknown; basis: (typeof BASES)[number] }

/** The schema of a council file, against the register of sources. */
export function councilFile(register: Register) {
  const sources = cites(register)
  const said = quote(register)
  const setting = <Value extends z.ZodType>(value: Value) =>
    record({ value: value.nullable(), basis: z.enum(BASES), sources: sources.default([]), note: maybe(text) }).refine(
      (it: unknown) => ((it as Setting).value === null) === ((it as Setting).basis === 'unknown'),
      { path: ['basis'], error: 'A value of null goes with basis "unknown", and only null does.' },
    )
  const fact = { text, sources: sources.default([]) }
  return record({
    slug,
    type: z.enum(COUNCIL_TYPES),
    name: text,
    /** The short address of its call, such as `u`: printed on posters, so it is never given to another council. */
    short: maybe(
      z.string().regex(/^[a-z][0-9]?$/, { error: 'Write the short address as one letter, and a digit after it if you need more.' }),
    ),
    summary: text,
    statutory: z.boolean(),
    status: record({ state: z.enum(COUNCIL_STATES), asOf: looseDate, sources, note: maybe(text) }),
    nominations: record({ open: z.boolean(), by: z.enum(['appointment', 'election', 'both']), note: maybe(text) }),
    purposes: z.array(record({ id: slug, quote: said })).default([]),
    tasks: z.array(record(fact)).default([]),
    background: z.array(said).default([]),
    statements: z
      .array(record({ quote: said, office: maybe(slug), district: maybe(slug), figures: z.array(slug).default([]) }))
      .default([]),
    founding: maybe(
      record({
        body: maybe(z.enum(['municipal_council', 'law', 'committee'])),
        decidedOn: maybe(looseDate),
        announcedOn: maybe(day),
        votes: maybe(text),
        caseRef: maybe(z.string()),
        reason: z.array(said).default([]),
        sources,
        note: maybe(text),
      }),
    ),
    reviewAfterYears: maybe(record({ years: z.array(z.int().min(1).max(100)).min(1), quote: said })),
    reportsTo: record({
      body: z.enum(['municipal_council', 'committee', 'administration']),
      committee: maybe(slug),
      sources: sources.default([]),
      note: maybe(text),
    }),
    legalBasis: maybe(record(fact)),
    frameLaw: z
      .array(
        record({
          id: slug,
          law: text,
          section: z.string(),
          says: text,
          effect: maybe(text),
          validFrom: maybe(day),
          validTo: maybe(day),
          verified: maybe(signature),
          sources,
        }),
      )
      .default([]),
    history: z.array(record({ on: maybe(looseDate), event: z.enum(COUNCIL_EVENTS), ...fact })).default([]),
    budget: z.array(record({ kronerPerYear: z.int().min(0), asOf: looseDate, ...fact })).default([]),
    factBox: record({
      what: text,
      who: text,
      how: text,
      deadline: record({ on: maybe(day), text }),
      languages: text,
      pay: record({ decided: z.boolean(), ...fact }),
      next: text,
      contact: slug,
      sources: sources.default([]),
    }),
    competences: z.array(record({ slug, name: text, sources })).default([]),
    procedure: record({
      term: setting(record({ kind: z.enum(['electoral', 'years']), years: maybe(z.int().min(1).max(12)) })),
      chair: setting(z.enum(['elected_by_council', 'appointed', 'shared', 'none'])),
      consulted: setting(z.boolean()),
      quorum: setting(
        z.string().regex(/^(>)?\d+\/\d+$/, { error: 'Write the quorum as a fraction: "1/2" (at least half) or ">1/2" (more than half).' }),
      ),
      substitutes: setting(z.enum(['none', 'personal', 'ordered', 'per_group'])),
      staysUntilSuccessors: setting(z.boolean()),
      leavesOnMovingOut: setting(z.boolean()),
      leavesWhenMandateEnds: setting(z.boolean()),
      leavesAfterAbsences: setting(z.int().min(1)),
      meetingsPerYear: setting(z.int().min(1)),
      meetings: setting(z.enum(['closed', 'open'])),
      individualCases: setting(z.enum(['barred', 'allowed'])),
    }),
    choices: z
      .array(record({ id: slug, question: text, readings: z.array(text).min(2), choice: text, reason: text, sources: sources.default([]) }))
      .default([]),
    charters: z.array(charterVersion(register)).min(1, { error: 'A council needs at least one charter.' }),
  })
}
export type Council = z.infer<ReturnType<typeof councilFile>>
