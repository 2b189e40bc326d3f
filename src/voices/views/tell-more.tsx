// The pages of a telling that can all be skipped: what it is about, how the answer comes, and a last look.
import {
  answerOf,
  answersOf,
  Checks,
  Choice,
  Honeypot,
  type Option,
  SelectField,
  Submit,
  TextArea,
  TextField,
} from '../../platform/html/fields.tsx'
import { Answers } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, type Lang } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import { otherWayOf, type Telling } from '../telling.ts'
import { type Reply, replies } from '../voice.ts'
import { voiceWords as w } from '../words.ts'
import { PicturesField } from './pictures-field.tsx'
import { BackButton, TellPage, type TellProps } from './telling.tsx'

export function MoreStep(props: TellProps) {
  const { page, ground, form } = props
  const { lang } = page
  const { languages } = page.municipality
  return (
    <TellPage {...props} shown="more" title={w(lang, 'more.title')} lead={w(lang, 'more.lead')}>
      {ground.themes.length > 0 && (
        <Checks
          form={form}
          name="themes"
          legend={w(lang, 'q.themes')}
          why={w(lang, 'q.themes.why')}
          options={ground.themes.map(one => ({ value: one.slug, label: said(one.name as never, lang) }))}
        />
      )}
      <TextField form={form} name="place" label={w(lang, 'q.place')} why={w(lang, 'q.place.why')} maxLength={300} />
      {ground.districts.length > 0 && (
        <SelectField
          form={form}
          name="district"
          label={w(lang, 'q.district')}
          options={ground.districts.map(one => ({ value: one.slug, label: one.name }))}
        />
      )}
      <Choice
        form={{ ...form, values: { share: 'ask', ...form.values } }}
        name="share"
        legend={w(lang, 'q.share')}
        why={w(lang, 'q.share.why')}
        options={(['yes', 'ask', 'no'] as const).map(value => ({ value, label: w(lang, `share.${value}`) }))}
      />
      <TextField form={form} name="mayNotSee" label={w(lang, 'q.mayNotSee')} why={w(lang, 'q.mayNotSee.why')} maxLength={300} />
      {languages.length > 1 && (
        <SelectField
          form={{ ...form, values: { language: lang, ...form.values } }}
          name="language"
          label={w(lang, 'q.language')}
          none={null}
          options={languages.map(value => ({ value, label: LANG_NAMES[value] }))}
        />
      )}
      <Submit label={w(lang, 'next.reply')} />
      <BackButton page={page} />
    </TellPage>
  )
}

export function ReplyStep(props: TellProps) {
  const { page, form } = props
  const { lang } = page
  const under: Partial<Record<Reply, Option['under']>> = {
    phone: <TextField form={form} name="phone" label={w(lang, 'q.phone')} why={w(lang, 'q.phone.why')} as="detail" maxLength={300} />,
    letter: <TextArea form={form} name="address" label={w(lang, 'q.address')} as="detail" rows={3} maxLength={300} />,
    email: <TextField form={form} name="email" label={w(lang, 'q.email')} as="detail" kind="email" maxLength={200} />,
    through: (
      <TextField form={form} name="through" label={w(lang, 'q.through')} why={w(lang, 'q.through.why')} as="detail" maxLength={300} />
    ),
    visit: (
      <TextField
        form={form}
        name="knownBy"
        label={w(lang, 'q.through.visit')}
        why={w(lang, 'q.through.visit.why')}
        as="detail"
        maxLength={300}
      />
    ),
  }
  const hints: readonly Reply[] = ['code', 'email', 'visit', 'none']
  return (
    <TellPage {...props} shown="reply" title={w(lang, 'reply.title')} lead={w(lang, 'reply.lead')}>
      <Choice
        form={{ ...form, values: { reply: 'code', ...form.values } }}
        name="reply"
        legend={w(lang, 'q.reply')}
        options={replies.map(value => ({
          value,
          label: w(lang, `reply.${value}`),
          hint: hints.includes(value) ? w(lang, `reply.${value}.hint` as 'reply.code.hint') : undefined,
          under: under[value],
        }))}
      />
      <TextField form={form} name="name" label={w(lang, 'q.name')} why={w(lang, 'q.name.why')} width="half" maxLength={120} />
      <Submit label={w(lang, 'next.summary')} />
      <BackButton page={page} />
    </TellPage>
  )
}

export function SummaryStep(props: TellProps) {
  const { page, ground, form } = props
  const { lang } = page
  const again = form.errors.some(error => error.field === 'again')
  const reply = (answerOf(form, 'reply') || 'code') as Reply
  const consent = (answerOf(form, 'consent') || null) as Telling['consent']
  const way = otherWayOf({ reply, consent, covers: (answerOf(form, 'covers') || 'nothing') as Telling['covers'] })
  const how = { phone: 'phone', letter: 'address', email: 'email', through: 'through', visit: 'knownBy' }[reply as 'phone'] as
    | string
    | undefined
  const row = (step: string, key: Parameters<typeof w>[1], value: string) => ({
    label: w(lang, key),
    value: value ? <bdi>{value}</bdi> : <span class="soft">{w(lang, 'not.filled')}</span>,
    change: (
      <button type="submit" class="link" name="go" value={`edit:${step}`}>
        {w(lang, 'change')}
        <span class="sr"> {w(lang, key)}</span>
      </button>
    ),
  })
  const themes = ground.themes.filter(one => answersOf(form, 'themes').includes(one.slug)).map(one => said(one.name as never, lang))
  const district = ground.districts.find(one => one.slug === answerOf(form, 'district'))?.name ?? ''
  const share = (answerOf(form, 'share') || 'ask') as 'ask'
  return (
    <TellPage {...props} files shown="summary" title={w(lang, 'summary.title')} lead={w(lang, 'summary.lead')}>
      <div class="field">
        <Answers
          items={[
            {
              ...row('start', 'summary.words', answerOf(form, 'words')),
              value: (
                <q class="own" dir="auto">
                  {answerOf(form, 'words')}
                </q>
              ),
            },
            row('start', 'q.urgent', w(lang, answerOf(form, 'urgent') ? 'summary.urgent.yes' : 'summary.urgent.no')),
            row('more', 'q.themes', themes.join('\n')),
            row('more', 'q.place', answerOf(form, 'place')),
            row('more', 'q.district', district),
            row('more', 'q.share', w(lang, `share.${share}`)),
            row('more', 'q.mayNotSee', answerOf(form, 'mayNotSee')),
            row('more', 'q.language', LANG_NAMES[(answerOf(form, 'language') || lang) as Lang]),
            row('reply', 'reply.title', [w(lang, `reply.${reply}`), how && answerOf(form, how)].filter(Boolean).join('\n')),
            row('reply', 'q.name', answerOf(form, 'name')),
          ]}
        />
      </div>
      <PicturesField page={page} form={form} />
      {again && <input type="hidden" name="again" value="1" />}
      <Honeypot />
      <div id="f-again" class="field">
        <Submit
          label={w(lang, again ? 'send.again' : 'send')}
          under={reply === 'none' ? undefined : w(lang, way ? 'send.under.way' : 'send.under')}
        />
      </div>
      <BackButton page={page} />
    </TellPage>
  )
}
