// The list of councils: each with its status, and how many of its seats are filled.

import { PublicPage } from '../../../platform/html/layout.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { said } from '../../../platform/refusal.ts'
import type { ListedCouncil } from '../read.ts'
import { publicWords } from '../words.ts'
import { hasFoundAll, Standing } from './standing.tsx'

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
              <Standing page={page} shown={{ status, seats }} />
              <h2>
                <a href={page.href(`/raad/${facts.slug}`)}>{said(facts.name as never, page.lang)}</a>
              </h2>
              <p>{said(facts.summary as never, page.lang)}</p>
              {voting.length > 0 && status.state !== 'abolished' && !hasFoundAll({ status, seats }) && (
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
