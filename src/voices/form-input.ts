// Reads the posted form of a telling: every page of it has the same fields, so one reading serves all of them.
import { z } from 'zod'
import { day, email, firstOf, list, optionalChoice, text, tick } from '../platform/http/form.ts'
import { LANGS } from '../platform/i18n.ts'
import { consents, covers } from './tables.ts'
import { longestTelling, type Step, steps, type Telling, whos } from './telling.ts'
import { channels, replies } from './voice.ts'

export interface Sent {
  /** The fields as they came, to be shown again. */
  readonly values: Readonly<Record<string, string | string[]>>
  readonly telling: Telling
  readonly step: Step | 'receipt'
  /** Where the person wants to go: on, back, to a page, or to another way of telling. */
  readonly go: string
  /** Carried through the whole form: the secret key of its first page. One voice per flow, however often it is sent. */
  readonly flow: string | null
  readonly again: boolean
  /** Something filled in what no human sees. */
  readonly trapped: boolean
  /** Entered by staff: how it came, and that it was read aloud and found right. */
  readonly channel: (typeof channels)[number] | null
  readonly readBack: boolean
  /** The language of the answer was chosen; else it is the page's. */
  readonly languageChosen: boolean
}

const flow = /^[A-Za-z0-9_-]{22}$/
const plain = z.object({
  who: optionalChoice(whos),
  words: text(longestTelling),
  urgent: tick,
  themes: list(80),
  place: text(300),
  district: text(80),
  language: optionalChoice(LANGS),
  share: optionalChoice(['yes', 'ask', 'no'] as const),
  mayNotSee: text(300),
  reply: optionalChoice(replies),
  phone: text(300),
  address: text(300),
  through: text(300),
  knownBy: text(300),
  name: text(120),
  consent: optionalChoice(consents),
  covers: optionalChoice(covers),
  aboutWhom: text(120),
  unit: text(80),
  channel: optionalChoice(channels),
  readBack: tick,
})
const addressed = z.object({ email: email('optional') })
const dated = z.object({ untilDay: day('optional') })

/** The whole form. An address nobody chose to be answered at is not looked at. */
export const tellingForm = z.unknown().transform((raw, context): Sent => {
  const posted = (raw ?? {}) as Record<string, string | string[]>
  const fault = (error: z.ZodError) => {
    for (const issue of error.issues) context.addIssue({ ...issue, code: 'custom', path: [String(issue.path[0] ?? '')] })
  }
  const read = plain.safeParse(posted)
  const address = posted.reply === 'email' ? addressed.safeParse(posted) : null
  const until = posted.who === 'behalf' ? dated.safeParse(posted) : null
  for (const one of [read, address, until]) if (one && !one.success) fault(one.error)
  if (!read.success || address?.success === false || until?.success === false) return z.NEVER
  const { channel, readBack, knownBy, ...rest } = read.data
  const step = firstOf(posted.step)
  return {
    values: posted,
    telling: {
      ...rest,
      who: rest.who ?? 'own',
      language: rest.language ?? 'da',
      share: rest.share ?? 'ask',
      reply: rest.reply ?? 'code',
      // A form with both fields would send one name twice.
      through: rest.reply === 'visit' ? knownBy : rest.through,
      covers: rest.covers ?? 'nothing',
      email: address?.data.email ?? null,
      untilDay: until?.data.untilDay ?? null,
    },
    step: step === 'receipt' ? 'receipt' : (steps.find(each => each === step) ?? 'start'),
    go: firstOf(posted.go),
    flow: flow.test(firstOf(posted.flow)) ? firstOf(posted.flow) : null,
    again: firstOf(posted.again) === '1',
    trapped: firstOf(posted.telefax) !== '',
    channel,
    readBack,
    languageChosen: rest.language !== null,
  }
})
