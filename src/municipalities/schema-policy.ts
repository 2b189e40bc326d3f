// The shape of policies/*.yaml: policy, vision, message, goals and commitments, each with its mandate.
import { z } from 'zod'
import { cites, quote, type Register, resolve } from './schema-sources.ts'
import { day, looseDate, maybe, record, slug, text } from './schema-words.ts'

const MANDATES = ['proposed_by_party', 'adopted', 'administrative_practice', 'lapsed'] as const

/** The schema of a policy file, against the register of sources. */
export function policyFile(register: Register) {
  const sources = cites(register)
  const said = quote(register)
  /** Who stands behind the words. Only `adopted`, with a date and a decision, is the municipality's own policy. */
  const mandate = record({
    state: z.enum(MANDATES),
    by: text,
    on: maybe(day),
    decision: maybe(z.string()),
    sources,
    note: maybe(text),
  }).refine(it => it.state !== 'adopted' || (it.on !== null && it.decision !== null), {
    error: 'An adopted mandate needs "on" (the date) and "decision" (the case or minute).',
  })
  const commitment = record({
    slug,
    ref: z.string(),
    text: z.string(),
    /** Parts that can stand differently: each keeps its own force. */
    parts: z.array(said).default([]),
    examples: maybe(record({ quote: said, items: z.array(record({ slug, name: text })).min(1) })),
    /** `binary` is kept or not kept; `level` needs a defined target; `ongoing` is kept up year after year. */
    kind: z.enum(['binary', 'level', 'ongoing']),
    plain: text,
    note: maybe(text),
    councils: z.array(slug).default([]),
    target: maybe(text),
    mandate: maybe(mandate),
    history: z.array(record({ from: looseDate, to: maybe(looseDate), state: z.string(), text, sources })).default([]),
    unknown: z.array(text).default([]),
  }).transform(({ text: words, ...rest }, context) => ({
    ...rest,
    quote: resolve(register, { ref: rest.ref, text: words, note: null }, context),
  }))
  return record({
    slug,
    name: text,
    heading: said,
    summary: text,
    source: slug,
    owner: record({ committee: maybe(slug), contact: slug, sources: sources.default([]), note: maybe(text) }),
    mandate,
    vision: record({ quote: said, parts: z.array(said).default([]), repeated: z.array(said).default([]) }),
    message: record({ quote: said, parts: z.array(said).default([]), repeated: z.array(said).default([]) }),
    readAll: maybe(said),
    goals: z.array(record({ slug, label: text, quote: said, commitments: z.array(commitment).min(1) })).min(1),
  })
}
export type Policy = z.infer<ReturnType<typeof policyFile>>
