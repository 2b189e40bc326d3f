// Keeps the form of one rule, of each of the seven kinds.
import { Checks, Choice, SelectField } from '../../../platform/html/choices.tsx'
import { Form, Hidden, Submit, TextArea, TextField } from '../../../platform/html/fields.tsx'
import { answerOf, type Filled } from '../../../platform/html/filled.ts'
import type { Page } from '../../../platform/html/page.ts'
import { said } from '../../../platform/refusal.ts'
import type { OneRule } from '../part-loads.ts'
import { draftPaths } from '../paths.ts'
import { asksWho, fractions, ruleFields, strengths } from '../rule-form.ts'
import { attributes, vocabulary } from '../vocabulary.ts'
import { draftWords, engineLang } from '../words.ts'
import { ConditionFields } from './conditions.tsx'
import { DraftFrame, type DraftProps } from './frame.tsx'
import { filledWith } from './group-page.tsx'
import { InWords } from './in-words.tsx'

export function RulePage(props: DraftProps<OneRule> & { words: readonly string[] | null }) {
  const { page, thing, words } = props
  const { lang } = page
  const { rule, kind, at, slug, draft, charter } = thing
  const form = filledWith(props.form, () => ruleFields(rule, charter))
  const t = draftWords
  return (
    <DraftFrame
      {...props}
      form={form}
      title={t(lang, rule ? 'rule.title' : 'rule.new', { kind: t(lang, `kind.${kind}`) })}
      lead={`${t(lang, `kind.${kind}`)}, ${t(lang, `kind.${kind}.eg`)}.`}
    >
      <Form page={page} action={page.href(draftPaths.rule(slug, at))}>
        <Hidden name="revision" value={String(draft.revision)} />
        <TextField form={form} name="text" label={t(lang, 'rule.text')} why={t(lang, 'rule.text.why')} maxLength={400} />
        <Checks
          form={form}
          name="in"
          legend={t(lang, 'rule.in')}
          options={charter.groups.map(group => ({ value: group.id, label: said((group.name ?? { da: group.id }) as never, lang) }))}
        />
        {asksWho(kind) && (
          <ConditionFields
            page={page}
            form={form}
            words={vocabulary(charter, thing.base, engineLang(lang))}
            legend={t(lang, 'rule.who')}
            why={t(lang, 'rule.who.why')}
            before={rule && 'who' in rule ? rule.who : undefined}
            charter={charter}
          />
        )}
        <Measures page={page} thing={thing} form={form} />
        <Choice
          form={form}
          name="strength"
          legend={t(lang, 'rule.strength')}
          why={t(lang, 'rule.strength.why')}
          options={strengths.map(value => ({ value, label: t(lang, `strength.${value}`) }))}
        />
        <TextArea
          form={form}
          name="sentence"
          label={t(lang, 'part.sentence')}
          why={t(lang, 'part.sentence.why')}
          rows={3}
          maxLength={1000}
        />
        <TextField form={form} name="ref" label={t(lang, 'part.ref')} why={t(lang, 'part.ref.why')} width="half" maxLength={200} />
        <TextField form={form} name="url" label={t(lang, 'part.url')} width="half" maxLength={300} dir="ltr" optional />
        <InWords page={page} lines={words} />
        <Submit label={t(lang, 'save')} name="do" value="save" />
      </Form>
    </DraftFrame>
  )
}

function Measures({ page, thing, form }: { page: Page; thing: OneRule; form: Filled }) {
  const { lang } = page
  const { kind, charter } = thing
  const t = draftWords
  const number = (name: string, label: string, optional = false) => (
    <TextField form={form} name={name} label={label} width="short" kind="number" maxLength={7} optional={optional} />
  )
  if (kind === 'count' || kind === 'total')
    return (
      <>
        {number('min', t(lang, 'rule.min'), true)}
        {number('max', t(lang, 'rule.max'), true)}
      </>
    )
  if (kind === 'max_same')
    return (
      <>
        <SelectField form={form} name="attr" label={t(lang, 'rule.attr')} options={[...attributes(charter, engineLang(lang))]} />
        {number('max', t(lang, 'rule.max_same'))}
      </>
    )
  const values = valuesOf(thing, lang)
  if (kind === 'balance')
    return (
      <>
        <SelectField form={form} name="a" label={t(lang, 'rule.a')} options={values} />
        <SelectField form={form} name="b" label={t(lang, 'rule.b')} options={values} />
        {number('max_diff', t(lang, 'rule.max_diff'))}
      </>
    )
  if (kind === 'share') {
    const part = answerOf(form, 'part')
    const parts = part === '' || (fractions as readonly string[]).includes(part) ? [...fractions] : [...fractions, part]
    return (
      <>
        <SelectField form={form} name="part" label={t(lang, 'rule.part')} options={parts.map(value => ({ value, label: value }))} />
        <Checks form={form} name="strict" legend={t(lang, 'rule.strict')} options={[{ value: 'yes', label: t(lang, 'rule.strict.yes') }]} />
      </>
    )
  }
  if (kind === 'cover')
    return (
      <>
        <Checks form={form} name="values" legend={t(lang, 'rule.values')} why={t(lang, 'rule.values.why')} options={values} />
        {number('each_min', t(lang, 'rule.each_min'))}
      </>
    )
  return null
}

/** Single values one can ask for, each written as the form finds it again. */
function valuesOf({ charter, base }: OneRule, lang: Page['lang']) {
  const found = new Map<string, string>()
  for (const { value, label } of vocabulary(charter, base, engineLang(lang))) {
    if (!value.startsWith('{')) continue
    const test = JSON.parse(value) as { attr: string; has?: unknown; eq?: unknown }
    const one = test.has ?? test.eq
    if (typeof one === 'boolean') continue
    const key = JSON.stringify({ attr: test.attr, has: one })
    if (!found.has(key)) found.set(key, label)
  }
  return [...found].map(([value, label]) => ({ value, label }))
}
