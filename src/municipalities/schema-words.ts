// The words every municipality file is built of: texts, dates, quotes, sources.
import { z } from 'zod'
import { allowedHint } from './did-you-mean.ts'

/** Languages a text may be written in. Danish is the source; the others are translations of it. */
export const LANGUAGES = [
  'da',
  'en',
  'ar',
  'tr',
  'ur',
  'uk',
  'pl',
  'fa',
  'so',
  'ro',
  'de',
  'fr',
  'es',
  'bs',
  'ti',
  'vi',
  'ps',
  'ru',
  'ku',
  'kl',
  'fo',
  'is',
  'no',
  'sv',
] as const
type Language = (typeof LANGUAGES)[number]

/**
 * The force of the Danish verb a sentence carries. It is never strengthened or weakened:
 * `must` (skal), `should` (ønsker, gerne), `may` (kan), `decides` (kommer til at bestå af), `intends` (vil, tanken er),
 * `right` (helt ok at), `optional` (må gerne), `promise` (du vil blive), `claim` (somebody's opinion), `fact`, `vision`, `aim` (no verb), `example` (typisk, fx).
 */
export const FORCES = [
  'must',
  'must_where_possible',
  'should',
  'decides',
  'intends',
  'may',
  'optional',
  'right',
  'promise',
  'aim',
  'vision',
  'example',
  'claim',
  'fact',
  'question',
  'heading',
  'artefact',
] as const

/** An object that knows its keys: an unknown key is refused, one line of help per key (the reader splits the lines). */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape)
  const help = (key: string) =>
    key.includes(' ')
      ? 'This is no field: a text with a comma inside { } needs quotes around it.'
      : `"${key}" is not known here.${allowedHint(key, known)}`
  return z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? (issue.keys as string[]).map(help).join('\n') : undefined),
  })
}

/** A value that may be left out or be null; null means "not filled in". */
export const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

const matching = (pattern: RegExp, what: string) =>
  z.string().regex(pattern, { error: issue => `"${String(issue.input)}" is not ${what}.` })

/** A permanent key in addresses: lower-case letters a–z, digits and single hyphens. */
export const slug = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key: use lower-case a-z, digits and hyphens, as in "social-og-sundhed"')

const realDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
/** A day of law, YYYY-MM-DD. */
export const day = matching(/^\d{4}-\d\d-\d\d$/, 'a day written YYYY-MM-DD').refine(realDay, {
  error: 'This day is not in the calendar.',
  abort: true,
})
/** A date as exactly as it is known: YYYY, YYYY-MM or YYYY-MM-DD. Years must be quoted in YAML. */
export const looseDate = matching(/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/, 'a date: use YYYY, YYYY-MM or YYYY-MM-DD').refine(
  text => text.length < 10 || realDay(text),
  { error: 'This day is not in the calendar.' },
)
/** A moment on the municipality's own clock (Europe/Copenhagen), YYYY-MM-DDTHH:MM. */
export const localTime = matching(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, 'a local time written YYYY-MM-DDTHH:MM').refine(
  text => realDay(text.slice(0, 10)),
  { error: 'This day is not in the calendar.' },
)

/** Who looked at something and when. */
export const signature = record({ by: z.string().trim().min(1), on: day })

const words = z.string().trim().min(1, { error: 'This text is empty.' })
const translations = Object.fromEntries(LANGUAGES.filter(code => code !== 'da').map(code => [code, words.optional()])) as Record<
  Exclude<Language, 'da'>,
  z.ZodOptional<typeof words>
>
/** A text for people: a plain Danish string, or one string per language. `checked: null` means that the translations are machine drafts nobody has checked. */
export const text = z.preprocess(
  value => (typeof value === 'string' ? { da: value } : value),
  record({ da: words, ...translations, checked: maybe(signature) }),
)
export type Text = z.infer<typeof text>

/** A mail address, a telephone number as printed, a web address. */
export const email = matching(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/, 'a mail address')
export const phone = matching(/^\+?[0-9][0-9 ]{1,18}[0-9]$/, 'a telephone number: use digits and spaces')
export const url = matching(/^https?:\/\/[^\s]+$/, 'a web address starting with https://')
