// Keeps the board of one council: what one look must tell, whom to ask, then seat by seat, and what hangs on each member.
import { staffNav } from '../../people/index.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Columns, GoLink, Section } from '../../platform/html/pieces.tsx'
import { SeatLegend } from '../../platform/html/seats.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { mayRecruit } from '../access.ts'
import { type Board, membersOf } from '../board.ts'
import type { Campaign } from '../outreach.ts'
import { recruitingPaths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'
import { DaysLeft, Knows, WhomToAsk } from './campaign.tsx'
import { BoardRing, GroupLines } from './drawing.tsx'
import { IfLeaves } from './if-leaves.tsx'
import { Needs, Ways, Wishes, WorkedOutFrom } from './needs.tsx'

export function BoardPage({ page, who, campaign, board }: { page: Page; who: Principal; campaign: Campaign; board: Board }) {
  const { lang } = page
  const { slug } = board.council
  const missing = board.known.is === 'known' ? board.known.missing : null
  const mayWrite = mayRecruit(who)
  const office = new Set(board.groups.filter(group => group.office).map(group => group.id))
  return (
    <StaffPage
      page={page}
      title={said(board.council.name, lang)}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(recruitingPaths.boards), label: w(lang, 'board.back') }}
      opening={
        <>
          <Needs page={page} board={board} />
          {missing && <Ways page={page} missing={missing} />}
          <p>
            {w(lang, 'board.candidates', { n: board.candidates })}{' '}
            <GoLink href={page.href(recruitingPaths.candidates(slug))}>{w(lang, 'go.candidates')}</GoLink>
          </p>
          <WorkedOutFrom page={page} board={board} />
        </>
      }
      beside={
        <>
          <BoardRing page={page} board={board} />
          <SeatLegend states={['filled', 'candidate', 'vacant']} />
        </>
      }
    >
      <Columns
        aside={
          <>
            <DaysLeft page={page} campaign={campaign} mayWrite={mayWrite} />
            {missing && (
              <Section title={w(lang, 'wish.title')}>
                <Wishes page={page} missing={missing} />
              </Section>
            )}
            <Knows page={page} campaign={campaign} mayWrite={mayWrite} />
          </>
        }
      >
        <WhomToAsk page={page} campaign={campaign} missing={missing} office={office} mayWrite={mayWrite} />
        <Section title={w(lang, 'groups.title')}>
          <GroupLines page={page} board={board} />
        </Section>
      </Columns>
      <IfLeaves page={page} members={membersOf(campaign.ground)} council={slug} />
    </StaffPage>
  )
}
