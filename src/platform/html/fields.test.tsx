// Keeps the promise that a form asks kindly, keeps what was written, and ties every error to its field.
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import {
  Checks,
  Choice,
  DateField,
  EMPTY,
  ErrorSummary,
  type Filled,
  Form,
  fieldId,
  Honeypot,
  SelectField,
  StepLine,
  TextArea,
  TextField,
} from './fields.tsx'
import { FORM_KEY_FIELD, HONEYPOT_FIELD } from './page.ts'

const OPTIONS = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nej' },
]
const WRONG: Filled = { values: { mail: 'samir@mail', lives: 'no' }, errors: [{ field: 'mail', message: 'Der mangler noget efter @.' }] }

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)

describe('a field', () => {
  test('is labelled, and points first to why we ask and then to what is wrong', () => {
    const html = renderToString(<TextField form={WRONG} name="mail" label="Din e-mail" kind="email" why="Vi skriver kun til dig." />)
    expect(html).toContain('<label class="q" for="f-mail">')
    expect(html).toContain('aria-describedby="f-mail-why f-mail-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="samir@mail"')
    expect(idsOf(html)).toEqual(['f-mail-why', 'f-mail-error', 'f-mail'])
  })

  test('without an error or a reason says nothing about either', () => {
    const html = renderToString(<TextField form={EMPTY} name="mail" label="Din e-mail" />)
    expect(html).not.toContain('aria-')
    expect(html).toContain('autocomplete="off"')
  })

  test('whatever was written comes back as it was, escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), written => {
        const html = renderToString(<TextField form={{ values: { a: written }, errors: [] }} name="a" label="A" />)
        expect(html.match(/<[a-z]+/g)).toEqual(['<div', '<label', '<input'])
        const value = / value="([^"]*)"/.exec(html)?.[1] ?? ''
        const read = value
          .replace(/&lt;/g, '<')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&')
        expect(read).toBe(written)
      }),
    )
  })

  test('a text that begins with an empty line keeps it', () => {
    const area = (text: string) => renderToString(<TextArea form={{ values: { a: text }, errors: [] }} name="a" label="A" />)
    expect(area('\nÉn linje')).toContain('>\n\nÉn linje</textarea>')
    expect(area('Én linje\n')).toContain('>Én linje\n</textarea>')
    expect(area('</textarea><script>')).not.toContain('<script>')
  })

  test('a date keeps its form, and a list its choice', () => {
    const form = { values: { from: '2026-11-09', lang: 'so' }, errors: [] }
    expect(renderToString(<DateField form={form} name="from" label="Fra" min="2026-01-01" />)).toContain('value="2026-11-09"')
    const list = renderToString(
      <SelectField
        form={form}
        name="lang"
        label="Sprog"
        options={[
          { value: 'da', label: 'Dansk' },
          { value: 'so', label: 'Soomaali' },
        ]}
      />,
    )
    expect(list).toMatch(/<option[^>]*selected[^>]*value="so"|<option[^>]*value="so"[^>]*selected/)
    expect(list).toMatch(/<option value(="")?>Vælg/)
  })
})

describe('a choice', () => {
  test('is a fieldset with a legend; its first option has the id that the summary links to', () => {
    const html = renderToString(<Choice form={WRONG} name="lives" legend="Bor du i Glostrup?" options={OPTIONS} />)
    expect(html).toMatch(/<fieldset[^>]*><legend/)
    expect(idsOf(html)).toEqual(['f-lives', 'f-lives-2'])
    expect(html).toMatch(/<input(?=[^>]*value="no")(?=[^>]*checked)[^>]*>/)
    expect(html).not.toMatch(/<input(?=[^>]*value="yes")(?=[^>]*checked)[^>]*>/)
  })

  test('keeps several answers', () => {
    const html = renderToString(
      <Checks form={{ values: { need: ['yes', 'no'] }, errors: [] }} name="need" legend="Hvad?" options={OPTIONS} />,
    )
    expect(html.match(/ checked/g)).toHaveLength(2)
  })

  test('the block of an option is in the page without script, so that an old browser shows it too', () => {
    const html = renderToString(
      <Choice form={EMPTY} name="reach" legend="Hvordan?" options={[{ ...OPTIONS[0]!, under: <p>Din e-mail</p> }]} />,
    )
    expect(html).toContain('<div class="under"><p>Din e-mail</p></div>')
  })
})

describe('the summary of errors', () => {
  test('takes the focus, links to each field, and says that nothing is lost', () => {
    const html = renderToString(<ErrorSummary form={WRONG} labels={{ mail: 'Din e-mail.' }} />)
    expect(html).toContain('tabindex="-1"')
    expect(html).toMatch(/autofocus/i)
    expect(html).toContain('<a href="#f-mail">Din e-mail. Der mangler noget efter @.</a>')
    expect(html).toContain('Se på ét svar')
    expect(html).toContain('står her stadig')
  })

  test('an error of the whole form has no link, and no errors are no summary', () => {
    const noAnswer = renderToString(<ErrorSummary form={{ values: {}, errors: [{ field: '', message: 'Prøv igen.' }] }} />)
    expect(noAnswer).not.toContain('<a')
    expect(noAnswer).toContain('Ikke sendt endnu')
    expect(noAnswer).not.toContain('Se på')
    expect(renderToString(<ErrorSummary form={EMPTY} />)).toBe('')
  })

  test('ids hold only letters that an address can point to', () => {
    fc.assert(fc.property(fc.string(), name => /^f-[A-Za-z0-9_-]*$/.test(fieldId(name))))
  })
})

describe('the frame of a form', () => {
  test('carries the key, turns the memory of the browser off, and hides the trap from people', () => {
    const html = renderToString(
      <Form page={{ formKey: () => 'k"3y' } as never}>
        <Honeypot />
      </Form>,
    )
    expect(html).toContain(`name="${FORM_KEY_FIELD}" value="k&quot;3y"`)
    expect(html).toMatch(/<form[^>]*novalidate[^>]*>/i)
    expect(html).toMatch(new RegExp(`<input(?=[^>]*name="${HONEYPOT_FIELD}")(?=[^>]*tabindex="-1")`))
    expect(html).toContain('Lad dette felt stå tomt')
  })

  test('a search carries no key', () => {
    expect(
      renderToString(
        <Form method="get" page={{ formKey: () => 'k3y' } as never}>
          x
        </Form>,
      ),
    ).not.toContain('k3y')
  })

  test('the step line says where one is and draws as many bars', () => {
    const html = renderToString(<StepLine current={2} total={3} label="Bliv medlem" />)
    expect(html).toContain('Trin 2 af 3')
    expect(html.match(/<li/g)).toHaveLength(3)
    expect(html.match(/class="done"/g)).toHaveLength(2)
  })
})
