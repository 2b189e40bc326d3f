// Keeps how one broken rule stands beside its seats: force, sentence, how it is now, and what to do.
import type { ComponentChildren } from 'preact'
import type { Reason } from '../../councils/charters/index.ts'
import { RuleLine } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { AboutPerson } from '../about-person.ts'
import type { Composed } from '../composed.ts'
import { slatePaths } from '../paths.ts'
import { sentenceOf, standing } from '../verdict.ts'
import { engineLang, slateWords } from '../words.ts'

export interface RuleBesideProps {
  page: Page
  whole: Composed
  reason: Reason
  /** The numbers of the seats it concerns. */
  seats: readonly number[]
  /** The reader may write reasons here. */
  editable: boolean
  /** Of the one who sits on this seat. */
  about?: AboutPerson | null
  /** False where the sentence it comes from stands elsewhere on the page, once for all it concerns. */
  quoted?: boolean
  /** On the way to writing down what was decided anyway. */
  deciding?: boolean
  /** For a rule of several seats: the rows it runs along. */
  children?: ComponentChildren
}

export function RuleBeside({ page, whole, reason, seats, editable, about, deciding, quoted = true, children }: RuleBesideProps) {
  const { lang } = page
  const say = slateWords
  const { slate, verdict, people } = whole
  const { force, state } = standing(about ? { ...reason, state: about.state } : reason)
  const asked = about ? [about.person] : reason.people
  const stops = verdict.stops.includes(reason.atom)
  const why = slate.deviations.get(reason.atom)
  const minuted = whole.notes.find(note => note.atom === reason.atom && note.state === 'broken')?.reason
  return (
    <RuleLine force={force} state={state} seats={seats} quote={quoted ? reason.source?.text : undefined}>
      <p>{about ? about[engineLang(lang)] : sentenceOf(whole.charter, reason, engineLang(lang))}</p>
      {force === 'must' && state === 'broken' && (
        <p>
          {stops && slate.decisionId ? (
            say(lang, 'rule.breaks')
          ) : stops && deciding ? (
            say(lang, 'rule.decided')
          ) : stops ? (
            <>
              <b>{say(lang, 'rule.stops')}</b> {say(lang, 'rule.stops.why')}
            </>
          ) : (
            say(lang, 'rule.was')
          )}
        </p>
      )}
      {force === 'must' && minuted && (
        <p>
          <b>{say(lang, 'rule.minutes')}</b> {minuted}
        </p>
      )}
      {force === 'must' && state === 'open' && <p>{say(lang, slate.decisionId ? 'rule.open.then' : 'rule.open.why')}</p>}
      {state === 'undocumented' && (
        <>
          <p>{say(lang, 'rule.not_a_no')}</p>
          {editable &&
            asked
              .map(id => people.get(id))
              .filter(one => one?.candidate)
              .map(one => (
                <p key={one!.id}>
                  <a href={page.href(slatePaths.candidate(one!.id))}>{say(lang, 'rule.ask', { name: one!.name })}</a>
                </p>
              ))}
        </>
      )}
      {force === 'should' && state !== 'undocumented' && (
        <>
          {why && !deciding ? (
            <p>
              <b>{say(lang, 'rule.reason')}</b> {why}
            </p>
          ) : (
            !slate.decisionId && <p>{say(lang, 'rule.may')}</p>
          )}
          {editable && (
            <p>
              <a href={page.href(slatePaths.reason(slate.id, reason.atom))}>{say(lang, why ? 'rule.change' : 'rule.write')}</a>
            </p>
          )}
        </>
      )}
      {children}
    </RuleLine>
  )
}
