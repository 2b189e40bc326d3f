// "Which council fits me?": three questions on one page, and the answer on the same address.
import type { ComponentChildren } from 'preact'
import { Checks, Choice, ErrorSummary, type Filled, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Prose } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import { residences } from '../answers.ts'
import { callWords as w } from '../call-words.ts'
import type { Fit, FitHurdle, FitReason } from '../fit.ts'
import { type Kind, type OpenCouncil, offerOf } from '../offer.ts'
import { paths } from '../paths.ts'
import { nominationWords } from '../words.ts'
import { councilName } from './joining.tsx'

const kindWords = (kinds: readonly Kind[], page: Page) =>
  new Intl.ListFormat(page.lang, { type: 'disjunction' }).format(kinds.map(kind => said(kind.words as never, page.lang)))
const capital = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

function Frame({
  page,
  title,
  lead,
  faulty,
  above,
  children,
}: {
  page: Page
  title: string
  lead: string
  faulty?: boolean
  above?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <PublicPage
      page={page}
      section="councils"
      back={{ href: page.href('/raad') }}
      title={title}
      lead={lead}
      faulty={faulty}
      above={above}
      neutral
      noindex
    >
      {children}
    </PublicPage>
  )
}

export function FitPage({ page, open, form }: { page: Page; open: readonly OpenCouncil[]; form: Filled }) {
  const { lang } = page
  const offer = offerOf(open)
  if (open.length === 0)
    return (
      <Frame page={page} title={w(lang, 'fit.title')} lead={w(lang, 'fit.closed')}>
        <p>{w(lang, 'fit.none')}</p>
        <GoLink href={page.href('/raad')}>{w(lang, 'closed.read')}</GoLink>
      </Frame>
    )
  return (
    <Frame
      page={page}
      title={w(lang, 'fit.title')}
      lead={w(lang, 'fit.lead')}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page} action={page.href(paths.fit)}>
        <Checks
          form={form}
          name="about"
          legend={w(lang, 'fit.q.about')}
          why={w(lang, 'fit.q.about.why')}
          optional
          options={open.map(one => ({ value: one.slug, label: said(one.about as never, lang), hint: councilName(one, page) }))}
        />
        {offer.kinds.length > 0 && (
          <Checks
            form={form}
            name="kinds"
            legend={w(lang, 'fit.q.kinds')}
            why={w(lang, 'fit.q.kinds.why')}
            optional
            options={offer.kinds.map(kind => ({ value: kind.key, label: capital(said(kind.words as never, lang), lang) }))}
          />
        )}
        {offer.residence && (
          <Choice
            form={form}
            name="residence"
            legend={w(lang, 'fit.q.residence', { municipality: page.municipality.name })}
            optional
            options={residences.map(value => ({ value, label: nominationWords(lang, `answer.${value}`) }))}
          />
        )}
        <Submit label={w(lang, 'fit.go')} />
      </Form>
    </Frame>
  )
}

export function FitResultPage({ page, found }: { page: Page; found: readonly Fit[] }) {
  const { lang } = page
  const chosen = found.filter(fit => fit.verdict === 'fits')
  const possible = chosen.length > 0 ? chosen : found.filter(fit => fit.verdict === 'ask')
  return (
    <Frame page={page} title={w(lang, 'fit.result', { count: chosen.length })} lead={w(lang, 'fit.result.lead')}>
      <ul class="list">
        {found.map(fit => (
          <li key={fit.council.slug}>
            <p>
              <Chip>{w(lang, `fit.verdict.${fit.verdict}`)}</Chip>
            </p>
            <h2>
              <a href={page.href(`/raad/${fit.council.slug}`)}>{councilName(fit.council, page)}</a>
            </h2>
            <p>{said(fit.council.summary as never, lang)}</p>
            <Prose>
              <ul>
                {fit.reasons.map(reason => (
                  <li key={reason}>{because(reason, fit, page)}</li>
                ))}
                {fit.hurdles.map(hurdle => (
                  <li key={hurdle}>{but(hurdle, fit, page)}</li>
                ))}
              </ul>
            </Prose>
          </li>
        ))}
      </ul>
      {possible.length > 0 ? (
        <Form page={page} action={page.href(paths.join)}>
          <Hidden name="step" value="start" />
          <Hidden name="go" value="edit:start" />
          <Hidden name="forWhom" value="self" />
          {possible.map(fit => (
            <Hidden key={fit.council.slug} name="councils" value={fit.council.slug} />
          ))}
          <Submit label={w(lang, 'fit.join', { count: possible.length })} under={w(lang, 'fit.join.under')} />
        </Form>
      ) : (
        <p>
          <a href="#kontakt">{w(lang, 'fit.none')}</a>
        </p>
      )}
      <p>
        <a href={page.href(paths.fit)}>{w(lang, 'fit.again')}</a>
      </p>
    </Frame>
  )
}

function because(reason: FitReason, fit: Fit, page: Page): string {
  const needed = fit.matched.filter(kind => fit.needed.includes(kind))
  const fill = {
    about: {},
    free: {},
    resident: { municipality: page.municipality.name },
    kind: { kinds: kindWords(needed, page) },
    wished: { kinds: kindWords(fit.matched, page) },
  }
  return w(page.lang, `fit.because.${reason}`, fill[reason])
}

function but(hurdle: FitHurdle, fit: Fit, page: Page): string {
  return w(page.lang, `fit.but.${hurdle}`, { municipality: page.municipality.name, kinds: kindWords(fit.needed, page) })
}
