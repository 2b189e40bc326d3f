// The forms on a candidate's page: contact, yes, link, ties, residence, next state, the same person, notes, erasing.
import { longDate } from '../../platform/clock.ts'
import { Checks, Choice, DateField, Form, Hidden, Submit, TextArea } from '../../platform/html/fields.tsx'
import { EMPTY } from '../../platform/html/filled.ts'
import { Quote } from '../../platform/html/marks.tsx'
import { Section } from '../../platform/html/pieces.tsx'
import type { OneNomination } from '../candidate.ts'
import { confirmWays } from '../confirm.ts'
import { contactResults, isOpen, possible, type Verb } from '../nomination.ts'
import { inForm } from '../one-of-many.ts'
import { paths } from '../paths.ts'
import { nominationWords as w } from '../words.ts'
import type { PartProps } from './candidate-page.tsx'
import { wordsOfKind } from './everything.tsx'
import { nameOfCouncil } from './own-page.tsx'

const hows = ['phone', 'meeting', 'email', 'letter', 'page', 'through'] as const
const action = ({ page, one }: PartProps, what: string) => page.href(paths.candidateForm(one.candidate.row.id, what))
/** The fields of a form that was not the one sent are empty; which one was sent says its hidden name. */
const sent = ({ form }: PartProps, name: string) => (form.values.form === name ? form : EMPTY)

/** How, when and how it went: keeps the promise of contact. */
export function ContactForm(props: PartProps) {
  const { lang } = props.page
  const form = sent(props, 'kontakt')
  return (
    <Section title={w(lang, 'staff.contact')} id="kontakt-form">
      <Form page={props.page} action={action(props, 'kontakt')}>
        <Hidden name="form" value="kontakt" />
        <Choice
          form={form}
          name={inForm('kontakt', 'how')}
          legend={w(lang, 'staff.contact.how')}
          as="detail"
          options={hows.map(value => ({ value, label: w(lang, `how.${value}`) }))}
        />
        <Choice
          form={form}
          name={inForm('kontakt', 'result')}
          legend={w(lang, 'staff.contact.result')}
          as="detail"
          options={contactResults.map(value => ({ value, label: w(lang, `staff.result.${value}`) }))}
        />
        <TextArea
          form={form}
          name={inForm('kontakt', 'text')}
          label={w(lang, 'staff.contact.text')}
          why={w(lang, 'staff.contact.text.why')}
          as="detail"
          optional
          rows={3}
          maxLength={2_000}
        />
        <DateField
          form={form}
          name={inForm('kontakt', 'nextOn')}
          label={w(lang, 'staff.contact.next')}
          why={w(lang, 'staff.contact.next.why')}
          as="detail"
          optional
          min={props.one.today}
        />
        <Submit label={w(lang, 'staff.contact.save')} />
      </Form>
    </Section>
  )
}

/** A suggested person has answered a human. */
export function SpokenYes(props: PartProps) {
  const { lang } = props.page
  return (
    <Section title={w(lang, 'staff.yes')}>
      <p>{w(lang, 'staff.yes.text')}</p>
      <Form page={props.page} action={action(props, 'ja')}>
        <Submit label={w(lang, 'staff.yes.go')} quiet />
      </Form>
      <Form page={props.page} action={action(props, 'nej')}>
        <Submit label={w(lang, 'staff.no.go')} quiet />
      </Form>
    </Section>
  )
}

export function LinkForm(props: PartProps) {
  const { lang } = props.page
  return (
    <Section title={w(lang, 'staff.link')}>
      <p>{w(lang, 'staff.link.text')}</p>
      <Form page={props.page} action={action(props, 'link')}>
        <Submit label={w(lang, 'staff.link.go')} quiet />
      </Form>
    </Section>
  )
}

function How({ props, id }: { props: PartProps; id: string }) {
  const { lang } = props.page
  const form = sent(props, id)
  return (
    <>
      <Choice
        form={form}
        name={inForm(id, 'how')}
        legend={w(lang, 'staff.how')}
        as="detail"
        options={confirmWays.map(value => ({ value, label: w(lang, `way.${value}`) }))}
      />
      <DateField
        form={form}
        name={inForm(id, 'on')}
        label={w(lang, 'staff.on')}
        why={w(lang, 'staff.on.why')}
        as="detail"
        optional
        max={props.one.today}
      />
    </>
  )
}

/** Each tie: confirmed how and when, or the form to confirm it. */
export function ConfirmTies(props: PartProps) {
  const { page, one } = props
  const { lang } = page
  if (one.candidate.ties.length === 0) return null
  return (
    <Section title={w(lang, 'staff.confirm')}>
      {one.candidate.ties.map(tie => (
        <div class={`rule ${tie.confirmed_on ? 'right' : 'undocumented'}`} key={tie.id}>
          <p>
            <b>{w(lang, 'staff.tie', { organisation: tie.organisation, kind: wordsOfKind(one.ground, tie.kind, lang) })}</b>
          </p>
          {tie.confirmed_on ? (
            <p>
              {w(lang, 'staff.tie.confirmed', {
                date: longDate(tie.confirmed_on, lang),
                how: w(lang, `way.${tie.confirmed_how}` as 'way.seen'),
              })}
            </p>
          ) : (
            <details open={props.form.values.form === tie.id}>
              <summary>{w(lang, 'staff.tie.unconfirmed')}</summary>
              <Form page={page} action={action(props, 'baand')}>
                <Hidden name="form" value={tie.id} />
                <Hidden name={inForm(tie.id, 'tie')} value={tie.id} />
                <How props={props} id={tie.id} />
                <Submit label={w(lang, 'staff.tie.go')} quiet />
              </Form>
            </details>
          )}
        </div>
      ))}
    </Section>
  )
}

/** What the person said, what was found, and the form to check it again. */
export function ResidencePart(props: PartProps) {
  const { page, one } = props
  const { lang } = page
  const { row } = one.candidate
  if (row.residence === 'not_asked' && !row.residence_verified) return null
  const said = row.residence === 'not_asked' ? w(lang, 'not.filled') : w(lang, `answer.${row.residence}`)
  return (
    <Section title={w(lang, 'staff.residence')}>
      <p>{w(lang, 'staff.residence.said', { answer: said })}</p>
      {row.residence_verified && row.residence_verified_on && (
        <p>
          {w(lang, 'staff.residence.verified', {
            date: longDate(row.residence_verified_on, lang),
            answer: w(lang, `answer.${row.residence_verified}`),
            how: w(lang, `way.${row.residence_verified_how}` as 'way.seen'),
          })}
        </p>
      )}
      <details open={props.form.values.form === 'bopael'}>
        <summary>{w(lang, 'staff.residence.answer')}</summary>
        <Form page={page} action={action(props, 'bopael')}>
          <Hidden name="form" value="bopael" />
          <Choice
            form={sent(props, 'bopael')}
            name={inForm('bopael', 'answer')}
            legend={w(lang, 'staff.residence.answer')}
            why={w(lang, 'staff.residence.note')}
            as="detail"
            options={(['yes', 'no'] as const).map(value => ({ value, label: w(lang, `answer.${value}`) }))}
          />
          <How props={props} id="bopael" />
          <Submit label={w(lang, 'staff.residence.go')} quiet />
        </Form>
      </details>
    </Section>
  )
}

const moves: readonly Verb[] = ['talk', 'propose', 'take_back', 'reserve', 'decline', 'withdraw', 'reopen']

/** One nomination: where it stands, and where it can go. */
export function NominationPart(props: PartProps & { nomination: OneNomination }) {
  const { page, one, nomination } = props
  const { lang } = page
  const { row } = nomination
  const form = sent(props, row.id)
  const telling = `svar-${row.id}`
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
      {!isOpen(row.state) && row.state !== 'withdrawn' && !row.answered_at && (
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

/** Others who may be the same person; a human decides. */
export function SamePart(props: PartProps) {
  const { page, one } = props
  const { lang } = page
  if (one.same.length === 0) return null
  return (
    <Section title={w(lang, 'staff.same')}>
      {one.same.map(other => (
        <div class="rule hint" key={other.id}>
          <p>
            <a href={page.href(paths.candidate(other.id))}>
              <bdi>{other.name}</bdi>
            </a>{' '}
            <span class="soft">{w(lang, `staff.same.${other.by}`)}</span>
          </p>
          <Form page={page} action={action(props, 'flet')}>
            <Hidden name="other" value={other.id} />
            <Submit label={w(lang, 'staff.same.merge', { name: other.name })} quiet />
          </Form>
          <Form page={page} action={action(props, 'to')}>
            <Hidden name="other" value={other.id} />
            <Submit label={w(lang, 'staff.same.part')} quiet />
          </Form>
        </div>
      ))}
    </Section>
  )
}

export function NotePart(props: PartProps) {
  const { lang } = props.page
  return (
    <Section title={w(lang, 'staff.notes')}>
      <Form page={props.page} action={action(props, 'note')}>
        <Hidden name="form" value="note" />
        <TextArea
          form={sent(props, 'note')}
          name={inForm('note', 'note')}
          label={w(lang, 'staff.note')}
          why={w(lang, 'staff.note.why')}
          as="detail"
          rows={3}
          maxLength={4_000}
        />
        <Submit label={w(lang, 'staff.note.save')} quiet />
      </Form>
    </Section>
  )
}

export function EraseForm(props: PartProps) {
  const { lang } = props.page
  return (
    <Section title={w(lang, 'staff.erase')}>
      <p>{w(lang, 'staff.erase.text')}</p>
      <Form page={props.page} action={action(props, 'slet')}>
        <Hidden name="form" value="slet" />
        <Checks
          form={sent(props, 'slet')}
          name={inForm('slet', 'sure')}
          legend={w(lang, 'own.erase.legend')}
          as="detail"
          options={[{ value: 'ja', label: w(lang, 'staff.erase.sure') }]}
        />
        <Submit label={w(lang, 'staff.erase.go')} quiet />
      </Form>
    </Section>
  )
}
