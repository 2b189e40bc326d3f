// The shape of a charter version in a council file: its validity, the names of its seat groups, and the document for the charter engine.
import { z } from 'zod'
import { cites, type Register } from './schema-sources.ts'
import { day, maybe, record, slug, text, url } from './schema-words.ts'

/** The sentence a rule comes from: word for word when it lies in a shipped text, else the page it is taken from. */
const source = record({ ref: z.string(), text: z.string().optional(), url: url.optional(), checked: z.string().optional() })
const words = z.object({ da: z.string().min(1), en: z.string().optional() }).catchall(z.string())

/**
 * The document as the charter engine reads it. Only what this room needs is looked at here (ids, names, texts, sources);
 * everything else is passed on untouched and judged by the engine itself.
 */
const charterDocument = z.looseObject({
  id: slug,
  groups: z.array(z.looseObject({ id: z.string(), name: words, text: words.optional(), source: source.optional() })).min(1),
  rules: z
    .array(
      z.looseObject({
        id: z.string(),
        kind: z.string(),
        strength: z.enum(['must', 'should', 'hint']).default('must'),
        text: words,
        source,
      }),
    )
    .default([]),
  /** Plain words for the values rules ask about: `ties=school_board`. */
  labels: z.record(z.string(), words).optional(),
})

/** The schema of one charter version, against the register of sources. */
export function charterVersion(register: Register) {
  const sources = cites(register)
  return record({
    version: z.int().min(1),
    validFrom: day,
    validTo: maybe(day),
    adopted: record({
      body: maybe(z.enum(['municipal_council', 'council', 'both'])),
      on: maybe(day),
      caseRef: maybe(z.string()),
      sources,
      note: maybe(text),
    }),
    document: charterDocument,
  })
}

/** Judges a charter document; the engine of the councils' room fits this shape. Empty when the document is sound. */
export type CharterCheck = (document: unknown) => readonly { path: readonly (string | number)[]; message: string }[]
