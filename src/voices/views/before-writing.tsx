// What stands before the field: whom to call now, who reads it and by when, what must be done, and what the law may keep.
import { dayInWords } from '../../platform/html/dates.ts'
import { NameOf, telHref } from '../../platform/html/human.tsx'
import type { Page } from '../../platform/html/page.ts'
import { SaidIn } from '../../platform/html/said-in.tsx'
import { weave } from '../../platform/html/say.ts'
import { said } from '../../platform/refusal.ts'
import type { CallNumber, Ground } from '../ground.ts'
import { periodOf } from '../keep-period.ts'
import { kindOf, type Who } from '../telling.ts'
import { voiceWords as w } from '../words.ts'

export const phoneOf = (one: CallNumber) => telHref(one.phone) ?? `tel:${one.phone}`

/** Whom to call now, and honestly whether anybody reads at this hour. */
export function CallNow({ page, ground }: { page: Page; ground: Ground }) {
  const { lang } = page
  const emergency = ground.numbers.find(one => one.kind === 'emergency')
  const others = ground.numbers.filter(one => one.kind !== 'emergency' && one.kind !== 'municipal_duty')
  return (
    <section class="urgent brief">
      <h2>{w(lang, 'danger.title')}</h2>
      {emergency && (
        <p>
          <a class="call" href={phoneOf(emergency)}>
            {w(lang, 'danger.call', { phone: emergency.phone })}
          </a>
        </p>
      )}
      <AtThisHour page={page} ground={ground} />
      {others.length > 0 && (
        <details>
          <summary>{w(lang, 'danger.more')}</summary>
          {others.map(one => (
            <p key={one.phone}>
              <SaidIn text={one.name} />: <a href={phoneOf(one)}>{one.phone}</a>
            </p>
          ))}
        </details>
      )}
    </section>
  )
}

/** Who is on duty, and honestly whether anybody reads now. */
export function AtThisHour({ page, ground }: { page: Page; ground: Ground }) {
  const { lang } = page
  const duty = ground.numbers.filter(one => one.kind === 'municipal_duty')
  const now = ground.human.openNow
  return (
    <>
      {duty.map(one => (
        <p key={one.phone}>
          <a href={phoneOf(one)}>{w(lang, 'duty.call', { name: said(one.name as never, lang), phone: one.phone })}</a>
        </p>
      ))}
      {/* Where nothing can be written, nobody is said to read it. */}
      {ground.open && !now && <p>{w(lang, 'hours.unknown')}</p>}
      {ground.open && now && !now.open && <p>{w(lang, 'hours.closed', { next: now.next ?? '' })}</p>}
    </>
  )
}

/** Before anything is written: who reads it and by when there is an answer, what we must do, and what the law may keep. The rest is folded. */
export function BeforeYouWrite({ page, ground, who }: { page: Page; ground: Ground; who: Who }) {
  const { lang } = page
  const name = ground.human.name && <NameOf name={ground.human.name} invented={ground.human.invented} />
  const date = <b>{dayInWords(lang, ground.answerBy)}</b>
  const read = name
    ? weave({ name, date }, tokens => w(lang, 'before.read', tokens))
    : weave({ date }, tokens => w(lang, 'before.read.office', tokens))
  const must = w(lang, who === 'young' ? 'young.must.text' : 'before.must.text')
  const more: readonly (readonly [Parameters<typeof w>[1], preact.ComponentChildren])[] = [
    ['before.who', name ? weave({ name }, tokens => w(lang, 'before.who.text', tokens)) : w(lang, 'before.who.office')],
    ['before.next', w(lang, 'before.next.text')],
    ['before.erase', w(lang, 'before.erase.text')],
    ['before.kept', howLong(page, ground, who)],
    ['before.device', w(lang, 'before.device.text')],
  ]
  return (
    <section class="fact brief">
      <h2>{w(lang, 'before.title')}</h2>
      {(who === 'young' ? [must, read] : [read, must]).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      {who === 'staff' && name && <p>{weave({ name }, tokens => w(lang, 'worker.other', tokens))}</p>}
      <p>{w(lang, 'before.keep')}</p>
      <details>
        <summary>{w(lang, 'before.more')}</summary>
        <dl>
          {more.map(([key, text]) => (
            <div key={key}>
              <dt>{w(lang, key)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}

/** How long it is kept where nobody erases it: whole years where it comes out even. */
function howLong({ lang }: Page, ground: Ground, who: Who): string {
  const { keepDays, warnDays } = periodOf(ground.periods, { kind: kindOf(who), young: who === 'young' })
  if (keepDays === null) return w(lang, 'before.kept.forever')
  const inWords = (days: number) => {
    const unit = days % 365 === 0 ? 'year' : 'day'
    return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(unit === 'year' ? days / 365 : days)
  }
  return w(lang, 'before.kept.text', { time: inWords(keepDays), warned: inWords(warnDays) })
}
