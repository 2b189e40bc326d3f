// The last page of the form: everything to look through, what we do with it, and send.
import { answerOf, answersOf, Honeypot, Submit } from '../../platform/html/fields.tsx'
import { Answers, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, type Lang } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import type { Need, Reach, Residence } from '../answers.ts'
import { none } from '../answers.ts'
import { offerOf } from '../offer.ts'
import { nominationWords as w } from '../words.ts'
import { BackButton, councilName, JoinPage, type StepProps } from './joining.tsx'
import { LegalText } from './legal.tsx'

/** Everything that will be sent, each with the way to change it. */
export function SummaryStep(props: StepProps) {
  const { page, joining, form } = props
  const { lang } = page
  const other = answerOf(form, 'forWhom') === 'other'
  const slugs = answersOf(form, 'councils')
  const councils = joining.ground.open.filter(one => slugs.includes(one.slug))
  const declared = answersOf(form, 'declared')
  const kinds = offerOf(councils).kinds.filter(kind => declared.includes(kind.key))
  const reach = answerOf(form, 'reach') as Reach | ''
  const address = { email: 'email', phone: 'phone', letter: 'address', through: 'through', self: '' }[reach || 'self']
  const residence = answerOf(form, 'residence') as Residence | ''
  const needs = answersOf(form, 'needs') as Need[]
  const change = (step: string, what: string) => (
    <button type="submit" class="link" name="go" value={`edit:${step}`}>
      {w(lang, 'change')}
      <span class="sr"> {what}</span>
    </button>
  )
  const row = (step: string, key: Parameters<typeof w>[1], value: string) => {
    const label = w(lang, key, { municipality: page.municipality.name })
    return { label, value: value || <span class="soft">{w(lang, 'not.filled')}</span>, change: change(step, label) }
  }
  const ties = kinds.map(kind => {
    const words = said(kind.words as never, lang)
    const parts = [answerOf(form, `organisation:${kind.key}`), answerOf(form, `role:${kind.key}`)].filter(Boolean)
    return parts.length > 0 ? `${parts.join(', ')} (${words})` : words
  })
  if (declared.includes(none)) ties.push(w(lang, 'declared.none'))
  const again = form.errors.some(error => error.field === 'again')
  return (
    <JoinPage {...props} shown="summary" title={w(lang, 'summary.title')} lead={w(lang, other ? 'summary.lead.other' : 'summary.lead')}>
      <div class="field">
        <Answers
          items={[
            row('start', 'summary.councils', councils.map(one => councilName(one, page)).join('\n')),
            row('who', other ? 'q.name.other' : 'q.name', answerOf(form, 'name')),
            ...(other ? [row('who', 'summary.suggester', answerOf(form, 'suggester') || w(lang, 'suggester.unknown'))] : []),
            ...(other ? [] : [row('who', 'summary.ties', ties.join('\n')), row('who', 'summary.motivation', answerOf(form, 'motivation'))]),
            ...(residence && !other ? [row('reach', 'q.residence', w(lang, `answer.${residence}`))] : []),
            row(
              'reach',
              other ? 'q.reach.other' : 'q.reach',
              [reach && w(lang, `reach.${reach}${other ? '.other' : ''}` as 'reach.email'), address && answerOf(form, address)]
                .filter(Boolean)
                .join('\n'),
            ),
            ...(page.municipality.languages.length > 1
              ? [row('reach', 'q.language', LANG_NAMES[(answerOf(form, 'language') || lang) as Lang])]
              : []),
            ...(other
              ? []
              : [
                  row('reach', 'summary.interpreter', answerOf(form, 'interpreter')),
                  row('reach', 'summary.needs', needs.map(one => w(lang, `need.${one}`)).join('\n')),
                ]),
          ]}
        />
      </div>
      <div class="field">
        <Section title={w(lang, 'legal.title')}>
          <LegalText page={page} retention={joining.retention} to={other ? 'other' : 'self'} />
        </Section>
      </div>
      {again && <input type="hidden" name="again" value="1" />}
      <Honeypot />
      <div id="f-again">
        <Submit label={w(lang, again ? 'send.again' : 'send')} under={other ? undefined : w(lang, 'send.under')} />
      </div>
      <BackButton page={page} />
    </JoinPage>
  )
}
