// The forms on a candidate's page about the person: contact, a spoken yes, a link, the same person, notes, erasing.
import { longDate } from '../../platform/clock.ts'
import { Checks, Choice, DateField, Form, Hidden, Submit, TextArea } from '../../platform/html/fields.tsx'
import { EMPTY, type Filled } from '../../platform/html/filled.ts'
import { FoldedSection } from '../../platform/html/folded.tsx'
import { Section } from '../../platform/html/pieces.tsx'
import type { Lang } from '../../platform/i18n.ts'
import type { Ending } from '../keep-candidate.ts'
import { contactResults } from '../nomination.ts'
import { inForm } from '../one-of-many.ts'
import { paths } from '../paths.ts'
import { nominationWords as w } from '../words.ts'
import type { PartProps } from './candidate-page.tsx'
import { action, askedHows, hows, sent } from './candidate-part.ts'

/** How, when and how it went: keeps the promise of contact. Open while contact is owed. */
export function ContactForm(props: PartProps & { owed: boolean }) {
  const { lang } = props.page
  const form = sent(props, 'kontakt')
  return (
    <FoldedSection
      title={w(lang, 'staff.contact')}
      says={w(lang, 'staff.contact.says')}
      id="kontakt-form"
      open={props.owed || form !== EMPTY}
    >
      <Form page={props.page} action={action(props, 'kontakt')}>
        <Hidden name="form" value="kontakt" />
        <Choice
          form={form}
          name={inForm('kontakt', 'how')}
          legend={w(lang, 'staff.contact.how')}
          as="detail"
          options={hows.map(value => ({ value, label: w(lang, `how.${value}`) }))}
        />
        <Choice
          form={form}
          name={inForm('kontakt', 'result')}
          legend={w(lang, 'staff.contact.result')}
          as="detail"
          options={contactResults.map(value => ({ value, label: w(lang, `staff.result.${value}`) }))}
        />
        <TextArea
          form={form}
          name={inForm('kontakt', 'text')}
          label={w(lang, 'staff.contact.text')}
          why={w(lang, 'staff.contact.text.why')}
          as="detail"
          optional
          rows={2}
          maxLength={2_000}
        />
        <DateField
          form={form}
          name={inForm('kontakt', 'nextOn')}
          label={w(lang, 'staff.contact.next')}
          why={w(lang, 'staff.contact.next.why')}
          as="detail"
          optional
          min={props.one.today}
        />
        <Submit label={w(lang, 'staff.contact.save')} />
      </Form>
    </FoldedSection>
  )
}

/** A suggested person has answered a human. */
export function SpokenYes(props: PartProps) {
  const { lang } = props.page
  return (
    <Section title={w(lang, 'staff.yes')}>
      <p>{w(lang, 'staff.yes.text')}</p>
      <Form page={props.page} action={action(props, 'ja')}>
        <Submit label={w(lang, 'staff.yes.go')} quiet />
      </Form>
      <Form page={props.page} action={action(props, 'nej')}>
        <Submit label={w(lang, 'staff.no.go')} quiet />
      </Form>
    </Section>
  )
}

export function LinkForm(props: PartProps) {
  const { lang } = props.page
  return (
    <FoldedSection title={w(lang, 'staff.link')} says={w(lang, 'staff.link.says')}>
      <p>{w(lang, 'staff.link.text')}</p>
      <Form page={props.page} action={action(props, 'link')}>
        <Submit label={w(lang, 'staff.link.go')} quiet />
      </Form>
    </FoldedSection>
  )
}

/** Others who may be the same person; a human decides. */
export function SamePart(props: PartProps) {
  const { page, one } = props
  const { lang } = page
  if (one.same.length === 0) return null
  return (
    <Section title={w(lang, 'staff.same')} id="samme">
      {one.same.map(other => (
        <div class="rule hint" key={other.id}>
          <p>
            <a href={page.href(paths.candidate(other.id))}>
              <bdi>{other.name}</bdi>
            </a>{' '}
            <span class="soft">{w(lang, `staff.same.${other.by}`)}</span>
          </p>
          <Form page={page} action={action(props, 'flet')}>
            <Hidden name="other" value={other.id} />
            <Submit
              label={w(lang, 'staff.same.merge', { name: other.name })}
              under={w(lang, 'staff.same.merge.under', { name: other.name })}
              quiet
            />
          </Form>
          <Form page={page} action={action(props, 'to')}>
            <Hidden name="other" value={other.id} />
            <Submit label={w(lang, 'staff.same.part')} quiet />
          </Form>
        </div>
      ))}
    </Section>
  )
}

export function NotePart(props: PartProps) {
  const { lang } = props.page
  const form = sent(props, 'note')
  return (
    <FoldedSection title={w(lang, 'staff.notes')} says={w(lang, 'staff.notes.says')} open={form !== EMPTY}>
      <Form page={props.page} action={action(props, 'note')}>
        <Hidden name="form" value="note" />
        <TextArea
          form={form}
          name={inForm('note', 'note')}
          label={w(lang, 'staff.note')}
          why={w(lang, 'staff.note.why')}
          as="detail"
          rows={3}
          maxLength={4_000}
        />
        <Submit label={w(lang, 'staff.note.save')} quiet />
      </Form>
    </FoldedSection>
  )
}

/** How somebody asked for what staff do for them. */
function HowAsked({ lang, form, of }: { lang: Lang; form: Filled; of: string }) {
  return (
    <Choice
      form={form}
      name={inForm(of, 'how')}
      legend={w(lang, 'staff.erase.how')}
      as="detail"
      options={askedHows.map(value => ({ value, label: w(lang, `how.${value}`) }))}
    />
  )
}

/** They have been told that they will be erased, and ask somebody here to be kept. */
export function KeepForm(props: PartProps & { ending: Ending }) {
  const { lang } = props.page
  const form = sent(props, 'behold')
  return (
    <Section title={w(lang, 'staff.keep.title')}>
      <p>{w(lang, 'staff.keep.text', { date: longDate(props.ending.otherwise, lang) })}</p>
      <Form page={props.page} action={action(props, 'behold')}>
        <Hidden name="form" value="behold" />
        <HowAsked lang={lang} form={form} of="behold" />
        <Submit label={w(lang, 'staff.keep.go')} quiet />
      </Form>
    </Section>
  )
}

export function EraseForm(props: PartProps) {
  const { lang } = props.page
  const form = sent(props, 'slet')
  return (
    <FoldedSection title={w(lang, 'staff.erase')} says={w(lang, 'staff.erase.says')} open={form !== EMPTY}>
      <p>{w(lang, 'staff.erase.text')}</p>
      <Form page={props.page} action={action(props, 'slet')}>
        <Hidden name="form" value="slet" />
        <HowAsked lang={lang} form={form} of="slet" />
        <Checks
          form={form}
          name={inForm('slet', 'sure')}
          legend={w(lang, 'own.erase.legend')}
          as="detail"
          options={[{ value: 'ja', label: w(lang, 'staff.erase.sure') }]}
        />
        <Submit label={w(lang, 'staff.erase.go')} quiet />
      </Form>
    </FoldedSection>
  )
}
