// Keeps the accessible parts of a form: questions, answers, why we ask, and what to correct.
import type { ComponentChildren } from 'preact'
import { type Filled, fieldId } from './filled.ts'
import { FORM_KEY_FIELD, HONEYPOT_FIELD, type Page } from './page.ts'
import { say, useLang } from './say.ts'

export interface FormProps {
  /** Adds the secret that the server asks for. */
  page?: Page | undefined
  action?: string | undefined
  method?: 'get' | 'post' | undefined
  id?: string | undefined
  /** Only for files. */
  enctype?: 'multipart/form-data' | undefined
  children: ComponentChildren
}

/** A form. The browser neither validates (our words are kinder) nor remembers what was written. */
export function Form({ page, action, method = 'post', id, enctype, children }: FormProps) {
  return (
    <form class="form" action={action} method={method} id={id} enctype={enctype} noValidate autocomplete="off">
      {method === 'post' && page?.formKey && <input type="hidden" name={FORM_KEY_FIELD} value={page.formKey()} />}
      {children}
    </form>
  )
}

/** Answers of other pages of a form, carried along as hidden fields: nothing is kept anywhere else until it is sent. */
export function CarriedAnswers({ form, carries }: { form: Filled; carries: (name: string) => boolean }) {
  const carried = Object.entries(form.values).filter(([name]) => carries(name))
  return (
    <>{carried.flatMap(([name, value]) => [value].flat().map((one, at) => <Hidden key={`${name} ${at}`} name={name} value={one} />))}</>
  )
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/**
 * Keeps what is sent with this form out of the browser's own files. Browsers write the last pages with what was posted to the disk, to
 * open the window again; a form with a filled password field they leave out. Nobody sees or types it, and the server does not read it.
 */
export function NotWrittenDown() {
  return <input type="password" name="blank" value="-" hidden readOnly tabIndex={-1} autocomplete="off" />
}

/** The trap for robots: out of sight, out of the tab order, and told to those who hear the page. */
export function Honeypot() {
  const lang = useLang()
  return (
    <p class="pot">
      <label>
        {say(lang, 'form.honeypot')}
        <input type="text" name={HONEYPOT_FIELD} value="" tabIndex={-1} autocomplete="off" />
      </label>
    </p>
  )
}

/** The way on. `under` stands below ("Intet er sendt endnu."); `quiet` is the outline for a second way. */
export function Submit(props: {
  label: string
  under?: ComponentChildren
  quiet?: boolean | undefined
  name?: string | undefined
  value?: string | undefined
}) {
  return (
    <div class="submit">
      <button type="submit" class={props.quiet ? 'b quiet' : 'b'} name={props.name} value={props.value}>
        {props.label}
      </button>
      {props.under && <p class="why">{props.under}</p>}
    </div>
  )
}

/** What to correct, above the h1; takes the focus when the page opens. Nothing when there is nothing to correct. */
export function ErrorSummary({ form, labels = {} }: { form: Filled; labels?: Record<string, string> | undefined }) {
  const lang = useLang()
  if (form.errors.length === 0) return null
  // What stands in the way may be no answer: the form was sent too fast, or something has changed meanwhile.
  const count = form.errors.filter(({ field }) => field !== '' && field !== 'again').length
  return (
    // biome-ignore lint/a11y/noAutofocus: who gets a form back must land on what to correct, not on the top of the page
    <div class="summary" role="alert" aria-labelledby="fejl-h" tabIndex={-1} id="fejl" autoFocus>
      <h2 id="fejl-h">{count > 0 ? say(lang, 'form.errors', { count }) : say(lang, 'form.errors.none')}</h2>
      <p>{say(lang, 'form.errors.kept')}</p>
      <ul>
        {form.errors.map(({ field, message }) => {
          const words = labels[field] ? `${labels[field]} ${message}` : message
          return <li key={`${field} ${message}`}>{field ? <a href={`#${fieldId(field)}`}>{words}</a> : words}</li>
        })}
      </ul>
    </div>
  )
}

/** Where one is: "Trin 2 af 3 · Bliv medlem", and as many bars. */
export function StepLine({ current, total, label }: { current: number; total: number; label?: string | undefined }) {
  const lang = useLang()
  return (
    <div class="steps">
      <p>
        <b>{say(lang, 'form.step', { current, total })}</b>
        {label && ` · ${label}`}
      </p>
      <ol aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <li key={index} class={index < current ? 'done' : undefined} />
        ))}
      </ol>
    </div>
  )
}

export { Checks, Choice, type Option, SelectField, Tick } from './choices.tsx'
export { answerOf, answersOf, EMPTY, type Filled, fieldId } from './filled.ts'
export { DateField, TextArea, TextField } from './inputs.tsx'
