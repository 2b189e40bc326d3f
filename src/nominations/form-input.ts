// Reads the posted form of a nomination: every page of it has the same fields, so one reading serves all of them.
import { z } from 'zod'
import { choices, email, firstOf, list, optionalChoice, shortcomingsOf, text } from '../platform/http/form.ts'
import { LANGS } from '../platform/i18n.ts'
import type { Shortcoming } from '../platform/refusal.ts'
import { type Answers, forWhoms, needKinds, reaches, residences, type TieAnswer } from './answers.ts'
import { channels } from './nomination.ts'
import { namesOrganisation } from './offer.ts'

export interface Sent {
  /** The fields as they came, to be shown again. */
  readonly values: Readonly<Record<string, string | string[]>>
  readonly answers: Answers
  /** The page that was sent, and where the person wants to go: on, or back to a page. */
  readonly step: 'start' | 'who' | 'reach' | 'summary'
  readonly go: string
  /** Carried through the whole form: the secret key of its first page. One nomination per flow, however often it is sent. */
  readonly flow: string | null
  /** The summary was shown a second time and sent again. */
  readonly again: boolean
  /** Something filled in what no human sees. */
  readonly trapped: boolean
  /** Entered by staff: how it came, and on which day. */
  readonly channel: (typeof channels)[number] | null
  readonly receivedOn: string
}

const flow = /^[A-Za-z0-9_-]{22}$/
const plain = z.object({
  forWhom: optionalChoice(forWhoms),
  councils: list(80),
  name: text(120),
  declared: list(120),
  residence: optionalChoice(residences),
  reach: optionalChoice(reaches),
  phone: text(40),
  address: text(300),
  through: text(300),
  language: optionalChoice(LANGS),
  interpreter: text(60),
  needs: choices(needKinds),
  motivation: text(3_000),
  suggester: text(120),
  channel: optionalChoice(channels),
})
const emailField = z.object({ email: email('optional') })
const tieFields = z.object({ organisation: text(160), role: text(120), local: optionalChoice(['yes', 'no', 'unknown'] as const) })

type Plain = z.infer<typeof plain>

/** Field by field, when something cannot be read: the others keep what was written in them. */
function readApart(posted: Record<string, unknown>, fault: (error: z.ZodError, rename: () => string) => void): Plain {
  const fields = Object.entries(plain.shape).map(([name, schema]) => {
    const read = schema.safeParse(posted[name])
    if (!read.success) fault(read.error, () => name)
    return [name, read.success ? read.data : schema.parse('')]
  })
  return Object.fromEntries(fields) as Plain
}

/**
 * The whole form. What cannot be read is left empty and named by its field, so that it is told together with what is missing; an address
 * nobody chose to be reached by is not looked at.
 */
export const nominationForm = z.unknown().transform((raw): Sent => {
  const posted = (raw ?? {}) as Record<string, string | string[]>
  const faults: Shortcoming[] = []
  const fault = (error: z.ZodError, rename: (field: string) => string = field => field) => {
    for (const one of shortcomingsOf(error)) faults.push({ ...one, field: rename(one.field ?? '') })
  }
  const whole = plain.safeParse(posted)
  const rest = whole.success ? whole.data : readApart(posted, fault)
  const address = posted.reach === 'email' ? emailField.safeParse(posted) : null
  if (address && !address.success) fault(address.error)
  const ties: TieAnswer[] = []
  for (const kind of rest.declared) {
    if (!namesOrganisation(kind)) continue
    const at = (field: string) => posted[`${field}:${kind}`]
    const tie = tieFields.safeParse({ organisation: at('organisation'), role: at('role'), local: at('local') })
    if (tie.success) ties.push({ kind, organisation: tie.data.organisation, role: tie.data.role, local: tie.data.local ?? 'unknown' })
    else fault(tie.error, field => `${field}:${kind}`)
  }
  const { channel, language, ...told } = rest
  const step = firstOf(posted.step)
  return {
    values: posted,
    answers: {
      ...told,
      language: language ?? 'da',
      email: address?.data?.email ?? null,
      ties,
      councils: [...new Set(told.councils)],
      ...(faults.length > 0 && { faults }),
    },
    step: step === 'who' || step === 'reach' || step === 'summary' ? step : 'start',
    go: firstOf(posted.go),
    flow: flow.test(firstOf(posted.flow)) ? firstOf(posted.flow) : null,
    again: firstOf(posted.again) === '1',
    trapped: firstOf(posted.telefax) !== '',
    channel,
    receivedOn: firstOf(posted.receivedOn),
  }
})
