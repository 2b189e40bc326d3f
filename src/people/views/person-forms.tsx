// The forms about one person: what is known of them, their roles, and when they are away.
import { longDate } from '../../platform/clock.ts'
import { Checks, DateField, type Filled, Form, Hidden, SelectField, Submit, TextField } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, Section } from '../../platform/html/pieces.tsx'
import type { Principal, Role } from '../../platform/principal.ts'
import { mayChangeEmail, mayEndRole, mayGrant, mayLetGo, maySetAbsence, maySetUnits, rolesToGive } from '../access.ts'
import { peoplePaths } from '../paths.ts'
import type { Everybody, OnePerson } from '../people-read.ts'
import { peopleWords, roleName } from '../words.ts'

export interface PersonProps {
  page: Page
  who: Principal
  one: OnePerson
  form: Filled
}
export const options = (all: Everybody, without?: string) =>
  all.people.filter(person => person.id !== without).map(person => ({ value: person.id, label: person.name }))

/** Fields of a person, filled from `form`. */
export function PersonFields({
  page,
  who,
  all,
  form,
  email,
}: {
  page: Page
  who: Principal
  all: Everybody
  form: Filled
  email: boolean
}) {
  const w = (key: Parameters<typeof peopleWords>[1]) => peopleWords(page.lang, key)
  return (
    <>
      <TextField form={form} name="name" label={w('person.name')} />
      {email && <TextField form={form} name="email" kind="email" label={w('person.email')} why={w('person.email.why')} />}
      <TextField form={form} name="phone" kind="tel" label={w('person.phone')} optional />
      <TextField form={form} name="helpsWith" label={w('person.helpsWith')} why={w('person.helpsWith.why')} optional />
      {maySetUnits(who) && (
        <SelectField
          form={form}
          name="unit"
          label={w('person.unit')}
          options={all.units.map(unit => ({ value: unit.slug, label: unit.name }))}
          none={w('person.unit.none')}
          optional
        />
      )}
      <Checks
        form={form}
        name="shown"
        legend={w('person.shown')}
        options={[{ value: 'ja', label: w('person.shown.yes'), hint: w('person.shown.hint') }]}
      />
    </>
  )
}

export function RolesPart({ page, who, one, form }: PersonProps) {
  const { lang } = page
  const { person, grants, everybody } = one
  const current = grants.filter(grant => grant.to === null || grant.to >= everybody.today)
  const give = rolesToGive(who).filter(role => mayGrant(who, person.id, role))
  return (
    <Section title={peopleWords(lang, 'roles.title')}>
      {current.length === 0 && <EmptyState title={peopleWords(lang, 'people.noRole')} next={peopleWords(lang, 'roles.none.next')} />}
      <ul class="list">
        {current.map(grant => (
          <li key={grant.id}>
            <b>{roleName(lang, grant.role)}</b>, {span(lang, grant.from, grant.to)}
            {mayEndRole(who, person.id, grant.role) && (
              <Form page={page} action={page.href(`${peoplePaths.person(person.id)}/roller/slut`)}>
                <Hidden name="grant" value={grant.id} />
                <Submit label={peopleWords(lang, 'roles.end', { role: roleName(lang, grant.role) })} quiet />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {give.length > 0 && (
        <Form page={page} action={page.href(`${peoplePaths.person(person.id)}/roller`)}>
          <SelectField
            form={form}
            name="role"
            label={peopleWords(lang, 'roles.give')}
            options={give.map(role => ({ value: role, label: roleName(lang, role) }))}
          />
          <DateField
            form={form}
            name="from"
            as="detail"
            label={peopleWords(lang, 'roles.from')}
            why={peopleWords(lang, 'roles.from.why')}
            optional
          />
          <DateField
            form={form}
            name="to"
            as="detail"
            label={peopleWords(lang, 'roles.to')}
            why={peopleWords(lang, 'roles.to.why')}
            optional
          />
          <Submit label={peopleWords(lang, 'roles.give.button')} quiet />
        </Form>
      )}
    </Section>
  )
}

export function AbsencePart({ page, who, one, form }: PersonProps) {
  const { lang } = page
  const { person, everybody, unit } = one
  if (!maySetAbsence(who, person.id, unit?.leaderId ?? null)) return null
  const name = (id: string | null) => everybody.people.find(other => other.id === id)?.name
  return (
    <Section title={peopleWords(lang, 'away.title')} lead={peopleWords(lang, 'away.lead')}>
      <ul class="list">
        {everybody.absences
          .filter(absence => absence.personId === person.id)
          .map(absence => (
            <li key={absence.id}>
              {span(lang, absence.from, absence.to)}
              {name(absence.deputyId) && `. ${peopleWords(lang, 'away.answers', { name: name(absence.deputyId) ?? '' })}`}
              <Form page={page} action={page.href(`${peoplePaths.person(person.id)}/fravaer/slet`)}>
                <Hidden name="absence" value={absence.id} />
                <Submit label={peopleWords(lang, 'away.remove')} quiet />
              </Form>
            </li>
          ))}
      </ul>
      <Form page={page} action={page.href(`${peoplePaths.person(person.id)}/fravaer`)}>
        <DateField form={form} name="awayFrom" label={peopleWords(lang, 'away.from')} />
        <DateField form={form} name="awayTo" label={peopleWords(lang, 'away.to')} />
        <SelectField
          form={form}
          name="deputy"
          label={peopleWords(lang, 'away.deputy')}
          options={options(everybody, person.id)}
          none={peopleWords(lang, 'away.deputy.none')}
          optional
        />
        <Submit label={peopleWords(lang, 'away.button')} quiet />
      </Form>
    </Section>
  )
}

export function LetGoPart({ page, who, one }: PersonProps) {
  const { lang } = page
  const held: readonly Role[] = one.everybody.roles.get(one.person.id) ?? []
  if (!mayLetGo(who, one.person.id, held)) return null
  return (
    <Section title={peopleWords(lang, 'left.title')}>
      <Form page={page} action={page.href(`${peoplePaths.person(one.person.id)}/fratraed`)}>
        <Submit label={peopleWords(lang, 'left.button', { name: one.person.name })} quiet under={peopleWords(lang, 'left.under')} />
      </Form>
    </Section>
  )
}

/** What a form about this person starts from. */
export function asFilled({ person, unit }: OnePerson): Filled['values'] {
  return {
    name: person.name,
    email: person.email,
    phone: person.phone ?? '',
    helpsWith: person.helpsWith ?? '',
    unit: unit?.slug ?? '',
    shown: person.shown ? ['ja'] : [],
  }
}
export const mayEmail = (who: Principal) => mayChangeEmail(who)
const span = (lang: PersonProps['page']['lang'], from: string, to: string | null) =>
  to
    ? peopleWords(lang, 'span.both', { from: longDate(from, lang), to: longDate(to, lang) })
    : peopleWords(lang, 'span.from', { from: longDate(from, lang) })
