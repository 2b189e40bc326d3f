// Keeps what would happen if each member left today.
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import { SeatMark } from '../../platform/html/seats.tsx'
import type { MemberNow } from '../board.ts'
import { recruitingPaths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'
import { engineLang, withoutQuote } from './needs.tsx'

export function IfLeaves({ page, members, council }: { page: Page; members: readonly MemberNow[]; council: string }) {
  const { lang } = page
  return (
    <Section title={w(lang, 'leave.title')} lead={members.length > 0 ? w(lang, 'leave.lead') : undefined}>
      {members.length === 0 && <p>{w(lang, 'leave.none')}</p>}
      <ol class="places">
        {members.map(one => (
          <li key={one.memberId}>
            <SeatMark state="filled" text={String(one.number)} />
            <div>
              <h3>{one.name}</h3>
              {one.breaks.length === 0 && <p>{w(lang, 'leave.fine')}</p>}
              {one.breaks.map(reason => (
                <p key={reason.atom}>{withoutQuote(reason[engineLang(page)], engineLang(page))}</p>
              ))}
              <p class="soft">{w(lang, 'leave.follow', { n: one.couldFollow })}</p>
            </div>
          </li>
        ))}
      </ol>
      <p>
        <GoLink href={page.href(recruitingPaths.council(council))}>{w(lang, 'go.council')}</GoLink>
      </p>
    </Section>
  )
}
