// Keeps a form as it came back: answers, errors, and the ids that tie them together.

/** One thing to correct; `field` is the name of the field, or '' when it concerns the whole form. */
interface FieldError {
  field: string
  message: string
}

/** A form as it came back: what was written, and what is wrong with it. */
export interface Filled {
  values: Record<string, string | string[]>
  errors: FieldError[]
}

/** A form nobody has written in yet. */
export const EMPTY: Filled = { values: {}, errors: [] }

/** The one answer of a field; '' when there is none. */
export function answerOf(form: Filled, name: string): string {
  const value = form.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** All answers of a field. */
export function answersOf(form: Filled, name: string): string[] {
  const value = form.values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** The stable id of a field, and where the error summary leads: the first option of a choice has it too. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`
}

/** The message of a field, or undefined. */
export function errorOf(form: Filled, name: string): string | undefined {
  return form.errors.find(error => error.field === name)?.message
}
