// Keeps the human that every page ends with: who, what for, when, and honestly what is missing.
import type { ComponentChildren } from 'preact'
import type { Lang } from '../i18n.ts'
import { drawnOnce } from './drawn-once.tsx'
import { Invented } from './invented.tsx'
import type { Human, Page } from './page.ts'
import { SaidIn } from './said-in.tsx'
import { type FrameKey, say, weave } from './say.ts'

/** "10:00" as it is said: "10" in Danish, "10.30" with minutes; other languages keep "10:30". */
export function clockWords(lang: Lang, time: string): string {
  const [hours = '', minutes = '00'] = time.split(/[:.]/)
  const hour = String(Number(hours))
  if (hour === 'NaN') return time
  if (lang === 'da') return minutes === '00' ? hour : `${hour}.${minutes}`
  return `${hour}:${minutes}`
}

/** The `tel:` address of a number as people write it; null when it holds no number. */
export function telHref(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/(?!^\+)\D/g, '')
  return /\d{3,}/.test(digits) ? `tel:${digits}` : null
}

/** A name followed by its "eksempel" when it is invented. */
export function NameOf({ name, invented }: { name: string; invented: boolean }) {
  return (
    <>
      <bdi>{name}</bdi>
      {invented && (
        <>
          {' '}
          <Invented />
        </>
      )}
    </>
  )
}

function Missing({ lang, human, text }: { lang: Lang; human: Human; text: FrameKey }) {
  // An office, or a person beside the invented one: never marked as an example itself.
  const nodes = { fillsIn: <bdi>{human.fillsIn}</bdi> }
  return <>{weave(nodes, tokens => say(lang, text, tokens))}</>
}

function OpenLine({ lang, human }: { lang: Lang; human: Human }) {
  const now = human.openNow
  if (!now) return null
  const words = now.open
    ? now.until
      ? say(lang, 'human.openUntil', { until: clockWords(lang, now.until) })
      : say(lang, 'human.open')
    : now.next
      ? say(lang, 'human.opens', { next: now.next })
      : say(lang, 'human.closed')
  return (
    <p>
      <b>{words}</b>
    </p>
  )
}

function DeputyLine({ lang, human }: { lang: Lang; human: Human }) {
  if (!human.deputy) return null
  const deputy = <NameOf name={human.deputy.name} invented={human.invented} />
  const { name } = human
  if (!name) return <>{weave({ deputy }, tokens => say(lang, 'human.deputy.noName', tokens))} </>
  return <>{weave({ deputy, name: <bdi>{name}</bdi> }, tokens => say(lang, 'human.deputy', tokens))} </>
}

function Row({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The telephone as a `tel:` link; null when there is no number to call. */
export function PhoneLink({ phone }: { phone: string | null }) {
  const href = telHref(phone)
  return href ? (
    <a href={href}>
      <bdi dir="ltr">{phone}</bdi>
    </a>
  ) : null
}

/** The block `id="kontakt"`: the last thing on every public page, and the target of a skip link. */
export function HumanBlock({ page: { human, lang } }: { page: Page }) {
  return (
    <section
      class="human w"
      id="kontakt"
      aria-labelledby="kontakt-h"
      tabIndex={-1}
      dangerouslySetInnerHTML={drawnOnce(human, lang, 'human', () => inHumanBlock(human, lang))}
    />
  )
}

function inHumanBlock(human: Human, lang: Lang) {
  const missing = (text: FrameKey) => <Missing lang={lang} human={human} text={text} />
  return (
    <>
      <div>
        <h2 class="small" id="kontakt-h">
          {say(lang, 'human.heading')}
        </h2>
        <p class="name">{human.name ? <NameOf name={human.name} invented={human.invented} /> : say(lang, 'human.noName')}</p>
        {!human.name && <p>{missing('human.noName.text')}</p>}
        <p>
          <SaidIn text={{ [human.helpsWithIn ?? lang]: human.helpsWith, da: human.helpsWith }} lang={lang} />
        </p>
        <OpenLine lang={lang} human={human} />
        <p class="soft">
          <DeputyLine lang={lang} human={human} />
          {say(lang, 'human.hide')}
        </p>
      </div>
      <dl class="rows">
        <Row term={say(lang, 'human.phone')}>
          {telHref(human.phone) ? <PhoneLink phone={human.phone} /> : missing('human.phone.missing')}
        </Row>
        <Row term={say(lang, 'human.email')}>
          {human.email ? (
            <a href={`mailto:${human.email}`}>
              <bdi dir="ltr">{human.email}</bdi>
            </a>
          ) : (
            missing('human.email.missing')
          )}
        </Row>
        <Row term={say(lang, 'human.address')}>
          {human.address ? <bdi class="lines">{human.address}</bdi> : missing('human.address.missing')}
        </Row>
        {human.hours?.length ? (
          human.hours.map(({ days, from, to }) => (
            <Row key={days} term={days}>
              <bdi dir="ltr">{say(lang, 'human.hours.row', { from: clockWords(lang, from), to: clockWords(lang, to) })}</bdi>
            </Row>
          ))
        ) : (
          <Row term={say(lang, 'human.hours')}>{missing('human.hours.missing')}</Row>
        )}
      </dl>
    </>
  )
}

/** The one line of the staff's pages: who knows the room, and how to reach them. */
export function StaffHuman({ page }: { page: Page }) {
  const { human, lang } = page
  // Nobody is told to ask themselves.
  const who = human.name === page.signedIn?.name ? (human.deputy?.name ?? human.name) : human.name
  const name = who ? <NameOf name={who} invented={human.invented} /> : null
  return (
    <p id="kontakt" tabIndex={-1}>
      {name ? (
        <>
          {weave({ name }, tokens => say(lang, 'staff.stuck', tokens))}{' '}
          {telHref(human.phone) ? (
            <>
              {say(lang, 'human.phone')} <PhoneLink phone={human.phone} />
            </>
          ) : (
            <Missing lang={lang} human={human} text="staff.stuck.noPhone" />
          )}
        </>
      ) : (
        <Missing lang={lang} human={human} text="staff.stuck.noName" />
      )}
    </p>
  )
}

/** Somebody in a sentence: the name, and how to reach them. */
export function Ways({ name, email, phone }: { readonly name: string; readonly email: string; readonly phone: string | null }) {
  return (
    <>
      <bdi>{name}</bdi>, <a href={`mailto:${email}`}>{email}</a>
      {phone && (
        <>
          , <PhoneLink phone={phone} />
        </>
      )}
    </>
  )
}
