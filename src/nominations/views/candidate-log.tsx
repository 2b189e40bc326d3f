// The contacts with a candidate, the notes, and what has happened, for the staff.
import { longDateTime } from '../../platform/clock.ts'
import { FoldedSection } from '../../platform/html/folded.tsx'
import { Answers } from '../../platform/html/pieces.tsx'
import { nominationWords as w } from '../words.ts'
import type { PartProps } from './candidate-page.tsx'
import { eventWords } from './everything.tsx'

export function LogPart({ page, one }: PartProps) {
  const { lang } = page
  const { contacts, notes } = one.candidate
  const by = (id: string | null) => (id ? (one.names.get(id) ?? '') : '')
  const happened = [...one.happened].reverse()
  const last = lastOf([
    ...contacts
      .filter(each => each.byPerson)
      .map(each => ({ at: each.at, what: `${w(lang, `how.${each.how}`)}: ${w(lang, `result.${each.result}`)}` })),
    ...happened.map(each => ({ at: each.at, what: eventWords(lang, each.kind) })),
  ])
  return (
    <FoldedSection
      title={w(lang, 'staff.log')}
      says={last && w(lang, 'staff.log.last', { what: last.what, at: longDateTime(last.at, lang) })}
    >
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
    </FoldedSection>
  )
}

/** The latest of what has been done; of two at the same moment the first named. */
const lastOf = (all: readonly { readonly at: Date; readonly what: string }[]) =>
  all.reduce<(typeof all)[number] | null>((latest, one) => (latest && latest.at >= one.at ? latest : one), null)
