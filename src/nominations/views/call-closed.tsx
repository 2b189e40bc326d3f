// A council's joining page while nobody can come forward: why, what happens now, and where to go instead.
import { dayInWords } from '../../platform/html/dates.ts'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import { callWords as w } from '../call-words.ts'
import type { OpenCouncil } from '../offer.ts'
import { paths } from '../paths.ts'
import type { PublicCall } from '../public-call.ts'
import { councilName } from './joining.tsx'

interface Props {
  readonly page: Page
  readonly call: PublicCall
  /** Councils that look for members now. */
  readonly others: readonly OpenCouncil[]
}

function why({ page: { lang }, call: { council, deadline } }: Props): string {
  const { call } = council.status
  if (council.facts.nominations.by === 'election') return w(lang, 'closed.election')
  if (call.state === 'planned') return w(lang, 'closed.planned', { date: dayInWords(lang, call.startsOn!) })
  if (call.state !== 'closed') return w(lang, 'closed.data')
  return call.closedEarly || !deadline ? w(lang, 'closed.early') : w(lang, 'closed.deadline', { date: dayInWords(lang, deadline) })
}

export function CallClosedPage(props: Props) {
  const { page, call, others } = props
  const { lang } = page
  const { council } = call
  const sent = council.status.call.state === 'closed'
  return (
    <PublicPage
      page={page}
      section="councils"
      back={{ href: page.href(`/raad/${council.slug}`), label: said(council.name, lang) }}
      title={w(lang, 'closed.title', { council: said(council.name, lang) })}
      lead={why(props)}
    >
      <Section title={w(lang, 'closed.next')}>
        <Prose>
          <ul>
            {sent && <li>{w(lang, 'closed.next.sent')}</li>}
            {council.facts.nominations.by !== 'election' && <li>{w(lang, 'closed.next.open')}</li>}
            <li>
              <a href="#kontakt">{w(lang, 'closed.next.ask')}</a>
            </li>
          </ul>
        </Prose>
        {sent && <GoLink href={page.href(paths.receipt)}>{w(lang, 'closed.code')}</GoLink>}
        <p>
          <GoLink href={page.href(`/raad/${council.slug}`)}>{w(lang, 'closed.read')}</GoLink>
        </p>
      </Section>
      {others.length > 0 && (
        <Section title={w(lang, 'closed.others')}>
          <ul class="list">
            {others.map(one => (
              <li key={one.slug}>
                <a href={page.href(paths.joinCouncil(one.slug))}>{councilName(one, page)}</a>
                <p>{said(one.summary as never, lang)}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </PublicPage>
  )
}
