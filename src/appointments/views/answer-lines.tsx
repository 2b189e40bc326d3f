// Keeps what each candidate without a seat is told, one line each: folded as long as nothing in it is missing or wrong.

import { longDate } from '../../platform/clock.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { TextArea } from '../../platform/html/fields.tsx'
import { answerOf, errorOf, type Filled } from '../../platform/html/filled.ts'
import { ChosenNow, Folded } from '../../platform/html/folded.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { others, outcomeField, reasonField } from '../answers.ts'
import type { Somebody } from '../composed.ts'
import { longestReason } from '../published-reason.ts'
import { slateWords } from '../words.ts'

interface AnswerLinesProps {
  page: Page
  form: Filled
  waiting: readonly Somebody[]
  /** The day an answer that is put off must be given by. */
  answerBy: string
}

export function AnswerLines({ page, form, waiting, answerBy }: AnswerLinesProps) {
  const { lang } = page
  if (waiting.length === 0) return null
  const day = longDate(answerBy, lang)
  return (
    <Section title={slateWords(lang, 'decide.others')} lead={slateWords(lang, 'decide.others.lead')}>
      <p>{slateWords(lang, 'decide.others.untouched', { day })}</p>
      <div>
        {waiting.map(one => (
          <AnswerLine key={one.id} page={page} form={form} one={one} day={day} />
        ))}
      </div>
    </Section>
  )
}

function AnswerLine({ page, form, one, day }: { page: Page; form: Filled; one: Somebody; day: string }) {
  const { lang } = page
  const outcome = outcomeField(one.id)
  const reason = reasonField(one.id)
  const chosen = others.find(each => each === answerOf(form, outcome)) ?? 'later'
  const options = others.map(value => ({ value, label: slateWords(lang, `decide.${value}`) }))
  return (
    <Folded
      title={<bdi>{one.name}</bdi>}
      says={<ChosenNow chosen={chosen} options={options} />}
      open={errorOf(form, outcome) !== undefined || errorOf(form, reason) !== undefined}
    >
      <Choice
        form={{ ...form, values: { ...form.values, [outcome]: chosen } }}
        name={outcome}
        as="detail"
        legend={slateWords(lang, 'decide.outcome', { name: one.name })}
        why={one.candidate?.contacted ? undefined : slateWords(lang, 'decide.notContacted')}
        options={options.map(option => ({ ...option, hint: slateWords(lang, `decide.${option.value}.hint`, { day }) }))}
      />
      <TextArea
        form={form}
        name={reason}
        as="detail"
        rows={3}
        label={slateWords(lang, 'decide.reason', { name: one.name })}
        why={slateWords(lang, 'decide.reason.why')}
        maxLength={longestReason}
      />
    </Folded>
  )
}

/** What the summary of faults calls the fields of each, so that one can tell whose it is. */
export const answerLabels = (waiting: readonly Somebody[]): Record<string, string> =>
  Object.fromEntries(waiting.flatMap(({ id, name }) => [outcomeField(id), reasonField(id)].map(field => [field, `${name}:`])))
