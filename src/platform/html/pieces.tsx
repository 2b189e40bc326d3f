// Keeps the pieces a page is put together from: sections, columns, links that lead on, facts, answers, empty places.
import type { ComponentChildren } from 'preact'
import type { Lang } from '../i18n.ts'
import { dayFormat, dayInWords } from './dates.ts'
import { say, useLang } from './say.ts'

/** A part of a page with its own heading; `id` makes it a place one can link to. */
export function Section(props: {
  title: ComponentChildren
  id?: string | undefined
  lead?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <section id={props.id}>
      <h2>{props.title}</h2>
      {props.lead && <p class="soft">{props.lead}</p>}
      {props.children}
    </section>
  )
}

/** Two columns, 7 to 5; one under the other on a narrow screen. `even` gives as many equal columns as there is room for. */
export function Columns({ children, aside, even }: { children: ComponentChildren; aside?: ComponentChildren; even?: boolean | undefined }) {
  if (even) return <div class="cols even">{children}</div>
  return (
    <div class="cols">
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  )
}

/** A link that leads on: bold, with an arrow that follows the direction of the language. */
export function GoLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="go" href={href}>
      {children}
      <span class="arrow on" aria-hidden="true" />
    </a>
  )
}

/** The one filled button of a page, when it only leads somewhere; `quiet` is the outline for a rare second. */
export function ButtonLink({ href, quiet, children }: { href: string; quiet?: boolean | undefined; children: ComponentChildren }) {
  return (
    <a class={quiet ? 'b quiet' : 'b'} href={href}>
      {children}
    </a>
  )
}

/** Running text of several paragraphs or lists (`ul` and `ol` get their marks back). */
export function Prose({ children }: { children: ComponentChildren }) {
  return <div class="text">{children}</div>
}

/** What should be known before one goes on, with the dotted line of a hint: nothing is wrong. */
export function Remark({ children }: { children: ComponentChildren }) {
  return (
    <div class="rule hint">
      <p>{children}</p>
    </div>
  )
}

/** A remark beside the matter, with a plain line. */
export function Note({ title, children }: { title?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="note">
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

export interface Fact {
  term: ComponentChildren
  detail: ComponentChildren
}

/** The box with the facts of a matter: who can, how, by when, in which language, what is paid (A33). */
export function FactBox({ title, items }: { title: ComponentChildren; items: readonly Fact[] }) {
  return (
    <section class="fact">
      <h2>{title}</h2>
      <dl>
        {items.map(({ term, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export interface Answer {
  label: ComponentChildren
  /** What was written, as it was written; line breaks are kept. */
  value: ComponentChildren
  /** A link or a button to change it. */
  change?: ComponentChildren
}

/** What somebody is about to send, or has sent: question and answer, with a way to change it. */
export function Answers({ items }: { items: readonly Answer[] }) {
  return (
    <dl class="answers">
      {items.map(({ label, value, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && <dd class="change">{change}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** A day as a leaf of a calendar. `date` is YYYY-MM-DD. */
export function DateLeaf({ date, lang }: { date: string; lang?: Lang | undefined }) {
  const spoken = useLang(lang)
  const day = new Date(`${date}T00:00:00Z`)
  return (
    <time class="leaf" dateTime={date}>
      <span aria-hidden="true">{dayFormat(spoken, { weekday: 'long' }).format(day)}</span>
      <b aria-hidden="true">
        {day.getUTCDate()}
        {spoken === 'da' && '.'}
      </b>
      <span aria-hidden="true">{dayFormat(spoken, { month: 'long' }).format(day)}</span>
      <span class="sr">{dayInWords(spoken, date)}</span>
    </time>
  )
}

/** A place with nothing in it: says so, and what happens next, who does it and by when. Never a dead end. */
export function EmptyState({ title, next, action }: { title: ComponentChildren; next: ComponentChildren; action?: ComponentChildren }) {
  const lang = useLang()
  return (
    <div class="empty">
      <p>
        <b>{title}</b>
      </p>
      <p>
        <span class="sr">{say(lang, 'empty.next')} </span>
        {next}
      </p>
      {action && <p>{action}</p>}
    </div>
  )
}

/** Rows with hairlines, for lists of things that have a heading of their own. */
export function Rows({ children }: { children: ComponentChildren[] }) {
  return (
    <ul class="list">
      {children.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  )
}
