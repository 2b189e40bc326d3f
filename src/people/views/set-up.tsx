// The first week as a list, the municipality's word, and its closing days.
import { longDate } from '../../platform/clock.ts'
import { Checks, DateField, ErrorSummary, type Filled, Form, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Proofs } from '../../platform/html/marks.tsx'
import { FRAME_PATHS, type Page } from '../../platform/html/page.ts'
import { GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { hasRole, type Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { peoplePaths } from '../paths.ts'
import type { SetUpStep } from '../set-up.ts'
import { staffNav } from '../staff-nav.ts'
import { peopleWords, roleName } from '../words.ts'

interface Props {
  page: Page
  who: Principal
}

export function SetUpPage({ page, who, steps }: Props & { steps: readonly SetUpStep[] }) {
  const { lang } = page
  const left = steps.filter(step => !step.done)
  const own = left.filter(step => hasRole(who, step.by))
  const others = left.filter(step => !own.includes(step))
  // What is in place keeps its link: days change each year, a number stops answering, a word is taken back.
  const line = (step: SetUpStep) => {
    const go = step.href && hasRole(who, step.by) && (
      <GoLink href={page.href(step.href)}>{peopleWords(lang, step.done ? 'setUp.change' : 'setUp.do')}</GoLink>
    )
    return {
      state: step.done ? ('shown' as const) : ('missing' as const),
      label: said(step.title, lang),
      detail: step.done ? (
        go || undefined
      ) : (
        <>
          {said(step.text, lang)} <span class="soft">{peopleWords(lang, 'setUp.by', { role: roleName(lang, step.by) })}</span>
          {go && <> {go}</>}
        </>
      ),
    }
  }
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, 'setUp.title')}
      lead={peopleWords(lang, 'setUp.lead', { n: left.length })}
      nav={staffNav(page, who, 'setUp')}
    >
      {own.length > 0 && <Proofs items={own.map(line)} />}
      {others.length > 0 && (
        <Section title={peopleWords(lang, 'setUp.others')} lead={peopleWords(lang, 'setUp.others.lead')}>
          <Proofs items={others.map(line)} />
        </Section>
      )}
      {left.length < steps.length && (
        <section>
          <h2>{peopleWords(lang, 'setUp.done')}</h2>
          <Proofs items={steps.filter(step => step.done).map(line)} />
        </section>
      )}
      {!page.municipality.practice && (
        <Section title={peopleWords(lang, 'setUp.practice')} lead={peopleWords(lang, 'setUp.practice.text')} id="oevelse">
          <Form page={page} action={page.href(FRAME_PATHS.practice)}>
            <Submit label={peopleWords(lang, 'setUp.practice.button')} quiet />
          </Form>
          <p>
            <GoLink href={page.href(FRAME_PATHS.practice)}>{peopleWords(lang, 'setUp.practice.about')}</GoLink>
          </p>
        </Section>
      )}
    </StaffPage>
  )
}

export interface Authority {
  readonly confirmed: boolean
  readonly by: string | null
  readonly on: string | null
}

export function AuthorityPage({ page, who, authority, form }: Props & { authority: Authority; form: Filled }) {
  const { lang } = page
  const w = (key: Parameters<typeof peopleWords>[1]) => peopleWords(lang, key)
  return (
    <StaffPage
      page={page}
      title={w('authority.title')}
      nav={staffNav(page, who, 'setUp')}
      back={{ href: page.href(peoplePaths.setUp), label: w('setUp.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {authority.confirmed ? (
        <>
          <p>
            {peopleWords(lang, 'authority.confirmed', { by: authority.by ?? '', on: authority.on ? longDate(authority.on, lang) : '' })}
          </p>
          <Form page={page} action={page.href(`${peoplePaths.authority}/tilbage`)}>
            <Submit label={w('authority.withdraw')} quiet under={w('authority.withdraw.under')} />
          </Form>
        </>
      ) : (
        <>
          <Prose>
            <p>{w('authority.lead')}</p>
          </Prose>
          <Form page={page} action={page.href(peoplePaths.authority)}>
            <TextField form={form} name="by" label={w('authority.by')} why={w('authority.by.why')} />
            <DateField form={form} name="on" label={w('authority.on')} />
            <Checks form={form} name="sure" legend={w('authority.sure')} options={[{ value: 'ja', label: w('authority.sure.yes') }]} />
            <Submit label={w('authority.button')} under={w('authority.under')} />
          </Form>
        </>
      )}
    </StaffPage>
  )
}

export function ClosingDaysPage({ page, who, days, form }: Props & { days: string; form: Filled }) {
  const { lang } = page
  const filled = { values: { days, ...form.values }, errors: form.errors }
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, 'closing.title')}
      lead={peopleWords(lang, 'closing.lead')}
      nav={staffNav(page, who, 'setUp')}
      back={{ href: page.href(peoplePaths.setUp), label: peopleWords(lang, 'setUp.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(peoplePaths.closingDays)}>
        <TextArea
          form={filled}
          name="days"
          rows={10}
          label={peopleWords(lang, 'closing.days')}
          why={peopleWords(lang, 'closing.days.why')}
        />
        <Submit label={peopleWords(lang, 'person.save')} under={peopleWords(lang, 'closing.under')} />
      </Form>
    </StaffPage>
  )
}
