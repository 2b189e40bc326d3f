// Keeps the page where a draft is tried on invented people: who they are, where they sit, and what to ask.

import { longDateTime } from '../../../platform/clock.ts'
import { Choice, SelectField } from '../../../platform/html/choices.tsx'
import { Form, Hidden, Submit, TextArea, TextField } from '../../../platform/html/fields.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { Section } from '../../../platform/html/pieces.tsx'
import { type Charter, describe } from '../../charters/index.ts'
import { draftPaths } from '../paths.ts'
import { trialState } from '../trial.ts'
import type { Trials } from '../trial-loads.ts'
import { draftWords, engineLang } from '../words.ts'
import { DraftFrame, type DraftProps } from './frame.tsx'

/** Who is put on a seat by hand; more are shown by number only. */
const mostByHand = 40

export function TrialsPage(props: DraftProps<Trials>) {
  const { page, thing, form } = props
  const { lang } = page
  const { draft, slug, trials } = thing
  const t = draftWords
  return (
    <DraftFrame {...props} title={t(lang, 'trials.title')} lead={t(lang, 'trials.lead')}>
      <Section title={t(lang, 'trials.people')}>
        <p>{t(lang, 'trials.count', { count: draft.pool.length })}</p>
        <Form page={page} action={page.href(draftPaths.pool(slug))}>
          <Choice
            form={form.values.how === undefined ? { ...form, values: { ...form.values, how: 'some' } } : form}
            name="how"
            legend={t(lang, 'trials.how')}
            options={[
              { value: 'some', label: t(lang, 'trials.how.some') },
              { value: 'many', label: t(lang, 'trials.how.many') },
              {
                value: 'pasted',
                label: t(lang, 'trials.how.pasted'),
                under: (
                  <TextArea
                    form={form}
                    name="people"
                    as="detail"
                    rows={8}
                    dir="ltr"
                    label={t(lang, 'trials.list')}
                    why={t(lang, 'trials.list.why')}
                  />
                ),
              },
              { value: 'none', label: t(lang, 'trials.how.none') },
            ]}
          />
          <Submit quiet label={t(lang, 'trials.get')} under={t(lang, 'trials.invented')} />
        </Form>
      </Section>
      {draft.pool.length > 0 && (
        <Section title={t(lang, 'trials.ask')}>
          <Ask page={page} thing={thing} operation="explain" />
          <Ask page={page} thing={thing} operation="propose" />
          <h3>{t(lang, 'trials.check')}</h3>
          <p class="soft">{t(lang, 'trials.check.why')}</p>
          <Form page={page} action={page.href(draftPaths.ask(slug))}>
            <Hidden name="revision" value={String(draft.revision)} />
            {draft.pool.slice(0, mostByHand).map((one, at) => (
              <SelectField
                key={one.id}
                form={form}
                name={`seat-${at}`}
                as="detail"
                label={`${one.id}: ${describe(thing.charter, one, engineLang(lang))}`}
                none={t(lang, 'trials.off')}
                options={thing.charter.groups.map(group => ({ value: group.id, label: nameIn(group, lang) }))}
              />
            ))}
            <Submit label={t(lang, 'trials.check.go')} name="operation" value="check" />
            <SelectField
              form={form}
              name="leaving"
              as="detail"
              label={t(lang, 'trials.replace')}
              why={t(lang, 'trials.replace.why')}
              none={t(lang, 'trials.nobody')}
              options={draft.pool.slice(0, mostByHand).map(one => ({ value: one.id, label: one.id }))}
            />
            <Submit quiet label={t(lang, 'trials.replace.go')} name="operation" value="replace" />
          </Form>
          <h3>{t(lang, 'trials.draw')}</h3>
          <p class="soft">{t(lang, 'trials.draw.why')}</p>
          <Form page={page} action={page.href(draftPaths.ask(slug))}>
            <Hidden name="operation" value="draw" />
            <Hidden name="revision" value={String(draft.revision)} />
            <TextField form={form} name="n" as="detail" label={t(lang, 'trials.draw.n')} maxLength={3} />
            <TextField
              form={form}
              name="seed"
              as="detail"
              label={t(lang, 'trials.draw.seed')}
              why={t(lang, 'trials.draw.seed.why')}
              maxLength={100}
            />
            <Submit quiet label={t(lang, 'trials.draw.go')} />
          </Form>
        </Section>
      )}
      {trials.length > 0 && (
        <Section title={t(lang, 'trials.answers')}>
          <ul class="list">
            {trials.map(one => (
              <li key={one.id}>
                <a href={page.href(draftPaths.trial(slug, one.id))}>{t(lang, `trial.of.${one.operation}`)}</a>{' '}
                <span class="soft">
                  {longDateTime(one.askedAt, lang)}. {t(lang, `trial.state.${trialState(one, page.now)}`)}
                  {one.revision !== draft.revision && ` ${t(lang, 'trial.older')}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DraftFrame>
  )
}

export const nameIn = (group: Charter['groups'][number], lang: Page['lang']) => group.name?.[engineLang(lang)] ?? group.name?.da ?? group.id

function Ask({ page, thing, operation }: { page: Page; thing: Trials; operation: 'explain' | 'propose' }) {
  return (
    <Form page={page} action={page.href(draftPaths.ask(thing.slug))}>
      <Hidden name="operation" value={operation} />
      <Hidden name="revision" value={String(thing.draft.revision)} />
      <Submit quiet label={draftWords(page.lang, `trials.${operation}`)} under={draftWords(page.lang, `trials.${operation}.why`)} />
    </Form>
  )
}
