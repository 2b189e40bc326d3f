// The list of councils: each with its status, and how many of its seats are filled.

import { PublicPage } from '../../../platform/html/layout.tsx'
import { Chip } from '../../../platform/html/marks.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { said } from '../../../platform/refusal.ts'
import { looseDate } from '../loose-date.ts'
import type { ListedCouncil } from '../read.ts'
import { publicWords } from '../words.ts'

export function CouncilList({ page, councils }: { page: Page; councils: readonly ListedCouncil[] }) {
  const t = (key: Parameters<typeof publicWords>[1], params?: Record<string, string | number>) => publicWords(page.lang, key, params)
  return (
    <PublicPage page={page} section="councils" title={t('list.title')} lead={t('list.lead')}>
      {councils.length === 0 && <p>{t('list.none')}</p>}
      <ul class="list">
        {councils.map(({ facts, status, seats }) => {
          const voting = seats.filter(seat => seat.voting)
          const filled = voting.filter(seat => seat.filled).length
          return (
            <li key={facts.slug}>
              <p>
                <Chip>{t(`state.${status.state}`)}</Chip>{' '}
                <span class="soft">{t('state.asOf', { on: looseDate(status.asOf, page.lang) })}</span>
              </p>
              <h2>
                <a href={page.href(`/raad/${facts.slug}`)}>{said(facts.name as never, page.lang)}</a>
              </h2>
              <p>{said(facts.summary as never, page.lang)}</p>
              {voting.length > 0 && status.state !== 'abolished' && (
                <p class="soft">
                  {filled > 0 || status.state === 'recruiting'
                    ? t('list.seats', { filled, total: voting.length })
                    : t('list.filled.unknown')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </PublicPage>
  )
}
