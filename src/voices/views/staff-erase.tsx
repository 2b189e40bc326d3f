// Erasing for somebody without their code: the form of whoever met them, the page of the second human, and what is said afterwards.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { answerOf, Choice, ErrorSummary, type Filled, Form, Hidden, Submit, TextArea, Tick } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, GoLink } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { askSteps, hows, type Proof } from '../erase-ask.ts'
import { stateOf } from '../erase-asked.ts'
import type { EraseAsk } from '../erase-store.ts'
import { paths } from '../paths.ts'
import { voiceWords as w } from '../words.ts'
import type { OneVoice } from './staff-one.tsx'

/** What stands about erasing on the page of one voice, and the form that asks for it. */
export function EraseForm({ page, one, form }: { page: Page; one: OneVoice; form: Filled }) {
  const { lang } = page
  const { row, consent } = one.voice
  const { ask, proofs } = one.erasing
  if (ask && ask.stopped_on === null) return <GoLink href={page.href(paths.form(row.id, 'sletning'))}>{w(lang, 'staff.erase.open')}</GoLink>
  return (
    <details open={answerOf(form, 'how') !== '' || form.errors.some(error => ['how', 'proof', 'said'].includes(error.field))}>
      <summary>
        <b>{w(lang, 'staff.erase')}</b>
      </summary>
      {ask?.stopped_on && (
        <p>
          {w(lang, 'staff.erase.stopped', {
            date: longDate(ask.stopped_on as never, lang),
            who: w(lang, `staff.erase.by.${ask.stopped_by!}`),
          })}
        </p>
      )}
      {consent ? (
        <p>{w(lang, 'staff.erase.behalf')}</p>
      ) : proofs.length === 0 ? (
        <p>{w(lang, 'staff.erase.nobody')}</p>
      ) : (
        <Form page={page} action={page.href(paths.form(row.id, 'slet'))}>
          <p>{w(lang, 'staff.erase.lead')}</p>
          <Choice
            form={form}
            name="how"
            as="detail"
            legend={w(lang, 'staff.erase.how')}
            options={hows.map(value => ({ value, label: w(lang, `staff.erase.how.${value}`) }))}
          />
          <Choice
            form={form}
            name="proof"
            as="detail"
            legend={w(lang, 'staff.erase.proof')}
            options={proofs.map(value => ({
              value,
              label: w(lang, `staff.erase.proof.${value}`),
              ...(value === 'recalled' && { hint: w(lang, 'staff.erase.proof.recalled.hint') }),
            }))}
          />
          <Tick form={form} name="said" label={w(lang, 'staff.erase.said')} />
          <Submit label={w(lang, 'staff.erase.go')} under={w(lang, 'staff.erase.under')} quiet />
        </Form>
      )}
    </details>
  )
}

/** What the second human sees: who asked, how, and how it was seen who they are; never what was told. */
export interface AskedErasing {
  readonly voiceId: string
  readonly ask: EraseAsk
  readonly asker: string
  readonly mine: boolean
}
export function ErasingPage({ page, who, asked, form }: { page: Page; who: Principal; asked: AskedErasing; form: Filled }) {
  const { lang } = page
  const { ask, asker, mine, voiceId } = asked
  const state = stateOf(ask)
  const can = askSteps(state, mine ? 'asker' : 'colleague')
  const action = page.href(paths.form(voiceId, 'sletning'))
  const date = (on: string) => longDate(on as never, lang)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.erasing.title')}
      lead={
        mine
          ? w(lang, 'staff.erasing.lead.mine', { date: date(ask.asked_on) })
          : w(lang, 'staff.erasing.lead', { name: asker, date: date(ask.asked_on) })
      }
      nav={staffNav(page, who, 'voices')}
      back={{ href: page.href(paths.list), label: w(lang, 'staff.list.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Answers
        items={[
          { label: w(lang, 'staff.erase.how'), value: w(lang, `staff.erase.how.${ask.how}`) },
          { label: w(lang, 'staff.erasing.seen'), value: seen(page, ask.proof) },
        ]}
      />
      {state === 'waiting' && <p>{w(lang, 'staff.erasing.waiting', { date: date(ask.erase_on!) })}</p>}
      {state === 'stopped' && (
        <p>{w(lang, 'staff.erase.stopped', { date: date(ask.stopped_on!), who: w(lang, `staff.erase.by.${ask.stopped_by!}`) })}</p>
      )}
      {state === 'asked' && mine && <p>{w(lang, 'staff.erasing.mine')}</p>}
      {can.includes('agree') && (
        <>
          <p>{w(lang, 'staff.erasing.law')}</p>
          <p>{w(lang, 'staff.erasing.doubt', { name: asker })}</p>
          <Form page={page} action={action}>
            <Hidden name="agree" value="yes" />
            <Submit label={w(lang, ask.proof === 'recalled' ? 'staff.erasing.later' : 'staff.erasing.now')} />
          </Form>
        </>
      )}
      {can.includes('stop') && (
        <Form page={page} action={action}>
          <Hidden name="agree" value="no" />
          {!mine && <TextArea form={form} name="why" label={w(lang, 'staff.erasing.why')} rows={3} maxLength={400} />}
          <Submit label={w(lang, mine ? 'staff.erasing.stop' : 'staff.erasing.no')} quiet />
        </Form>
      )}
    </StaffPage>
  )
}
const seen = (page: Page, proof: Proof) => w(page.lang, `staff.erase.proof.${proof}`)

export function ErasedPage({ page, who }: { page: Page; who: Principal }) {
  const { lang } = page
  return (
    <StaffPage page={page} title={w(lang, 'talk.gone')} lead={w(lang, 'staff.erased.text')} nav={staffNav(page, who, 'voices')}>
      <GoLink href={page.href(paths.list)}>{w(lang, 'staff.enter.done.list')}</GoLink>
    </StaffPage>
  )
}
