// What has come of a letter: where it is changed, and taking it back with the letter while nothing else has happened.
import { Choice, type Filled, Form, Submit, Tick } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, Section } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import type { Made } from '../desks.ts'
import { postPaths } from '../paths.ts'
import { postWords as w } from '../words.ts'
import { deskName, wayName } from './desk-name.ts'
import type { OneLetter } from './letter-page.tsx'

export function MadeOfLetter({ page, one, made, form }: { page: Page; one: OneLetter; made: Made; form: Filled }) {
  const { lang } = page
  return (
    <>
      <Section title={w(lang, 'made')}>
        <p>{said(made.text, lang)}</p>
        <p>
          <ButtonLink href={page.href(made.href)}>{said(made.label, lang)}</ButtonLink>
        </p>
        {made.why && <CannotUndo page={page} why={made.why} />}
      </Section>
      {made.back && <Undo page={page} one={one} back={made.back} form={form} />}
    </>
  )
}

function CannotUndo({ page, why }: { page: Page; why: NonNullable<Made['why']> }) {
  const { lang } = page
  return (
    <>
      <p>{said(why.lead, lang)}</p>
      {why.list.length > 0 && (
        <ul class="text">
          {why.list.map(what => (
            <li key={said(what, lang)}>{said(what, lang)}</li>
          ))}
        </ul>
      )}
      {why.next && <p>{said(why.next, lang)}</p>}
    </>
  )
}

function Undo({ page, one, back, form }: { page: Page; one: OneLetter; back: NonNullable<Made['back']>; form: Filled }) {
  const { lang } = page
  const filled: Filled = form.errors.length > 0 ? form : { ...form, values: { desk: one.desk } }
  return (
    <Section title={w(lang, 'made.undo')}>
      {back.said.map(text => (
        <p key={said(text, lang)}>{said(text, lang)}</p>
      ))}
      <Form page={page} action={page.href(postPaths.undo(one.id))}>
        <Choice
          form={filled}
          name="desk"
          as="detail"
          legend={w(lang, 'undo.where')}
          options={[
            { value: one.desk, label: w(lang, 'undo.stay', { desk: deskName(lang, one.desk) }) },
            ...one.ways.map(way => ({
              value: way.desk,
              label: wayName(lang, way.desk),
              ...(way.desk === 'not-ours' && { hint: w(lang, 'move.not-ours.under', { days: one.releasedDays }) }),
            })),
          ]}
        />
        <Tick form={filled} name="sure" label={said(back.sure, lang)} />
        <Submit label={said(back.submit, lang)} quiet />
      </Form>
    </Section>
  )
}
