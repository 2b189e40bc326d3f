// Keeps what stands between a question and its answer: why we ask, and what to correct.
import type { ComponentChildren } from 'preact'
import { errorOf, type Filled, fieldId } from './filled.ts'
import { Mark } from './mark.tsx'
import { say, useLang } from './say.ts'

/** "(kan springes over)" */
export function Optional() {
  const lang = useLang()
  return <span class="optional"> ({say(lang, 'form.optional')})</span>
}

export interface Asked {
  form: Filled
  name: string
  /** Why we ask, or how to answer. */
  why?: ComponentChildren
  optional?: boolean | undefined
}

/** What the answers point to with `aria-describedby`: first why we ask, then what is wrong. */
export function describedBy({ form, name, why }: Asked): string | undefined {
  const id = fieldId(name)
  return [why ? `${id}-why` : '', errorOf(form, name) ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

/** Why we ask, and what to correct, in that order under the question. */
export function Under({ form, name, why }: Asked) {
  const lang = useLang()
  const id = fieldId(name)
  const error = errorOf(form, name)
  return (
    <>
      {why && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          <Mark kind="broken" /> <span class="sr">{say(lang, 'form.error')} </span>
          {error}
        </p>
      )}
    </>
  )
}
