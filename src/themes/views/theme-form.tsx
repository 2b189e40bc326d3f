// The form the words of a theme are written in.
import { staffNav } from '../../people/index.ts'
import { Checks, ErrorSummary, type Filled, Form, SelectField, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { Principal } from '../../platform/principal.ts'
import { type Said, said } from '../../platform/refusal.ts'
import type { Finding } from '../find-persons.ts'
import { paths } from '../paths.ts'
import type { ThemeRow } from '../theme-store.ts'
import { themeWords as w } from '../words.ts'
import { Checked } from './checked.tsx'

interface Props {
  readonly page: Page
  readonly who: Principal
}
export interface Writable {
  readonly theme: ThemeRow | null
  readonly councils: readonly { readonly slug: string; readonly name: Said }[]
  readonly districts: readonly { readonly slug: string; readonly name: string }[]
  readonly findings: readonly Finding[]
}
export function ThemeFormPage({ page, who, form: given, writable }: Props & { form: Filled; writable: Writable }) {
  const { lang } = page
  const { theme } = writable
  const form: Filled = {
    ...given,
    values: {
      ...(theme && {
        title: theme.title,
        question: theme.question,
        words: theme.words,
        councils: [...theme.councils],
        district: theme.district ?? '',
        showCount: theme.show_count ? 'on' : '',
        seen: [...theme.seen],
      }),
      ...given.values,
    },
  }
  return (
    <StaffPage
      page={page}
      title={w(lang, theme ? 'theme.edit.title' : 'theme.new.title')}
      nav={staffNav(page, who, 'themes')}
      back={{ href: page.href(theme ? paths.theme(theme.id) : paths.staff), label: theme?.title ?? w(lang, 'staff.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page} action={page.href(theme ? paths.themeForm(theme.id, 'ret') : paths.fresh)}>
        <TextField form={form} name="title" label={w(lang, 'theme.title')} why={w(lang, 'theme.title.why')} maxLength={120} />
        <TextArea form={form} name="question" label={w(lang, 'theme.question')} rows={3} maxLength={400} />
        <TextArea form={form} name="words" label={w(lang, 'theme.words')} why={w(lang, 'theme.words.why')} rows={8} maxLength={3_000} />
        <Checks
          form={form}
          name="councils"
          legend={w(lang, 'theme.councils')}
          options={writable.councils.map(one => ({ value: one.slug, label: said(one.name, lang) }))}
        />
        <SelectField
          form={form}
          name="district"
          as="detail"
          label={w(lang, 'theme.district')}
          why={w(lang, 'theme.district.why')}
          none={w(lang, 'theme.district.none')}
          options={writable.districts.map(one => ({ value: one.slug, label: one.name }))}
        />
        <label class="opt" for="f-showCount">
          <input type="checkbox" id="f-showCount" name="showCount" value="on" checked={form.values.showCount === 'on'} />
          <span>{w(lang, 'theme.count')}</span>
        </label>
        {theme && <Checked page={page} findings={writable.findings} form={form} />}
        <Submit label={w(lang, 'theme.save')} />
      </Form>
    </StaffPage>
  )
}
