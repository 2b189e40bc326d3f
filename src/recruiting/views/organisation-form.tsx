// Keeps the form for an organisation or place, and the way in for a whole list.
import { staffNav } from '../../people/index.ts'
import { ErrorSummary, type Filled, Form, Hidden, SelectField, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { PreviewedOrganisations } from '../import-organisations.ts'
import type { Organisation } from '../organisation-store.ts'
import type { Register } from '../outreach.ts'
import { recruitingPaths as paths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'

interface Props {
  readonly page: Page
  readonly who: Principal
  readonly form: Filled
  readonly words: Pick<Register, 'kinds' | 'districts'>
  /** The one that is changed; null for a new one. */
  readonly organisation: Organisation | null
}
const valuesOf = (one: Organisation) => ({
  name: one.name,
  kind: one.kind,
  district: one.district ?? '',
  languages: one.languages.join(', '),
  letterLanguage: one.letterLanguage,
  person: one.contact.person,
  email: one.contact.email ?? '',
  phone: one.contact.phone,
})

export function OrganisationForm({ page, who, form, words, organisation }: Props) {
  const { lang } = page
  const filled: Filled = { ...form, values: { letterLanguage: 'da', ...(organisation ? valuesOf(organisation) : {}), ...form.values } }
  const options = (list: Props['words']['kinds']) => list.map(one => ({ value: one.slug, label: said(one.name, lang) }))
  return (
    <StaffPage
      page={page}
      title={organisation ? organisation.name : w(lang, 'org.enter')}
      nav={staffNav(page, who, 'recruiting')}
      back={{
        href: page.href(organisation ? paths.organisation(organisation.id) : paths.organisations),
        label: organisation?.name ?? w(lang, 'org.title'),
      }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page}>
        <TextField form={filled} name="name" label={w(lang, 'org.name')} maxLength={120} />
        <SelectField form={filled} name="kind" label={w(lang, 'org.kind')} why={w(lang, 'org.kind.why')} options={options(words.kinds)} />
        <SelectField form={filled} name="district" label={w(lang, 'org.district')} options={options(words.districts)} optional />
        <TextField form={filled} name="languages" label={w(lang, 'org.languages')} why={w(lang, 'org.languages.why')} optional />
        <TextField form={filled} name="person" label={w(lang, 'org.person')} why={w(lang, 'org.contact.why')} optional />
        <TextField form={filled} name="email" kind="email" label={w(lang, 'org.email')} why={w(lang, 'org.email.why')} optional />
        <TextField form={filled} name="phone" kind="tel" label={w(lang, 'org.phone')} optional width="half" />
        <SelectField
          form={filled}
          name="letterLanguage"
          label={w(lang, 'org.letterLanguage')}
          options={LANGS.map(one => ({ value: one, label: LANG_NAMES[one] }))}
          none={null}
        />
        <Submit label={w(lang, 'org.save')} />
      </Form>
    </StaffPage>
  )
}

export function ImportOrganisations({
  page,
  who,
  form,
  preview,
}: {
  page: Page
  who: Principal
  form: Filled
  preview: PreviewedOrganisations | null
}) {
  const { lang } = page
  const filled: Filled = { ...form, values: { ...(preview ? { list: preview.text } : {}), ...form.values } }
  return (
    <StaffPage
      page={page}
      title={w(lang, 'org.import')}
      lead={w(lang, 'import.lead')}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.organisations), label: w(lang, 'org.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {preview && <Preview page={page} preview={preview} />}
      <Form page={page} action={page.href(paths.import)} enctype="multipart/form-data">
        <TextArea form={filled} name="list" label={w(lang, 'import.list')} why={w(lang, 'import.list.why')} rows={10} />
        <div class="field">
          <label class="q" for="f-file">
            {w(lang, 'import.file')}
          </label>
          <input id="f-file" type="file" name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
        </div>
        <Submit label={w(lang, 'import.preview')} quiet={preview !== null && preview.faults.length === 0} />
      </Form>
    </StaffPage>
  )
}

function Preview({ page, preview }: { page: Page; preview: PreviewedOrganisations }) {
  const { lang } = page
  const { organisations, faults, text } = preview
  if (faults.length > 0)
    return (
      <Section title={w(lang, 'import.faults', { count: faults.length })}>
        <ul class="list">
          {faults.map(({ line, column, message }) => (
            <li key={`${line} ${column} ${said(message, 'da')}`}>
              <Mark kind="broken" /> <b>{w(lang, 'import.fault', { line, column })}</b> {said(message, lang)}
            </li>
          ))}
        </ul>
      </Section>
    )
  const fresh = organisations.filter(one => !one.known)
  return (
    <Section title={w(lang, 'import.found', { count: fresh.length })}>
      <ul class="list">
        {organisations.map(one => (
          <li key={one.line}>
            <b>
              <bdi>{one.name}</bdi>
            </b>{' '}
            {one.contact.email ?? w(lang, 'org.noEmail')} {one.known && <span class="soft">{w(lang, 'import.known')}</span>}
          </li>
        ))}
      </ul>
      {fresh.length > 0 && (
        <Form page={page} action={page.href(paths.import)}>
          <Hidden name="save" value="yes" />
          <Hidden name="list" value={text} />
          <Submit label={w(lang, 'import.save')} />
        </Form>
      )}
    </Section>
  )
}
