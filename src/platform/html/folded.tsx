// Keeps what is folded into one line: what it is, what is in it, and the whole of it once it is opened. Needs no script.
import type { ComponentChildren } from 'preact'

interface FoldedProps {
  title: ComponentChildren
  /** What is in it, or what has been chosen in it. */
  says?: ComponentChildren
  id?: string | undefined
  /** Open from the beginning: where something in it is owed, missing or wrong. */
  open?: boolean | undefined
  children: ComponentChildren
}

/** A line that opens. */
export function Folded({ title, says, id, open, children }: FoldedProps) {
  return (
    <details class="folded" id={id} open={open}>
      <summary>
        {title} {says && <span class="what">{says}</span>}
      </summary>
      <div>{children}</div>
    </details>
  )
}

/** A part of a page that is rarely needed: its heading stays, and says what is in it. */
export function FoldedSection({ title, id, ...props }: FoldedProps) {
  return (
    <section id={id}>
      <Folded {...props} title={<h2>{title}</h2>} />
    </section>
  )
}

/** What is chosen among the options of a line (three at most, in the order they stand), as it is now: a browser that cannot look for it shows what was chosen when the page came. */
export function ChosenNow({ chosen, options }: { chosen: string; options: readonly { value: string; label: string }[] }) {
  return (
    <>
      {options.map(({ value, label }) => (
        <span key={value} class={value === chosen ? 'now' : undefined} data-chosen={value}>
          {label}
        </span>
      ))}
    </>
  )
}
