// The operator's page about the numbers to call: which are shown, which wait, and confirming one.
import type { ItemContent } from '../../municipalities/index.ts'
import { peoplePaths, staffNav } from '../../people/index.ts'
import { isLocalDate, localDate, longDate } from '../../platform/clock.ts'
import { Choice, DateField, ErrorSummary, type Filled, Form, Submit, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Proofs } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { helpPaths } from '../paths.ts'
import { numberWords } from '../staff-words.ts'

type Number = ItemContent['help']
interface Props {
  readonly page: Page
  readonly who: Principal
  readonly numbers: readonly Number[]
  readonly form: Filled
}

export function NumbersPage({ page, who, numbers, form }: Props) {
  const { lang } = page
  const t = (key: Parameters<typeof numberWords>[1], values?: Parameters<typeof numberWords>[2]) => numberWords(lang, key, values)
  const own = numbers.filter(one => one.kind !== 'emergency')
  const confirmed = own.filter(one => one.shown)
  const waiting = own.filter(one => !one.shown)
  const day = (text: string) => (isLocalDate(text) ? longDate(text, lang) : text)
  const stands = (one: Number) => {
    if (one.phone === null) return t('missing')
    return one.confirmed
      ? t('shown.text', { phone: one.phone, by: one.confirmed.by, on: day(one.confirmed.on) })
      : t('waiting.text', { phone: one.phone, asOf: day(one.asOf ?? '?') })
  }
  const name = (one: Number) => said(one.name as never, lang)
  const option = (one: Number) => ({ value: one.slug, label: name(one), hint: stands(one) })
  const line = (state: 'shown' | 'missing') => (one: Number) => ({ state, label: name(one), detail: stands(one) })
  const filled = {
    ...form,
    values: {
      by: who.kind === 'staff' ? who.name : '',
      on: localDate(page.now),
      number: (waiting[0] ?? own[0])?.slug ?? '',
      ...form.values,
    },
  }
  return (
    <StaffPage
      page={page}
      title={t('title')}
      lead={t('lead')}
      nav={staffNav(page, who, 'setUp')}
      back={{ href: page.href(peoplePaths.setUp) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {waiting.length > 0 && (
        <Section title={t('waiting')}>
          <Proofs items={waiting.map(line('missing'))} />
        </Section>
      )}
      {confirmed.length > 0 && (
        <Section title={t('shown')}>
          <Proofs items={confirmed.map(line('shown'))} />
        </Section>
      )}
      <Section title={t('confirm')}>
        <Form page={page} action={page.href(helpPaths.numbers)}>
          <Choice
            form={filled}
            name="number"
            legend={t('which')}
            options={[...waiting, ...confirmed].map(one => ({ ...option(one), hint: undefined }))}
          />
          <TextField form={filled} name="phone" label={t('phone')} why={t('phone.why')} optional maxLength={20} />
          <TextField form={filled} name="by" label={t('by')} why={t('by.why')} maxLength={120} />
          <DateField form={filled} name="on" label={t('on')} />
          <Submit label={t('button')} under={t('under')} />
        </Form>
      </Section>
      {confirmed.length > 0 && (
        <Section title={t('withdraw')} lead={t('withdraw.lead')}>
          {confirmed.map(one => (
            <Form key={one.slug} page={page} action={page.href(helpPaths.withdraw)}>
              <input type="hidden" name="number" value={one.slug} />
              <Submit label={`${t('withdraw.button')}: ${name(one)}`} quiet />
            </Form>
          ))}
        </Section>
      )}
    </StaffPage>
  )
}
