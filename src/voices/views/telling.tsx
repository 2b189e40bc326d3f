// What every page of the telling shares: its frame, the answers carried along, and the clock of a shared computer.
import type { ComponentChildren } from 'preact'
import { answerOf, CarriedAnswers, ErrorSummary, type Filled, Form, Hidden, NotWrittenDown } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { Ground } from '../ground.ts'
import { paths } from '../paths.ts'
import { fieldsOf, type Step, type Who, whos } from '../telling.ts'
import { type VoiceKey, voiceWords as w } from '../words.ts'

export interface TellProps {
  readonly page: Page
  readonly ground: Ground
  readonly form: Filled
  readonly flow: string
  readonly shared: boolean
}
export const whoOf = (form: Filled): Who => whos.find(one => one === answerOf(form, 'who')) ?? 'own'
export const actionOf = (page: Page, shared: boolean) => page.href(shared ? paths.shared : paths.tell)

const everything = ['who', ...Object.values(fieldsOf).flat()]
/** Every answer of the other pages goes along with the page that is shown. */
const carriesFrom = (shown: Step) => (name: string) => everything.includes(name) && !fieldsOf[shown].includes(name) && name !== 'again'

export function TellPage(
  props: TellProps & {
    shown: Step
    title: string
    lead?: ComponentChildren
    before?: ComponentChildren
    below?: ComponentChildren
    /** The page brings files. */
    files?: boolean
    children: ComponentChildren
  },
) {
  const { page, form, flow, shared, shown, title, lead, before, below, children } = props
  return (
    <PublicPage
      page={page}
      title={title}
      lead={lead}
      section="tell"
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      {page.standing === 'demo' && <p class="soft">{w(page.lang, 'demo.nobody')}</p>}
      {before}
      <Form page={page} action={actionOf(page, shared)} enctype={props.files ? 'multipart/form-data' : undefined}>
        <NotWrittenDown />
        <Hidden name="step" value={shown} />
        {flow !== '' && <Hidden name="flow" value={flow} />}
        <CarriedAnswers form={form} carries={carriesFrom(shown)} />
        {children}
        {shared && <SharedClock page={page} />}
      </Form>
      {below}
    </PublicPage>
  )
}

/** On a shared computer the page ends by itself; before that it says so, and one press keeps it. Needs no script. */
export function SharedClock({ page, name = 'go' }: { page: Page; name?: 'go' | 'stay' }) {
  const { lang } = page
  return (
    <div class="soon">
      <p role="status">
        <b>{w(lang, 'shared.soon')}</b>
      </p>
      <button type="submit" class="b quiet" name={name} value="stay">
        {w(lang, 'shared.stay')}
      </button>
    </div>
  )
}

export function BackButton({ page }: { page: Page }) {
  return (
    <p>
      <button type="submit" class="link" name="go" value="back">
        {w(page.lang, 'back')}
      </button>
    </p>
  )
}
export const titleFor = (who: Who): VoiceKey => (who === 'own' ? 'title' : who === 'staff' ? 'worker.title' : `${who}.title`)
export const leadFor = (who: Who): VoiceKey => (who === 'own' ? 'lead' : who === 'staff' ? 'worker.lead' : `${who}.lead`)
