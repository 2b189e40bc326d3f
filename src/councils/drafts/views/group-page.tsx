// Keeps the form of one kind of seat.
import { Choice } from '../../../platform/html/choices.tsx'
import { Form, Hidden, Submit, TextArea, TextField } from '../../../platform/html/fields.tsx'
import type { Filled } from '../../../platform/html/filled.ts'
import { said } from '../../../platform/refusal.ts'
import { appointers, fillings, groupFields, groupKinds } from '../group-form.ts'
import type { OneGroup } from '../part-loads.ts'
import { draftPaths } from '../paths.ts'
import { vocabulary } from '../vocabulary.ts'
import { draftWords, engineLang } from '../words.ts'
import { ConditionFields } from './conditions.tsx'
import { DraftFrame, type DraftProps } from './frame.tsx'
import { InWords } from './in-words.tsx'

export function GroupPage(props: DraftProps<OneGroup> & { words: readonly string[] | null }) {
  const { page, thing, words } = props
  const { lang } = page
  const { group, at, slug, draft } = thing
  const form = filledWith(props.form, () => groupFields(group))
  const t = draftWords
  return (
    <DraftFrame
      {...props}
      form={form}
      title={group ? t(lang, 'group.title', { name: said(group.name as never, lang) }) : t(lang, 'group.new')}
      lead={t(lang, 'group.lead')}
    >
      <Form page={page} action={page.href(draftPaths.group(slug, at))}>
        <Hidden name="revision" value={String(draft.revision)} />
        <TextField form={form} name="name" label={t(lang, 'group.name')} width="half" maxLength={120} />
        <Choice
          form={form}
          name="kind"
          legend={t(lang, 'group.kind')}
          options={groupKinds.map(value => ({ value, label: t(lang, `group.kind.${value}`) }))}
        />
        <TextField form={form} name="min" label={t(lang, 'group.min')} width="short" kind="number" maxLength={7} />
        <TextField
          form={form}
          name="max"
          label={t(lang, 'group.max')}
          why={t(lang, 'group.max.why')}
          width="short"
          kind="number"
          maxLength={7}
          optional
        />
        <ConditionFields
          page={page}
          form={form}
          words={vocabulary(thing.charter, thing.base, engineLang(lang))}
          legend={t(lang, 'group.who')}
          why={t(lang, 'group.who.why')}
          before={group?.eligible}
          charter={thing.charter}
        />
        <Choice
          form={form}
          name="appointedBy"
          legend={t(lang, 'group.by')}
          options={appointers.map(value => ({
            value,
            label: t(lang, `group.by.${value}`),
            ...(value === 'other'
              ? {
                  under: (
                    <TextField form={form} name="appointedOther" as="detail" width="half" maxLength={100} label={t(lang, 'group.by.who')} />
                  ),
                }
              : {}),
          }))}
        />
        <Choice
          form={form}
          name="filledBy"
          legend={t(lang, 'group.filled')}
          options={fillings.map(value => ({ value, label: t(lang, `group.filled.${value}`) }))}
          optional
        />
        <TextField form={form} name="text" label={t(lang, 'part.text')} why={t(lang, 'group.text.why')} maxLength={400} optional />
        <TextArea
          form={form}
          name="sentence"
          label={t(lang, 'part.sentence')}
          why={t(lang, 'part.sentence.why')}
          rows={3}
          maxLength={1000}
          optional
        />
        <TextField form={form} name="ref" label={t(lang, 'part.ref')} why={t(lang, 'part.ref.why')} width="half" maxLength={200} optional />
        <TextField form={form} name="url" label={t(lang, 'part.url')} width="half" maxLength={300} dir="ltr" optional />
        <InWords page={page} lines={words} />
        <Submit label={t(lang, 'save')} name="do" value="save" />
      </Form>
    </DraftFrame>
  )
}

/** What was typed, or what stands in the charter when nothing was typed yet. */
export const filledWith = (form: Filled, values: () => Filled['values']): Filled =>
  Object.keys(form.values).length > 0 ? form : { ...form, values: values() }
