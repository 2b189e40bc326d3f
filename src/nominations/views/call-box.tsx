// The public call on a council's joining page: until when, which seats are empty, the facts, and how to pass it on.
import { dayInWords } from '../../platform/html/dates.ts'
import type { Page } from '../../platform/html/page.ts'
import { FactBox, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { said } from '../../platform/refusal.ts'
import { callWords as w } from '../call-words.ts'
import { paths } from '../paths.ts'
import type { PublicCall } from '../public-call.ts'

interface Props {
  readonly page: Page
  readonly call: PublicCall
  /** Scheme and host of the site. */
  readonly origin: string
}

/** The last day, in one line; what the data say when they give none. */
function DeadlineLine({ page, call }: Pick<Props, 'page' | 'call'>) {
  const { lang } = page
  const { state } = call.council.status.call
  if (call.deadline)
    return (
      <p class="say">
        {state === 'extended' && `${w(lang, 'call.extended')} `}
        {w(lang, 'call.deadline', { date: dayInWords(lang, call.deadline) })}
      </p>
    )
  return <p>{state === 'none' ? said(call.council.facts.factBox.deadline.text as never, lang) : w(lang, 'call.always')}</p>
}

/** Which seats are empty. Never who or how many came forward: that is nobody's business yet. */
function EmptySeats({ page, call }: Pick<Props, 'page' | 'call'>) {
  const { lang } = page
  return (
    <Section title={w(lang, 'call.seats')} id="pladser">
      {call.seats.length === 0 && <p>{w(lang, 'call.seats.none')}</p>}
      <ul class="list">
        {call.seats.map(seats => (
          <li key={seats.group}>
            <b>{w(lang, 'call.seats.row', { count: seats.count, group: said(seats.name as never, lang) })}</b>
          </li>
        ))}
      </ul>
      <p class="soft">{w(lang, 'call.seats.how')}</p>
    </Section>
  )
}

export function CallBox({ page, call, origin }: Props) {
  const { lang } = page
  const { facts } = call.council
  const { factBox } = facts
  const words = (text: unknown) => said(text as never, lang)
  const short = facts.short ? paths.short(facts.short) : paths.joinCouncil(call.council.slug)
  return (
    <>
      <DeadlineLine page={page} call={call} />
      <EmptySeats page={page} call={call} />
      <FactBox
        title={w(lang, 'call.box')}
        items={[
          { term: w(lang, 'call.what'), detail: words(factBox.what) },
          { term: w(lang, 'call.who'), detail: words(factBox.who) },
          {
            term: w(lang, 'call.get'),
            detail: (
              <>
                {words(factBox.pay.text)} <Sources page={page} call={call} />
              </>
            ),
          },
          { term: w(lang, 'call.languages'), detail: words(factBox.languages) },
          { term: w(lang, 'call.transport'), detail: w(lang, 'call.transport.text') },
          { term: w(lang, 'call.next'), detail: words(factBox.next) },
          {
            term: w(lang, 'call.pass'),
            detail: (
              <>
                {w(lang, 'call.address')}:{' '}
                <a href={page.href(short)}>
                  <bdi dir="ltr">{origin.replace(/^https?:\/\//, '') + page.href(short)}</bdi>
                </a>
                <br />
                <a href={page.href(paths.poster(call.council.slug))}>{w(lang, 'call.poster')}</a>
                <br />
                <a href={page.href(paths.slips(call.council.slug))}>{w(lang, 'call.slips')}</a>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Sources({ page, call }: Pick<Props, 'page' | 'call'>) {
  if (call.paySources.length === 0) return null
  const sources = (
    <bdi lang="da" dir="ltr">
      {call.paySources.map(one => one.title).join(', ')}
    </bdi>
  )
  return <span class="soft">{weave({ sources }, tokens => w(page.lang, 'call.source', tokens))}</span>
}
