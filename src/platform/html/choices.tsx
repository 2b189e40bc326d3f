// Keeps the answers one picks: rows of options where the whole row is the target, and a list.
import type { ComponentChildren } from 'preact'
import { type Asked, describedBy, Optional, Under } from './asked.tsx'
import { answerOf, answersOf, errorOf, type Filled, fieldId } from './filled.ts'
import { say, useLang } from './say.ts'

export interface Option {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Shown under the row when it is chosen; without `:has()` in the browser it is always shown. Needs no script. */
  under?: ComponentChildren
}

interface Picked extends Asked {
  legend: ComponentChildren
  options: readonly Option[]
  /** `question` stands alone; `detail` belongs to a question above it. */
  as?: 'question' | 'detail' | undefined
}

function Rows({ asked, type, chosen }: { asked: Picked; type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { form, name, legend, options, as = 'question', optional } = asked
  const id = fieldId(name)
  return (
    <fieldset class={`field ${as}${errorOf(form, name) ? ' wrong' : ''}`} aria-describedby={describedBy(asked)}>
      <legend class={as === 'question' ? 'q' : 'd'}>
        {legend}
        {optional && <Optional />}
      </legend>
      <Under {...asked} />
      {options.map((option, index) => {
        const own = index === 0 ? id : `${id}-${index + 1}`
        return (
          <div class="option" key={option.value}>
            <label class="opt" for={own}>
              <input type={type} id={own} name={name} value={option.value} checked={chosen.includes(option.value)} />
              <span>
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </label>
            {option.under && <div class="under">{option.under}</div>}
          </div>
        )
      })}
    </fieldset>
  )
}

/** One of several. */
export function Choice(props: Picked) {
  return <Rows asked={props} type="radio" chosen={[answerOf(props.form, props.name)]} />
}

/** Any number of several; the field comes back as a list. */
export function Checks(props: Picked) {
  return <Rows asked={props} type="checkbox" chosen={answersOf(props.form, props.name)} />
}

/** One thing to confirm, with the row as its target. */
export function Tick({ form, name, label }: { form: Filled; name: string; label: ComponentChildren }) {
  const wrong = errorOf(form, name)
  const id = fieldId(name)
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      {wrong && (
        <p class="error" id={`${id}-error`}>
          {wrong}
        </p>
      )}
      <label class="opt" for={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value="on"
          checked={answerOf(form, name) !== ''}
          aria-describedby={wrong ? `${id}-error` : undefined}
          aria-invalid={wrong ? 'true' : undefined}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

export interface SelectFieldProps extends Asked {
  label: ComponentChildren
  options: readonly { value: string; label: string }[]
  as?: 'question' | 'detail' | undefined
  /** The first, empty line; "Vælg" when left out, no empty line when null. */
  none?: string | null | undefined
}

/** A list to pick from, for more than seven options; fewer are better as rows. */
export function SelectField(props: SelectFieldProps) {
  const { form, name, label, options, as = 'question', optional, none } = props
  const lang = useLang()
  const chosen = answerOf(form, name)
  const wrong = errorOf(form, name)
  return (
    <div class={`field ${as}${wrong ? ' wrong' : ''}`}>
      <label class={as === 'question' ? 'q' : 'd'} for={fieldId(name)}>
        {label}
        {optional && <Optional />}
      </label>
      <Under {...props} />
      <select id={fieldId(name)} name={name} aria-describedby={describedBy(props)} aria-invalid={wrong ? 'true' : undefined}>
        {none !== null && <option value="">{none ?? say(lang, 'form.choose')}</option>}
        {options.map(({ value, label: words }) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
