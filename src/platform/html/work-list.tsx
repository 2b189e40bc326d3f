// Keeps the drawing of what waits: its stretches, one thing, and things that are alike.
import type { ComponentChildren } from 'preact'
import { Mark, type MarkKind } from './mark.tsx'
import { Quote } from './marks.tsx'
import { say, useLang } from './say.ts'

/** The rule something is due by: a must, a wish, a promise we gave, or a deadline. */
interface DueRule {
  kind: 'must' | 'should' | 'promise' | 'deadline'
  /** The sentence it comes from, when there is one. */
  quote?: ComponentChildren
  /** What it means here and now. */
  text?: ComponentChildren
}

export interface WorkItemProps {
  /** When, in large: "2 dage over", "Kl. 15", "Onsdag"; and the whole date under it. */
  when: { big: ComponentChildren; small?: ComponentChildren }
  title: ComponentChildren
  about?: ComponentChildren
  rule?: DueRule | undefined
  /** What to do, and the link or button that does it. */
  next?: ComponentChildren
  action?: ComponentChildren
  /** The first thing of the day gets the line of the accent. */
  first?: boolean | undefined
  /** In a line that opens, because it has time; false where it must be seen at once. */
  fold?: { open: boolean } | false
}

const DUE_MARKS: Record<DueRule['kind'], MarkKind> = { must: 'open', should: 'should', promise: 'open', deadline: 'deadline' }

/** One thing that waits: when, what and by which rule, and what to do. */
export function WorkItem({ when, title, about, rule, next, action, first, fold }: WorkItemProps) {
  const said = fold && !about
  const does = (
    <div class={first ? 'do first' : 'do'}>
      {next && !said && <p>{next}</p>}
      {action}
    </div>
  )
  if (fold)
    return (
      <Line when={when} head={title} under={about ?? next} open={fold.open}>
        <div>{rule && <ByRule {...rule} />}</div>
        {does}
      </Line>
    )
  return (
    <li>
      <p class="when">
        <When {...when} />
      </p>
      <div>
        <h3>{title}</h3>
        {about && <p>{about}</p>}
        {rule && <ByRule {...rule} />}
      </div>
      {does}
    </li>
  )
}

const When = ({ big, small }: WorkItemProps['when']) => (
  <>
    <b>{big}</b> {small && <span class="soft">{small}</span>}
  </>
)

function ByRule({ kind, quote, text }: DueRule) {
  const lang = useLang()
  return (
    <p class={`by-rule ${kind === 'promise' ? 'must' : kind}`}>
      <Mark kind={DUE_MARKS[kind]} /> <b>{say(lang, `force.${kind}`)}</b>{' '}
      {quote && (
        <>
          <Quote>{quote}</Quote>{' '}
        </>
      )}
      {text}
    </p>
  )
}

export interface WorkAlikeProps extends Pick<WorkItemProps, 'when' | 'title' | 'rule' | 'next' | 'fold'> {
  count: number
  /** `WorkLine`s. */
  children: ComponentChildren
}

/** Several things that are alike: what they share is said once, and each has a line of its own. `when` is the first of them. */
export function WorkAlike({ when, title, count, rule, next, fold, children }: WorkAlikeProps) {
  const head = (
    <>
      {title} <span class="count">{count}</span>
    </>
  )
  if (fold)
    return (
      <Line when={when} head={head} under={next} open={fold.open}>
        <div>{rule && <ByRule {...rule} />}</div>
        <ul>{children}</ul>
      </Line>
    )
  return (
    <li class="alike">
      <div>
        <h3>{head}</h3>
        {rule && <ByRule {...rule} />}
      </div>
      {next && <p class="do">{next}</p>}
      <ul>{children}</ul>
    </li>
  )
}

/** A line that opens. */
function Line(props: {
  when: WorkItemProps['when']
  head: ComponentChildren
  under?: ComponentChildren
  open: boolean
  children: ComponentChildren
}) {
  return (
    <li class="fold">
      <details open={props.open}>
        <summary>
          <span class="when">
            <When {...props.when} />
          </span>
          <span>
            {props.head} {props.under && <span class="what">{props.under}</span>}
          </span>
        </summary>
        <div class="alike">{props.children}</div>
      </details>
    </li>
  )
}

interface WorkLineProps {
  /** When, in large; the whole date stands in `rule`. */
  when: ComponentChildren
  about?: ComponentChildren
  rule: ComponentChildren
  action?: ComponentChildren
}

/** One of several things that are alike: when, about whom, how its date was found, and the link. */
export function WorkLine({ when, about, rule, action }: WorkLineProps) {
  return (
    <li>
      <b class="when">{when}</b>
      <div>
        {about && <p>{about}</p>}
        <p class="soft">{rule}</p>
      </div>
      {action}
    </li>
  )
}

/** A stretch of the work list ("Over tiden", "I dag"); its items are `WorkItem`s. */
export function WorkGroup({ title, overdue, children }: { title: string; overdue?: boolean | undefined; children: ComponentChildren }) {
  return (
    <section class={overdue ? 'work overdue' : 'work'}>
      <h2>
        {overdue && <Mark kind="broken" />}
        {title}
      </h2>
      <ol>{children}</ol>
    </section>
  )
}
