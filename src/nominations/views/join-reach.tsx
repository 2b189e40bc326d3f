// The page of the nomination form about getting in touch, and what we should know to meet the person well.
import { answerOf, answersOf, Checks, Choice, type Option, SelectField, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import { weave } from '../../platform/html/say.ts'
import { LANG_NAMES } from '../../platform/i18n.ts'
import { needKinds, reaches, residences } from '../answers.ts'
import { offerOf } from '../offer.ts'
import { nominationWords as w } from '../words.ts'
import { BackButton, JoinPage, type StepProps } from './joining.tsx'

/** How we get in touch, and what we should know to meet the person well. */
export function ReachStep(props: StepProps) {
  const { page, joining, form } = props
  const { lang } = page
  const other = answerOf(form, 'forWhom') === 'other'
  const councils = answersOf(form, 'councils')
  const offer = offerOf(joining.ground.open.filter(one => councils.includes(one.slug)))
  const field = { email: TextField, phone: TextField, letter: TextArea, through: TextArea } as const
  const options: Option[] = reaches.map(value => {
    const who = other ? '.other' : ''
    const label = w(lang, `reach.${value}${who}` as 'reach.email')
    const hint = value === 'letter' || value === 'email' ? undefined : w(lang, `reach.${value}.hint${who}` as 'reach.phone.hint')
    if (value === 'self') return { value, label, hint }
    const Field = field[value]
    const name = value === 'letter' ? 'address' : value
    const kind = value === 'email' ? ('email' as const) : value === 'phone' ? ('tel' as const) : undefined
    return {
      value,
      label,
      hint,
      under: (
        <Field
          form={form}
          name={name}
          label={w(lang, `q.${name}${who}` as 'q.email')}
          as="detail"
          maxLength={value === 'phone' ? 40 : 300}
          {...(kind ? { kind, autocomplete: other ? 'off' : value === 'email' ? 'email' : 'tel' } : { rows: 3 })}
        />
      ),
    }
  })
  const languages = page.municipality.languages
  const quote = offer.residence?.quote
  return (
    <JoinPage
      {...props}
      shown="reach"
      title={w(lang, other ? 'reach.title.other' : 'reach.title')}
      lead={w(lang, other ? 'reach.lead.other' : 'reach.lead')}
    >
      {offer.residence && !other && (
        <Choice
          form={form}
          name="residence"
          legend={w(lang, 'q.residence', { municipality: page.municipality.name })}
          why={
            <>
              {quote && weave({ quote: <Quote>{quote}</Quote> }, tokens => w(lang, 'q.residence.why', tokens))}{' '}
              {w(lang, 'q.residence.kept')}
            </>
          }
          options={residences.map(value => ({
            value,
            label: w(lang, `answer.${value}`),
            hint: value === 'unknown' ? w(lang, 'answer.unknown.hint') : undefined,
          }))}
        />
      )}
      <Choice
        form={form}
        name="reach"
        legend={w(lang, other ? 'q.reach.other' : 'q.reach')}
        why={w(lang, other ? 'q.reach.why.other' : 'q.reach.why')}
        options={options}
      />
      {languages.length > 1 && (
        <SelectField
          form={{ ...form, values: { language: lang, ...form.values } }}
          name="language"
          label={w(lang, 'q.language')}
          none={null}
          options={languages.map(value => ({ value, label: LANG_NAMES[value] }))}
        />
      )}
      {!other && (
        <>
          <TextField
            form={form}
            name="interpreter"
            label={w(lang, 'q.interpreter')}
            why={w(lang, 'q.interpreter.why')}
            optional
            width="half"
            maxLength={60}
          />
          <Checks
            form={form}
            name="needs"
            legend={w(lang, 'q.needs')}
            why={w(lang, 'q.needs.why')}
            optional
            options={needKinds.map(value => ({ value, label: w(lang, `need.${value}`) }))}
          />
        </>
      )}
      <Submit label={w(lang, 'next.summary')} under={w(lang, 'nothing.sent')} />
      <BackButton page={page} />
    </JoinPage>
  )
}
