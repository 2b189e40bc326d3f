// Keeps the answer about somebody who leaves: who can follow, whether the seat may stand empty, and what it costs otherwise.
import type { Page } from '../../../platform/html/page.ts'
import { Section } from '../../../platform/html/pieces.tsx'
import type { Replacement } from '../../charters/index.ts'
import type { OneTrial } from '../trial-loads.ts'
import { draftWords } from '../words.ts'
import { nameIn } from './trials-page.tsx'

/** What was asked with it, and whether what it would cost was found in time. */
export type Vacancy = Omit<Replacement, 'undecided'> & { leaving: string; seat: string; cost_unknown: boolean }

export function Replaced({ page, thing, answer }: { page: Page; thing: OneTrial; answer: Vacancy }) {
  const { lang } = page
  const group = thing.charter.groups.find(one => one.id === answer.seat)
  const names = { who: answer.leaving, seat: group ? nameIn(group, lang) : answer.seat }
  const nobody = answer.keep_seats.length + answer.reshuffle.length === 0
  const others = answer.min_extra_removals
  return (
    <Section title={draftWords(lang, nobody ? 'answer.replace.none' : 'answer.replace', names)}>
      <People title={draftWords(lang, 'answer.keep')} ids={answer.keep_seats} />
      <People title={draftWords(lang, 'answer.reshuffle')} ids={answer.reshuffle} />
      <p>{draftWords(lang, answer.vacant_ok ? 'answer.vacant.ok' : 'answer.vacant.not')}</p>
      {answer.cost_unknown && <p>{draftWords(lang, 'trial.state.undecided')}</p>}
      {!answer.cost_unknown && others === null && <p>{draftWords(lang, 'answer.removals.none')}</p>}
      {!answer.cost_unknown && others !== null && nobody && <p>{draftWords(lang, 'answer.removals', { count: others })}</p>}
    </Section>
  )
}

function People({ title, ids }: { title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="text">
        {ids.map(id => (
          <li key={id}>
            <bdi>{id}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
