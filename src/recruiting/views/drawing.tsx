// Keeps the drawing of a council that is being filled: around the table, and group by group.
import type { Page } from '../../platform/html/page.ts'
import { SeatDiagram, SeatMark } from '../../platform/html/seats.tsx'
import { said } from '../../platform/refusal.ts'
import type { Board, BoardGroup } from '../board.ts'
import { recruitingWords as w } from '../words.ts'

const drawnAs = (now: BoardGroup['seats'][number]['now']) => (now === 'allowed' ? 'vacant' : now)

/** The council around its table; advisers off the ring, substitutes not drawn. */
export function BoardRing({ page, board, small }: { page: Page; board: Board; small?: boolean }) {
  const voting = board.groups.filter(group => group.voting).flatMap(group => group.seats)
  const advisers = board.groups.filter(group => !group.voting && !group.substitute).flatMap(group => group.seats)
  return (
    <SeatDiagram
      seats={voting.map(seat => ({ n: seat.number, group: seat.group, state: drawnAs(seat.now) }))}
      advisers={advisers.map(seat => ({ state: seat.now === 'candidate' ? 'vacant' : seat.now }))}
      filled={voting.filter(seat => seat.filled).length}
      total={voting.length}
      groupNames={Object.fromEntries(board.groups.filter(group => group.voting).map(group => [group.id, said(group.name, page.lang)]))}
      small={small}
    />
  )
}

/** One line of chairs for each group, and the count in words. */
export function GroupLines({ page, board }: { page: Page; board: Board }) {
  const { lang } = page
  return (
    <ul class="groups">
      {board.groups.map(group => {
        const count = (now: string) => group.seats.filter(seat => seat.now === now).length
        return (
          <li key={group.id}>
            <h3>{said(group.name, lang)}</h3>
            <p class="chairs" aria-hidden="true">
              {group.seats.map(seat => (
                <SeatMark key={seat.seat} state={seat.now} text={seat.voting ? String(seat.number) : undefined} />
              ))}
            </p>
            <p>{w(lang, 'board.counts', { filled: count('filled'), candidates: count('candidate'), vacant: count('vacant') })}</p>
          </li>
        )
      })}
    </ul>
  )
}
