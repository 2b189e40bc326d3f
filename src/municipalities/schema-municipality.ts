// The shape of municipality.yaml: who the municipality is, whom to reach, what it promises, and for how long things are kept.
import { z } from 'zod'
import { contrastOnWhite } from './contrast.ts'
import { cites, quote, type Register } from './schema-sources.ts'
import { day, email, LANGUAGES, looseDate, maybe, phone, record, signature, slug, text, url } from './schema-words.ts'

/** What can expire. `preserve` follows the archive law; the rest is erased with a warning. */
export const RETENTION_CLASSES = [
  'nomination_open',
  'candidate_not_appointed',
  'candidate_reserve',
  'suggestion_unanswered',
  'suggestion_declined',
  'former_member_public',
  'seating',
  'decision',
  'charter',
  'letter_raw',
  'letter_sent',
  'letter_unclaimed',
  'access_log',
  'session',
  'file',
  'voice',
  'voice_relative',
  'voice_behalf',
  'voice_foster',
  'voice_staff',
  'voice_young',
  'theme',
  'practice_note',
  'practice_note_read',
] as const

/** Promises with a clock: days are working days unless the name says otherwise. */
const PROMISES = [
  'contact_nomination',
  'final_answer_after_decision',
  'suggestion_remind_days',
  'suggestion_expire_days',
  'personal_link_days',
  'residence_recheck_months',
  'answer_voice',
  'answer_foster_voice',
  'urgent_voice_minutes',
] as const

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write the time as HH:MM.' })
/** Opening hours; weekdays not listed are closed. */
const hours = z.array(record({ days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1), from: clock, to: clock }))

const accent = z.string().superRefine((colour, context) => {
  if (!/^#[0-9a-f]{6}$/i.test(colour))
    return context.addIssue({ code: 'custom', message: `"${colour}" is not a colour: write # and six hexadecimal digits.` })
  const contrast = contrastOnWhite(colour)
  if (contrast < 7)
    context.addIssue({
      code: 'custom',
      message: `The contrast of ${colour} on white is ${contrast.toFixed(1)}:1; at least 7:1 is needed. Choose a darker colour.`,
    })
})

const brings = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])).default({})

const authority = record({ state: z.enum(['unconfirmed', 'confirmed']), by: maybe(z.string()), on: maybe(day), note: maybe(text) }).refine(
  it => it.state === 'unconfirmed' || (it.by !== null && it.on !== null),
  { error: 'A confirmed authority needs "by" (who) and "on" (when).' },
)

/** The schema of municipality.yaml, against the register of sources. */
/** What people tell is kept long enough to be answered, and nobody finds it gone without having been told. Each kind may have a period of its own. */
function voicesWarned(
  rules: Partial<Record<string, { readonly keepDays: number | null; readonly warnDays: number }>>,
  context: z.RefinementCtx,
) {
  for (const [name, rule] of Object.entries(rules)) {
    if (!rule || (name !== 'voice' && !name.startsWith('voice_'))) continue
    const outside = (field: 'keepDays' | 'warnDays', from: number, to: number, or = '') => {
      const value = rule[field]
      if (value !== null && (value < from || value > to))
        context.addIssue({
          code: 'custom',
          path: [name, field],
          message: `${value} is not possible for what people tell: write a number of days from ${from} to ${to}${or}.`,
        })
    }
    outside('keepDays', 30, 3650, ', or null to keep it until somebody erases it')
    outside('warnDays', 7, Math.min(90, rule.keepDays ?? 90))
  }
}

export function municipalityFile(register: Register) {
  const sources = cites(register)
  const said = quote(register)
  const named = { slug, name: text, sources: sources.default([]), note: maybe(text) }
  return record({
    format: z.literal(1),
    slug,
    name: text,
    title: text,
    invented: z.boolean().default(false),
    number: maybe(
      record({
        value: z.string().regex(/^\d{3}$/, { error: 'A municipality number has three digits.' }),
        verified: maybe(signature),
        sources: sources.default([]),
      }),
    ),
    hosts: z
      .array(z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, { error: 'Write a host name in lower case, without https:// and port.' }))
      .default([]),
    accent,
    languages: z
      .array(z.enum(LANGUAGES))
      .min(1)
      .refine(codes => codes[0] === 'da', { error: 'The first language is "da": Danish is the source of every text.' }),
    /** Who has read all pages in a language and stands for them; a language that is not named has been checked by nobody. */
    translationsChecked: z.partialRecord(z.enum(LANGUAGES), signature).default({}),
    authority,
    districts: z.array(record(named)).default([]),
    committees: z.array(record(named)).default([]),
    units: z.array(record({ ...named, name: maybe(text), leader: maybe(z.string()), deputy: maybe(z.string()) })).default([]),
    contacts: z
      .array(
        record({
          slug,
          helpsWith: text,
          unit: slug,
          person: maybe(z.string()),
          deputy: maybe(z.string()),
          phone: maybe(phone),
          email: maybe(email),
          address: maybe(text),
          hours: maybe(hours),
          sources: sources.default([]),
        }),
      )
      .min(1, { error: 'At least one contact is needed: every page names a human.' }),
    /** The data protection officer (GDPR art. 13 and 14): whom one can ask what the municipality does with what it knows. */
    dataProtection: record({ name: z.string(), phone: maybe(phone), email, sources: sources.default([]) })
      .nullable()
      .optional(),
    mailboxes: z
      .array(
        record({
          slug,
          address: email,
          receives: z.array(z.enum(['nominations', 'voices', 'advice', 'other'])).min(1),
          contact: slug,
          sources: sources.default([]),
        }),
      )
      .default([]),
    openingHours: maybe(hours),
    closingDays: maybe(z.array(record({ on: day, name: text }))),
    offices: z
      .array(
        record({
          slug,
          office: z.enum(['chair', 'deputy_chair', 'member', 'mayor']),
          body: slug,
          person: z.string(),
          from: maybe(looseDate),
          to: maybe(looseDate),
          seenOn: z.array(day).default([]),
          sources,
          note: maybe(text),
        }),
      )
      .default([]),
    /** A term nobody has verified is kept for reckoning and is not shown. */
    electoralTerms: z
      .array(
        record({ slug, from: day, to: day, verified: maybe(signature), sources, note: maybe(text) }).transform(it => ({
          ...it,
          shown: it.verified !== null,
        })),
      )
      .default([]),
    promises: z.partialRecord(
      z.enum(PROMISES),
      record({ value: z.int().min(1).max(3650), quote: maybe(said), standard: z.boolean(), note: maybe(text) }),
    ),
    retention: z
      .partialRecord(
        z.enum(RETENTION_CLASSES),
        record({
          keepDays: maybe(z.int().min(1)),
          warnDays: z.int().min(0).default(30),
          afterwards: z.enum(['erase', 'preserve']),
          standard: z.boolean(),
          note: text,
        }),
      )
      .superRefine(voicesWarned),
    /** The contact whose human reads and answers what people tell; the first contact where nobody has chosen. */
    voicesContact: maybe(slug),
    /** The contact whose human reads and answers foster families; the one for everybody where nobody has chosen. */
    fosterContact: maybe(slug),
    /** Where somebody who works here can tell of what is unlawful, outside this house; null where nobody has written it in. */
    whistleblower: maybe(url),
    /** The municipality's own channel for telling of a child who may need help; null where nobody has written it in. It is never guessed. */
    childWelfareNotification: maybe(url),
    joining: maybe(
      record({
        question: maybe(said),
        rights: z.array(said).default([]),
        channel: maybe(said),
        factBox: maybe(said),
        steps: z.array(said).default([]),
      }),
    ),
    themes: z.array(record(named)).default([]),
    /** Kinds of organisations and places that can be asked for members, each with what somebody from there usually brings (for the charter engine). */
    organisationKinds: z.array(record({ ...named, brings })).default([]),
    /** What the law asks of an organisation that proposes members; null where nobody has written it in: then nothing is asked. */
    organisationProposals: maybe(
      record({ law: text, section: z.string(), says: text, readOn: maybe(day), verified: maybe(signature), sources, note: maybe(text) }),
    ),
  })
}
export type Municipality = z.infer<ReturnType<typeof municipalityFile>>
