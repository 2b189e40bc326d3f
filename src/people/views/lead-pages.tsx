// Who leads a unit, and who answers a contact.
import { Checks, ErrorSummary, type Filled, Form, SelectField, Submit, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { peoplePaths } from '../paths.ts'
import type { ContactLine, Everybody } from '../people-read.ts'
import { staffNav } from '../staff-nav.ts'
import type { Unit } from '../unit-store.ts'
import { peopleWords } from '../words.ts'
import { options } from './person-forms.tsx'

interface Props {
  page: Page
  who: Principal
  all: Everybody
  form: Filled
}
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export function UnitPage({ page, who, all, form, unit }: Props & { unit: Unit }) {
  const { lang } = page
  const filled = { values: { leader: unit.leaderId ?? '', deputy: unit.deputyId ?? '', ...form.values }, errors: form.errors }
  return (
    <StaffPage
      page={page}
      title={unit.name}
      lead={peopleWords(lang, 'units.lead')}
      nav={staffNav(page, who, 'people')}
      back={{ href: page.href(peoplePaths.people), label: peopleWords(lang, 'people.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(peoplePaths.unit(unit.slug))}>
        {(['leader', 'deputy'] as const).map(name => (
          <SelectField
            key={name}
            form={filled}
            name={name}
            label={peopleWords(lang, `units.${name}`)}
            options={options(all)}
            none={peopleWords(lang, 'units.nobody')}
            optional
          />
        ))}
        <Submit label={peopleWords(lang, 'person.save')} />
      </Form>
    </StaffPage>
  )
}

export function ContactHoldPage({ page, who, all, form, line }: Props & { line: ContactLine }) {
  const { lang } = page
  const { contact } = line
  const hours: Filled['values'] = {}
  for (const [at, stretch] of (contact.hours ?? []).slice(0, 2).entries()) {
    hours[`days${at + 1}`] = stretch.days
    hours[`from${at + 1}`] = stretch.from
    hours[`to${at + 1}`] = stretch.to
  }
  const known = {
    person: line.personId ?? '',
    deputy: line.deputyId ?? '',
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    ...hours,
  }
  const filled = { values: { ...(form.errors.length > 0 ? form.values : known) }, errors: form.errors }
  return (
    <StaffPage
      page={page}
      title={said(contact.helpsWith as never, lang)}
      lead={peopleWords(lang, 'contacts.lead')}
      nav={staffNav(page, who, 'people')}
      back={{ href: page.href(peoplePaths.people), label: peopleWords(lang, 'people.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(peoplePaths.contact(contact.slug))}>
        <SelectField
          form={filled}
          name="person"
          label={peopleWords(lang, 'contacts.person')}
          options={options(all)}
          none={peopleWords(lang, 'units.nobody')}
        />
        <SelectField
          form={filled}
          name="deputy"
          label={peopleWords(lang, 'contacts.deputy.field')}
          options={options(all)}
          none={peopleWords(lang, 'units.nobody')}
          optional
        />
        <TextField
          form={filled}
          name="phone"
          kind="tel"
          label={peopleWords(lang, 'contacts.phone')}
          why={peopleWords(lang, 'contacts.phone.why')}
          optional
        />
        <TextField form={filled} name="email" kind="email" label={peopleWords(lang, 'contacts.email')} optional />
        <Section title={peopleWords(lang, 'contacts.hours')} lead={peopleWords(lang, 'contacts.hours.lead')}>
          {[1, 2].map(n => (
            <div key={n}>
              <Checks
                form={filled}
                name={`days${n}`}
                legend={peopleWords(lang, n === 1 ? 'contacts.days' : 'contacts.days.other')}
                options={weekDays.map(day => ({ value: day, label: peopleWords(lang, `day.${day}`) }))}
                optional
              />
              <TextField form={filled} name={`from${n}`} as="detail" width="short" label={peopleWords(lang, 'contacts.from')} optional />
              <TextField form={filled} name={`to${n}`} as="detail" width="short" label={peopleWords(lang, 'contacts.to')} optional />
            </div>
          ))}
        </Section>
        <Submit label={peopleWords(lang, 'person.save')} />
      </Form>
    </StaffPage>
  )
}
