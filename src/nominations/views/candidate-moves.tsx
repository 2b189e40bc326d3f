// One nomination on a candidate's page: where it stands, where it can go, and whether the answer has been told.
import { longDate } from '../../platform/clock.ts'
import { Choice, Form, Hidden, Submit, TextArea } from '../../platform/html/fields.tsx'
import { EMPTY } from '../../platform/html/filled.ts'
import { Quote } from '../../platform/html/marks.tsx'
import type { OneNomination } from '../candidate.ts'
import { isOpen, possible, type Verb } from '../nomination.ts'
import { inForm } from '../one-of-many.ts'
import { nominationWords as w } from '../words.ts'
import type { PartProps } from './candidate-page.tsx'
import { action, hows, sent } from './candidate-part.ts'
import { nameOfCouncil } from './own-page.tsx'

const moves: readonly Verb[] = ['talk', 'propose', 'take_back', 'reserve', 'decline', 'withdraw', 'reopen']

/** One nomination: where it stands, and where it can go. */
export function NominationPart(props: PartProps & { nomination: OneNomination }) {
  const { page, one, nomination } = props
  const { lang } = page
  const { row } = nomination
  const form = sent(props, row.id)
  const ways = moves.filter(verb => possible(row.state).includes(verb)) as Exclude<Verb, 'accept' | 'contact' | 'appoint'>[]
  return (
    <div class="rule right">
      <h3>{nameOfCouncil(one.ground, row.council, lang)}</h3>
      <p>
        <b>{w(lang, `state.${row.state}`)}</b>.{' '}
        {w(lang, 'staff.received', { date: longDate(row.received_on, lang), channel: w(lang, `channel.${row.channel}`) })}
      </p>
      {nomination.reason && (
        <p>
          <Quote>{nomination.reason}</Quote>
        </p>
      )}
      {ways.length > 0 && (
        <details open={form !== EMPTY}>
          <summary>{w(lang, 'staff.move.legend')}</summary>
          <Form page={page} action={action(props, 'flyt')}>
            <Hidden name="form" value={row.id} />
            <Hidden name={inForm(row.id, 'nomination')} value={row.id} />
            <Choice
              form={form}
              name={inForm(row.id, 'verb')}
              legend={w(lang, 'staff.move.legend')}
              as="detail"
              options={ways.map(value => ({ value, label: w(lang, `staff.move.${value}`) }))}
            />
            <TextArea
              form={form}
              name={inForm(row.id, 'reason')}
              label={w(lang, 'staff.move.reason')}
              why={w(lang, 'staff.move.reason.why')}
              as="detail"
              optional
              rows={3}
              maxLength={1_000}
            />
            <Submit label={w(lang, 'staff.move.go')} quiet />
          </Form>
        </details>
      )}
    </div>
  )
}

/** How it ended is still to be told: the form that says it has been. */
export function TellPart(props: PartProps & { nomination: OneNomination }) {
  const { page, nomination } = props
  const { lang } = page
  const { row } = nomination
  if (isOpen(row.state) || row.state === 'withdrawn' || row.answered_at) return null
  const telling = `svar-${row.id}`
  return (
    <Form page={page} action={action(props, 'svar')}>
      <Hidden name="form" value={telling} />
      <Hidden name={inForm(telling, 'nomination')} value={row.id} />
      <Choice
        form={sent(props, telling)}
        name={inForm(telling, 'how')}
        legend={w(lang, 'staff.tell')}
        as="detail"
        options={hows.map(value => ({ value, label: w(lang, `how.${value}`) }))}
      />
      <Submit label={w(lang, 'staff.tell.go')} quiet />
    </Form>
  )
}
