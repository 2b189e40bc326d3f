// The post room: the desks, and the letters on one of them.
import { staffNav } from '../../people/index.ts'
import { longDateTime } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink, Rows, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { deskNamed } from '../desks.ts'
import { type PostRow, perPage } from '../letter-store.ts'
import { postPaths } from '../paths.ts'
import { postWords as w } from '../words.ts'
import { deskName } from './desk-name.ts'
import { type SentOn, SentOnNote } from './sent-on.tsx'

export interface PostRoom {
  readonly desks: readonly { readonly name: string; readonly count: number }[]
  readonly desk: string
  readonly letters: readonly PostRow[]
  readonly pageNumber: number
  /** Sent on just before. */
  readonly sent: SentOn | null
}

/** Desks somebody works at always; what machines wrote, only when there is any. */
const worthShowing = ({ name, count }: PostRoom['desks'][number], open: string) =>
  count > 0 || name === open || name === 'shelf' || deskNamed(name) !== null

export function PostPage({ page, who, room }: { page: Page; who: Principal; room: PostRoom }) {
  const { lang } = page
  const at = (desk: string, number = 1) =>
    page.href(`${postPaths.post}?${new URLSearchParams({ bord: desk, ...(number > 1 && { side: String(number) }) })}`)
  return (
    <StaffPage page={page} title={w(lang, 'title')} lead={w(lang, 'lead')} nav={staffNav(page, who, 'post')}>
      {room.sent && <SentOnNote page={page} sent={room.sent} />}
      <nav aria-label={w(lang, 'desks')}>
        <ul class="filters">
          {room.desks
            .filter(desk => worthShowing(desk, room.desk))
            .map(desk => (
              <li key={desk.name}>
                <a href={at(desk.name)} aria-current={desk.name === room.desk ? 'page' : undefined}>
                  {deskName(lang, desk.name)} ({desk.count})
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <Section title={deskName(lang, room.desk)}>
        {room.letters.length === 0 ? (
          <EmptyState title={w(lang, 'none.title')} next={w(lang, 'none.next')} />
        ) : (
          <Rows>
            {room.letters.slice(0, perPage).map(letter => (
              <>
                <h3 class="small">
                  <a href={page.href(postPaths.letter(letter.id))}>
                    <bdi>{letter.facts ? letter.facts.subject || w(lang, 'no-subject') : w(lang, 'unread')}</bdi>
                  </a>
                </h3>
                <p>
                  <bdi>{letter.facts?.from ? letter.facts.from.name || letter.facts.from.address : w(lang, 'no-sender')}</bdi>{' '}
                  <span class="soft">{longDateTime(letter.arrivedAt, lang)}</span> {letter.finished && <Chip>{w(lang, 'finished')}</Chip>}
                </p>
              </>
            ))}
          </Rows>
        )}
        <p>
          {room.pageNumber > 1 && <a href={at(room.desk, room.pageNumber - 1)}>{w(lang, 'newer')}</a>}{' '}
          {room.letters.length > perPage && <GoLink href={at(room.desk, room.pageNumber + 1)}>{w(lang, 'older')}</GoLink>}
        </p>
      </Section>
    </StaffPage>
  )
}
