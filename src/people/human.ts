// The human a page leads to: the contact of the data, the person who holds it, their hours, and the deputy when they are away.
import { itemsOfKinds } from '../municipalities/index.ts'
import { addDays, atLocal, type Hours, type LocalDate, localDate, nextChange, openNow, timeOfDay, weekdayName } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Human } from '../platform/html/page.ts'
import type { Lang } from '../platform/i18n.ts'
import { said, saidIn } from '../platform/refusal.ts'
import { holders } from './holders.ts'
import { peopleWords } from './words.ts'

const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type DayName = (typeof order)[number]
interface Stretch {
  readonly days: readonly DayName[]
  readonly from: string
  readonly to: string
}

export interface ShownHuman {
  readonly human: Human
  /** "Open now" is wrong after this moment; null when no hours are known. */
  readonly validUntil: Date | null
}

/** The human behind `contact` (the municipality's first contact when none is named). Two statements. */
export async function humanOf(tx: Tx, lang: Lang, contact?: string): Promise<ShownHuman> {
  const { contact: contacts, municipality } = await itemsOfKinds(tx, ['contact', 'municipality'])
  const chosen = contacts.find(one => one.slug === contact) ?? contacts[0]
  const facts = municipality[0]
  const holder = (await holders(tx)).find(one => one.contact === chosen?.slug)
  const today = localDate(tx.now)
  const away = holder?.away.find(gone => gone.from <= today && today <= gone.to)
  const name = (away ? away.deputy : null) ?? holder?.name ?? chosen?.person ?? null
  const deputy = away ? null : (holder?.deputyName ?? chosen?.deputy ?? null)
  const stretches: readonly Stretch[] | null = chosen?.hours ?? facts?.openingHours ?? null
  const closing = (facts?.closingDays ?? []).map(day => day.on as LocalDate)
  const open = stretches ? openNow(asWeek(stretches), tx.now, closing) : null
  return {
    human: {
      name,
      helpsWith: holder?.helpsWith ?? (chosen ? said(chosen.helpsWith as never, lang) : ''),
      // What a person writes of their own work is written in Danish.
      helpsWithIn: holder?.helpsWith || !chosen ? 'da' : saidIn(chosen.helpsWith as never, lang),
      phone: (away?.deputy ? away.phone : holder?.phone) ?? chosen?.phone ?? null,
      email: chosen?.email ?? null,
      address: chosen?.address ? said(chosen.address as never, lang) : null,
      hours: stretches?.map(({ days, from, to }) => ({ days: daysInWords(days, lang), from, to })) ?? null,
      openNow:
        open &&
        (open.open
          ? { open: true, until: open.until ? timeOfDay(open.until, lang) : undefined }
          : { open: false, next: open.next ? nextOpening(open.next, tx.now, lang) : undefined }),
      deputy: deputy ? { name: deputy } : null,
      fillsIn: peopleWords(lang, 'fillsIn'),
      invented: holder?.invented ?? false,
    },
    validUntil: stretches ? nextChange(asWeek(stretches), tx.now, closing) : atLocal(addDays(today, 1), '00:00'),
  }
}

function asWeek(stretches: readonly Stretch[]): Hours {
  const week: Partial<Record<DayName, { from: string; to: string }[]>> = {}
  for (const { days, from, to } of stretches) for (const day of days) week[day] = [...(week[day] ?? []), { from, to }]
  return week
}

/** "mandag–torsdag", "mandag og fredag". */
function daysInWords(days: readonly DayName[], lang: Lang): string {
  const numbers = days.map(day => order.indexOf(day) + 1).sort((a, b) => a - b)
  // The first of January 2024 is a Monday.
  const name = (n: number) => weekdayName(`2024-01-0${n}` as LocalDate, lang)
  const run = numbers.length > 2 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1)
  const words = run ? `${name(numbers[0]!)}–${name(numbers.at(-1)!)}` : new Intl.ListFormat(lang).format(numbers.map(name))
  return words.charAt(0).toLocaleUpperCase(lang) + words.slice(1)
}

function nextOpening(next: Date, now: Date, lang: Lang): string {
  const day = localDate(next)
  const at = timeOfDay(next, lang)
  if (day === localDate(now)) return peopleWords(lang, 'opensToday', { at })
  return peopleWords(lang, 'opensOn', { day: weekdayName(day, lang), at })
}
