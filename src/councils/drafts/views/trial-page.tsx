// Keeps one answer of the engine about a draft: going on, answered, stopped or not decided, in words one can read aloud.
import { Form, Hidden, Submit } from '../../../platform/html/fields.tsx'
import { RuleLine } from '../../../platform/html/marks.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { GoLink, Section } from '../../../platform/html/pieces.tsx'
import { conflictText, type Explanation, type Proposal, type Reason, type Verdict } from '../../charters/index.ts'
import { draftPaths } from '../paths.ts'
import { trialState } from '../trial.ts'
import type { OneTrial } from '../trial-loads.ts'
import { draftWords, engineLang } from '../words.ts'
import { Drawn, type Lots } from './drawn.tsx'
import { DraftFrame, type DraftProps } from './frame.tsx'
import { Replaced, type Vacancy } from './replaced.tsx'
import { nameIn } from './trials-page.tsx'

export function TrialPage(props: DraftProps<OneTrial>) {
  const { page, thing } = props
  const { lang } = page
  const { trial, slug, draft } = thing
  const state = trialState(trial, page.now)
  const t = draftWords
  return (
    <DraftFrame {...props} title={t(lang, `trial.of.${trial.operation}`)} lead={t(lang, `trial.state.${state}`)}>
      {state === 'running' && (
        <section data-running>
          <p>
            <progress aria-label={t(lang, 'trial.state.running')} />
          </p>
          {trial.step && <p class="soft">{stepInWords(trial.step, lang)}</p>}
          <p>
            <GoLink href={page.href(draftPaths.trial(slug, trial.id))}>{t(lang, 'trial.look')}</GoLink>
          </p>
          <Form page={page} action={page.href(draftPaths.stop(slug, trial.id))}>
            <Submit quiet label={t(lang, 'trial.stop')} />
          </Form>
        </section>
      )}
      {trial.revision !== draft.revision && <p class="soft">{t(lang, 'trial.older')}</p>}
      {state === 'answered' && <Answer page={page} thing={thing} />}
      {state !== 'running' && (
        <>
          {asksAlone.has(trial.operation) && (
            <Form page={page} action={page.href(draftPaths.ask(slug))}>
              <Hidden name="operation" value={trial.operation} />
              <Hidden name="revision" value={String(draft.revision)} />
              <Submit quiet label={t(lang, 'trial.again')} />
            </Form>
          )}
          <p>
            <GoLink href={page.href(draftPaths.trials(slug))}>{t(lang, 'draft.trials')}</GoLink>
          </p>
        </>
      )}
    </DraftFrame>
  )
}

/** The engine's own steps, as far as they say something to a reader. */
const steps = ['feasible', 'conflict', 'recruit', 'recruit_wishes', 'contradiction', 'best', 'others', 'never'] as const
const stepInWords = (step: string, lang: Page['lang']) => {
  const known = steps.find(one => one === step)
  return draftWords(lang, known ? `trial.step.${known}` : 'trial.state.running')
}

/** Questions that need nothing but the draft and its people, so that one press asks them again. */
const asksAlone: ReadonlySet<string> = new Set(['possible', 'explain', 'propose'])

function Answer({ page, thing }: { page: Page; thing: OneTrial }) {
  const { operation, answer } = thing.trial
  if (operation === 'propose') return <Proposed page={page} thing={thing} answer={answer as Proposal} />
  if (operation === 'check') return <Checked page={page} answer={answer as Verdict} />
  if (operation === 'replace') return <Replaced page={page} thing={thing} answer={answer as Vacancy} />
  if (operation === 'draw') return <Drawn page={page} answer={answer as Lots} />
  return <Explained page={page} thing={thing} answer={answer as Explanation} alone={operation === 'possible'} />
}

function Explained({ page, thing, answer, alone }: { page: Page; thing: OneTrial; answer: Explanation; alone: boolean }) {
  const { lang } = page
  const own = engineLang(lang)
  const impossible = answer.recruit?.needed === null
  return (
    <Section
      title={draftWords(
        lang,
        impossible ? 'answer.impossible' : alone ? 'answer.possible' : answer.feasible ? 'answer.lawful' : 'answer.lacking',
      )}
    >
      {impossible && answer.contradiction.length > 0 && thing.trial.revision === thing.draft.revision && (
        <p>{conflictText(thing.charter, answer.contradiction)[own]}</p>
      )}
      {!impossible && !alone && answer.conflict_text && <p>{answer.conflict_text[own]}</p>}
      {!alone && answer.recruit && <p>{answer.recruit.text[own]}</p>}
      {!alone && answer.recruit_wishes && <p>{answer.recruit_wishes.text[own]}</p>}
      {!alone && <Reasons reasons={answer.reasons} lang={lang} />}
    </Section>
  )
}

function Checked({ page, answer }: { page: Page; answer: Verdict }) {
  const { lang } = page
  return (
    <Section title={draftWords(lang, answer.ok ? 'answer.ok' : 'answer.broken')}>
      {answer.conflict_text && <p>{answer.conflict_text[engineLang(lang)]}</p>}
      <Reasons reasons={answer.reasons} lang={lang} />
    </Section>
  )
}

function Proposed({ page, thing, answer }: { page: Page; thing: OneTrial; answer: Proposal }) {
  const { lang } = page
  const names = new Map(thing.charter.groups.map(group => [group.id, nameIn(group, lang)]))
  if (!answer.feasible)
    return (
      <Section title={draftWords(lang, 'answer.none')}>
        <p>{draftWords(lang, 'answer.none.next')}</p>
      </Section>
    )
  return (
    <>
      {answer.slates.map((slate, at) => (
        <Section key={slate.people.join()} title={draftWords(lang, 'answer.slate', { n: at + 1 })}>
          <ul class="text">
            {slate.people.map(id => (
              <li key={id}>
                <bdi>{id}</bdi>, {names.get(slate.seating[id] ?? '') ?? slate.seating[id]}
              </li>
            ))}
          </ul>
          {slate.wishes.length > 0 && <p class="soft">{draftWords(lang, 'answer.wishes', { count: slate.wishes.length })}</p>}
        </Section>
      ))}
      {answer.never_selectable.length > 0 && <p>{draftWords(lang, 'answer.never', { count: answer.never_selectable.length })}</p>}
    </>
  )
}

function Reasons({ reasons, lang }: { reasons: readonly Reason[]; lang: Page['lang'] }) {
  return (
    <>
      {reasons.map(reason => (
        <RuleLine
          key={reason.atom}
          force={reason.strength}
          state={
            reason.state === 'undocumented'
              ? 'undocumented'
              : reason.strength === 'must'
                ? reason.state
                : reason.strength === 'should'
                  ? 'departed'
                  : 'stated'
          }
          source={reason.source?.ref}
        >
          <p>{reason[engineLang(lang)]}</p>
        </RuleLine>
      ))}
    </>
  )
}
