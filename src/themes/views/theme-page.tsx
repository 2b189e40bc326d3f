// The staff's page of one theme: its words, what is gathered, the steps it has taken and those it can take.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { DateField, ErrorSummary, type Filled, Form, SelectField, Submit, TextArea } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip, Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { type Said, said } from '../../platform/refusal.ts'
import type { Finding } from '../find-persons.ts'
import { paths, type ThemeForm } from '../paths.ts'
import { type Asked, type Step, whyNot } from '../theme.ts'
import type { OneTheme } from '../theme-step.ts'
import { themeWords as w } from '../words.ts'
import { Checked } from './checked.tsx'

interface Props {
  readonly page: Page
  readonly who: Principal
}
export interface ShownTheme {
  readonly one: OneTheme
  readonly findings: readonly Finding[]
  readonly councils: ReadonlyMap<string, Said>
  readonly districtName: string | null
  readonly names: ReadonlyMap<string, string>
  readonly notes: readonly { readonly id: string; readonly learned: string; readonly out: boolean }[]
  /** When it goes out next; null when it has to wait for more. */
  readonly goesOut: string | null
  /** It is this person's own words, and so not theirs to approve. */
  readonly own: boolean
  /** Everybody is invented here. */
  readonly invented: boolean
  readonly can: { readonly set: boolean; readonly approve: boolean; readonly note: boolean; readonly texts: boolean }
}
export function ThemePage({ page, who, form, shown }: Props & { form: Filled; shown: ShownTheme }) {
  const { lang } = page
  const { one, can } = shown
  const { theme, stands } = one
  return (
    <StaffPage
      page={page}
      title={theme.title}
      nav={staffNav(page, who, 'themes')}
      back={{ href: page.href(paths.staff), label: w(lang, 'staff.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
      lead={
        <>
          <Chip>{w(lang, `public.life.${stands.life}`)}</Chip> <Chip>{w(lang, `staff.state.${stands.words}`)}</Chip>{' '}
          {one.out && (
            <>
              <Chip>{w(lang, 'staff.out')}</Chip> <a href={page.href(paths.one(theme.slug))}>{w(lang, 'theme.public')}</a>
            </>
          )}
        </>
      }
    >
      <div class="reading">
        <div>
          <Section title={w(lang, 'theme.question')}>
            <p class="say">{theme.question}</p>
          </Section>
          <Section title={w(lang, 'theme.words')}>
            <p class="lines">{theme.words}</p>
            <p class="soft">
              {w(lang, 'public.for')}: {theme.councils.map(slug => said(shown.councils.get(slug) ?? slug, lang)).join(', ') || '–'}
              {shown.districtName && ` · ${w(lang, 'theme.district')}: ${shown.districtName}`}
            </p>
            <p class="soft">
              {w(lang, 'staff.told', { count: theme.told })}.{' '}
              {stands.words === 'approved' && (one.gathered.length > 0 || !one.out) && stands.life !== 'closed'
                ? shown.goesOut
                  ? w(lang, 'staff.next.week', { date: longDate(shown.goesOut as never, lang) })
                  : w(lang, 'staff.next.wait')
                : ''}
            </p>
            {stands.words !== 'approved' && <Checked page={page} findings={shown.findings} form={{ values: {}, errors: [] }} read />}
          </Section>
          <Section title={w(lang, 'theme.summaries')}>
            {one.gathered.length === 0 && <p>{w(lang, 'theme.summaries.none')}</p>}
            <ul class="list">
              {one.gathered.map(summary => (
                <li key={summary.id}>
                  {can.texts && <Quote block>{summary.text}</Quote>}
                  <p class="soft">{w(lang, summary.few ? 'approve.few.yes' : 'approve.few.no')}</p>
                  {can.set && (
                    <Form page={page} action={page.href(paths.summaryForm(summary.id, 'ud'))}>
                      <Submit label={w(lang, 'theme.takeOut')} quiet />
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          </Section>
          <Section title={w(lang, 'theme.notes')}>
            <ul class="list">
              {shown.notes.map(note => (
                <li key={note.id}>
                  <a href={page.href(paths.note(note.id))}>{note.learned.slice(0, 90)}</a>
                  {!note.out && <span class="soft"> · {w(lang, 'note.draft')}</span>}
                </li>
              ))}
            </ul>
            {can.note && (
              <p>
                <GoLink href={page.href(paths.themeForm(theme.id, 'note'))}>{w(lang, 'theme.note.new')}</GoLink>
              </p>
            )}
          </Section>
          <Section title={w(lang, 'theme.steps')}>
            <ol class="list">
              {one.steps.map(step => (
                <li key={step.id}>
                  <p>
                    <b>{w(lang, `theme.step.${step.step}`)}</b>
                    {step.council && `: ${said(shown.councils.get(step.council) ?? step.council, lang)}`}
                    {step.meeting_on && ` (${longDate(step.meeting_on as never, lang)})`}
                  </p>
                  <p class="soft">
                    {longDate(step.on_day as never, lang)}, <bdi>{shown.names.get(step.by_person ?? '') ?? w(lang, 'theme.by.nobody')}</bdi>
                  </p>
                  {step.words && <p class="lines">{step.words}</p>}
                </li>
              ))}
            </ol>
          </Section>
        </div>
        <Steps page={page} form={form} shown={shown} />
      </div>
    </StaffPage>
  )
}

function Steps({ page, form, shown }: { page: Page; form: Filled; shown: ShownTheme }) {
  const { lang } = page
  const { one, can, own, councils } = shown
  const { theme } = one
  const asked: Asked = { own, out: one.out, gathered: one.gathered.length }
  const may = (step: Exclude<Step, 'begun'>) => whyNot(one.stands, step, asked) === null
  const at = (what: ThemeForm) => page.href(paths.themeForm(theme.id, what))
  return (
    <div class="no-print">
      {can.set && one.stands.words !== 'offered' && one.stands.life !== 'closed' && (
        <p>
          <GoLink href={at('ret')}>{w(lang, 'theme.edit')}</GoLink>
        </p>
      )}
      {can.set && may('offered') && (
        <Form page={page} action={at('send')}>
          <Submit label={w(lang, 'theme.offer')} />
        </Form>
      )}
      {can.approve && one.stands.words === 'offered' && own && <p class="note">{w(lang, 'theme.not.own-words')}</p>}
      {can.approve && may('approved') && (
        <Section title={w(lang, 'theme.approve')} lead={w(lang, 'theme.approve.why')}>
          <Form page={page} action={at('godkend')}>
            <Submit label={w(lang, 'theme.approve')} />
          </Form>
          <Form page={page} action={at('tilbage')}>
            <TextArea form={form} name="back" as="detail" label={w(lang, 'theme.return.words')} rows={3} maxLength={1_000} />
            <Submit label={w(lang, 'theme.return')} quiet />
          </Form>
        </Section>
      )}
      {can.set && may('came') && (
        <Section title={w(lang, 'theme.came')} lead={w(lang, 'theme.came.why')}>
          <Form page={page} action={at('svar')}>
            <TextArea form={form} name="came" as="detail" label={w(lang, 'theme.came.words')} rows={4} maxLength={2_000} />
            <Submit label={w(lang, 'theme.came.go')} />
          </Form>
        </Section>
      )}
      {can.set && may('raised') && theme.councils.length > 0 && (
        <Section title={w(lang, 'theme.raise')}>
          <Form page={page} action={at('raad')}>
            <SelectField
              form={form}
              name="council"
              as="detail"
              label={w(lang, 'theme.raise.council')}
              options={theme.councils.map(slug => ({ value: slug, label: said(councils.get(slug) ?? slug, lang) }))}
            />
            <DateField form={form} name="meetingOn" as="detail" label={w(lang, 'theme.raise.meeting')} optional />
            <Submit label={w(lang, 'theme.raise.go')} quiet={one.stands.life === 'raised'} />
          </Form>
        </Section>
      )}
      {can.set && may('closed') && (
        <Section title={w(lang, 'theme.close')}>
          <Form page={page} action={at('luk')}>
            <TextArea form={form} name="closing" as="detail" label={w(lang, 'theme.close.words')} rows={3} maxLength={2_000} />
            <Submit label={w(lang, 'theme.close.go')} quiet />
          </Form>
        </Section>
      )}
      {can.set && may('reopened') && (
        <Form page={page} action={at('aabn')}>
          <Submit label={w(lang, 'theme.reopen')} quiet />
        </Form>
      )}
    </div>
  )
}
