// Keeps the letter to many: writing it, looking each one through, and how far it has come.
import { staffNav } from '../../people/index.ts'
import { longDateTime } from '../../platform/clock.ts'
import { Checks, DateField, ErrorSummary, type Filled, Form, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { directionOf } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { mergeFields } from '../merge-fields.ts'
import type { Campaign, OneMailing } from '../outreach.ts'
import { recruitingPaths as paths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'

export interface Writing extends Campaign {
  /** Those with an e-mail address. */
  readonly reachable: ReadonlySet<string>
  /** Chosen at first: those the engine says would help and nobody has asked. */
  readonly chosen: readonly string[]
  readonly text: { readonly subject: string; readonly body: string }
  readonly replyBy: string
}

export function WritePage({ page, who, thing, form }: { page: Page; who: Principal; thing: Writing; form: Filled }) {
  const { lang } = page
  const { ground, organisations, kinds, reachable, chosen, text, replyBy } = thing
  const filled: Filled = { ...form, values: { ...text, replyBy, to: [...chosen], ...form.values } }
  const can = organisations.filter(one => reachable.has(one.id))
  const without = organisations.length - can.length
  return (
    <StaffPage
      page={page}
      title={w(lang, 'write.title')}
      lead={said(ground.council.name, lang)}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.board(ground.council.slug)), label: said(ground.council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {can.length === 0 ? (
        <EmptyState
          title={w(lang, 'write.none')}
          next={w(lang, 'write.none.next')}
          action={<GoLink href={page.href(paths.organisations)}>{w(lang, 'org.title')}</GoLink>}
        />
      ) : (
        <Form page={page}>
          <TextField form={filled} name="subject" label={w(lang, 'write.subject')} maxLength={120} lang="da" />
          <TextArea
            form={filled}
            name="body"
            label={w(lang, 'write.body')}
            why={w(lang, 'write.body.why', { places: mergeFields.map(one => `{${one}}`).join(' ') })}
            rows={14}
            lang="da"
          />
          <DateField form={filled} name="replyBy" label={w(lang, 'write.replyBy')} />
          <Checks
            form={filled}
            name="to"
            legend={w(lang, 'write.to')}
            why={without > 0 ? w(lang, 'write.to.without', { n: without }) : undefined}
            options={can.map(one => ({
              value: one.id,
              label: one.name,
              hint: `${said(kinds.find(kind => kind.slug === one.kind)?.name ?? one.kind, lang)} · ${w(lang, `ask.${one.state}`)}`,
            }))}
          />
          <Submit label={w(lang, 'write.look')} under={w(lang, 'write.look.under')} />
        </Form>
      )}
    </StaffPage>
  )
}

export function MailingPage({ page, who, thing, form }: { page: Page; who: Principal; thing: OneMailing; form: Filled }) {
  const { lang } = page
  const { mailing, recipients, council } = thing
  const written = recipients.filter(one => one.writtenAt !== null).length
  const left = recipients.filter(one => one.leftOut !== null).length
  const waiting = recipients.length - written - left
  return (
    <StaffPage
      page={page}
      title={w(lang, mailing.sent_at ? 'mailing.title.sent' : 'mailing.title', { n: recipients.length })}
      lead={said(council, lang)}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.board(mailing.council)), label: said(council, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
      opening={
        mailing.sent_at ? (
          <Progress page={page} thing={thing} written={written} waiting={waiting} left={left} />
        ) : (
          <Send page={page} thing={thing} />
        )
      }
    >
      <Section title={w(lang, mailing.sent_at ? 'mailing.who' : 'mailing.each')}>
        {recipients.map(one => (
          <div key={one.organisationId} class="rule right">
            <h3>
              <a href={page.href(paths.organisation(one.organisationId))}>
                <bdi>{one.organisation.name}</bdi>
              </a>
            </h3>
            {one.letter ? (
              <details open={recipients.length < 4}>
                <summary>
                  <bdi lang={one.organisation.letterLanguage}>{one.letter.subject}</bdi>
                </summary>
                <Prose>
                  <p class="letter" lang={one.organisation.letterLanguage} dir={directionOf(one.organisation.letterLanguage)}>
                    {one.letter.text}
                    {'\n\n'}
                    {one.letter.signedBy}
                  </p>
                </Prose>
              </details>
            ) : (
              <p>{stateWords(page, one)}</p>
            )}
          </div>
        ))}
      </Section>
    </StaffPage>
  )
}

function stateWords(page: Page, one: OneMailing['recipients'][number]): string {
  const { lang } = page
  if (one.leftOut) return w(lang, `mailing.left.${one.leftOut}`)
  if (!one.writtenAt) return w(lang, 'mailing.waiting')
  const at = longDateTime(one.writtenAt, lang)
  return w(
    lang,
    one.state === 'sent' ? 'mailing.sent' : one.state === 'failed' || one.state === 'bounced' ? 'mailing.failed' : 'mailing.written',
    { at },
  )
}

function Send({ page, thing }: { page: Page; thing: OneMailing }) {
  return (
    <Form page={page} action={page.href(paths.mailingDo(thing.mailing.id, 'send'))}>
      <p>{w(page.lang, 'mailing.look')}</p>
      <Submit label={w(page.lang, 'mailing.send', { n: thing.recipients.length })} under={w(page.lang, 'mailing.send.under')} />
    </Form>
  )
}

function Progress({
  page,
  thing,
  written,
  waiting,
  left,
}: {
  page: Page
  thing: OneMailing
  written: number
  waiting: number
  left: number
}) {
  const { lang } = page
  const { mailing, recipients } = thing
  const stopped = mailing.stopped_at !== null
  return (
    <>
      <p class="lead">
        <b>{w(lang, 'mailing.progress', { written, n: recipients.length })}</b>
      </p>
      <p>
        <progress
          max={Math.max(1, recipients.length)}
          value={written + left}
          aria-label={w(lang, 'mailing.progress', { written, n: recipients.length })}
        />
      </p>
      {left > 0 && <p>{w(lang, 'mailing.leftOut', { n: left })}</p>}
      {waiting > 0 && !stopped && (
        <Form page={page} action={page.href(paths.mailingDo(mailing.id, 'stop'))}>
          <p>
            <GoLink href={page.href(paths.mailing(mailing.id))}>{w(lang, 'mailing.again')}</GoLink>
          </p>
          <Submit label={w(lang, 'mailing.stop')} under={w(lang, 'mailing.stop.under', { n: waiting })} quiet />
        </Form>
      )}
      {waiting > 0 && stopped && (
        <Form page={page} action={page.href(paths.mailingDo(mailing.id, 'fortsaet'))}>
          <p>
            <Mark kind="open" /> {w(lang, 'mailing.stopped', { n: waiting })}
          </p>
          <Submit label={w(lang, 'mailing.continue')} />
        </Form>
      )}
      {waiting === 0 && <p>{w(lang, 'mailing.done')}</p>}
    </>
  )
}
