// Keeps the pages with one question: why a wish is not followed, and who is on a seat by virtue of their work.
import type { Group, Reason } from '../../councils/charters/index.ts'
import { saidWords } from '../../councils/index.ts'
import { staffNav } from '../../people/index.ts'
import { Checks } from '../../platform/html/choices.tsx'
import { DateField, ErrorSummary, Form, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { errorOf, type Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { RuleLine } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Composed } from '../composed.ts'
import { slatePaths } from '../paths.ts'
import { longestReason } from '../published-reason.ts'
import { sentenceOf } from '../verdict.ts'
import { engineLang, slateWords } from '../words.ts'

export interface ReasonShown {
  readonly whole: Composed
  readonly reason: Reason
}

export function ReasonPage({ page, who, thing, form }: { page: Page; who: Principal; thing: ReasonShown; form: Filled }) {
  const { lang } = page
  const { whole, reason } = thing
  const written = whole.slate.deviations.get(reason.atom)
  const filled: Filled = form.values.reason === undefined && written ? { ...form, values: { reason: written } } : form
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, 'reason.title')}
      lead={slateWords(lang, 'reason.lead')}
      nav={staffNav(page, who, 'slates')}
      back={{ href: page.href(slatePaths.slate(whole.slate.id)) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <RuleLine force="should" state="departed" quote={reason.source?.text}>
        <p>{sentenceOf(whole.charter, reason, engineLang(lang))}</p>
      </RuleLine>
      <Form page={page} action={page.href(slatePaths.reason(whole.slate.id, reason.atom))}>
        <TextArea
          form={filled}
          name="reason"
          label={slateWords(lang, 'reason.reason')}
          why={slateWords(lang, 'reason.why')}
          rows={5}
          maxLength={longestReason}
        />
        <SeenTick page={page} form={form} />
        <Submit label={slateWords(lang, 'reason.do')} />
      </Form>
    </StaffPage>
  )
}

/** Shown once a text to be published has come back with a warning. */
export function SeenTick({ page, form }: { page: Page; form: Filled }) {
  if (!errorOf(form, 'seen')) return null
  return (
    <Checks
      form={form}
      name="seen"
      as="detail"
      legend={slateWords(page.lang, 'reason.seen.legend')}
      options={[{ value: 'yes', label: slateWords(page.lang, 'reason.seen') }]}
    />
  )
}

export interface NameShown {
  readonly whole: Composed
  readonly group: Group
}

export function NamePage({ page, who, thing, form }: { page: Page; who: Principal; thing: NameShown; form: Filled }) {
  const { lang } = page
  const { whole, group } = thing
  const kind = group.voting ? 'council' : 'adviser'
  const name = said(saidWords(group.name, group.id), engineLang(lang))
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, `name.${kind}`)}
      lead={slateWords(lang, `name.lead.${kind}`)}
      nav={staffNav(page, who, 'slates')}
      back={{ href: page.href(slatePaths.slate(whole.slate.id)) }}
      above={
        <>
          <ErrorSummary form={form} />
          <p class="soft">{name}</p>
        </>
      }
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(slatePaths.name(whole.slate.id, group.id))}>
        <TextField form={form} name="name" label={slateWords(lang, 'name.name')} width="half" maxLength={200} />
        <TextField
          form={form}
          name="email"
          label={slateWords(lang, 'name.email')}
          why={slateWords(lang, 'name.email.why')}
          width="half"
          maxLength={254}
          dir="ltr"
          optional
        />
        {kind === 'adviser' && (
          <>
            {whole.competences.length > 0 && (
              <Checks
                form={form}
                name="covers"
                legend={slateWords(lang, 'name.covers')}
                why={slateWords(lang, 'name.covers.why')}
                options={whole.competences.map(one => ({ value: one.slug, label: said(one.name, lang) }))}
                optional
              />
            )}
            <TextArea form={form} name="need" label={slateWords(lang, 'name.need')} rows={3} maxLength={500} />
            <DateField form={form} name="until" label={slateWords(lang, 'name.until')} why={slateWords(lang, 'name.until.why')} />
          </>
        )}
        <Submit label={slateWords(lang, 'name.do')} />
      </Form>
    </StaffPage>
  )
}
