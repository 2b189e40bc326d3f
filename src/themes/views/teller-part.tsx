// On the teller's own page: whether a council may hear of it, whether we have understood, and what came of it.
import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../platform/html/dates.ts'
import { Choice, type Filled, Submit, TextArea, Tick } from '../../platform/html/fields.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Lang } from '../../platform/i18n.ts'
import { type Said, said } from '../../platform/refusal.ts'
import { type Talk, TalkForm } from '../../voices/index.ts'
import { paths } from '../paths.ts'
import type { Came } from '../tables.ts'
import type { Trail } from '../trail.ts'
import { type ThemeKey, themeWords as w } from '../words.ts'

interface Props {
  readonly page: Page
  readonly talk: Talk
  readonly trail: Trail
  readonly councils: ReadonlyMap<string, Said>
  readonly lang: Lang
}
export function TellerPart(props: Props) {
  const { trail } = props
  const { summary } = trail
  return (
    <>
      {summary && <CameOfIt {...props} />}
      <Share {...props} />
    </>
  )
}

/** "Have I understood?": the summary, and yes, change or no. */
export function Understood({ page, talk, trail }: Props) {
  const { lang } = page
  const form: Filled = {
    // What was chosen stays chosen: the words typed under it would be folded away.
    values: { change: talk.changed, ...(talk.faults.some(one => one.field === 'change') && { answer: 'change' }) },
    errors: talk.faults.flatMap(({ field, message }) =>
      field === 'answer' || field === 'change' ? [{ field, message: said(message, lang) }] : [],
    ),
  }
  return (
    <Section title={w(lang, 'teller.understood')} lead={w(lang, 'teller.understood.text')}>
      {trail.summary!.theirs && (
        <p class="own lines" dir="auto" lang={talk.voice.row.language}>
          {trail.summary!.theirs}
        </p>
      )}
      <Quote block>{trail.summary!.text}</Quote>
      <TalkForm page={page} talk={talk} go="summary">
        <Choice
          form={form}
          name="answer"
          as="detail"
          legend={w(lang, 'teller.answer')}
          options={[
            {
              value: 'yes',
              label: w(lang, 'teller.answer.yes'),
              under: (
                <Tick
                  form={form}
                  name="sure"
                  label={
                    <>
                      {w(lang, 'teller.few')}
                      <small>{w(lang, 'teller.few.why')}</small>
                    </>
                  }
                />
              ),
            },
            {
              value: 'change',
              label: w(lang, 'teller.answer.change'),
              under: <TextArea form={form} name="change" as="detail" label={w(lang, 'teller.change')} rows={3} maxLength={2_000} />,
            },
            { value: 'no', label: w(lang, 'teller.answer.no') },
          ]}
        />
        <Submit label={w(lang, 'teller.answer.go')} under={w(lang, 'teller.regret')} />
      </TalkForm>
    </Section>
  )
}

/** The trail: what happened with it, in order, and what happens next. */
function CameOfIt({ page, trail, councils }: Props) {
  const { lang } = page
  const { summary, theme } = trail
  const steps: { on: string | null; words: ComponentChildren }[] = [{ on: trail.toldOn, words: w(lang, 'teller.trail.told') }]
  const add = (on: string | null, key: ThemeKey) => steps.push({ on, words: w(lang, key) })
  if (summary!.state === 'ended') add(summary!.ended_on, summary!.ended_how === 'dropped' ? 'teller.trail.dropped' : 'teller.trail.ended')
  else if (summary!.state === 'draft') {
    if (summary!.change) add(null, 'teller.trail.changing')
  } else {
    add(summary!.written_on, 'teller.trail.written')
    if (summary!.said_on)
      add(
        summary!.said_on,
        summary!.said_how === 'not_reached' || summary!.said_how === 'no_answer' ? 'teller.trail.went' : 'teller.trail.yes',
      )
    if (summary!.approved_on) add(summary!.approved_on, 'teller.trail.approved')
    if (summary!.state === 'gathered') add(null, 'teller.trail.gathered')
  }
  if (theme) {
    steps.push({
      on: theme.on,
      words: <a href={page.href(paths.one(theme.slug))}>{w(lang, 'teller.trail.out', { title: theme.title })}</a>,
    })
    for (const one of theme.came) steps.push({ on: one.on, words: <CameStep page={page} one={one} councils={councils} /> })
  }
  if (steps.length < 2) return null
  return (
    <Section title={w(lang, 'teller.came')}>
      <ol class="list">
        {steps.map(({ on, words }, at) => (
          <li key={at}>
            {on && <p class="soft">{dayInWords(lang, on)}</p>}
            <p>{words}</p>
          </li>
        ))}
      </ol>
      {trail.next && <p>{w(lang, `teller.trail.next.${trail.next}`)}</p>}
    </Section>
  )
}
function CameStep({ page, one, councils }: { page: Page; one: Came; councils: Props['councils'] }) {
  const { lang } = page
  if (one.step === 'raised') {
    const council = said(councils.get(one.council!) ?? one.council!, lang)
    return (
      <>
        {one.meetingOn
          ? w(lang, 'teller.trail.raised.on', { council, date: dayInWords(lang, one.meetingOn) })
          : w(lang, 'teller.trail.raised', { council })}
      </>
    )
  }
  return (
    <>
      {w(lang, one.step === 'came' ? 'teller.trail.came' : 'teller.trail.closed')}{' '}
      <span lang="da" dir="ltr">
        {one.words}
      </span>
    </>
  )
}

function Share({ page, talk, trail }: Props) {
  const { lang } = page
  if (trail.summary?.state === 'published')
    return (
      <Section title={w(lang, 'teller.share')}>
        <p>{w(lang, 'teller.share.late')}</p>
      </Section>
    )
  // In a form of its own, and so under a name of its own on the page: the answer above is another question.
  return (
    <Section title={w(lang, 'teller.share')} lead={w(lang, 'teller.share.why')}>
      <TalkForm page={page} talk={talk} go="share">
        <fieldset class="field detail">
          <legend class="sr">{w(lang, 'teller.share')}</legend>
          {(['yes', 'ask', 'no'] as const).map(value => (
            <div class="option" key={value}>
              <label class="opt" for={`f-share-${value}`}>
                <input type="radio" id={`f-share-${value}`} name="answer" value={value} checked={talk.voice.row.share === value} />
                <span>{w(lang, `teller.share.${value}`)}</span>
              </label>
            </div>
          ))}
        </fieldset>
        <Submit label={w(lang, 'teller.share.go')} quiet />
      </TalkForm>
    </Section>
  )
}
