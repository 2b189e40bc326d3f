// "Når du har underrettet": where one notifies, and one's own notes that one has; never what or about whom.
import { peoplePaths, staffNav } from '../../people/index.ts'
import { longDate, longDateTime } from '../../platform/clock.ts'
import { Choice, DateField, ErrorSummary, type Filled, Form, Hidden, Submit, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { lastDayOf, type OwnNotes } from '../own-notified.ts'
import { paths } from '../paths.ts'
import { routesOfNotice } from '../tables.ts'
import { voiceWords as w } from '../words.ts'

interface Props {
  readonly page: Page
  readonly who: Principal
  readonly own: OwnNotes
  readonly form: Filled
}
export function NotifiedPage({ page, who, own, form }: Props) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.notified.title')}
      lead={w(lang, 'staff.notified.lead')}
      nav={staffNav(page, who)}
      back={{ href: page.href(peoplePaths.work), label: w(lang, 'staff.notified.back') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Section title={w(lang, 'child.title')}>
        <p>{w(lang, 'child.text')}</p>
        {own.childChannel ? <GoLink href={own.childChannel}>{w(lang, 'child.go')}</GoLink> : <p>{w(lang, 'child.missing')}</p>}
      </Section>
      <Section title={w(lang, 'staff.one.child')} lead={w(lang, 'staff.notified.what')}>
        <Form page={page} action={page.href(paths.notified)}>
          <DateField form={form} name="day" label={w(lang, 'staff.notified.day')} />
          <TextField
            form={form}
            name="time"
            label={w(lang, 'staff.notified.time')}
            why={w(lang, 'staff.notified.time.why')}
            width="short"
            maxLength={5}
          />
          <Choice
            form={form}
            name="route"
            legend={w(lang, 'staff.one.child.route')}
            options={routesOfNotice.map(value => ({ value, label: w(lang, `staff.route.${value}`) }))}
          />
          <Submit label={w(lang, 'staff.one.child.go')} />
        </Form>
      </Section>
      <Notes page={page} own={own} />
    </StaffPage>
  )
}

function Notes({ page, own: { notes, keepDays } }: Pick<Props, 'page' | 'own'>) {
  const { lang } = page
  const kept = keepDays === null ? w(lang, 'staff.notified.kept') : w(lang, 'staff.notified.period', { days: keepDays })
  return (
    <Section title={w(lang, 'staff.notified.own')} lead={`${w(lang, 'staff.notified.alone')} ${kept}`}>
      {notes.length === 0 ? (
        <p class="soft">{w(lang, 'staff.notified.none')}</p>
      ) : (
        <>
          <ul class="list">
            {notes.map(one => (
              <li key={one.id}>
                <p>
                  <b>{longDateTime(one.at, lang)}</b>: {w(lang, `staff.route.${one.route}`)}
                  {keepDays !== null && (
                    <small class="soft"> {w(lang, 'staff.notified.last', { date: longDate(lastDayOf(one, keepDays), lang) })}</small>
                  )}
                </p>
                <Form page={page} action={page.href(`${paths.notified}/fjern`)}>
                  <Hidden name="note" value={one.id} />
                  <Submit label={w(lang, 'staff.notified.drop')} quiet />
                </Form>
              </li>
            ))}
          </ul>
          <GoLink href={page.href(`${paths.notified}/fil`)}>{w(lang, 'staff.notified.file')}</GoLink>
        </>
      )}
    </Section>
  )
}
