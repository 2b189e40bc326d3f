// Keeps the small forms of the register: leaving, correcting, and what happened to a council.
import { staffNav } from '../../people/index.ts'
import { localDate, longDate } from '../../platform/clock.ts'
import { Checks, Choice } from '../../platform/html/choices.tsx'
import { DateField, ErrorSummary, Form, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { councilPaths } from '../paths.ts'
import type { ForCouncil, OneSeating } from '../staff-loads.ts'
import { councilEvents, leavingReasons } from '../tables.ts'
import { councilWords } from '../words.ts'

interface Props<T> {
  page: Page
  who: Principal
  thing: T
  form: Filled
}
const withToday = (form: Filled, field: string, today: string): Filled =>
  form.values[field] === undefined ? { ...form, values: { ...form.values, [field]: today } } : form

export function LeavePage({ page, who, thing, form }: Props<OneSeating>) {
  const { lang } = page
  const { council, seating } = thing
  return (
    <StaffPage
      page={page}
      title={councilWords(lang, 'leave.title', { name: seating.name })}
      lead={councilWords(lang, 'leave.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(councilPaths.leave(council.slug, seating.id))}>
        <DateField form={withToday(form, 'on', localDate(page.now))} name="on" label={councilWords(lang, 'leave.on')} />
        <Choice
          form={form}
          name="reason"
          legend={councilWords(lang, 'leave.reason')}
          why={councilWords(lang, 'leave.reason.why')}
          options={leavingReasons.map(value => ({ value, label: councilWords(lang, `reason.${value}`) }))}
        />
        <Submit label={councilWords(lang, 'leave.do')} under={councilWords(lang, 'leave.under')} />
      </Form>
    </StaffPage>
  )
}

export function CorrectPage({ page, who, thing, form }: Props<OneSeating>) {
  const { lang } = page
  const { council, seating } = thing
  const filled = form.values.from === undefined ? { ...form, values: { from: seating.from, termTo: seating.termTo ?? '' } } : form
  return (
    <StaffPage
      page={page}
      title={councilWords(lang, 'correct.title', { name: seating.name })}
      lead={councilWords(lang, 'correct.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(councilPaths.correct(council.slug, seating.id))}>
        <DateField form={filled} name="from" label={councilWords(lang, 'correct.from')} />
        <DateField form={filled} name="termTo" label={councilWords(lang, 'correct.to')} optional />
        {seating.endedOn && (
          <Checks
            form={form}
            name="stays"
            legend={councilWords(lang, 'correct.stays', { day: longDate(seating.endedOn, lang) })}
            options={[{ value: 'yes', label: councilWords(lang, 'correct.stays.yes') }]}
          />
        )}
        <Checks
          form={form}
          name="never"
          legend={councilWords(lang, 'correct.never')}
          options={[{ value: 'yes', label: councilWords(lang, 'correct.never.yes') }]}
        />
        <Submit label={councilWords(lang, 'correct.do')} />
      </Form>
    </StaffPage>
  )
}

export function EventPage({ page, who, thing, form }: Props<ForCouncil>) {
  const { lang } = page
  const { council } = thing
  return (
    <StaffPage
      page={page}
      title={councilWords(lang, 'event.title')}
      lead={councilWords(lang, 'event.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(councilPaths.event(council.slug))}>
        <Choice
          form={form}
          name="event"
          legend={councilWords(lang, 'event.what')}
          options={councilEvents.map(value => ({ value, label: councilWords(lang, `event.${value}`) }))}
        />
        <DateField form={withToday(form, 'on', localDate(page.now))} name="on" label={councilWords(lang, 'event.on')} />
        <TextField form={form} name="body" label={councilWords(lang, 'event.body')} width="half" maxLength={200} />
        <TextField form={form} name="minuteRef" label={councilWords(lang, 'event.ref')} width="half" maxLength={200} optional />
        <TextArea
          form={form}
          name="reason"
          label={councilWords(lang, 'event.reason')}
          why={councilWords(lang, 'event.reason.why')}
          rows={4}
          maxLength={1000}
          optional
        />
        <Submit label={councilWords(lang, 'event.do')} under={councilWords(lang, 'event.under')} />
      </Form>
    </StaffPage>
  )
}
