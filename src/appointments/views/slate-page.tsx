// Keeps the page of one slate: how it stands, the one next step, the candidates and the seats.

import { staffNav } from '../../people/index.ts'
import { localDate, longDate, longDateTime } from '../../platform/clock.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { listInWords } from '../../platform/html/dates.ts'
import { ErrorSummary, Form, Submit } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { FoldedSection } from '../../platform/html/folded.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, GoLink, Note, Remark, Section } from '../../platform/html/pieces.tsx'
import { SeatDiagram, SeatLegend } from '../../platform/html/seats.tsx'
import { Slate as Sides, Tally } from '../../platform/html/work.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { mayCompose, mayDecide } from '../access.ts'
import type { Composed } from '../composed.ts'
import { covered } from '../covered.ts'
import type { Step } from '../next-step.ts'
import { slatePaths } from '../paths.ts'
import { namesakes } from '../same-name.ts'
import { type ShownSlate, shownSlate } from '../shown.ts'
import { closings } from '../tables.ts'
import { isOutdated } from '../use-charter.ts'
import { bodyWords, engineLang, type SlateWord, slateWords } from '../words.ts'
import { CandidateSide } from './candidate-side.tsx'
import { SeatGroups } from './seat-groups.tsx'
import { StepBox } from './step-box.tsx'

export interface SlateShown {
  whole: Composed
  steps: readonly Step[]
}

export function SlatePage({ page, who, thing, form }: { page: Page; who: Principal; thing: SlateShown; form: Filled }) {
  const { lang } = page
  const { whole, steps } = thing
  const { slate } = whole
  const shown = shownSlate(whole, engineLang(lang))
  const live = slate.state === 'open' || slate.state === 'proposed'
  const composes = mayCompose(who, slate.body)
  const known = covered(whole)
  const states = [...new Set(shown.drawn.map(seat => seat.state))]
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, titleOf(whole, shown))}
      faulty={form.errors.length > 0}
      nav={staffNav(page, who, 'slates')}
      back={{ href: page.href(slatePaths.list), label: slateWords(lang, 'list.title') }}
      above={
        <>
          <ErrorSummary form={form} />
          <p class="soft">
            {slateWords(lang, 'slate.above', {
              council: said(whole.councilName, lang),
              number: slate.number,
              day: longDateTime(page.now, lang),
            })}
          </p>
        </>
      }
      lead={leadOf(page, whole, shown)}
      beside={
        <>
          <SeatDiagram
            seats={shown.drawn}
            advisers={shown.advisers}
            filled={shown.filled}
            total={shown.total}
            groupNames={Object.fromEntries(shown.groups.filter(group => group.voting).map(group => [group.id, group.name]))}
          />
          <SeatLegend states={states} wish={shown.drawn.some(seat => seat.wish)} />
        </>
      }
    >
      {isOutdated(whole) && <Outdated page={page} whole={whole} may={composes} />}
      {slate.state !== 'closed' && <Counts page={page} shown={shown} />}
      {live && namesakes(whole).map(name => <Remark key={name}>{slateWords(lang, 'slate.namesakes', { name })}</Remark>)}
      <StepBox page={page} whole={whole} shown={shown} steps={steps} mayCompose={composes} mayDecide={mayDecide(who, slate)} />
      <Sides side={live ? <CandidateSide page={page} whole={whole} editable={composes} /> : null}>
        <SeatGroups page={page} whole={whole} shown={shown} editable={live && composes} />
      </Sides>
      {live && whole.competences.length > 0 && (
        <FoldedSection
          title={slateWords(lang, 'covers.title')}
          says={slateWords(lang, 'covers.says', { by: known.filter(one => one.by.length > 0).length, of: known.length })}
        >
          <p class="soft">{slateWords(lang, 'covers.lead')}</p>
          <Answers
            items={known.map(one => ({
              label: said(one.name, lang),
              value: one.by.length > 0 ? listInWords(lang, one.by) : slateWords(lang, 'covers.nobody'),
            }))}
          />
        </FoldedSection>
      )}
      <More page={page} whole={whole} form={form} live={live && composes} decides={live && mayDecide(who, slate)} />
    </StaffPage>
  )
}

function titleOf({ slate, verdict, gone }: Composed, shown: ShownSlate): SlateWord {
  if (slate.state !== 'open') return `title.${slate.state}`
  if (slate.seats.length === 0) return 'title.empty'
  if (verdict.stops.length > 0 || gone.length > 0) return 'title.stopped'
  if (shown.unexplained.length > 0) return 'title.reason'
  return shown.missing > 0 ? 'title.readyOpen' : 'title.ready'
}

function leadOf(page: Page, { slate, gone, verdict }: Composed, { count, missing }: ShownSlate): string {
  const { lang } = page
  const say = slateWords
  if (slate.state === 'proposed')
    return say(lang, 'lead.proposed', { day: longDateTime(slate.proposal!.at, lang), body: bodyWords(lang, slate.body) })
  if (slate.state === 'decided')
    return say(lang, verdict.stops.length > 0 ? 'lead.decidedBreach' : 'lead.decided', { count: verdict.stops.length })
  if (slate.state === 'closed') return say(lang, 'lead.closed')
  const undocumented = verdict.reasons.filter(reason => reason.state === 'undocumented' && verdict.stops.includes(reason.atom)).length
  return [
    gone.length > 0 && say(lang, 'lead.gone'),
    count.broken > 0 && say(lang, 'lead.stopped', { count: count.broken }),
    undocumented > 0 && say(lang, 'lead.undocumented', { count: undocumented }),
    missing > 0 && say(lang, 'lead.open', { count: missing, day: longDate(localDate(page.now), lang) }),
    count.should > 0 && say(lang, 'lead.wishes', { count: count.should }),
    verdict.reasons.length === 0 && missing === 0 && say(lang, 'lead.ok'),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The charter has changed since the slate was last looked at: what to do, and the one button that does it. */
function Outdated({ page, whole, may }: { page: Page; whole: Composed; may: boolean }) {
  const { lang } = page
  const { slate, rules } = whole
  return (
    <Note title={slateWords(lang, 'outdated.title')}>
      <p>{slateWords(lang, 'outdated.text', { before: slate.charterVersion, now: rules.version })}</p>
      {may && (
        <Form page={page} action={page.href(slatePaths.charter(slate.id))}>
          <Submit quiet label={slateWords(lang, 'outdated.do', { now: rules.version })} />
        </Form>
      )}
    </Note>
  )
}

function Counts({ page, shown }: { page: Page; shown: ShownSlate }) {
  const kinds = ['broken', 'open', 'should', 'undocumented', 'hint'] as const
  const items = kinds
    .filter(kind => shown.count[kind] > 0)
    .map(kind => ({ kind, count: shown.count[kind], words: slateWords(page.lang, `tally.${kind}`, { count: shown.count[kind] }) }))
  return items.length > 0 ? <Tally items={items} /> : null
}

function More({ page, whole, form, live, decides }: { page: Page; whole: Composed; form: Filled; live: boolean; decides: boolean }) {
  const { lang } = page
  const { slate } = whole
  return (
    <Section title={slateWords(lang, 'more.title')}>
      <p>
        <GoLink href={page.href(slatePaths.print(slate.id))}>{slateWords(lang, 'more.print')}</GoLink>
      </p>
      {decides && (
        <p>
          <GoLink href={page.href(slatePaths.decide(slate.id))}>{slateWords(lang, 'step.decide.do')}</GoLink>
        </p>
      )}
      {live && slate.state === 'proposed' && (
        <Form page={page} action={page.href(slatePaths.takeBack(slate.id))}>
          <Submit quiet label={slateWords(lang, 'more.takeBack')} under={slateWords(lang, 'more.takeBack.why')} />
        </Form>
      )}
      {live && (
        <details open={form.errors.some(error => error.field === 'why')}>
          <summary>{slateWords(lang, 'more.close')}</summary>
          <Form page={page} action={page.href(slatePaths.close(slate.id))}>
            <Choice
              form={form}
              name="why"
              legend={slateWords(lang, 'more.close.why')}
              options={closings.map(value => ({ value, label: slateWords(lang, `close.${value}`) }))}
            />
            <Submit quiet label={slateWords(lang, 'more.close')} />
          </Form>
        </details>
      )}
    </Section>
  )
}
