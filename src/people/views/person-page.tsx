// The page of one person, and the page that enters a new one.
import { longDate } from '../../platform/clock.ts'
import { Checks, ErrorSummary, type Filled, Form, Submit } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { mayChangePerson, rolesToGive } from '../access.ts'
import { peoplePaths } from '../paths.ts'
import type { Everybody } from '../people-read.ts'
import { staffNav } from '../staff-nav.ts'
import { peopleWords, roleName } from '../words.ts'
import { AbsencePart, asFilled, LetGoPart, mayEmail, PersonFields, type PersonProps, RolesPart } from './person-forms.tsx'

export function PersonPage(props: PersonProps) {
  const { page, who, one, form } = props
  const { lang } = page
  const { person, everybody } = one
  const left = person.to !== null && person.to < everybody.today
  return (
    <StaffPage
      page={page}
      title={person.name}
      lead={left ? peopleWords(lang, 'people.until', { date: longDate(person.to!, lang) }) : person.email}
      nav={staffNav(page, who, 'people')}
      back={{ href: page.href(peoplePaths.people), label: peopleWords(lang, 'people.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {!left && (
        <>
          <RolesPart {...props} />
          <AbsencePart {...props} />
          {mayChangePerson(who, person.id) && (
            <Section title={peopleWords(lang, 'person.facts')}>
              <Form page={page} action={page.href(`${peoplePaths.person(person.id)}/oplysninger`)}>
                <PersonFields
                  page={page}
                  who={who}
                  all={everybody}
                  form={{ values: { ...asFilled(one), ...form.values }, errors: form.errors }}
                  email={mayEmail(who)}
                />
                <Submit label={peopleWords(lang, 'person.save')} />
              </Form>
            </Section>
          )}
          <LetGoPart {...props} />
        </>
      )}
    </StaffPage>
  )
}

export function NewPersonPage({ page, who, all, form }: { page: Page; who: Principal; all: Everybody; form: Filled }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, 'people.new')}
      lead={peopleWords(lang, 'person.new.lead')}
      nav={staffNav(page, who, 'people')}
      back={{ href: page.href(peoplePaths.people), label: peopleWords(lang, 'people.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(peoplePaths.newPerson)}>
        <PersonFields page={page} who={who} all={all} form={form} email />
        <Checks
          form={form}
          name="roles"
          legend={peopleWords(lang, 'roles.title')}
          options={rolesToGive(who).map(role => ({ value: role, label: roleName(lang, role) }))}
        />
        <Submit label={peopleWords(lang, 'person.new.button')} under={peopleWords(lang, 'person.new.under')} />
      </Form>
    </StaffPage>
  )
}
