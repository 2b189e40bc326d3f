// Keeps the parts of the front page: the first door, the two beside it, and help now.
import type { ComponentChildren } from 'preact'
import { PhoneLink } from './human.tsx'

/** The first door: the one filled panel of a page. `road` says in short steps what happens behind it. */
export function FirstDoor(props: {
  title: string
  lead: ComponentChildren
  road: readonly string[]
  action: { href: string; label: string }
  under?: ComponentChildren
}) {
  return (
    <section class="door">
      <h2>{props.title}</h2>
      <p>{props.lead}</p>
      <ol class="road">
        {props.road.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <a class="b" href={props.action.href}>
        {props.action.label}
      </a>
      {props.under && <p class="small">{props.under}</p>}
    </section>
  )
}

/** A door without a panel, with a drawing made of data beside it. */
export function Door({ title, children, drawing }: { title: string; children: ComponentChildren; drawing?: ComponentChildren }) {
  return (
    <section>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
      {drawing}
    </section>
  )
}

/** The three doors: the first as a panel, the others beside it. */
export function Doors({ first, children }: { first: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="cols">
      {first}
      <div class="doors">{children}</div>
    </div>
  )
}

/** Help now: the number to call, as large as a heading. `call` is the link's words with the number ("Ring 112"). */
export function HelpNow(props: {
  title: ComponentChildren
  ask: ComponentChildren
  call: { words: string; phone: string }
  more?: ComponentChildren
}) {
  return (
    <section class="urgent">
      <h2>{props.title}</h2>
      <p>
        {props.ask}{' '}
        <a class="call" href={`tel:${props.call.phone}`}>
          {props.call.words}
        </a>
      </p>
      {props.more}
    </section>
  )
}

export { PhoneLink }
