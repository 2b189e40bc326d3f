// What telling stands on: who reads, what is promised, whom to call, and whether people can tell here at all today.
import { itemsOfKinds, keyedItems, registered } from '../municipalities/index.ts'
import { closingDays, humanOf } from '../people/index.ts'
import { type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Human } from '../platform/html/page.ts'
import type { Lang } from '../platform/i18n.ts'

type Words = { readonly da: string; readonly [lang: string]: string | undefined }
export interface CallNumber {
  readonly kind: string
  readonly name: Words
  readonly helpsWith: Words
  readonly phone: string
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
  readonly keepDays: number | null
}
/** What holds where the data are silent: the product's standard. */
const standard = { answer: 5, minutes: 30, keepDays: 730 }

/** What of it is the same for everybody that day, whoever asks and at whatever hour. */
export type Standing = Omit<Ground, 'human'>

/** The ground of this room, in the language of the page. */
export async function groundOf(tx: Tx, lang: Lang = 'da'): Promise<Ground> {
  const standing = await standingOf(tx)
  // Whether the human is there now changes with the hour.
  const { human } = await humanOf(tx, lang, standing.contact ?? undefined)
  return { ...standing, human: standing.invented ? { ...human, invented: true } : human }
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
  const retention = new Map((await keyedItems(tx, 'retention')).map(({ slug, content }) => [slug, content.keepDays]))
  const answerDays = promises.get('answer_voice') ?? standard.answer
  const wanted = facts?.voicesContact ?? null
  const own = contact.find(one => one.slug === wanted)?.slug ?? contact[0]?.slug ?? null
  const order = ['emergency', 'municipal_duty', 'child_concern', 'local', 'national_line']
  return {
    open: why === null,
    why,
    invented: demo,
    contact: own,
    answerDays,
    urgentMinutes: promises.get('urgent_voice_minutes') ?? standard.minutes,
    answerBy: workingDays(await closingDays(tx)).deadline(localDate(tx.now), answerDays).date,
    numbers: help
      .filter(one => one.shown && one.phone !== null)
      .map(one => ({ kind: one.kind, name: one.name as unknown as Words, helpsWith: one.helpsWith as unknown as Words, phone: one.phone! }))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    districts: district.map(one => ({ slug: one.slug, name: (one.name as unknown as Words).da })),
    themes: theme.map(one => ({ slug: one.slug, name: one.name as unknown as Words })),
    units: unit.flatMap(one => (one.name ? [{ slug: one.slug, name: one.name as unknown as Words }] : [])),
    whistleblower: facts?.whistleblower ?? null,
    childChannel: facts?.childWelfareNotification ?? null,
    keepDays: retention.has('voice') ? (retention.get('voice') ?? null) : standard.keepDays,
  }
}
