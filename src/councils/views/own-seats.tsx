// "Din plads": what a council member sees after signing in, and what is not here yet.
import { peoplePaths, staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { NameOf } from '../../platform/html/human.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, FactBox, GoLink, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { SeatList } from '../../platform/html/seats.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Seat } from '../councils.ts'
import type { OwnSeat } from '../own-seats.ts'
import { councilWords } from '../words.ts'

export function OwnSeatsPage({ page, who, seats }: { page: Page; who: Principal; seats: readonly OwnSeat[] }) {
  const { lang, human } = page
  const name = human.name ? <NameOf name={human.name} invented={human.invented} /> : councilWords(lang, 'own.office')
  return (
    <StaffPage
      page={page}
      title={councilWords(lang, 'own.title', { n: Math.max(seats.length, 1) })}
      lead={seats.length > 0 ? councilWords(lang, 'own.lead') : undefined}
      nav={staffNav(page, who, 'member')}
    >
      {seats.length === 0 && (
        <EmptyState title={councilWords(lang, 'own.none')} next={weave({ name }, tokens => councilWords(lang, 'own.none.next', tokens))} />
      )}
      {seats.map(one => (
        <OneSeat key={one.seating.id} page={page} one={one} />
      ))}
      <Section title={councilWords(lang, 'own.meetings')}>
        <p>{weave({ name }, tokens => councilWords(lang, 'own.meetings.text', tokens))}</p>
      </Section>
      <Section title={councilWords(lang, 'own.child')}>
        <p>{councilWords(lang, 'own.child.text')}</p>
        <GoLink href={page.href(peoplePaths.notified)}>{councilWords(lang, 'own.child.go')}</GoLink>
      </Section>
    </StaffPage>
  )
}

function OneSeat({ page, one }: { page: Page; one: OwnSeat }) {
  const { lang } = page
  const { council, seating, seat, beside } = one
  const named = said(council.name, lang)
  return (
    <>
      <Section title={named} lead={said(council.facts.summary as never, lang)}>
        <FactBox
          title={councilWords(lang, 'own.seat')}
          items={[
            { term: councilWords(lang, 'own.seat.which'), detail: place(page, seat) },
            {
              term: councilWords(lang, 'own.seat.term'),
              detail: `${councilWords(lang, 'seats.from', { day: longDate(seating.from, lang) })} ${until(page, one)}`,
            },
            { term: councilWords(lang, 'own.seat.vote'), detail: councilWords(lang, seat.voting ? 'own.votes' : 'own.votes.not') },
            { term: councilWords(lang, 'own.seat.shown'), detail: shown(page, seating) },
          ]}
        />
      </Section>
      <Section title={councilWords(lang, 'own.beside')} lead={councilWords(lang, 'own.beside.lead')}>
        {beside.length === 0 ? (
          <p>{councilWords(lang, 'own.beside.none')}</p>
        ) : (
          <SeatList
            rows={beside.map(other => ({
              n: other.voting ? other.number : 'T',
              state: 'filled' as const,
              who: other.name === null ? councilWords(lang, 'own.unnamed') : <NameOf name={other.name} invented={page.municipality.demo} />,
              note: said(other.groupName, lang),
            }))}
          />
        )}
        <p>
          <GoLink href={page.href(`/raad/${council.slug}`)}>{councilWords(lang, 'own.page', { council: named })}</GoLink>
        </p>
        <p>
          <GoLink href={page.href(`/raad/${council.slug}/vedtaegt`)}>{councilWords(lang, 'own.charter')}</GoLink>
        </p>
      </Section>
    </>
  )
}

const place = (page: Page, seat: Seat): string =>
  seat.voting
    ? councilWords(page.lang, 'own.place', { group: said(seat.groupName, page.lang), n: seat.number })
    : said(seat.groupName, page.lang)

function until(page: Page, { seating }: OwnSeat): string {
  const { lang } = page
  if (!seating.termTo) return seating.staysOn ? councilWords(lang, 'seats.until') : ''
  return councilWords(lang, seating.staysOn ? 'seats.toFollowed' : 'seats.to', { day: longDate(seating.termTo, lang) })
}

function shown(page: Page, { shown: choice, protectedAddress }: OwnSeat['seating']): string {
  if (protectedAddress) return councilWords(page.lang, 'seats.protected')
  return `${councilWords(page.lang, choice === 'named' ? 'seats.named' : 'seats.unnamed')} ${councilWords(page.lang, 'own.shown.change')}`
}
