// The form where a candidate, or staff on their word, changes what they have told us: the questions of nominating, on one page.
import type { ComponentChildren } from 'preact'
import { Checks, Choice, type Filled, Form, SelectField, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { LANG_NAMES } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import { needKinds, none, reaches, residences } from '../answers.ts'
import type { Candidate } from '../candidate.ts'
import { type OpenCouncil, offerOf } from '../offer.ts'
import { nominationWords as w } from '../words.ts'

/** The answers a candidate has given, as the form has them. */
export function answersFrom(candidate: Candidate): Filled['values'] {
  const { row, contact, wishes, motivation, declared, ties } = candidate
  const answered = declared !== null && declared.answered.length > 0
  const ticked = [...(declared?.keys ?? []), ...ties.map(tie => tie.kind)]
  return {
    name: row.name,
    language: row.language,
    residence: row.residence === 'not_asked' ? '' : row.residence,
    reach: contact?.reach ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    address: contact?.address ?? '',
    through: contact?.through ?? '',
    interpreter: wishes?.interpreter ?? '',
    needs: [...(wishes?.needs ?? [])],
    motivation: motivation ?? '',
    declared: answered && ticked.length === 0 ? [none] : ticked,
    ...Object.fromEntries(
      ties.flatMap(tie => [
        [`organisation:${tie.kind}`, tie.organisation],
        [`role:${tie.kind}`, tie.role],
        [`local:${tie.kind}`, tie.local],
      ]),
    ),
  }
}

export interface AnswersFormProps {
  readonly page: Page
  readonly form: Filled
  readonly councils: readonly OpenCouncil[]
  readonly action?: string
  readonly submit: string
  /** Staff also enter what somebody is by office. */
  readonly staff?: boolean
  readonly before?: ComponentChildren
  readonly after?: ComponentChildren
}

/** Every question on one page. */
export function AnswersForm({ page, form, councils, action, submit, staff = false, before, after }: AnswersFormProps) {
  const { lang, municipality } = page
  const offer = offerOf(councils, staff)
  return (
    <Form page={page} action={action}>
      {before}
      <TextField form={form} name="name" label={w(lang, staff ? 'staff.q.name' : 'q.name')} maxLength={120} width="half" />
      <Choice
        form={form}
        name="reach"
        legend={w(lang, staff ? 'staff.q.reach' : 'q.reach')}
        options={reaches.map(value => ({
          value,
          label: w(
            lang,
            staff && value === 'self' ? 'staff.reach.self' : staff && value === 'through' ? 'staff.reach.through' : `reach.${value}`,
          ),
          under:
            value === 'self' ? undefined : value === 'email' || value === 'phone' ? (
              <TextField
                form={form}
                name={value}
                label={w(lang, value === 'email' ? 'staff.email' : 'staff.phone')}
                kind={value === 'email' ? 'email' : 'tel'}
                as="detail"
              />
            ) : (
              <TextArea
                form={form}
                name={value === 'letter' ? 'address' : 'through'}
                label={w(lang, value === 'letter' ? 'q.address' : 'q.through')}
                as="detail"
                rows={3}
                maxLength={300}
              />
            ),
        }))}
      />
      {offer.residence && (
        <Choice
          form={form}
          name="residence"
          legend={w(lang, staff ? 'staff.q.residence' : 'q.residence', { municipality: municipality.name })}
          why={w(lang, 'q.residence.kept')}
          options={residences.map(value => ({ value, label: w(lang, `answer.${value}`) }))}
        />
      )}
      {offer.kinds.length > 0 && (
        <Checks
          form={form}
          name="declared"
          legend={w(lang, staff ? 'staff.q.declared' : 'q.declared')}
          optional
          options={[
            ...offer.kinds.map(kind => ({
              value: kind.key,
              label: said(kind.words as never, lang),
              under: kind.organisation ? (
                <>
                  <TextField form={form} name={`organisation:${kind.key}`} label={w(lang, 'q.organisation')} as="detail" maxLength={160} />
                  <TextField
                    form={form}
                    name={`role:${kind.key}`}
                    label={w(lang, staff ? 'staff.q.role' : 'q.role')}
                    as="detail"
                    optional
                    maxLength={120}
                  />
                  {offer.local && kind.key === 'roles=organisation' && (
                    <Choice
                      form={form}
                      name={`local:${kind.key}`}
                      legend={w(lang, 'q.local', { municipality: municipality.name })}
                      as="detail"
                      options={(['yes', 'no', 'unknown'] as const).map(value => ({ value, label: w(lang, `answer.${value}`) }))}
                    />
                  )}
                </>
              ) : undefined,
            })),
            { value: none, label: w(lang, 'declared.none') },
          ]}
        />
      )}
      <TextArea
        form={form}
        name="motivation"
        label={w(lang, staff ? 'staff.q.motivation' : 'q.motivation')}
        optional
        rows={5}
        maxLength={3_000}
      />
      {municipality.languages.length > 1 && (
        <SelectField
          form={form}
          name="language"
          label={w(lang, 'q.language')}
          none={null}
          options={municipality.languages.map(value => ({ value, label: LANG_NAMES[value] }))}
        />
      )}
      <TextField
        form={form}
        name="interpreter"
        label={w(lang, staff ? 'staff.q.interpreter' : 'q.interpreter')}
        why={w(lang, 'q.interpreter.why')}
        optional
        width="half"
        maxLength={60}
      />
      <Checks
        form={form}
        name="needs"
        legend={w(lang, staff ? 'staff.q.needs' : 'q.needs')}
        optional
        options={needKinds.map(value => ({ value, label: w(lang, staff ? `staff.need.${value}` : `need.${value}`) }))}
      />
      {after}
      <Submit label={submit} />
    </Form>
  )
}
