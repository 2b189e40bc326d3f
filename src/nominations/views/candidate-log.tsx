// The contacts with a candidate, the notes, and what has happened, for the staff.
import { longDateTime } from '../../platform/clock.ts'
import { Answers, Section } from '../../platform/html/pieces.tsx'
import { nominationWords as w } from '../words.ts'
import type { PartProps } from './candidate-page.tsx'
import { eventWords } from './everything.tsx'

export function LogPart({ page, one }: PartProps) {
  const { lang } = page
  const { contacts, notes } = one.candidate
  const by = (id: string | null) => (id ? (one.names.get(id) ?? '') : '')
  const happened = [...one.trace.happened].reverse()
  return (
    <Section title={w(lang, 'staff.log')}>
      <Answers
        items={[
          ...contacts.map(each => ({
            label: longDateTime(each.at, lang),
            value: [
              [`${w(lang, `how.${each.how}`)}: ${w(lang, `result.${each.result}`)}`, by(each.byPerson)].filter(Boolean).join(', '),
              each.text,
            ]
              .filter(Boolean)
              .join('\n'),
          })),
          ...notes.map(each => ({ label: longDateTime(each.at, lang), value: [by(each.byPerson), each.text].filter(Boolean).join('\n') })),
        ]}
      />
      <ul class="list">
        {happened.map(each => (
          <li key={each.id}>
            <span class="soft">{longDateTime(each.at, lang)}</span> {eventWords(lang, each.kind)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
