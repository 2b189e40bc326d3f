// One council: what it lacks, how to join, its purposes, seats, rules and history.
import type { ComponentChildren } from 'preact'
import { NameOf, PhoneLink, telHref } from '../../../platform/html/human.tsx'
import { PublicPage } from '../../../platform/html/layout.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { ButtonLink, Columns, FactBox, Section } from '../../../platform/html/pieces.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { said } from '../../../platform/refusal.ts'
import { looseDate } from '../loose-date.ts'
import type { ShownCouncil } from '../read.ts'
import { publicWords } from '../words.ts'
import { CitedIn, QuotedIn } from './cited.tsx'
import { Background } from './council-background.tsx'
import { CouncilRing, CouncilSeats, isKnown } from './council-seats.tsx'
import { type CouncilProps, wordsOf } from './props.ts'
import { Standing } from './standing.tsx'

export function CouncilPage({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { facts, status } = shown
  return (
    <PublicPage
      page={page}
      section="councils"
      back={{ href: page.href('/raad'), label: t('back') }}
      above={<Standing page={page} shown={shown} />}
      title={said(facts.name as never, page.lang)}
      lead={<SaidIn text={facts.summary} lang={page.lang} />}
    >
      {status.recorded?.reason && <p>{t('event.reason', { reason: status.recorded.reason })}</p>}
      {facts.status.note && !status.recorded && (
        <p class="soft">
          <SaidIn text={facts.status.note} lang={page.lang} />
        </p>
      )}
      <Columns aside={<JoinBox page={page} shown={shown} />}>
        <Missing page={page} shown={shown} />
        <CouncilRing page={page} shown={shown} />
      </Columns>
      {facts.purposes.length > 0 && (
        <Section title={t('purposes')} id="formaal">
          <Purposes page={page} of={facts.purposes.slice(0, 1)} />
          {facts.purposes.length > 1 && (
            <details>
              <summary>{t('purposes.more', { count: facts.purposes.length - 1 })}</summary>
              <Purposes page={page} of={facts.purposes.slice(1)} />
            </details>
          )}
        </Section>
      )}
      {facts.tasks.length > 0 && (
        <Section title={t('tasks')}>
          <ul class="text">
            {facts.tasks.map(task => (
              <li key={said(task.text as never, 'da')}>
                <SaidIn text={task.text} lang={page.lang} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <CouncilSeats page={page} shown={shown} />
      {shown.parts.map(part => part(page))}
      <Background page={page} shown={shown} />
    </PublicPage>
  )
}

function Purposes({ page, of }: { page: Page; of: ShownCouncil['facts']['purposes'] }) {
  return (
    <ul class="list">
      {of.map(purpose => (
        <li key={purpose.id} id={`formaal-${purpose.id}`}>
          <QuotedIn page={page} text={purpose.quote.text} />
        </li>
      ))}
    </ul>
  )
}

/** What the council lacks before it can meet, in numbers of people, and the one button. */
function Missing({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { facts, status, seats } = shown
  if (status.state === 'abolished') return null
  const vacant = seats.filter(seat => seat.voting && seat.needed && !seat.filled)
  const groups = [...new Set(vacant.map(seat => seat.group))]
  return (
    <>
      {isKnown(shown) && (
        <>
          <p>{vacant.length > 0 ? t('missing.lead') : t('missing.none')}</p>
          <p class="say">
            {groups.map(group => (
              <span key={group}>
                {t('missing.group', {
                  count: vacant.filter(seat => seat.group === group).length,
                  group: said(vacant.find(seat => seat.group === group)!.groupName, page.lang),
                })}
                <br />
              </span>
            ))}
          </p>
        </>
      )}
      {status.open && facts.nominations.by !== 'election' ? (
        <>
          <p>
            <ButtonLink href={page.href(`/raad/${facts.slug}/bliv-medlem`)}>{t('join')}</ButtonLink>
          </p>
          <p>
            <a href={page.href(`/raad/${facts.slug}/bliv-medlem`)}>{t('join.other')}</a>
          </p>
        </>
      ) : (
        <p class="soft">
          {facts.nominations.by === 'election' ? t('join.election') : t('join.closed')}{' '}
          {facts.nominations.note && <SaidIn text={facts.nominations.note} lang={page.lang} />}
        </p>
      )}
    </>
  )
}

/** The last day: as the secretary set the call, else as the data say. */
function deadlineIn({ facts, status: { call } }: ShownCouncil, page: Page): ComponentChildren {
  const on = call.state === 'none' ? facts.factBox.deadline.on : call.deadlineOn
  return on ? (
    looseDate(on, page.lang)
  ) : call.state === 'none' ? (
    <SaidIn text={facts.factBox.deadline.text} lang={page.lang} />
  ) : (
    publicWords(page.lang, 'fact.deadline.none')
  )
}

/** The fact box (A33): what, who, how, by when, in which language, what is paid, whom to ask. */
function JoinBox({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const box = shown.facts.factBox
  const words = (text: unknown) => <SaidIn text={text} lang={page.lang} />
  const { contact } = shown
  const { human } = page
  return (
    <FactBox
      title={t('fact.title')}
      items={[
        { term: t('fact.what'), detail: words(box.what) },
        { term: t('fact.who'), detail: words(box.who) },
        { term: t('fact.how'), detail: words(box.how) },
        { term: t('fact.next'), detail: words(box.next) },
        { term: t('fact.deadline'), detail: deadlineIn(shown, page) },
        { term: t('fact.languages'), detail: words(box.languages) },
        {
          term: t('fact.pay'),
          detail: (
            <>
              {words(box.pay.text)}
              {box.pay.sources.length > 0 && (
                <span class="soft">
                  {' '}
                  <CitedIn page={page} shown={shown} of={box.pay.sources} />
                </span>
              )}
            </>
          ),
        },
        {
          term: t('fact.contact'),
          detail: (
            <>
              <a href="#kontakt">{human.name ? <NameOf name={human.name} invented={human.invented} /> : t('fact.contact.human')}</a>
              {telHref(human.phone) && (
                <>
                  {', '}
                  <PhoneLink phone={human.phone} />
                </>
              )}
              {contact?.email && (
                <>
                  <br />
                  <a href={`mailto:${contact.email}`}>{contact.email}</a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
