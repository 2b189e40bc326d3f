// Keeps the candidates beside the seats: who has said yes and is on no seat, and where each fits.

import { byMandate } from '../../councils/index.ts'
import { Folded } from '../../platform/html/folded.tsx'
import { seatSpan } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import { bySeats } from '../by-seats.ts'
import type { Composed } from '../composed.ts'
import { slatePaths } from '../paths.ts'
import { qualifications } from '../qualifications.ts'
import { engineLang, slateWords } from '../words.ts'

export function CandidateSide({ page, whole, editable }: { page: Page; whole: Composed; editable: boolean }) {
  const { lang } = page
  const { slate, charter, free } = whole
  const nameable = charter.groups.filter(group => group.appointed_by === slate.body && (!group.voting || byMandate(group)))
  const citizens = charter.groups.some(group => group.appointed_by === slate.body && group.voting && !byMandate(group))
  return (
    <section id="kandidater">
      <h2>{slateWords(lang, 'side.title')}</h2>
      <p class="soft">{slateWords(lang, 'side.count', { count: free.length })}</p>
      <div>
        {bySeats(whole, slate.body).map(({ seats, wanted, people }) => (
          <Folded
            key={seats.map(seat => seat.number).join()}
            title={
              seats.length > 0
                ? slateWords(lang, 'side.can', { seats: seatSpan(seats.map(seat => seat.number)) })
                : slateWords(lang, 'side.cannot')
            }
            says={slateWords(lang, wanted ? 'side.people.wanted' : 'side.people', { count: people.length })}
            open={wanted}
          >
            <ul class="list">
              {people.map(one => (
                <li key={one.id}>
                  <h3>
                    <bdi>{one.name}</bdi>
                  </h3>
                  <p class="soft">{qualifications(charter, one.person, engineLang(lang))}</p>
                  {editable && (
                    <p>
                      <a href={page.href(slatePaths.put(slate.id, one.id))}>
                        {slateWords(lang, 'side.put')}
                        <span class="sr">: {one.name}</span>
                      </a>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Folded>
        ))}
      </div>
      {editable && free.length === 0 && citizens && (
        <EmptyState
          title={slateWords(lang, 'side.count', { count: 0 })}
          next={slateWords(lang, 'side.none.next')}
          action={<GoLink href={page.href(slatePaths.candidates(slate.council))}>{slateWords(lang, 'step.find.do')}</GoLink>}
        />
      )}
      {editable &&
        nameable.map(group => (
          <p key={group.id} class="act">
            <GoLink href={page.href(slatePaths.name(slate.id, group.id))}>
              {slateWords(lang, group.voting ? 'side.name.council' : 'side.name.adviser')}
            </GoLink>
          </p>
        ))}
    </section>
  )
}
