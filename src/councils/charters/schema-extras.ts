// What a charter says beside groups and rules: terms, quorum, chair, substitutes, consultation, meetings. Data for other rooms; the engine does not judge it.
import { z } from 'zod'
import { amount, source, words } from './schema-parts.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-01-31')
const part = z.union([z.tuple([amount, amount.min(1)]), z.string().regex(/^\d+\/[1-9]\d*$/, 'must be a fraction like "1/2"')])
const said = { text: words.optional(), source: source.optional(), note: words.optional() }

export const legalBasis = z.strictObject({
  law: z.string().min(1),
  section: z.string().optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  sourceUrl: z.string().optional(),
  checked: z.string().optional(),
  ...said,
})

export const term = z.strictObject({
  kind: z.enum(['electoral', 'years', 'until_replaced', 'mandate', 'dates']),
  years: z.number().positive().max(50).optional(),
  from: day.optional(),
  to: day.optional(),
  /** Not all seats end at once: `part` of them every `every_years`. */
  staggered: z.strictObject({ part, every_years: z.number().positive().max(50) }).optional(),
  max_terms: amount.optional(),
  reappointment: z.boolean().optional(),
  stays_until_successor: z.boolean().optional(),
  ...said,
})

export const quorum = z.strictObject({
  /** Members that must be present: a fraction of the voting seats, or a number. `more_than`: strictly more than `part`. */
  part: part.optional(),
  more_than: z.boolean().optional(),
  members: amount.optional(),
  of: z.enum(['seats', 'members']).optional(),
  groups: z.array(z.string()).optional(),
  ...said,
})

export const office = z.strictObject({
  /** Who chooses; `none`: the council has no such office. */
  elected_by: z.string().min(1),
  number: amount.optional(),
  from: z.array(z.string()).optional(),
  term: term.optional(),
  ...said,
})

export const substitutes = z.strictObject({
  kind: z.enum(['none', 'personal', 'ordered', 'group']),
  /** The groups whose members these substitutes stand in for. */
  for: z.array(z.string()).optional(),
  min: amount.optional(),
  max: amount.optional(),
  called_in: z.enum(['absence', 'vacancy', 'both']).optional(),
  ...said,
})

export const seatLoss = z.strictObject({
  moving_out: z.boolean().optional(),
  absences: amount.optional(),
  in_a_row: z.boolean().optional(),
  mandate_ends: z.boolean().optional(),
  leaves_organisation: z.boolean().optional(),
  employment: z.boolean().optional(),
  ...said,
})

export const consultation = z.strictObject({
  /** What the council must be asked about. */
  right: z.enum(['all', 'significant', 'targeted', 'agreed', 'none']),
  min_days: amount.optional(),
  before: z.string().optional(),
  ...said,
})

export const meetings = z.strictObject({
  per_year: amount.optional(),
  extra: z.strictObject({ chair: z.boolean().optional(), members: amount.optional(), part: part.optional() }).optional(),
  agenda_days: amount.optional(),
  items_days: amount.optional(),
  minutes_days: amount.optional(),
  visibility: z.enum(['closed', 'open', 'by_item']).optional(),
  decisions: z.enum(['consensus', 'majority', 'two_thirds']).optional(),
  dissent_minuted: z.boolean().optional(),
  /** Who lets an item on the agenda after its day, and how many must be present. */
  late_items: z.strictObject({ by: z.enum(['majority', 'all', 'chair', 'nobody']), min_present: amount.optional() }).optional(),
  /** What happens each year: a meeting with a committee, a statement, and by which quarter. */
  yearly: z
    .array(
      z.strictObject({
        what: z.enum(['dialogue', 'statement', 'report']),
        with: z.string().optional(),
        by_quarter: amount.min(1).max(4).optional(),
        ...said,
      }),
    )
    .optional(),
  ...said,
})
