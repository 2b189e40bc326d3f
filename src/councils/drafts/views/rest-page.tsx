// Keeps the form of what a charter says beside seats and rules.
import { Choice } from '../../../platform/html/choices.tsx'
import { Form, Hidden, Submit, TextField } from '../../../platform/html/fields.tsx'
import { answerOf } from '../../../platform/html/filled.ts'
import { draftPaths } from '../paths.ts'
import { restFields, restList, restQuestions } from '../rest-form.ts'
import { draftWords } from '../words.ts'
import { DraftFrame, type DraftProps } from './frame.tsx'
import { filledWith } from './group-page.tsx'

export function RestPage(props: DraftProps) {
  const { page, thing } = props
  const { lang } = page
  const form = filledWith(props.form, () => restFields(thing.charter))
  return (
    <DraftFrame {...props} form={form} title={draftWords(lang, 'draft.rest')} lead={draftWords(lang, 'rest.lead')}>
      <Form page={page} action={page.href(draftPaths.rest(thing.slug))}>
        <Hidden name="revision" value={String(thing.draft.revision)} />
        {restList.map(name => {
          const known: readonly string[] = restQuestions[name]
          const now = answerOf(form, name)
          const options = now === '' || known.includes(now) ? known : [...known, now]
          return (
            <Choice
              key={name}
              form={form}
              name={name}
              legend={draftWords(lang, `ask.${name}`)}
              options={[
                ...options.map(value => ({
                  value,
                  label: known.includes(value) ? draftWords(lang, `ask.${name}.${value}` as never) : value,
                  ...(name === 'term' && value === 'years'
                    ? {
                        under: (
                          <TextField
                            form={form}
                            name="years"
                            as="detail"
                            kind="number"
                            width="short"
                            maxLength={5}
                            label={draftWords(lang, 'ask.years')}
                          />
                        ),
                      }
                    : {}),
                })),
                { value: '', label: draftWords(lang, 'ask.silent') },
              ]}
            />
          )
        })}
        <Submit label={draftWords(lang, 'save')} />
      </Form>
    </DraftFrame>
  )
}
