// The page of people: who answers, who works here with which roles, and which units they belong to.
import { longDate } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink, Rows, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { mayEmploy, mayHoldContacts, maySetUnits } from '../access.ts'
import { peoplePaths } from '../paths.ts'
import type { Everybody } from '../people-read.ts'
import { staffNav } from '../staff-nav.ts'
import type { Person } from '../store.ts'
import { peopleWords, roleName } from '../words.ts'

interface Props {
  page: Page
  who: Principal
  all: Everybody
}

export function PeoplePage({ page, who, all }: Props) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, 'people.title')}
      lead={peopleWords(lang, 'people.lead')}
      nav={staffNav(page, who, 'people')}
    >
      {mayEmploy(who) && (
        <p class="act">
          <ButtonLink href={page.href(peoplePaths.newPerson)}>{peopleWords(lang, 'people.new')}</ButtonLink>
        </p>
      )}
      <Contacts page={page} who={who} all={all} />
      <Section title={peopleWords(lang, 'people.everybody')}>
        <Rows>
          {all.people.map(person => (
            <PersonLine key={person.id} page={page} all={all} person={person} />
          ))}
        </Rows>
      </Section>
      <Units page={page} who={who} all={all} />
      {all.left.length > 0 && (
        <Section title={peopleWords(lang, 'people.left')}>
          <ul class="text">
            {all.left.map(person => (
              <li key={person.id}>
                <a href={page.href(peoplePaths.person(person.id))}>
                  <bdi>{person.name}</bdi>
                </a>
                , {peopleWords(lang, 'people.until', { date: longDate(person.to!, lang) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </StaffPage>
  )
}

function PersonLine({ page, all, person }: { page: Page; all: Everybody; person: Person }) {
  const { lang } = page
  const roles = all.roles.get(person.id) ?? []
  const away = all.absences.find(one => one.personId === person.id && one.from <= all.today)
  const unit = all.units.find(one => one.id === person.unitId)
  return (
    <>
      <h3>
        <a href={page.href(peoplePaths.person(person.id))}>
          <bdi>{person.name}</bdi>
        </a>
      </h3>
      <p>
        {roles.length > 0 ? roles.map(role => roleName(lang, role)).join(', ') : peopleWords(lang, 'people.noRole')}
        {unit && <span class="soft">, {unit.name}</span>}
      </p>
      {away && (
        <p>
          <Chip>{peopleWords(lang, 'people.away', { until: longDate(away.to, lang) })}</Chip>
        </p>
      )}
    </>
  )
}

function Contacts({ page, who, all }: Props) {
  const { lang } = page
  const name = (id: string | null) => all.people.find(one => one.id === id)?.name
  return (
    <Section title={peopleWords(lang, 'contacts.title')} lead={peopleWords(lang, 'contacts.lead')}>
      <Rows>
        {all.contacts.map(({ contact, personId, deputyId }) => {
          const holder = all.people.find(one => one.id === personId)
          const phone = (holder?.shown ? holder.phone : null) ?? contact.phone
          return (
            <>
              <h3>{said(contact.helpsWith as never, lang)}</h3>
              {holder ? (
                <p>
                  <bdi>{holder.name}</bdi>
                  {deputyId && `. ${peopleWords(lang, 'contacts.deputy', { name: name(deputyId) ?? '' })}`}
                </p>
              ) : (
                <EmptyState title={peopleWords(lang, 'contacts.nobody')} next={peopleWords(lang, 'contacts.nobody.next')} />
              )}
              {holder && !holder.shown && <p class="soft">{peopleWords(lang, 'contacts.notShown', { name: holder.name })}</p>}
              {!phone && <p class="soft">{peopleWords(lang, 'contacts.noPhone')}</p>}
              {mayHoldContacts(who) && (
                <GoLink href={page.href(peoplePaths.contact(contact.slug))}>
                  {peopleWords(lang, holder ? 'contacts.change' : 'contacts.set')}
                </GoLink>
              )}
            </>
          )
        })}
      </Rows>
    </Section>
  )
}

function Units({ page, who, all }: Props) {
  const { lang } = page
  const name = (id: string | null) => all.people.find(one => one.id === id)?.name ?? peopleWords(lang, 'units.nobody')
  return (
    <Section title={peopleWords(lang, 'units.title')} lead={peopleWords(lang, 'units.lead')}>
      <Rows>
        {all.units.map(unit => (
          <>
            <h3>{unit.name}</h3>
            <p>{peopleWords(lang, 'units.lines', { leader: name(unit.leaderId), deputy: name(unit.deputyId) })}</p>
            {maySetUnits(who) && <GoLink href={page.href(peoplePaths.unit(unit.slug))}>{peopleWords(lang, 'units.change')}</GoLink>}
          </>
        ))}
      </Rows>
    </Section>
  )
}
