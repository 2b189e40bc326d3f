// The small staff pages: the reason before reading a colleague's, a code for the person, and entering what somebody told.
import { staffNav } from '../../people/index.ts'
import { showReceipt } from '../../platform/crypto/receipt.ts'
import {
  answerOf,
  Checks,
  Choice,
  DateField,
  ErrorSummary,
  type Filled,
  Form,
  SelectField,
  Submit,
  TextArea,
  TextField,
  Tick,
} from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink } from '../../platform/html/pieces.tsx'
import { LANG_NAMES } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Ground } from '../ground.ts'
import { paths } from '../paths.ts'
import { consents, covers } from '../tables.ts'
import { longestTelling } from '../telling.ts'
import { replies } from '../voice.ts'
import { voiceWords as w } from '../words.ts'

interface Props {
  readonly page: Page
  readonly who: Principal
  readonly form: Filled
}

export function ReasonPage({ page, who, form, id }: Props & { id: string }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.reason.title')}
      lead={w(lang, 'staff.reason.lead')}
      nav={staffNav(page, who, 'voices')}
      back={{ href: page.href(paths.list), label: w(lang, 'staff.list.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page} action={page.href(paths.form(id, 'grund'))}>
        <TextField form={form} name="reason" label={w(lang, 'staff.reason')} maxLength={200} />
        <Submit label={w(lang, 'staff.reason.go')} />
      </Form>
    </StaffPage>
  )
}

/** A code shown to staff once, to be written on a slip or read aloud. */
export function CodeGivenPage({
  page,
  who,
  code,
  title,
  id,
  address,
}: Omit<Props, 'form'> & { code: string | null; title: string; id: string | null; address: string }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={title}
      lead={w(lang, code ? 'staff.enter.done.text' : 'staff.enter.done.none')}
      nav={staffNav(page, who, 'voices')}
    >
      {code && (
        <section class="slip fact">
          <h2>{w(lang, 'receipt.code')}</h2>
          <p class="code" id="kode">
            <bdi dir="ltr">{showReceipt(code as never)}</bdi>
          </p>
          <p class="only-print">{w(lang, 'receipt.slip', { site: page.municipality.name, address })}</p>
        </section>
      )}
      <GoLink href={page.href(id ? paths.one(id) : paths.list)}>{w(lang, 'staff.enter.done.list')}</GoLink>
    </StaffPage>
  )
}

/** What somebody said, typed by whoever listened, and read back. */
export function EnterPage({ page, who, form, ground }: Props & { ground: Ground }) {
  const { lang } = page
  const field = { form, as: 'detail' as const }
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.enter.title')}
      lead={w(lang, 'staff.enter.lead')}
      nav={staffNav(page, who, 'voices')}
      back={{ href: page.href(paths.list), label: w(lang, 'staff.list.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page} action={page.href(paths.enter)}>
        <Choice
          form={form}
          name="channel"
          legend={w(lang, 'staff.enter.channel')}
          options={(['phone', 'counter', 'outreach', 'letter', 'email'] as const).map(value => ({
            value,
            label: w(lang, `channel.${value}`),
          }))}
        />
        <TextArea form={form} name="words" label={w(lang, 'staff.enter.words')} rows={8} maxLength={longestTelling} />
        <SelectField
          form={{ ...form, values: { language: 'da', ...form.values } }}
          name="language"
          label={w(lang, 'staff.one.language')}
          as="detail"
          none={null}
          options={page.municipality.languages.map(value => ({ value, label: LANG_NAMES[value] }))}
        />
        <Checks
          form={form}
          name="urgent"
          as="detail"
          legend={w(lang, 'q.urgent')}
          options={[{ value: 'yes', label: w(lang, 'staff.list.urgent') }]}
        />
        <Choice
          {...field}
          name="who"
          legend={w(lang, 'staff.enter.who')}
          options={(['own', 'young', 'relative', 'behalf', 'foster'] as const).map(value => ({
            value,
            label: w(lang, value === 'young' ? 'staff.list.young' : `staff.kind.${value}`),
            ...(value === 'behalf' && {
              under: (
                <>
                  <Choice
                    {...field}
                    name="consent"
                    legend={w(lang, 'staff.one.consent')}
                    options={consents.map(one => ({ value: one, label: w(lang, `staff.one.consent.${one}`) }))}
                  />
                  <Choice
                    {...field}
                    name="covers"
                    legend={w(lang, 'q.covers')}
                    options={covers.map(one => ({ value: one, label: w(lang, `covers.${one}`) }))}
                  />
                  <DateField {...field} name="untilDay" label={w(lang, 'q.untilDay')} why={w(lang, 'q.untilDay.why')} />
                </>
              ),
            }),
          }))}
        />
        <Choice
          {...field}
          form={{ ...form, values: { reply: 'code', ...form.values } }}
          name="reply"
          legend={w(lang, 'staff.one.way')}
          options={replies.map(value => ({
            value,
            label: w(lang, `reply.${value}`),
            ...(value === 'phone' && { under: <TextField {...field} name="phone" label={w(lang, 'q.phone')} maxLength={300} /> }),
            ...(value === 'letter' && {
              under: <TextArea {...field} name="address" label={w(lang, 'q.address')} rows={3} maxLength={300} />,
            }),
            ...(value === 'email' && {
              under: <TextField {...field} name="email" label={w(lang, 'q.email')} kind="email" maxLength={200} />,
            }),
            ...(value === 'visit' && {
              under: <TextField {...field} name="knownBy" label={w(lang, 'q.through.visit')} maxLength={300} />,
            }),
            ...(value === 'through' && { under: <TextField {...field} name="through" label={w(lang, 'q.through')} maxLength={300} /> }),
          }))}
        />
        <Checks
          {...field}
          name="themes"
          legend={w(lang, 'q.themes')}
          options={ground.themes.map(one => ({ value: one.slug, label: said(one.name as never, lang) }))}
        />
        <TextField {...field} name="place" label={w(lang, 'q.place')} maxLength={300} />
        <TextField {...field} name="mayNotSee" label={w(lang, 'q.mayNotSee')} why={w(lang, 'q.mayNotSee.why')} maxLength={300} />
        <Tick
          form={form}
          name="readBack"
          label={
            <>
              {w(lang, 'staff.enter.read')}
              <small>{w(lang, 'staff.enter.read.why')}</small>
            </>
          }
        />
        <Submit label={w(lang, 'staff.enter.go')} />
        {answerOf(form, 'flow') && <input type="hidden" name="flow" value={answerOf(form, 'flow')} />}
      </Form>
    </StaffPage>
  )
}
