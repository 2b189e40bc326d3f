// Keeps the form for what a body decided: when, where the minutes have it, and what the others are told.

import { staffNav } from '../../people/index.ts'
import { type LocalDate, localDate } from '../../platform/clock.ts'
import { DateField, ErrorSummary, Form, Hidden, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import { SeatList } from '../../platform/html/seats.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { waitingFor } from '../answers.ts'
import type { Composed } from '../composed.ts'
import { deviationField } from '../decide.ts'
import { slatePaths } from '../paths.ts'
import { longestReason } from '../published-reason.ts'
import { type ShownGroup, shownSlate } from '../shown.ts'
import { bodyWords, engineLang, slateWords } from '../words.ts'
import { AnswerLines, answerLabels } from './answer-lines.tsx'
import { RuleBeside } from './rule-beside.tsx'
import { SeenTick } from './small-pages.tsx'

export interface DecisionShown {
  readonly whole: Composed
  /** The day by which whoever is answered later must have their answer. */
  readonly answerBy: LocalDate
}

/** The button was pressed twice, or somebody else was first: what was to be written down is written down. */
export function DecidedAlready({ page, who, thing }: { page: Page; who: Principal; thing: DecisionShown }) {
  const { lang } = page
  const { slate } = thing.whole
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, 'title.decided')}
      lead={slateWords(lang, 'decide.already')}
      nav={staffNav(page, who, 'slates')}
    >
      <p>
        <GoLink href={page.href(slatePaths.slate(slate.id))}>{slateWords(lang, 'decide.already.go')}</GoLink>
      </p>
    </StaffPage>
  )
}

export function DecisionPage({ page, who, thing, form }: { page: Page; who: Principal; thing: DecisionShown; form: Filled }) {
  const { lang } = page
  const { whole, answerBy } = thing
  const { slate, verdict } = whole
  const shown = shownSlate(whole, engineLang(lang))
  const today = localDate(page.now)
  const filled: Filled = form.values.decidedOn === undefined ? { ...form, values: { ...form.values, decidedOn: today } } : form
  const waiting = waitingFor(whole)
  const stops = verdict.reasons.filter(reason => verdict.stops.includes(reason.atom))
  const wishes = verdict.reasons.filter(reason => reason.strength === 'should')
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, 'decide.title')}
      lead={slateWords(lang, 'decide.lead')}
      nav={staffNav(page, who, 'slates')}
      back={{ href: page.href(slatePaths.slate(slate.id)) }}
      above={
        <>
          <ErrorSummary form={form} labels={answerLabels(waiting)} />
          <p class="soft">
            {slateWords(lang, 'list.line', { council: said(whole.councilName, lang), number: slate.number })} ·{' '}
            {bodyWords(lang, slate.body)}
          </p>
        </>
      }
      faulty={form.errors.length > 0}
    >
      <Section title={slateWords(lang, 'decide.seats')}>
        <SeatList rows={shown.groups.filter(group => group.mine).flatMap(group => rowsOf(group))} />
        <p>
          <GoLink href={page.href(slatePaths.slate(slate.id))}>{slateWords(lang, 'decide.change')}</GoLink>
        </p>
        {stops.map(reason => (
          <RuleBeside key={reason.atom} page={page} whole={whole} reason={reason} seats={[]} editable deciding />
        ))}
      </Section>
      <Form page={page} action={page.href(slatePaths.decide(slate.id))}>
        <Hidden name="revision" value={String(slate.revision)} />
        <DateField form={filled} name="decidedOn" label={slateWords(lang, 'decide.on')} max={today} />
        <TextField
          form={form}
          name="minuteRef"
          label={slateWords(lang, 'decide.minuteRef')}
          why={slateWords(lang, 'decide.minuteRef.why')}
          width="half"
          maxLength={200}
        />
        {verdict.stops.length > 0 && (
          <TextArea
            form={form}
            name="explanation"
            label={slateWords(lang, 'decide.explanation')}
            why={slateWords(lang, 'decide.explanation.why')}
            rows={4}
            maxLength={longestReason}
          />
        )}
        {wishes.map(reason => {
          const name = deviationField(reason.atom)
          const known = form.values[name] ?? slate.deviations.get(reason.atom) ?? ''
          return (
            <RuleBeside key={reason.atom} page={page} whole={whole} reason={reason} seats={[]} editable={false} deciding>
              <TextArea
                form={{ ...form, values: { ...form.values, [name]: known } }}
                name={name}
                as="detail"
                label={slateWords(lang, 'reason.title')}
                why={slateWords(lang, 'reason.why')}
                rows={3}
                maxLength={longestReason}
              />
            </RuleBeside>
          )
        })}
        <SeenTick page={page} form={form} />
        <AnswerLines page={page} form={form} waiting={waiting} answerBy={answerBy} />
        <Submit label={slateWords(lang, 'decide.do')} under={slateWords(lang, 'decide.under')} />
      </Form>
    </StaffPage>
  )
}

function rowsOf(group: ShownGroup) {
  return group.seats
    .filter(seat => seat.placed && !seat.placed.sits)
    .map(seat => ({
      n: group.voting ? seat.place.number : 'T',
      state: seat.state,
      who: <bdi>{seat.somebody?.name}</bdi>,
      note: group.name,
    }))
}
