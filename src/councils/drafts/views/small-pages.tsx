// Keeps the small pages of a draft: pasting one, what changed, writing the decision down, and beginning a council.
import { staffNav } from '../../../people/index.ts'
import { Checks, Choice } from '../../../platform/html/choices.tsx'
import { DateField, ErrorSummary, Form, Hidden, Submit, TextArea, TextField } from '../../../platform/html/fields.tsx'
import type { Filled } from '../../../platform/html/filled.ts'
import { StaffPage } from '../../../platform/html/layout.tsx'
import { Quote } from '../../../platform/html/marks.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { EmptyState, Note, Section } from '../../../platform/html/pieces.tsx'
import type { Principal } from '../../../platform/principal.ts'
import { said } from '../../../platform/refusal.ts'
import type { Difference } from '../../charters/index.ts'
import { adoptingBodies } from '../draft.ts'
import { unfinished } from '../findings.ts'
import { councilTypes } from '../founding.ts'
import type { Changes, DraftSeen } from '../loads.ts'
import { draftPaths } from '../paths.ts'
import { draftWords } from '../words.ts'
import { Findings } from './findings.tsx'
import { DraftFrame, type DraftProps } from './frame.tsx'
import { InWords } from './in-words.tsx'

export function PastePage(props: DraftProps & { words: readonly string[] | null }) {
  const { page, thing, form, words } = props
  const { lang } = page
  return (
    <DraftFrame {...props} title={draftWords(lang, 'paste.title')} lead={draftWords(lang, 'paste.lead')}>
      <Form page={page} action={page.href(draftPaths.paste(thing.slug))}>
        <Hidden name="revision" value={String(thing.draft.revision)} />
        <TextArea
          form={form}
          name="document"
          label={draftWords(lang, 'paste.text')}
          why={draftWords(lang, 'paste.text.why')}
          rows={20}
          dir="ltr"
        />
        <InWords page={page} lines={words} />
        <Submit label={draftWords(lang, 'paste.save')} name="do" value="save" />
      </Form>
    </DraftFrame>
  )
}

export function ChangesPage(props: DraftProps<Changes>) {
  const { page, thing } = props
  const { lang } = page
  const version = thing.draft.basedOn
  return (
    <DraftFrame
      {...props}
      title={draftWords(lang, 'changes.title')}
      lead={version === null ? draftWords(lang, 'changes.lead.first') : draftWords(lang, 'changes.lead', { version })}
    >
      <ChangeList page={page} changes={thing.changes} />
      {thing.changes.length === 0 && (
        <EmptyState title={draftWords(lang, 'changes.none', { version: version ?? 0 })} next={draftWords(lang, 'changes.none.next')} />
      )}
    </DraftFrame>
  )
}

const order = ['removed', 'added', 'stricter', 'looser', 'changed', 'worded'] as const

/** What differs, sorted by what it means for the council; each with the words before and after. */
function ChangeList({ page, changes }: { page: Page; changes: readonly Difference[] }) {
  const { lang } = page
  return (
    <>
      {order.map(direction => {
        const of = changes.filter(one => one.direction === direction)
        return of.length === 0 ? null : (
          <Section key={direction} title={draftWords(lang, `change.${direction}`)}>
            {of.map(one => (
              <Note key={one.about}>
                <Side page={page} one={one} side={one.before} label={draftWords(lang, 'change.before')} />
                <Side page={page} one={one} side={one.after} label={draftWords(lang, 'change.after')} />
              </Note>
            ))}
          </Section>
        )
      })}
    </>
  )
}

function Side({ page, one, side, label }: { page: Page; one: Difference; side: Difference['before']; label: string }) {
  const { lang } = page
  if (side === null)
    return (
      <p class="soft">
        {label}: {draftWords(lang, 'change.nothing')}
      </p>
    )
  const rest =
    !/^(size|elig|group):/.test(one.about) && side.meaning.startsWith('{') ? draftWords(lang, `rest.${one.about}` as never) : null
  const own = one.about.startsWith('group:') ? `${side.text}. ${draftWords(lang, 'change.about')}` : (rest ?? side.meaning)
  return (
    <p>
      <b>{label}:</b> {own} {side.sentence && <Quote>{side.sentence}</Quote>} {side.ref && <span class="soft">({side.ref})</span>}
    </p>
  )
}

export function AdoptPage(props: DraftProps<DraftSeen>) {
  const { page, thing, form } = props
  const { lang } = page
  const missing = unfinished(thing.charter)
  const filled: Filled =
    form.values.decidedOn === undefined ? { ...form, values: { body: 'municipal_council', validFrom: thing.today } } : form
  return (
    <DraftFrame
      {...props}
      title={draftWords(lang, 'adopt.title')}
      lead={draftWords(lang, thing.draft.founding ? 'adopt.lead.founding' : 'adopt.lead')}
    >
      {missing.length > 0 && (
        <Section title={draftWords(lang, 'adopt.unfinished')}>
          <ul class="text">
            {missing.map(({ message }) => (
              <li key={said(message, 'da')}>{said(message, lang)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Findings page={page} thing={thing} />
      <Form page={page} action={page.href(draftPaths.adopt(thing.slug))}>
        <Hidden name="revision" value={String(thing.draft.revision)} />
        <Choice
          form={filled}
          name="body"
          legend={draftWords(lang, 'adopt.body')}
          options={adoptingBodies.map(value => ({ value, label: capital(draftWords(lang, `body.${value}`)) }))}
        />
        <DateField form={filled} name="decidedOn" label={draftWords(lang, 'adopt.on')} />
        <TextField form={filled} name="minuteRef" label={draftWords(lang, 'adopt.ref')} width="half" maxLength={200} />
        <DateField form={filled} name="validFrom" label={draftWords(lang, 'adopt.from')} />
        {thing.findings.length > 0 && (
          <Checks
            form={filled}
            name="seen"
            legend={draftWords(lang, 'adopt.seen')}
            options={[{ value: 'yes', label: draftWords(lang, 'adopt.seen.yes') }]}
          />
        )}
        <Submit label={draftWords(lang, 'adopt.save')} under={draftWords(lang, 'adopt.under')} />
      </Form>
    </DraftFrame>
  )
}
const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('da')}${text.slice(1)}`

export function FoundPage({ page, who, form }: { page: Page; who: Principal; form: Filled }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={draftWords(lang, 'found.title')}
      lead={draftWords(lang, 'found.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(draftPaths.councils) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page} action={page.href(draftPaths.found)}>
        <TextField form={form} name="name" label={draftWords(lang, 'found.name')} width="half" maxLength={100} />
        <Choice
          form={form}
          name="type"
          legend={draftWords(lang, 'found.type')}
          options={councilTypes.map(value => ({ value, label: draftWords(lang, `found.type.${value}`) }))}
        />
        <TextField form={form} name="summary" label={draftWords(lang, 'found.summary')} maxLength={300} />
        <TextArea
          form={form}
          name="purposes"
          label={draftWords(lang, 'found.purposes')}
          why={draftWords(lang, 'found.purposes.why')}
          rows={5}
          maxLength={4000}
        />
        <Submit label={draftWords(lang, 'found.go')} />
      </Form>
    </StaffPage>
  )
}
