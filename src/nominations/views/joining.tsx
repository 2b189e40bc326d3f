// What every page of the nomination form shares: its frame, the answers carried along, and what happens afterwards.
import type { ComponentChildren } from 'preact'
import { answerOf, CarriedAnswers, ErrorSummary, type Filled, Form, Hidden, StepLine } from '../../platform/html/fields.tsx'
import { NameOf } from '../../platform/html/human.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Note, Remark } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { said } from '../../platform/refusal.ts'
import { fieldsOf, type Shown } from '../answers.ts'
import type { OpenCouncil } from '../offer.ts'
import type { Ground, Keeping } from '../open-councils.ts'
import type { PublicCall } from '../public-call.ts'
import { nominationWords as w } from '../words.ts'

export interface Joining {
  readonly ground: Ground
  /** The council of the address, when it is one council's page. */
  readonly council: OpenCouncil | null
  /** The call of the address's council, open or not; null on the page for all councils. */
  readonly call: PublicCall | null
  /** Scheme and host of the site, for the address to pass on. */
  readonly origin: string
  readonly retention: ReadonlyMap<string, Keeping>
}
export interface StepProps {
  readonly page: Page
  readonly joining: Joining
  readonly form: Filled
  readonly flow: string
}

const extra = ['flow', 'again']
const everything = [...Object.values(fieldsOf).flat(), ...extra]

/** Every answer of the other pages as hidden fields: nothing is kept anywhere else until it is sent. */
function Carried({ form, shown }: { form: Filled; shown: Shown }) {
  const here: readonly string[] = shown === 'pass-on' ? [] : fieldsOf[shown]
  const carries = (name: string) => {
    const bare = name.split(':')[0]!
    return everything.includes(bare) && !here.includes(bare) && !extra.includes(bare)
  }
  return <CarriedAnswers form={form} carries={carries} />
}

export const councilName = (council: OpenCouncil, page: Page): string => said(council.name as never, page.lang)

/** What happens when it is sent: who, by when, and that one can always say no again. Of another: who is asked. */
function AfterSending({ page, joining, other }: { page: Page; joining: Joining; other: boolean }) {
  const { lang, human } = page
  const days = joining.ground.promises.contact
  const name = human.name ? <NameOf name={human.name} invented={human.invented} /> : w(lang, 'somebody')
  return (
    <Note title={w(lang, 'after.title')}>
      <p>{weave({ name }, tokens => w(lang, other ? 'after.ask' : 'after.contact', { ...tokens, days }))}</p>
      <p>{w(lang, other ? 'after.ask.no' : 'after.no')}</p>
      <p>
        <a href="#kontakt">{w(lang, 'after.talk')}</a>
      </p>
    </Note>
  )
}

/** Says plainly that a demonstration reaches nobody at the municipality. */
export function ReachesNobody({ page }: { page: Page }) {
  if (page.standing === 'live') return null
  const key = page.standing === 'demo' ? 'demo.nobody' : 'demonstration.nobody'
  return (
    <Remark>
      <b>{w(page.lang, key, { municipality: page.municipality.name })}</b>
    </Remark>
  )
}

interface JoinPageProps extends StepProps {
  readonly shown: Exclude<Shown, 'pass-on'>
  readonly title: string
  readonly lead?: ComponentChildren
  readonly labels?: Record<string, string>
  readonly children: ComponentChildren
  readonly before?: ComponentChildren
}
const numbers = { who: 1, reach: 2, summary: 3 } as const

/** One page of the form in its frame. */
export function JoinPage({ page, joining, form, flow, shown, title, lead, labels, before, children }: JoinPageProps) {
  const other = answerOf(form, 'forWhom') === 'other'
  const own = joining.council ? w(page.lang, 'join.of', { council: councilName(joining.council, page) }) : w(page.lang, 'join')
  return (
    <PublicPage
      page={page}
      title={title}
      lead={lead}
      section="councils"
      faulty={form.errors.length > 0}
      above={
        <>
          <ErrorSummary form={form} labels={labels} />
          {shown !== 'start' && <StepLine current={numbers[shown]} total={3} label={other ? w(page.lang, 'join.other') : own} />}
        </>
      }
      aside={<AfterSending page={page} joining={joining} other={other} />}
    >
      <ReachesNobody page={page} />
      {before}
      <Form page={page}>
        <Hidden name="step" value={shown} />
        {flow !== '' && <Hidden name="flow" value={flow} />}
        <Carried form={form} shown={shown} />
        {children}
      </Form>
    </PublicPage>
  )
}

/** The way back inside the form: a button, so that what was typed here comes along. It stands last, since the first button is the one Enter presses. */
export function BackButton({ page }: { page: Page }) {
  return (
    <p>
      <button type="submit" class="link" name="go" value="back">
        {w(page.lang, 'back')}
      </button>
    </p>
  )
}
