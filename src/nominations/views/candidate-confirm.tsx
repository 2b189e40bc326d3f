// The forms on a candidate's page that confirm what the person told: ties and residence, with how, when and by whom.
import { longDate } from '../../platform/clock.ts'
import { Choice, DateField, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import { Section } from '../../platform/html/pieces.tsx'
import { confirmWays, residenceWays } from '../confirm.ts'
import { inForm } from '../one-of-many.ts'
import { nominationWords as w } from '../words.ts'
import type { PartProps } from './candidate-page.tsx'
import { action, sent } from './candidate-part.ts'
import { wordsOfKind } from './everything.tsx'

function How({ props, id, ways }: { props: PartProps; id: string; ways: typeof confirmWays | typeof residenceWays }) {
  const { lang } = props.page
  const form = sent(props, id)
  return (
    <>
      <Choice
        form={form}
        name={inForm(id, 'how')}
        legend={w(lang, 'staff.how')}
        as="detail"
        options={ways.map(value => ({ value, label: w(lang, `way.${value}`) }))}
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

/** Who confirmed something; nothing when they are no longer known here. */
const by = ({ page, one }: PartProps, id: string | null) => {
  const name = id === null ? undefined : one.names.get(id)
  return name ? ` ${w(page.lang, 'staff.confirmed.by', { name })}` : ''
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
              {by(props, tie.confirmed_by)}
            </p>
          ) : (
            <details open={props.form.values.form === tie.id}>
              <summary>{w(lang, 'staff.tie.unconfirmed')}</summary>
              <Form page={page} action={action(props, 'baand')}>
                <Hidden name="form" value={tie.id} />
                <Hidden name={inForm(tie.id, 'tie')} value={tie.id} />
                <How props={props} id={tie.id} ways={confirmWays} />
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
          {by(props, row.residence_verified_by)}
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
          <How props={props} id="bopael" ways={residenceWays} />
          <Submit label={w(lang, 'staff.residence.go')} quiet />
        </Form>
      </details>
    </Section>
  )
}
