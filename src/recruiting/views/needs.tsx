// Keeps the sentence of the board: what a council still needs to be lawful, always as the engine said it, and what its wishes need.
import { longDate } from '../../platform/clock.ts'
import { RuleLine } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, GoLink } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import type { Board } from '../board.ts'
import type { Missing } from '../missing.ts'
import { recruitingPaths } from '../paths.ts'
import { type RecruitingWord, recruitingWords as w } from '../words.ts'

export const engineLang = (page: Page): 'da' | 'en' => (page.lang === 'da' ? 'da' : 'en')

/** "For at være lovligt mangler rådet stadig: …", or that it lacks nothing, or that nobody knows. */
export function Needs({ page, board }: { page: Page; board: Board }) {
  const { lang } = page
  const answer = board.known
  if (answer.is !== 'known') return <p class="lead">{w(lang, answer.is === 'later' ? 'need.later' : 'need.undecided')}</p>
  const { needed, stuck, why } = answer.missing
  if (stuck) return <Stuck page={page} board={board} missing={answer.missing} />
  if (needed === null)
    return (
      <>
        <p class="lead">
          <b>{w(lang, 'need.never')}</b>
        </p>
        {why && <p>{why[engineLang(page)]}</p>}
        <p>{w(lang, 'need.never.next')}</p>
      </>
    )
  if (needed === 0) return <Enough page={page} board={board} />
  return (
    <>
      <p class="lead">
        <b>{w(lang, 'need.title')}</b>
      </p>
      <Parts page={page} board={board} missing={answer.missing} />
    </>
  )
}

function Parts({ page, board, missing }: { page: Page; board: Board; missing: Missing }) {
  const { lang } = page
  return (
    <ul class="need">
      {missing.parts.map(({ group, count, kind }) => {
        const of = board.groups.find(one => one.id === group)
        return (
          <li key={`${group} ${kind.da}`}>
            <b>{count}</b>
            <span>
              {said(of?.name ?? group, lang)}
              <small class="soft">
                <br />
                {of?.office ? w(lang, officeKey(of.appointedBy)) : w(lang, 'need.kind', { kind: kind[engineLang(page)] })}
              </small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Somebody who sits stands in the way: said before anything else, with what would be missing without them. */
function Stuck({ page, board, missing }: { page: Page; board: Board; missing: Missing }) {
  const { lang } = page
  return (
    <>
      <p class="lead">
        <b>{w(lang, 'need.stuck')}</b>
      </p>
      {missing.stuck!.reasons.map(reason => (
        <RuleLine key={reason.atom} force="must" state={reason.state === 'undocumented' ? 'undocumented' : 'broken'}>
          <p>{withoutQuote(reason[engineLang(page)], engineLang(page))}</p>
        </RuleLine>
      ))}
      <p>
        {w(lang, 'need.stuck.next')} <GoLink href={page.href(recruitingPaths.council(board.council.slug))}>{w(lang, 'go.council')}</GoLink>
      </p>
      {missing.needed !== null && missing.needed > 0 && (
        <>
          <p>
            <b>{w(lang, 'need.stuck.without')}</b>
          </p>
          <Parts page={page} board={board} missing={missing} />
        </>
      )}
    </>
  )
}

/** The sentence of the charter stands on the council's own page. */
export const withoutQuote = (text: string, lang: 'da' | 'en') => text.split(lang === 'da' ? ' Der står: »' : ' The text says: “')[0]!

function Enough({ page, board }: { page: Page; board: Board }) {
  const { lang } = page
  const full = board.groups.every(group => group.seats.every(seat => seat.now !== 'candidate'))
  return (
    <>
      <p class="lead">
        <b>{w(lang, full ? 'need.none.full' : 'need.none')}</b>
      </p>
      {!full && (
        <>
          <p>{w(lang, 'need.none.next')}</p>
          <ButtonLink href={page.href(recruitingPaths.slates(board.council.slug))}>{w(lang, 'need.slate')}</ButtonLink>
        </>
      )}
    </>
  )
}

const officeKey = (body: string | null): RecruitingWord =>
  body === 'municipal_council' || body === 'administration' ? `need.office.${body}` : 'need.office'

/** The smallest ways to a lawful council, when there are several. */
export function Ways({ page, missing }: { page: Page; missing: Missing }) {
  const { lang } = page
  if (missing.ways.length < 2) return null
  return (
    <details>
      <summary>{w(lang, 'need.ways')}</summary>
      <ul>
        {missing.ways.map(way => (
          <li key={way.da}>{way[engineLang(page)]}</li>
        ))}
      </ul>
      {missing.moreWays && <p>{w(lang, 'need.more')}</p>}
    </details>
  )
}

/** What the wishes need, apart from what the law of the charter needs. */
export function Wishes({ page, missing }: { page: Page; missing: Missing }) {
  const { lang } = page
  const { neededForWishes, wishWays } = missing
  const text =
    neededForWishes === null
      ? w(lang, 'wish.never')
      : neededForWishes === 0
        ? w(lang, 'wish.met')
        : neededForWishes === missing.needed && wishWays[0]?.da === missing.ways[0]?.da
          ? w(lang, 'wish.same')
          : w(lang, 'wish.need', { n: neededForWishes, way: wishWays[0]?.[engineLang(page)] ?? '' })
  return (
    <RuleLine force="should" state={neededForWishes === 0 ? 'stated' : 'departed'}>
      <p>{text}</p>
    </RuleLine>
  )
}

/** What the answer was worked out from. */
export function WorkedOutFrom({ page, board }: { page: Page; board: Board }) {
  return <p class="soft">{w(page.lang, 'need.from', { date: longDate(board.inForce.validFrom, page.lang) })}</p>
}
