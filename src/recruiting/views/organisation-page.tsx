// Keeps the page of one organisation: whom we talk to, and for each council what has been asked, by whom and when, and what comes next.
import { staffNav } from '../../people/index.ts'
import { localDate, longDate, longDateTime } from '../../platform/clock.ts'
import { ErrorSummary, type Filled, Form, Hidden, SelectField, Submit } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { hows, possibleSteps } from '../ask.ts'
import type { Ask } from '../ask-store.ts'
import type { OneOrganisation } from '../outreach.ts'
import { recruitingPaths as paths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'
import { AskMark } from './organisations-page.tsx'

export function OrganisationPage({ page, who, thing, form }: { page: Page; who: Principal; thing: OneOrganisation; form: Filled }) {
  const { lang } = page
  const { organisation, councils, kinds, districts, asks } = thing
  const { contact } = organisation
  const none = w(lang, 'org.notTold')
  return (
    <StaffPage
      page={page}
      title={organisation.name}
      lead={said(kinds.find(one => one.slug === organisation.kind)?.name ?? organisation.kind, lang)}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.organisations), label: w(lang, 'org.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Answers
        items={[
          {
            label: w(lang, 'org.district'),
            value: organisation.district
              ? said(districts.find(one => one.slug === organisation.district)?.name ?? organisation.district, lang)
              : none,
          },
          { label: w(lang, 'org.languages'), value: organisation.languages.join(', ') || none },
          { label: w(lang, 'org.person'), value: contact.person || none },
          { label: w(lang, 'org.email'), value: contact.email ?? none },
          { label: w(lang, 'org.phone'), value: contact.phone || none },
        ]}
      />
      <p>
        <GoLink href={page.href(paths.organisationDo(organisation.id, 'ret'))}>{w(lang, 'org.change')}</GoLink>
      </p>
      {councils.map(council => (
        <Section key={council.slug} title={said(council.name, lang)}>
          <AskFor page={page} thing={thing} council={council.slug} ask={asks.find(one => one.council === council.slug) ?? null} />
        </Section>
      ))}
      <Section title={w(lang, 'org.out')} lead={w(lang, 'org.out.why')}>
        <Form page={page} action={page.href(paths.organisationDo(organisation.id, 'ud'))}>
          <Submit label={w(lang, 'org.out.do')} quiet />
        </Form>
      </Section>
    </StaffPage>
  )
}

function AskFor({ page, thing, council, ask }: { page: Page; thing: OneOrganisation; council: string; ask: Ask | null }) {
  const { lang } = page
  const state = ask?.state ?? 'none'
  const proposals = thing.proposals.filter(one => one.askId === ask?.id)
  const form: Filled = { values: { how: 'phone' }, errors: [] }
  return (
    <>
      <p>
        <b>
          <AskMark page={page} state={state} />
        </b>
      </p>
      {ask && (
        <ul class="list">
          {ask.steps.map(step => (
            <li key={step.at.getTime()}>
              {w(lang, `step.${step.step}`)}
              {step.how && ` (${w(lang, `how.${step.how}`)})`} · {longDateTime(step.at, lang)} ·{' '}
              <span class="soft">
                {thing.names.get(step.by) ?? w(lang, step.by.startsWith('subject:') ? 'by.organisation' : 'by.house')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {proposals.map(one => (
        <p key={one.id}>
          {w(lang, 'proposal.line', {
            date: longDate(localDate(one.at), lang),
            people: one.people.length,
            women: one.women,
            men: one.men,
            others: one.others,
          })}
          {one.reason && (
            <>
              {' '}
              {w(lang, 'proposal.reason')} »{one.reason}«
            </>
          )}
        </p>
      ))}
      <details>
        <summary>{w(lang, 'step.write')}</summary>
        <Form page={page} action={page.href(paths.organisationDo(thing.organisation.id, 'trin'))}>
          <Hidden name="council" value={council} />
          <SelectField
            form={{ values: {}, errors: [] }}
            name={`step`}
            label={w(lang, 'step.what')}
            options={possibleSteps(state).map(value => ({ value, label: w(lang, `step.${value}`) }))}
          />
          <SelectField
            form={form}
            name="how"
            label={w(lang, 'step.how')}
            options={hows.filter(one => one !== 'page').map(value => ({ value, label: w(lang, `how.${value}`) }))}
            none={null}
          />
          <Submit label={w(lang, 'step.save')} quiet />
        </Form>
      </details>
    </>
  )
}
