// The staff's page where a summary is written, beside the person's own words.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { Choice, ErrorSummary, type Filled, Form, Submit, TextArea, Tick } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Columns, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { type Voice, voicePaths } from '../../voices/index.ts'
import type { Finding } from '../find-persons.ts'
import { paths } from '../paths.ts'
import { spokenHows, whyNot } from '../summary.ts'
import type { OneSummary } from '../summary-step.ts'
import { themeWords as w } from '../words.ts'
import { longestSummary } from '../write-summary.ts'
import { Checked } from './checked.tsx'

export interface Writing {
  readonly voice: Voice
  /** The summary there is; null before the first word, and after one has ended. */
  readonly one: OneSummary | null
  readonly findings: readonly Finding[]
  readonly reachable: boolean
  readonly share: 'yes' | 'ask' | 'no'
}
interface Props {
  readonly page: Page
  readonly who: Principal
  readonly form: Filled
}
const valuesOf = (form: Filled, values: Record<string, string | readonly string[]>): Filled => ({
  ...form,
  values: { ...values, ...form.values } as never,
})

export function WritePage({ page, who, form: given, writing }: Props & { writing: Writing }) {
  const { lang } = page
  const { voice, one } = writing
  const draft = !one || one.stands.state === 'draft'
  const form = valuesOf(given, { text: one?.summary.text ?? '', theirs: one?.summary.theirs ?? '', seen: one?.summary.seen ?? [] })
  return (
    <StaffPage
      page={page}
      title={w(lang, 'write.title')}
      lead={w(lang, 'write.lead')}
      nav={staffNav(page, who, 'themes')}
      back={{ href: page.href(voicePaths.one(voice.row.id)), label: w(lang, 'write.original') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Columns even>
        <Section title={w(lang, 'write.original')}>
          <ol class="list">
            {voice.lines
              .filter(line => line.kind === 'told' || line.kind === 'wrote' || line.kind === 'translation')
              .map(line => (
                <li key={line.id}>
                  <p class="soft">{longDate(line.on_day as never, lang)}</p>
                  <p class={line.kind === 'translation' ? 'lines' : 'own lines'} dir="auto">
                    {line.text}
                  </p>
                </li>
              ))}
          </ol>
        </Section>
        <div>{draft ? <Draft page={page} form={form} writing={writing} /> : <Standing page={page} form={form} writing={writing} />}</div>
      </Columns>
    </StaffPage>
  )
}

function Draft({ page, form, writing }: { page: Page; form: Filled; writing: Writing }) {
  const { lang } = page
  const { voice, one, findings, reachable, share } = writing
  const language = LANGS.find(each => each === voice.row.language)
  const cannot = !reachable && share !== 'yes'
  return (
    <>
      {one?.summary.change && (
        <div class="note">
          <p>
            <b>{w(lang, 'write.change')}</b>
          </p>
          <p class="own lines" dir="auto">
            {one.summary.change}
          </p>
        </div>
      )}
      {one?.summary.returned && (
        <div class="note">
          <p>
            <b>{w(lang, 'write.returned')}</b>
          </p>
          <p class="lines">{one.summary.returned}</p>
        </div>
      )}
      <Form page={page} action={page.href(paths.write(voice.row.id))}>
        <TextArea
          form={form}
          name="text"
          label={w(lang, 'write.text')}
          why={w(lang, 'write.text.why')}
          rows={8}
          maxLength={longestSummary}
        />
        {language && language !== 'da' && (
          <TextArea
            form={form}
            name="theirs"
            as="detail"
            label={w(lang, 'write.theirs', { language: LANG_NAMES[language] })}
            why={w(lang, 'write.theirs.why')}
            rows={6}
            maxLength={longestSummary}
          />
        )}
        {one && <Checked page={page} findings={findings} form={form} />}
        {cannot ? (
          <p class="note">{w(lang, 'write.cannot')}</p>
        ) : (
          one && (
            <Submit
              label={w(lang, reachable ? 'write.ask' : 'write.goOn')}
              under={w(lang, reachable ? 'write.ask.under' : 'write.goOn.under')}
              name="do"
              value="goOn"
            />
          )
        )}
        <Submit label={w(lang, 'write.keep')} quiet={one !== null && !cannot} name="do" value="keep" />
      </Form>
      {one && <Drop page={page} voice={voice} />}
    </>
  )
}
const Drop = ({ page, voice }: { page: Page; voice: Voice }) => (
  <Form page={page} action={page.href(paths.writeForm(voice.row.id, 'stop'))}>
    <Submit label={w(page.lang, 'drop')} quiet />
  </Form>
)

/** Asked, or further: how it stands, and what the person said by another way than their page. */
function Standing({ page, form, writing }: { page: Page; form: Filled; writing: Writing }) {
  const { lang } = page
  const { voice, one } = writing
  const { summary, stands } = one!
  return (
    <>
      <Section title={w(lang, 'write.text')} lead={w(lang, `summary.state.${summary.state}`)}>
        <Quote block>{summary.text}</Quote>
        {summary.theirs && (
          <p class="lines" dir="auto">
            {summary.theirs}
          </p>
        )}
        {summary.state === 'asked' && <p>{w(lang, 'asked.since', { date: longDate(summary.asked_on as never, lang) })}</p>}
      </Section>
      {summary.state === 'asked' && (
        <Section title={w(lang, 'spoken.title')} lead={w(lang, 'spoken.why')}>
          <Form page={page} action={page.href(paths.writeForm(voice.row.id, 'svaret'))}>
            <Choice
              form={form}
              name="how"
              as="detail"
              legend={w(lang, 'spoken.how')}
              options={spokenHows.map(value => ({ value, label: w(lang, `spoken.how.${value}`) }))}
            />
            <Choice
              form={form}
              name="answer"
              as="detail"
              legend={w(lang, 'spoken.answer')}
              options={[
                {
                  value: 'yes',
                  label: w(lang, 'spoken.answer.yes'),
                  under: <Tick form={form} name="few" label={w(lang, 'spoken.few')} />,
                },
                {
                  value: 'change',
                  label: w(lang, 'spoken.answer.change'),
                  under: <TextArea form={form} name="change" as="detail" label={w(lang, 'spoken.change')} rows={3} maxLength={2_000} />,
                },
                { value: 'no', label: w(lang, 'spoken.answer.no') },
              ]}
            />
            <Submit label={w(lang, 'spoken.go')} />
          </Form>
        </Section>
      )}
      {whyNot(stands, 'goOn') === null && (
        <Form page={page} action={page.href(paths.writeForm(voice.row.id, 'videre'))}>
          <Submit label={w(lang, 'asked.goOn')} under={w(lang, 'asked.goOn.why')} quiet />
        </Form>
      )}
      {whyNot(stands, 'drop') === null && <Drop page={page} voice={voice} />}
    </>
  )
}
