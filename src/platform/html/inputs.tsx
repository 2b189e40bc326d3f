// Keeps the fields one writes in: a line, a text, a date.
import type { ComponentChildren } from 'preact'
import type { Lang } from '../i18n.ts'
import { type Asked, describedBy, Optional, Under } from './asked.tsx'
import { answerOf, errorOf, fieldId } from './filled.ts'

interface Written extends Asked {
  label: ComponentChildren
  /** `question` stands alone on the page; `detail` belongs to a question above it. */
  as?: 'question' | 'detail' | undefined
  /** The room it takes says how long an answer is expected. */
  width?: 'short' | 'half' | 'full' | undefined
  maxLength?: number | undefined
  /** What people write in any language keeps its own direction. */
  dir?: 'auto' | 'ltr' | 'rtl' | undefined
  /** What is written here goes out in this language, whatever the page is in. */
  lang?: Lang | undefined
}

function Wrap({ asked, children }: { asked: Written; children: ComponentChildren }) {
  const { form, name, label, as = 'question', width = 'full', optional } = asked
  const wrong = errorOf(form, name) ? ' wrong' : ''
  return (
    <div class={`field ${as} ${width}${wrong}`}>
      <label class={as === 'question' ? 'q' : 'd'} for={fieldId(name)}>
        {label}
        {optional && <Optional />}
      </label>
      <Under {...asked} />
      {children}
    </div>
  )
}

function common(asked: Written) {
  const { form, name, maxLength, dir, lang } = asked
  return {
    id: fieldId(name),
    name,
    maxLength,
    dir,
    lang,
    'aria-describedby': describedBy(asked),
    'aria-invalid': errorOf(form, name) ? ('true' as const) : undefined,
  }
}

export interface TextFieldProps extends Written {
  kind?: 'text' | 'email' | 'tel' | 'search' | 'number' | undefined
  /** Only where a person writes about themselves on their own device ("email", "name"); off when left out. */
  autocomplete?: string | undefined
}

/** One line. Mail addresses and numbers stay left-to-right in every language. */
export function TextField(props: TextFieldProps) {
  const { form, name, kind = 'text', autocomplete = 'off' } = props
  const technical = kind === 'email' || kind === 'tel' || kind === 'number'
  return (
    <Wrap asked={props}>
      <input
        {...common({ ...props, dir: props.dir ?? (technical ? 'ltr' : 'auto') })}
        // preact ties each type of input to a role of its own; the four used here share one.
        type={(kind === 'number' ? 'text' : kind) as 'text'}
        inputMode={kind === 'number' ? ('numeric' as const) : undefined}
        value={answerOf(form, name)}
        autocomplete={autocomplete}
        autocapitalize={technical ? 'none' : undefined}
        spellcheck={technical ? false : undefined}
      />
    </Wrap>
  )
}

export interface TextAreaProps extends Written {
  rows?: number | undefined
}

/** A text of several lines, never corrected or shortened. */
export function TextArea(props: TextAreaProps) {
  const { form, name, rows = 6 } = props
  return (
    <Wrap asked={props}>
      {/* The browser drops a first line break; a second one keeps what was written. */}
      <textarea {...common({ ...props, dir: props.dir ?? 'auto' })} rows={rows} autocomplete="off">
        {keepFirstBreak(answerOf(form, name))}
      </textarea>
    </Wrap>
  )
}

/** HTML drops one line break right after `<textarea>`: a text that begins with one gets one more. */
function keepFirstBreak(text: string): string {
  return /^\r?\n/.test(text) ? `\n${text}` : text
}

export interface DateFieldProps extends Written {
  /** YYYY-MM-DD */
  min?: string | undefined
  max?: string | undefined
}

/** A date as YYYY-MM-DD, with the calendar of the device. */
export function DateField(props: DateFieldProps) {
  const { form, name, min, max } = props
  return (
    <Wrap asked={{ width: 'short', ...props }}>
      <input {...common(props)} type="date" dir="ltr" value={answerOf(form, name)} min={min} max={max} autocomplete="off" />
    </Wrap>
  )
}
