// "Hvad venter?": one page with everything that is due, the oldest first, and what is alike in one place.
import type { ComponentChildren } from 'preact'
import { addDays, dayOffWords, type LocalDate, longDateTime, shortDate, weekdayName } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import { WorkAlike, WorkGroup, WorkItem, WorkLine } from '../../platform/html/work-list.tsx'
import type { Lang } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { type Stretch, type StretchKey, stretchesOf } from '../alike.ts'
import type { Due } from '../due.ts'
import { peoplePaths } from '../paths.ts'
import { staffNav } from '../staff-nav.ts'
import { peopleWords } from '../words.ts'
import { maySeeAllWork, mostOnAPage, type WorkList, type WorkRow } from '../work.ts'

export function WorkPage({ page, who, list }: { page: Page; who: Principal; list: WorkList }) {
  const { lang } = page
  const stretches = stretchesOf(list.rows, list.today)
  const empty = stretches.length === 0
  const first = stretches[0]?.alike[0]?.[0]
  const mayAll = who.kind === 'staff' && maySeeAllWork(who)
  const rest = list.cut ? 'work.cut' : list.everybody ? 'work.nothingElse.all' : 'work.nothingElse'
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, list.everybody ? 'work.title.all' : 'work.title')}
      lead={empty ? undefined : lead(lang, stretches)}
      above={<p class="soft">{capital(longDateTime(page.now, lang))}</p>}
      nav={staffNav(page, who, 'work')}
    >
      {stretches.map(({ key, count, folds, alike }, at) => (
        <Folded key={key} says={key === 'later' && at > 0 ? peopleWords(lang, 'work.later.open', { n: count }) : null}>
          <WorkGroup title={peopleWords(lang, `work.${key}`)} overdue={key === 'overdue'}>
            {alike.map(rows => (
              <Alike key={rows[0]!.due.id} page={page} rows={rows} today={list.today} folds={folds} first={rows[0] === first} />
            ))}
          </WorkGroup>
        </Folded>
      ))}
      {empty && (
        <EmptyState
          title={peopleWords(lang, list.everybody ? 'work.empty.all' : 'work.empty')}
          next={peopleWords(lang, 'work.empty.next')}
        />
      )}
      <p class="soft act">
        {!empty && `${peopleWords(lang, rest, { n: mostOnAPage })} `}
        {mayAll && (
          <a href={page.href(list.everybody ? peoplePaths.work : `${peoplePaths.work}?hvis=alle`)}>
            {peopleWords(lang, list.everybody ? 'work.showMine' : 'work.showAll')}
          </a>
        )}
      </p>
      <p>
        <GoLink href={page.href(peoplePaths.notified)}>{peopleWords(lang, 'work.notified')}</GoLink>
      </p>
    </StaffPage>
  )
}

/** What has time is folded, so that one sees the end of what has not; where nothing else waits it stands open. */
function Folded({ says, children }: { says: string | null; children: ComponentChildren }) {
  if (says === null) return <>{children}</>
  return (
    <section>
      <details>
        <summary>{says}</summary>
        {children}
      </details>
    </section>
  )
}

interface AlikeProps {
  page: Page
  rows: readonly WorkRow[]
  today: LocalDate
  folds: boolean
  first: boolean
}
/** One thing with all that belongs to it; or several that are alike, with what they share said once. */
function Alike({ page, rows, today, folds, first }: AlikeProps) {
  const { lang } = page
  const [earliest] = rows
  const { due, words } = earliest!
  const title = words ? said(words.title, lang) : peopleWords(lang, 'work.unnamed')
  const next = words?.next && said(words.next, lang)
  const rule = { kind: due.rule.force ?? 'promise', quote: due.rule.quote }
  const what = about(lang, earliest!)
  const at = when(lang, earliest!, today)
  if (rows.length === 1)
    return (
      <WorkItem
        when={at}
        title={title}
        about={what}
        rule={{ ...rule, text: calculation(lang, due, today) }}
        next={next}
        action={<Action page={page} row={earliest!} first={first} />}
        first={first}
        fold={folds && { open: first }}
      />
    )
  const onwards = rows.at(-1)!.due.dueOn > due.dueOn
  return (
    <WorkAlike
      when={onwards ? { ...at, small: peopleWords(lang, 'work.onwards', { date: at.small }) } : at}
      title={title}
      count={rows.length}
      rule={rule}
      next={next}
      fold={folds && { open: first }}
    >
      {rows.map((row, index) => (
        <WorkLine
          key={row.due.id}
          when={when(lang, row, today).big}
          about={about(lang, row)}
          rule={`${endOf(peopleWords(lang, 'work.dueOn', { date: dayOf(row.due.dueOn, today, lang) }))} ${calculation(lang, row.due, today)}`}
          action={<Action page={page} row={row} first={first && index === 0} oneOf={when(lang, row, today).big} />}
        />
      ))}
    </WorkAlike>
  )
}

/** About whom or what it is, and whose it is when it is not the reader's own. */
function about(lang: Lang, { due, words, ownerName }: WorkRow): ComponentChildren {
  const owner = ownerName ?? (due.office && due.ownerId === null ? peopleWords(lang, `office.${due.office}`) : null)
  if (!words?.text && !owner) return null
  return (
    <>
      {words?.text && said(words.text, lang)} {owner && <span class="soft">{peopleWords(lang, 'work.owner', { owner })}</span>}
    </>
  )
}

/** The link of the next step. Where nothing else tells which one it opens, the link does; of several alike, whoever hears it hears that too. */
function Action({ page, row: { words }, first, oneOf }: { page: Page; row: WorkRow; first: boolean; oneOf?: string }) {
  const { lang } = page
  if (!words?.href) return null
  const which = words.which ?? words.text
  const text =
    words.which && !words.text ? (
      said(words.which, lang)
    ) : (
      <>
        {words.action && said(words.action, lang)}
        {oneOf && <span class="sr">: {which ? said(which, lang) : oneOf}</span>}
      </>
    )
  const href = page.href(words.href)
  return first ? <ButtonLink href={href}>{text}</ButtonLink> : <GoLink href={href}>{text}</GoLink>
}

/** "2 dage over", "I dag", "Onsdag", "17. dec.": and the rest of the date beside it. */
function when(lang: Lang, { due: { dueOn }, over }: WorkRow, today: LocalDate): { big: string; small: string } {
  const date = dayOf(dueOn, today, lang)
  if (over > 0) return { big: peopleWords(lang, 'work.over', { days: over }), small: peopleWords(lang, 'work.dueOn', { date }) }
  if (dueOn === today) return { big: peopleWords(lang, 'work.today'), small: date }
  const weekday = weekdayName(dueOn, lang)
  // Within a week a day is known by its name, later by its date.
  if (dueOn > addDays(today, 7)) return { big: date, small: weekday }
  return { big: dueOn === addDays(today, 1) ? peopleWords(lang, 'work.tomorrow') : capital(weekday), small: date }
}

/** "29. okt."; with its year when that is not the one at the top of the page. */
const dayOf = (date: LocalDate, today: LocalDate, lang: Lang): string =>
  shortDate(date, lang, { year: !date.startsWith(today.slice(0, 4)) })

/** "5 arbejdsdage fra 29. okt. Juledag er ikke talt med." and who else has seen that it is late. */
function calculation(lang: Lang, due: Due, today: LocalDate): string {
  const parts: string[] = []
  if (due.calculation) {
    const { workingDays: days, skipped } = due.calculation
    parts.push(endOf(peopleWords(lang, 'work.counted', { days, from: dayOf(due.receivedOn, today, lang) })))
    const off = skipped.filter(day => day.reason !== 'saturday' && day.reason !== 'sunday').map(day => dayOffWords(day.reason, lang))
    if (off.length > 0) parts.push(peopleWords(lang, 'work.skipped', { days: new Intl.ListFormat(lang).format([...new Set(off)]) }))
  } else parts.push(endOf(peopleWords(lang, 'work.received', { from: dayOf(due.receivedOn, today, lang) })))
  if (due.escalatedToLeaderAt) parts.push(peopleWords(lang, 'work.leader'))
  else if (due.escalatedToDeputyAt) parts.push(peopleWords(lang, 'work.deputy'))
  return parts.join(' ')
}

function lead(lang: Lang, stretches: readonly Stretch<WorkRow>[]): string {
  const count = (...keys: StretchKey[]) => stretches.filter(one => keys.includes(one.key)).reduce((sum, one) => sum + one.count, 0)
  const counts = { overdue: count('overdue'), now: count('now'), coming: count('week', 'later') }
  const parts = (['overdue', 'now', 'coming'] as const).filter(key => counts[key] > 0)
  return parts.map(key => peopleWords(lang, `work.lead.${key}`, { n: counts[key] })).join(' ')
}

/** A sentence ends once, also after "nov.". */
const endOf = (text: string) => (text.endsWith('.') ? text : `${text}.`)
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)
