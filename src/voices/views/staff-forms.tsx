// What can be done in a voice now: the answer first, and each other step under a heading of its own.
import type { ComponentChildren } from 'preact'
import { answerOf, Choice, DateField, Form, SelectField, Submit, TextArea, Tick } from '../../platform/html/fields.tsx'
import { Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import { places } from '../next-steps.ts'
import { paths, type StaffForm } from '../paths.ts'
import { phrases } from '../phrases.ts'
import { recusals } from '../recuse.ts'
import { routesOfNotice } from '../tables.ts'
import { longestTelling } from '../telling.ts'
import { pauseReasons, whyNot } from '../voice.ts'
import { voiceWords as w } from '../words.ts'
import { EraseForm } from './staff-erase.tsx'
import { HandOverForm, OnItsWay } from './staff-hand-over.tsx'
import { NetworkForms } from './staff-network.tsx'
import type { OneProps } from './staff-one.tsx'

export function StaffForms(props: OneProps) {
  const { page, one, form } = props
  const { lang } = page
  const { stands, row, consent } = one.voice
  const can = (verb: Parameters<typeof whyNot>[1]) => whyNot(stands, verb) === null
  const at = (what: StaffForm) => page.href(paths.form(row.id, what))
  const step = (what: StaffForm, children: ComponentChildren, id?: string) => (
    <Form page={page} action={at(what)} id={id}>
      {children}
    </Form>
  )
  return (
    <>
      {can('answer') && (
        <Section title={w(lang, 'staff.answer')} id={places.answer}>
          {step(
            'svar',
            <>
              <TextArea
                form={form}
                name="answer"
                label={w(lang, 'staff.answer.words')}
                why={w(lang, 'staff.answer.why')}
                as="detail"
                rows={8}
                maxLength={longestTelling}
              />
              <Submit label={w(lang, 'staff.answer.go')} under={w(lang, 'staff.answer.under')} />
              <SelectField
                form={form}
                name="phrase"
                label={w(lang, 'staff.phrase')}
                as="detail"
                options={phrases.map(value => ({ value, label: w(lang, `staff.phrase.${value}`) }))}
              />
              <Submit label={w(lang, 'staff.phrase.go')} quiet name="do" value="phrase" />
            </>,
          )}
        </Section>
      )}
      {can('passOn') && step('givet', <Submit label={w(lang, 'staff.passOn')} quiet />, places.passOn)}
      <OnItsWay {...props} />
      {can('keepHandOver') && step('holdt', <Submit label={w(lang, 'staff.handOver.kept')} quiet />, places.kept)}
      {can('resume') && step('genoptag', <Submit label={w(lang, 'staff.resume')} quiet />, places.resume)}
      {can('close') && (
        <Section title={w(lang, 'staff.close')} id={places.close} lead={w(lang, 'staff.close.text')}>
          {step('luk', <Submit label={w(lang, 'staff.close')} quiet />)}
        </Section>
      )}
      <Folded id={places.look} title={w(lang, 'staff.note')} open={answerOf(form, 'note') !== ''}>
        {step(
          'note',
          <>
            <TextArea
              form={form}
              name="note"
              label={w(lang, 'staff.note.words')}
              why={w(lang, 'staff.note.why')}
              as="detail"
              rows={4}
              maxLength={4_000}
            />
            <Submit label={w(lang, 'staff.note.go')} quiet />
          </>,
        )}
      </Folded>
      <Folded id={places.translate} title={w(lang, 'staff.translate')} open={answerOf(form, 'translation') !== ''}>
        {step(
          'oversaet',
          <>
            <SelectField
              form={form}
              name="of"
              as="detail"
              label={w(lang, 'staff.translate.of')}
              options={one.voice.lines
                .filter(line => ['told', 'wrote', 'answer'].includes(line.kind))
                .map(line => ({ value: String(line.position), label: `${line.position}. ${line.text.slice(0, 40)}` }))}
            />
            <SelectField
              form={form}
              name="to"
              as="detail"
              label={w(lang, 'staff.translate.to')}
              options={LANGS.map(value => ({ value, label: LANG_NAMES[value] }))}
            />
            <TextArea
              form={form}
              name="translation"
              label={w(lang, 'staff.translate.words')}
              why={w(lang, 'staff.translate.why')}
              as="detail"
              rows={5}
              maxLength={longestTelling}
            />
            <Submit label={w(lang, 'staff.translate.go')} quiet />
          </>,
        )}
      </Folded>
      {can('pause') && (
        <Folded title={w(lang, 'staff.pause')} open={answerOf(form, 'until') !== ''}>
          {step(
            'pause',
            <>
              <Choice
                form={form}
                name="reason"
                as="detail"
                legend={w(lang, 'staff.pause.reason')}
                options={pauseReasons.map(value => ({ value, label: w(lang, `staff.pause.${value}`) }))}
              />
              <DateField form={form} name="until" as="detail" label={w(lang, 'staff.pause.until')} />
              <Submit label={w(lang, 'staff.pause.go')} quiet />
            </>,
          )}
        </Folded>
      )}
      {can('handOver') && (
        <Folded id={places.handOver} title={w(lang, 'staff.handOver')} open={['receiver', 'words', 'by'].some(name => name in form.values)}>
          <HandOverForm {...props} />
        </Folded>
      )}
      <Folded
        id={places.network}
        title={w(lang, 'staff.network')}
        open={
          ['guestName', 'saidHow', 'noNetwork'].some(name => name in form.values) ||
          form.errors.some(error => error.field.startsWith('guest'))
        }
      >
        <NetworkForms page={page} one={one} form={form} />
      </Folded>
      {consent && (
        <Folded id={places.ownCode} title={w(lang, 'staff.code')} open={false}>
          {step(
            'kode',
            <>
              <p>{w(lang, 'staff.code.why')}</p>
              <Tick form={form} name="sure" label={w(lang, 'staff.code.sure')} />
              <Submit label={w(lang, 'staff.code.go')} quiet />
            </>,
          )}
        </Folded>
      )}
      <Folded title={w(lang, 'staff.recuse')} open={form.errors.some(error => error.field === 'why')}>
        {step(
          'inhabil',
          <>
            <p>{w(lang, 'staff.recuse.text')}</p>
            <Choice
              form={form}
              name="why"
              as="detail"
              legend={w(lang, 'staff.recuse.why')}
              options={recusals.map(value => ({ value, label: w(lang, `staff.recuse.${value}`) }))}
            />
            <Submit label={w(lang, 'staff.recuse.go')} quiet />
          </>,
        )}
      </Folded>
      <EraseForm page={page} one={one} form={form} />
      <Folded title={w(lang, 'staff.one.child')} open={false}>
        {step(
          'underrettet',
          <>
            <Choice
              form={form}
              name="route"
              as="detail"
              legend={w(lang, 'staff.one.child.route')}
              options={routesOfNotice.map(value => ({ value, label: w(lang, `staff.route.${value}`) }))}
            />
            <Submit label={w(lang, 'staff.one.child.go')} quiet />
          </>,
        )}
      </Folded>
    </>
  )
}

/** A step that is rarely needed: its heading opens it, and so does a link to it. */
function Folded({ id, title, open, children }: { id?: string; title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details open={open}>
      <summary>
        <b>{title}</b>
      </summary>
      {/* A browser opens what a link leads into, not what it leads to. */}
      {id ? <div id={id}>{children}</div> : children}
    </details>
  )
}
