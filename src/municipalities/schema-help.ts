// The shape of help/*.yaml: the numbers to call when help is needed now.
import { z } from 'zod'
import { cites, type Register } from './schema-sources.ts'
import { looseDate, maybe, phone, record, signature, slug, text } from './schema-words.ts'

/** The schema of a help file. A number is shown when it is 112 or an operator has confirmed it; a number that is null is missing and says so. */
export function helpFile(register: Register) {
  const number = record({
    slug,
    kind: z.enum(['emergency', 'municipal_duty', 'child_concern', 'national_line', 'local']),
    name: text,
    helpsWith: text,
    phone: maybe(phone),
    hours: maybe(text),
    asOf: maybe(looseDate),
    sources: cites(register).default([]),
    confirmed: maybe(signature),
    note: maybe(text),
  })
    .refine(it => it.kind !== 'emergency' || it.phone === '112', {
      path: ['phone'],
      error: 'An emergency number ships as 112 only; use kind: local for others.',
    })
    .refine(it => it.kind !== 'national_line' || it.phone === null || (it.asOf !== null && it.sources.length > 0), {
      path: ['asOf'],
      error: 'A national line needs "asOf" (when the number was seen) and "sources".',
    })
    .transform(it => ({
      ...it,
      missing: it.phone === null,
      shown: it.phone !== null && (it.kind === 'emergency' || it.confirmed !== null),
    }))
  return record({ numbers: z.array(number).default([]) })
}
export type HelpNumber = z.infer<ReturnType<typeof helpFile>>['numbers'][number]
