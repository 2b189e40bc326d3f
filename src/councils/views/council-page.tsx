// Keeps the staff's page of one council: who sits, what is wrong, what to write down, and who sat there.
import { staffNav } from '../../people/index.ts'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { RuleLine } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink, Section } from '../../platform/html/pieces.tsx'
import { type DrawnAdviser, SeatDiagram, SeatLegend } from '../../platform/html/seats.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Reason } from '../charters/index.ts'
import { draftPaths } from '../drafts/paths.ts'
import { draftWords } from '../drafts/words.ts'
import { councilPaths } from '../paths.ts'
import { appointingBodies } from '../seat-term.ts'
import type { StaffCouncil } from '../staff-loads.ts'
import { councilWords } from '../words.ts'
import { looseDay } from './loose-day.ts'
import { SeatSections, Substitutes } from './seat-sections.tsx'
import { FormerSeats, WhoSat } from './who-sat.tsx'

export function StaffCouncilPage({ page, who, thing, form }: { page: Page; who: Principal; thing: StaffCouncil; form: Filled }) {
  const { lang } = page
  const { council, seats, broken, sitting, mayKeep } = thing
  const say = councilWords
  const voting = seats.filter(seat => seat.voting)
  const drawn = voting.map(seat => ({ n: seat.number, group: seat.group, state: seat.filled ? ('filled' as const) : ('vacant' as const) }))
  const advisers = seats
    .filter(seat => !seat.voting && !seat.substitute)
    .map((seat): DrawnAdviser => ({ state: seat.filled ? 'filled' : seat.needed ? 'vacant' : 'allowed' }))
  return (
    <StaffPage
      page={page}
      title={said(council.name, lang)}
      lead={say(lang, 'staff.asOf', { state: say(lang, `state.${council.status.state}`), day: looseDay(council.status.asOf, lang) })}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.list), label: say(lang, 'staff.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
      beside={
        <>
          <SeatDiagram seats={drawn} advisers={advisers} filled={voting.filter(seat => seat.filled).length} total={voting.length} />
          <SeatLegend states={[...new Set(drawn.map(seat => seat.state))]} />
        </>
      }
    >
      {broken.length > 0 && sitting.length > 0 && <Broken page={page} reasons={broken} />}
      <Substitutes page={page} thing={thing} />
      {sitting.length === 0 && (
        <EmptyState
          title={say(lang, 'seats.none')}
          next={say(lang, 'seats.none.next')}
          action={mayKeep && <GoLink href={page.href(councilPaths.import(council.slug))}>{say(lang, 'do.import')}</GoLink>}
        />
      )}
      <SeatSections page={page} thing={thing} />
      {mayKeep && (
        <Section title={say(lang, 'do.title')}>
          {council.charter && appointingBodies(council.charter.charter).length > 0 && (
            <p>
              <GoLink href={page.href(councilPaths.slates(council.slug))}>{say(lang, 'do.propose')}</GoLink>
            </p>
          )}
          <p>
            <GoLink href={page.href(councilPaths.call(council.slug))}>{say(lang, 'do.call')}</GoLink>
          </p>
          <p>
            <GoLink href={page.href(councilPaths.import(council.slug))}>{say(lang, 'do.import')}</GoLink>
          </p>
          <p>
            <GoLink href={page.href(councilPaths.elections(council.slug))}>{say(lang, 'do.election')}</GoLink>
          </p>
          <p>
            <GoLink href={page.href(councilPaths.event(council.slug))}>{say(lang, 'do.event')}</GoLink>
          </p>
          {thing.mayDraft && (
            <p>
              <GoLink href={page.href(draftPaths.versions(council.slug))}>{draftWords(lang, 'council.charter')}</GoLink>
            </p>
          )}
        </Section>
      )}
      <LawAbove page={page} thing={thing} />
      <WhoSat page={page} thing={thing} />
      <History page={page} thing={thing} />
      <FormerSeats page={page} thing={thing} />
    </StaffPage>
  )
}

function Broken({ page, reasons }: { page: Page; reasons: readonly Reason[] }) {
  const lang = page.lang === 'da' ? 'da' : 'en'
  return (
    <Section title={councilWords(page.lang, 'broken.title')}>
      {reasons.map(reason => (
        <RuleLine
          key={reason.atom}
          force={reason.strength}
          state={
            reason.strength === 'must'
              ? reason.state === 'open'
                ? 'open'
                : 'broken'
              : reason.strength === 'should'
                ? 'departed'
                : 'stated'
          }
          quote={reason.source?.text}
        >
          <p>{reason[lang].split(lang === 'da' ? ' Der står: »' : ' The text says: “')[0]}</p>
        </RuleLine>
      ))}
    </Section>
  )
}

/** What the law demands of such a council and its charter does not give. */
function LawAbove({ page, thing }: { page: Page; thing: StaffCouncil }) {
  const { lang } = page
  if (thing.law.length === 0) return null
  return (
    <Section title={councilWords(lang, 'law.title')} lead={councilWords(lang, 'law.lead')}>
      <ul class="list">
        {thing.law.map(one => (
          <li key={`${one.law.id} ${one.id}`}>
            <p>{one[lang === 'da' ? 'da' : 'en']}</p>
            <p class="soft">{one.source?.ref ?? one.law.name?.da}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function History({ page, thing }: { page: Page; thing: StaffCouncil }) {
  const { lang } = page
  return (
    <Section title={councilWords(lang, 'history.title')}>
      {thing.history.length === 0 && <p>{councilWords(lang, 'history.none')}</p>}
      <ul class="list">
        {thing.history.map(line => (
          <li key={`${line.event} ${line.on} ${line.recorded?.id}`}>
            <b>{councilWords(lang, `event.${line.event}`)}</b> {line.on && looseDay(line.on, lang)}
            {line.text && <p>{said(line.text, lang)}</p>}
            {line.recorded && (
              <p>
                {line.recorded.body}
                {line.recorded.minuteRef && `, ${line.recorded.minuteRef}`}. {line.recorded.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
