// What telling stands on: who reads, what is promised, whom to call, and whether people can tell here at all today.
import { itemsOfKinds, keyedItems, registered } from '../municipalities/index.ts'
import { closingDays, humanOf } from '../people/index.ts'
import { type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Human } from '../platform/html/page.ts'
import type { Lang } from '../platform/i18n.ts'
import { leastWarning, type Periods, periodNames } from './keep-period.ts'
import type { Kind } from './voice.ts'

type Words = { readonly da: string; readonly [lang: string]: string | undefined }
export interface CallNumber {
  readonly kind: string
  readonly name: Words
  readonly helpsWith: Words
  readonly phone: string
}
interface Apart {
  readonly contact: string | null
  readonly answerDays: number
  readonly answerBy: LocalDate
}
export interface Ground {
  /** Telling is on. Off while nobody has confirmed the authority, and where staff cannot sign in strongly enough to read. */
  readonly open: boolean
  readonly why: 'unconfirmed' | 'sign-in' | null
  readonly invented: boolean
  readonly contact: string | null
  /** The human who reads, as the public knows them; with opening hours. */
  readonly human: Human
  readonly answerDays: number
  /** Who reads and answers foster families, and by when, where the municipality has decided that apart; otherwise as for everybody. */
  readonly foster: Apart & { readonly human: Human }
  readonly urgentMinutes: number
  /** The day by which what comes in today has an answer. */
  readonly answerBy: LocalDate
  /** Numbers that may be shown, the emergency number first. */
  readonly numbers: readonly CallNumber[]
  readonly districts: readonly { readonly slug: string; readonly name: string }[]
  readonly themes: readonly { readonly slug: string; readonly name: Words }[]
  readonly units: readonly { readonly slug: string; readonly name: Words }[]
  readonly whistleblower: string | null
  /** The municipality's own address for notifications about a child. */
  readonly childChannel: string | null
  /** How long what was closed is kept, by kind. */
  readonly periods: Periods
}
/** What holds where the data are silent: the product's standard. */
const standard = { answer: 5, minutes: 30 }

/** What of it is the same for everybody that day, whoever asks and at whatever hour. */
export type Standing = Omit<Ground, 'human' | 'foster'> & { readonly foster: Apart }

/** The ground of this room, in the language of the page. */
export async function groundOf(tx: Tx, lang: Lang = 'da'): Promise<Ground> {
  const standing = await standingOf(tx)
  // Whether the human is there now changes with the hour.
  const humanAt = async (contact: string | null) => {
    const { human } = await humanOf(tx, lang, contact ?? undefined)
    return standing.invented ? { ...human, invented: true } : human
  }
  const human = await humanAt(standing.contact)
  const { foster } = standing
  return { ...standing, human, foster: { ...foster, human: foster.contact === standing.contact ? human : await humanAt(foster.contact) } }
}

/** The ground as it is for whoever tells: foster families have a human and a promise of their own. */
export function groundFor<G extends Standing>(ground: G, kind: Kind): G {
  return kind === 'foster' ? { ...ground, ...ground.foster } : ground
}

/** What deeds stand on: read once, until the data or the day change. */
export const standingOf = (tx: Tx): Promise<Standing> => tx.recall(`voices standing ${localDate(tx.now)}`, readStanding)

async function readStanding(tx: Tx): Promise<Standing> {
  const { municipality, help, district, theme, unit, contact } = await itemsOfKinds(tx, [
    'municipality',
    'help',
    'district',
    'theme',
    'unit',
    'contact',
    'promise',
    'retention',
  ])
  const facts = municipality[0]
  const { demo } = await registered(tx)
  const confirmed = facts?.authority.state === 'confirmed'
  const why = demo ? null : !confirmed ? 'unconfirmed' : tx.site.oidc ? null : 'sign-in'
  const promises = new Map((await keyedItems(tx, 'promise')).map(({ slug, content }) => [slug, content.value]))
  const retention = new Map((await keyedItems(tx, 'retention')).map(({ slug, content }) => [slug, content]))
  const closing = await closingDays(tx)
  const answerDays = promises.get('answer_voice') ?? standard.answer
  const wanted = facts?.voicesContact ?? null
  const own = contact.find(one => one.slug === wanted)?.slug ?? contact[0]?.slug ?? null
  const answerBy = (days: number) => workingDays(closing).deadline(localDate(tx.now), days).date
  const fosterDays = promises.get('answer_foster_voice') ?? answerDays
  const order = ['emergency', 'municipal_duty', 'child_concern', 'local', 'national_line']
  return {
    open: why === null,
    why,
    invented: demo,
    contact: own,
    answerDays,
    urgentMinutes: promises.get('urgent_voice_minutes') ?? standard.minutes,
    answerBy: answerBy(answerDays),
    foster: {
      contact: contact.find(one => one.slug === facts?.fosterContact)?.slug ?? own,
      answerDays: fosterDays,
      answerBy: answerBy(fosterDays),
    },
    numbers: help
      .filter(one => one.shown && one.phone !== null)
      .map(one => ({ kind: one.kind, name: one.name as unknown as Words, helpsWith: one.helpsWith as unknown as Words, phone: one.phone! }))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    districts: district.map(one => ({ slug: one.slug, name: (one.name as unknown as Words).da })),
    themes: theme.map(one => ({ slug: one.slug, name: one.name as unknown as Words })),
    units: unit.flatMap(one => (one.name ? [{ slug: one.slug, name: one.name as unknown as Words }] : [])),
    whistleblower: facts?.whistleblower ?? null,
    childChannel: facts?.childWelfareNotification ?? null,
    periods: Object.fromEntries(
      periodNames.flatMap(name => {
        const rule = retention.get(name)
        return rule
          ? [[name, { keepDays: rule.afterwards === 'preserve' ? null : rule.keepDays, warnDays: Math.max(leastWarning, rule.warnDays) }]]
          : []
      }),
    ),
  }
}
