// Keeps the choices of a condition: what always holds, and the ways one of which is enough. Always one more empty row than is filled.
import { SelectField } from '../../../platform/html/choices.tsx'
import { Hidden, TextField } from '../../../platform/html/fields.tsx'
import { answerOf, type Filled } from '../../../platform/html/filled.ts'
import type { Page } from '../../../platform/html/page.ts'
import { type Charter, type Predicate, phrase } from '../../charters/index.ts'
import { mostOptions, mostRows } from '../conditions.ts'
import type { Word } from '../vocabulary.ts'
import { draftWords, engineLang } from '../words.ts'

export interface ConditionsProps {
  page: Page
  form: Filled
  words: readonly Word[]
  legend: string
  why: string
  /** The charter's own condition, shown in words when the choices cannot show it. */
  before: Predicate | undefined
  charter: Charter
}

export function ConditionFields(props: ConditionsProps) {
  const { page, form, words, legend, why, before, charter } = props
  const { lang } = page
  const compound = answerOf(form, 'keep') === 'yes' && before !== undefined
  const options = filledUpTo(form, row => `option-${row}-0`, mostOptions)
  return (
    <fieldset class="field question">
      <legend class="q">{legend}</legend>
      <p class="why">{why}</p>
      {compound && (
        <>
          <Hidden name="keep" value="yes" />
          <p class="note">{draftWords(lang, 'who.compound', { who: phrase(charter, before, engineLang(lang)) })}</p>
        </>
      )}
      {!compound && (
        <>
          {Array.from({ length: Math.min(options + 1, mostOptions) }, (_, at) => (
            <fieldset class="field detail" key={at}>
              <legend class="d">{draftWords(lang, at === 0 ? 'who.option.first' : 'who.option', { n: at + 1 })}</legend>
              <Rows page={page} form={form} at={`option-${at}`} words={words} />
            </fieldset>
          ))}
          <fieldset class="field detail">
            <legend class="d">{draftWords(lang, 'who.always')}</legend>
            <Rows page={page} form={form} at="always" words={words} />
          </fieldset>
          <p class="why">{draftWords(lang, 'who.more')}</p>
        </>
      )}
    </fieldset>
  )
}

/** How many rows are filled, up to the last one that is. */
function filledUpTo(form: Filled, row: (at: number) => string, most: number): number {
  let count = 0
  for (let at = 0; at <= most; at++) if (answerOf(form, `${row(at)}-what`) !== '') count = at + 1
  return count
}

function Rows({ page, form, at, words }: { page: Page; form: Filled; at: string; words: readonly Word[] }) {
  const { lang } = page
  const count = Math.min(filledUpTo(form, row => `${at}-${row}`, mostRows) + 1, mostRows)
  return (
    <>
      {Array.from({ length: count }, (_, row) => (
        <div class="condition" key={row}>
          <SelectField
            form={form}
            name={`${at}-${row}-how`}
            as="detail"
            none={null}
            label={draftWords(lang, row === 0 ? 'who.how' : 'who.how.and')}
            options={[
              { value: 'is', label: draftWords(lang, 'who.is') },
              { value: 'not', label: draftWords(lang, 'who.not') },
            ]}
          />
          <SelectField
            form={form}
            name={`${at}-${row}-what`}
            as="detail"
            label={draftWords(lang, 'who.what')}
            none={draftWords(lang, 'who.none')}
            options={[...withChosen(words, answerOf(form, `${at}-${row}-what`)), { value: 'new', label: draftWords(lang, 'who.new') }]}
          />
          <TextField
            form={form}
            name={`${at}-${row}-value`}
            as="detail"
            width="short"
            maxLength={80}
            label={draftWords(lang, 'who.value')}
          />
        </div>
      ))}
    </>
  )
}

/** The words, and what is chosen although it is no longer among them. */
const withChosen = (words: readonly Word[], chosen: string) =>
  chosen === '' || chosen === 'new' || words.some(word => word.value === chosen) ? words : [...words, { value: chosen, label: chosen }]
