// Keeps the organisation's own pages: behind its link a button, then what it can propose and what became of it.
import { localDate, longDate } from '../../platform/clock.ts'
import { Choice, ErrorSummary, type Filled, Form, SelectField, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { FactBox, Prose, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import { genders } from '../balance.ts'
import { recruitingPaths as paths } from '../paths.ts'
import type { Proposing } from '../proposing.ts'
import { recruitingWords as w } from '../words.ts'

/** So many people on one form; more are proposed by sending it again. */
export const mostPeople = 4

/** Programs that look at links in mail open nothing: a button stands before the page. */
export function ProposeDoor({ page, form }: { page: Page; form: Filled }) {
  const { lang } = page
  return (
    <PublicPage
      page={page}
      title={w(lang, 'propose.door.title')}
      lead={w(lang, 'propose.door.lead')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page}>
        <Submit label={w(lang, 'propose.door.go')} />
      </Form>
    </PublicPage>
  )
}

export function ProposePage({ page, thing, form }: { page: Page; thing: Proposing; form: Filled }) {
  const { lang } = page
  const council = said(thing.council.name, lang)
  return (
    <PublicPage
      page={page}
      title={w(lang, 'propose.title', { council })}
      lead={w(lang, 'propose.lead', { organisation: thing.organisation })}
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Prose>
        <p>{said(thing.council.facts.summary as never, lang)}</p>
      </Prose>
      <Said page={page} thing={thing} />
      {thing.law && (
        <FactBox
          title={w(lang, 'propose.law')}
          items={[
            {
              term: `${said(thing.law.law as never, lang)} ${thing.law.section}`,
              detail: `${said(thing.law.says as never, lang)} ${thing.law.readOn ? w(lang, 'propose.law.checked', { date: longDate(thing.law.readOn, lang) }) : w(lang, 'propose.law.unread')}`,
            },
          ]}
        />
      )}
      <Form page={page} action={page.href(paths.proposeDo('forslag'))}>
        <div class="field">
          {Array.from({ length: mostPeople }, (_, at) => (
            <Person key={at} page={page} thing={thing} form={form} n={at + 1} />
          ))}
        </div>
        {thing.law && (
          <TextArea
            form={form}
            name="reason"
            label={w(lang, 'propose.reason')}
            why={w(lang, 'propose.reason.why')}
            rows={3}
            maxLength={1000}
            optional
          />
        )}
        <Submit label={w(lang, 'propose.send')} under={w(lang, 'propose.send.under')} />
      </Form>
      <Section title={w(lang, 'propose.none')}>
        <Form page={page} action={page.href(paths.proposeDo('nej'))}>
          <Submit label={w(lang, 'propose.none.do')} under={w(lang, 'propose.none.under')} quiet />
        </Form>
        <Form page={page} action={page.href(paths.proposeDo('luk'))}>
          <Submit label={w(lang, 'propose.close')} quiet />
        </Form>
      </Section>
    </PublicPage>
  )
}

function Person({ page, thing, form, n }: { page: Page; thing: Proposing; form: Filled; n: number }) {
  const { lang } = page
  const filled: Filled = { ...form, values: { [`language${n}`]: lang, ...form.values } }
  const fields = (
    <>
      <TextField form={filled} name={`name${n}`} label={w(lang, 'propose.name')} as="detail" maxLength={120} />
      <TextField
        form={filled}
        name={`email${n}`}
        kind="email"
        label={w(lang, 'propose.email')}
        why={w(lang, 'propose.reach.why')}
        as="detail"
        optional
      />
      <TextField form={filled} name={`phone${n}`} kind="tel" label={w(lang, 'propose.phone')} as="detail" width="half" optional />
      <SelectField
        form={filled}
        name={`language${n}`}
        label={w(lang, 'propose.language')}
        as="detail"
        options={LANGS.map(one => ({ value: one, label: LANG_NAMES[one] }))}
        none={null}
      />
      {thing.law && (
        <Choice
          form={filled}
          name={`gender${n}`}
          legend={w(lang, 'propose.gender')}
          why={w(lang, 'propose.gender.why')}
          as="detail"
          options={genders.map(value => ({ value, label: w(lang, `propose.gender.${value}`) }))}
        />
      )}
    </>
  )
  // Two stand open, since the law asks for two; more are there for whoever opens them.
  const open = n <= 2 || form.errors.some(one => one.field.endsWith(String(n))) || String(form.values[`name${n}`] ?? '') !== ''
  return (
    <details open={open}>
      <summary>
        <b>{w(lang, 'propose.person', { n })}</b>
      </summary>
      {fields}
    </details>
  )
}

function Said({ page, thing }: { page: Page; thing: Proposing }) {
  const { lang } = page
  if (thing.said.length === 0) return null
  return (
    <Section title={w(lang, 'propose.said')} lead={w(lang, 'propose.said.why')}>
      <ul class="list">
        {thing.said.map((one, at) => (
          <li key={at}>
            {one.shared
              ? w(lang, 'propose.said.shared', { name: one.shared.name, state: w(lang, `state.${one.shared.state}`) })
              : w(lang, 'propose.said.neutral', { date: longDate(localDate(one.at), lang) })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function ThanksPage({ page, no, days }: { page: Page; no: boolean; days: number }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, no ? 'propose.no.thanks' : 'propose.thanks')} noindex>
      <Prose>
        <p>{no ? w(lang, 'propose.no.next') : w(lang, 'propose.thanks.next', { days })}</p>
      </Prose>
      <Form page={page} action={page.href(paths.proposeDo('luk'))}>
        <Submit label={w(lang, 'propose.close')} quiet />
      </Form>
    </PublicPage>
  )
}

/** The page is open for a short while behind the link only. */
export function ClosedPage({ page }: { page: Page }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'propose.closed')} neutral noindex>
      <Prose>
        <p>{w(lang, 'propose.closed.next')}</p>
      </Prose>
    </PublicPage>
  )
}
