// How a council stands, in one line above its name.
import { Chip } from '../../../platform/html/marks.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { looseDate } from '../loose-date.ts'
import type { ShownCouncil } from '../read.ts'
import { wordsOf } from './props.ts'

type Stands = Pick<ShownCouncil, 'status' | 'seats'>

/** A council that has found everybody no longer looks for them, whenever it said that it does. */
export const hasFoundAll = ({ status, seats }: Stands): boolean => {
  const voting = seats.filter(seat => seat.voting)
  return status.state === 'recruiting' && voting.length > 0 && voting.every(seat => seat.filled)
}

/** The state and the day it is from; of one that has found everybody, its seats. */
export function Standing({ page, shown }: { page: Page; shown: Stands }) {
  const t = wordsOf(page)
  const { status, seats } = shown
  const total = seats.filter(seat => seat.voting).length
  if (hasFoundAll(shown))
    return (
      <p>
        <Chip>{t('list.seats', { filled: total, total })}</Chip>
      </p>
    )
  return (
    <p>
      <Chip>{t(`state.${status.state}`)}</Chip> <span class="soft">{t('state.asOf', { on: looseDate(status.asOf, page.lang) })}</span>
    </p>
  )
}
