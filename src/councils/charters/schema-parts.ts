// Small shared pieces of the charter schema: ids, amounts, words in several languages, quoted sources.
import { z } from 'zod'

/** No council, quota or term in a charter is larger than this. */
export const largest = 1_000_000

export const id = z
  .union([z.string().min(1), z.int()])
  .transform(String)
  .refine(text => text.trim() === text && !/[\p{Cc}]/u.test(text), 'an id must not begin or end with a space or hold control characters')

export const amount = z.int('must be a whole number').min(0, 'must not be negative').max(largest, `must not be larger than ${largest}`)
export const value = z.union([z.string(), z.number(), z.boolean()])

/** A text in one or several languages; a bare string is Danish. */
export const words = z.union([
  z.string().transform((da): Record<string, string> => ({ da })),
  // `{da: alle, der har meldt sig}` is two entries to YAML: the second has no text.
  z.record(z.string(), z.string('must be a text; one with a comma in it needs quotation marks')),
])

/** Where a rule comes from: the sentence, and where it stands. A bare string is the sentence. */
export const source = z.union([
  z.string().transform((text): Source => ({ text })),
  z.strictObject({ text: z.string().optional(), ref: z.string().optional(), url: z.string().optional(), checked: z.string().optional() }),
])

export type Words = Record<string, string>
export type Source = { text?: string | undefined; ref?: string | undefined; url?: string | undefined; checked?: string | undefined }
