// Keeps the overview: every council with its drawing and what it still needs.
import { staffNav } from '../../people/index.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import { SeatLegend } from '../../platform/html/seats.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Board } from '../board.ts'
import { recruitingPaths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'
import { BoardRing } from './drawing.tsx'
import { Needs } from './needs.tsx'

export function BoardsPage({ page, who, boards }: { page: Page; who: Principal; boards: readonly Board[] }) {
  const { lang } = page
  return (
    <StaffPage page={page} title={w(lang, 'boards.title')} lead={w(lang, 'boards.lead')} nav={staffNav(page, who, 'recruiting')}>
      {boards.length === 0 && <EmptyState title={w(lang, 'boards.none')} next={w(lang, 'boards.none.next')} />}
      {boards.length > 0 && <SeatLegend states={['filled', 'candidate', 'vacant']} />}
      <ul class="boards">
        {boards.map(board => {
          const council = said(board.council.name, lang)
          return (
            <li key={board.council.slug}>
              <BoardRing page={page} board={board} />
              <div>
                <h2>{council}</h2>
                <p>
                  {w(lang, 'board.candidates', { n: board.candidates })} {!board.council.status.open && w(lang, 'boards.closed')}
                </p>
                <Needs page={page} board={board} />
                <p>
                  <GoLink href={page.href(recruitingPaths.board(board.council.slug))}>{w(lang, 'boards.open', { council })}</GoLink>
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </StaffPage>
  )
}
