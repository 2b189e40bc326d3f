// "Hvad venter?": one page with everything that is due, the oldest first.
import type { ComponentChildren } from 'preact'
import { addDays, dayOffWords, type LocalDate, longDate, longDateTime, weekdayName } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import { WorkGroup, WorkItem } from '../../platform/html/work.tsx'
import type { Lang } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Due } from '../due.ts'
import { peoplePaths } from '../paths.ts'
import { staffNav } from '../staff-nav.ts'
import { peopleWords } from '../words.ts'
import { maySeeAllWork, type WorkList, type WorkRow } from '../work.ts'

/** What is due within so many days is shown at once. */
const daysAhead = 14

export function WorkPage({ page, who, list }: { page: Page; who: Principal; list: WorkList }) {
  const { lang } = page
  const soon = addDays(list.today, daysAhead)
  const groups = [
    { key: 'overdue', rows: list.overdue },
    { key: 'now', rows: list.now },
    { key: 'coming', rows: list.coming.filter(row => row.due.dueOn <= soon) },
    { key: 'later', rows: list.coming.filter(row => row.due.dueOn > soon) },
  ] as const
  const empty = groups.every(group => group.rows.length === 0)
  const first = groups.find(group => group.rows.length > 0)?.rows[0]
  const mayAll = who.kind === 'staff' && maySeeAllWork(who)
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, list.everybody ? 'work.title.all' : 'work.title')}
      lead={empty ? undefined : lead(lang, list)}
      above={<p class="soft">{capital(longDateTime(page.now, lang))}</p>}
      nav={staffNav(page, who, 'work')}
    >
      {groups.map(
        ({ key, rows }) =>
          rows.length > 0 && (
            <Folded key={key} says={key === 'later' && first !== rows[0] ? peopleWords(lang, 'work.later.open', { n: rows.length }) : null}>
              <WorkGroup title={peopleWords(lang, `work.${key}`)} overdue={key === 'overdue'}>
                {rows.map(row => (
                  <Row key={row.due.id} page={page} row={row} today={list.today} first={row === first} />
                ))}
              </WorkGroup>
            </Folded>
          ),
      )}
      {empty && (
        <EmptyState
          title={peopleWords(lang, list.everybody ? 'work.empty.all' : 'work.empty')}
          next={peopleWords(lang, 'work.empty.next')}
        />
      )}
      <p class="soft act">
        {!empty && `${peopleWords(lang, list.everybody ? 'work.nothingElse.all' : 'work.nothingElse')} `}
        {mayAll && (
          <a href={page.href(list.everybody ? peoplePaths.work : `${peoplePaths.work}?hvis=alle`)}>
            {peopleWords(lang, list.everybody ? 'work.showMine' : 'work.showAll')}
          </a>
        )}
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

function Row({ page, row, today, first }: { page: Page; row: WorkRow; today: LocalDate; first: boolean }) {
  const { lang } = page
  const { due, words } = row
  const action = words?.action && said(words.action, lang)
  const owner = row.ownerName ?? (due.office && due.ownerId === null ? peopleWords(lang, `office.${due.office}`) : null)
  return (
    <WorkItem
      when={when(lang, row, today)}
      title={words ? said(words.title, lang) : peopleWords(lang, 'work.unnamed')}
      about={
        <>
          {words?.text && said(words.text, lang)} {owner && <span class="soft">{peopleWords(lang, 'work.owner', { owner })}</span>}
        </>
      }
      rule={{ kind: due.rule.force ?? 'promise', quote: due.rule.quote, text: calculation(lang, due) }}
      next={words?.next && said(words.next, lang)}
      action={
        words?.href &&
        (first ? <ButtonLink href={page.href(words.href)}>{action}</ButtonLink> : <GoLink href={page.href(words.href)}>{action}</GoLink>)
      }
      first={first}
    />
  )
}

/** "2 dage over", "I dag", "Onsdag": and the whole date under it. */
function when(lang: Lang, row: WorkRow, today: LocalDate): { big: string; small: string } {
  const { dueOn } = row.due
  if (row.over > 0)
    return {
      big: peopleWords(lang, 'work.over', { days: row.over }),
      small: peopleWords(lang, 'work.dueOn', { date: longDate(dueOn, lang) }),
    }
  if (dueOn === today) return { big: peopleWords(lang, 'work.today'), small: longDate(dueOn, lang) }
  if (dueOn === addDays(today, 1)) return { big: peopleWords(lang, 'work.tomorrow'), small: longDate(dueOn, lang) }
  const weekday = weekdayName(dueOn, lang)
  return {
    big: capital(weekday),
    small: longDate(dueOn, lang)
      .replace(weekday, '')
      .replace(/^[\s,،]+/, ''),
  }
}

/** "5 arbejdsdage fra torsdag den 29. oktober 2026. Juledag er ikke talt med." and who else has seen that it is late. */
function calculation(lang: Lang, due: Due): string {
  const parts: string[] = []
  if (due.calculation) {
    const { workingDays: days, skipped } = due.calculation
    parts.push(peopleWords(lang, 'work.counted', { days, from: longDate(due.receivedOn, lang) }))
    const off = skipped.filter(day => day.reason !== 'saturday' && day.reason !== 'sunday').map(day => dayOffWords(day.reason, lang))
    if (off.length > 0) parts.push(peopleWords(lang, 'work.skipped', { days: new Intl.ListFormat(lang).format([...new Set(off)]) }))
  } else parts.push(peopleWords(lang, 'work.received', { from: longDate(due.receivedOn, lang) }))
  if (due.escalatedToLeaderAt) parts.push(peopleWords(lang, 'work.leader'))
  else if (due.escalatedToDeputyAt) parts.push(peopleWords(lang, 'work.deputy'))
  return parts.join(' ')
}

function lead(lang: Lang, list: WorkList): string {
  const count = { overdue: list.overdue.length, now: list.now.length, coming: list.coming.length }
  const parts = (['overdue', 'now', 'coming'] as const).filter(key => count[key] > 0)
  return parts.map(key => peopleWords(lang, `work.lead.${key}`, { n: count[key] })).join(' ')
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)
