// Keeps the page of those who would no longer fit under a draft.
import { RuleLine } from '../../../platform/html/marks.tsx'
import { EmptyState, Section } from '../../../platform/html/pieces.tsx'
import type { Reason } from '../../charters/index.ts'
import type { AffectedSeen } from '../affected-load.ts'
import { draftWords, engineLang } from '../words.ts'
import { DraftFrame, type DraftProps } from './frame.tsx'

export function AffectedPage(props: DraftProps<AffectedSeen>) {
  const { page, thing } = props
  const { lang } = page
  const { affected, names, sitting, charter, base } = thing
  const groupName = (id: string) => {
    const group = charter.groups.find(one => one.id === id) ?? base?.groups.find(one => one.id === id)
    return group?.name?.[engineLang(lang)] ?? group?.name?.da ?? id
  }
  return (
    <DraftFrame {...props} title={draftWords(lang, 'affected.title')} lead={draftWords(lang, 'affected.lead', { count: sitting })}>
      {affected === null && <p>{draftWords(lang, 'affected.undecided')}</p>}
      {affected?.people.length === 0 && (
        <EmptyState title={draftWords(lang, 'affected.none')} next={draftWords(lang, 'affected.none.next')} />
      )}
      {affected && affected.people.length > 0 && (
        <Section title={draftWords(lang, 'affected.people')}>
          {affected.people.map(one => (
            <section class="note" key={one.id}>
              <h3>
                <bdi>{names.get(one.id)}</bdi>, {groupName(one.group)}
              </h3>
              {one.seatGone && <p>{draftWords(lang, 'affected.gone')}</p>}
              {one.reasons.map(reason => (
                <Why key={reason.atom} reason={reason} lang={lang} />
              ))}
              {one.already && <p class="soft">{draftWords(lang, 'affected.already')}</p>}
            </section>
          ))}
        </Section>
      )}
      {affected && affected.whole.length > 0 && (
        <Section title={draftWords(lang, 'affected.whole')}>
          {affected.whole.map(reason => (
            <Why key={reason.atom} reason={reason} lang={lang} />
          ))}
        </Section>
      )}
    </DraftFrame>
  )
}

/** A reason of the engine; it never names anybody. */
function Why({ reason, lang }: { reason: Reason; lang: DraftProps['page']['lang'] }) {
  return (
    <RuleLine force={reason.strength} state={reason.state} source={reason.source?.ref}>
      <p>{reason[engineLang(lang)]}</p>
    </RuleLine>
  )
}
