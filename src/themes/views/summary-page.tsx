// The staff's page of one summary alone: for the second human, and for the secretary who gathers it.
import { staffNav } from '../../people/index.ts'
import { ErrorSummary, type Filled, Form, SelectField, Submit, TextArea } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import type { Finding } from '../find-persons.ts'
import { paths } from '../paths.ts'
import { whyNot } from '../summary.ts'
import type { OneSummary } from '../summary-step.ts'
import { themeWords as w } from '../words.ts'
import { Checked } from './checked.tsx'

interface Props {
  readonly page: Page
  readonly who: Principal
  readonly form: Filled
}
export interface Reading {
  readonly one: OneSummary
  readonly findings: readonly Finding[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly can: { readonly approve: boolean; readonly gather: boolean; readonly own: boolean }
}
/** For the second human, and for the secretary who gathers: the text alone. */
export function SummaryPage({ page, who, form, reading }: Props & { reading: Reading }) {
  const { lang } = page
  const { one, can, themes } = reading
  const { summary, stands } = one
  const at = (what: 'godkend' | 'tilbage' | 'saml' | 'ud') => page.href(paths.summaryForm(summary.id, what))
  const looks = whyNot(stands, 'approve') === null
  return (
    <StaffPage
      page={page}
      title={w(lang, 'approve.title')}
      lead={w(lang, 'approve.lead')}
      nav={staffNav(page, who, 'themes')}
      back={{ href: page.href(paths.staff), label: w(lang, 'staff.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <div class="reading">
        <div>
          <Section title={w(lang, 'approve.text')} lead={w(lang, `summary.state.${summary.state}`)}>
            <Quote block>{summary.text}</Quote>
            {summary.said_how && <p class="soft">{w(lang, summary.few ? 'approve.few.yes' : 'approve.few.no')}</p>}
          </Section>
          <Checked page={page} findings={reading.findings} form={form} read />
        </div>
        <div class="no-print">
          {looks && can.own && <p class="note">{w(lang, 'approve.own')}</p>}
          {looks && can.approve && (
            <>
              <Form page={page} action={at('godkend')}>
                <Submit label={w(lang, 'approve.go')} />
              </Form>
              <Form page={page} action={at('tilbage')}>
                <TextArea form={form} name="words" as="detail" label={w(lang, 'approve.back.words')} rows={4} maxLength={1_000} />
                <Submit label={w(lang, 'approve.back')} quiet />
              </Form>
            </>
          )}
          {can.gather &&
            whyNot(stands, 'gather') === null &&
            (themes.length === 0 ? (
              <p class="note">
                <a href={page.href(paths.fresh)}>{w(lang, 'approve.gather.none')}</a>
              </p>
            ) : (
              <Form page={page} action={at('saml')}>
                <SelectField
                  form={form}
                  name="theme"
                  label={w(lang, 'approve.gather.which')}
                  options={themes.map(theme => ({ value: theme.id, label: theme.title }))}
                />
                <Submit label={w(lang, 'approve.gather.go')} />
              </Form>
            ))}
          {can.gather && whyNot(stands, 'take') === null && (
            <Form page={page} action={at('ud')}>
              <Submit label={w(lang, 'theme.takeOut')} quiet />
            </Form>
          )}
        </div>
      </div>
    </StaffPage>
  )
}
