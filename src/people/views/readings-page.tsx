// Who read what, the monthly sample, and whether the log is whole.
import { longDateTime, monthAndYear } from '../../platform/clock.ts'
import { DateField, type Filled, Form, Hidden, SelectField, Submit, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, EmptyState, GoLink, Note, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { peoplePaths } from '../paths.ts'
import { kindName, readingName, reasonWords } from '../reading-words.ts'
import { type ReadingFilter, type ReadingLine, readingsPerPage } from '../readings.ts'
import type { ChainCheck } from '../seal-log.ts'
import { staffNav } from '../staff-nav.ts'
import type { Person } from '../store.ts'
import { peopleWords } from '../words.ts'

export interface ReadingsState {
  readonly lines: readonly ReadingLine[]
  readonly filter: ReadingFilter
  readonly people: readonly Person[]
  /** The month whose sample waits to be looked at; null when none does. */
  readonly sample: string | null
}

export function ReadingsPage({ page, who, all, query }: { page: Page; who: Principal; all: ReadingsState; query: URLSearchParams }) {
  const { lang } = page
  const w = (key: Parameters<typeof peopleWords>[1]) => peopleWords(lang, key)
  const form: Filled = { values: Object.fromEntries(query), errors: [] }
  const next = new URLSearchParams(query)
  next.set('side', String(all.filter.page + 1))
  return (
    <StaffPage page={page} title={w('readings.title')} lead={w('readings.lead')} nav={staffNav(page, who, 'readings')} wide>
      {all.sample && (
        <Note>
          <p>{peopleWords(lang, 'readings.sample.waits', { month: monthAndYear(`${all.sample}-01`, lang) })}</p>
          <GoLink href={page.href(`${peoplePaths.readings}/stikproeve?maaned=${all.sample}`)}>{w('readings.sample.open')}</GoLink>
        </Note>
      )}
      <Form method="get" action={page.href(peoplePaths.readings)}>
        <SelectField
          form={form}
          name="person"
          label={w('readings.person')}
          options={all.people.map(person => ({ value: person.id, label: person.name }))}
          none={w('readings.everybody')}
          optional
        />
        <DateField form={form} name="fra" label={w('readings.from')} optional />
        <DateField form={form} name="til" label={w('readings.to')} optional />
        <Submit label={w('readings.show')} quiet />
      </Form>
      <ReadingTable page={page} lines={all.lines.slice(0, readingsPerPage)} />
      {all.lines.length > readingsPerPage && (
        <p>
          <GoLink href={page.href(`${peoplePaths.readings}?${next}`)}>{w('letters.older')}</GoLink>
        </p>
      )}
      <Section title={w('chain.title')} lead={w('chain.lead')}>
        <Form page={page} action={page.href(`${peoplePaths.readings}/efterproev`)}>
          <TextField form={{ values: {}, errors: [] }} name="head" label={w('chain.head')} why={w('chain.head.why')} dir="ltr" optional />
          <Submit label={w('chain.check')} quiet />
        </Form>
      </Section>
    </StaffPage>
  )
}

function ReadingTable({ page, lines }: { page: Page; lines: readonly ReadingLine[] }) {
  const { lang } = page
  if (lines.length === 0) return <EmptyState title={peopleWords(lang, 'readings.none')} next={peopleWords(lang, 'readings.none.next')} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={peopleWords(lang, 'readings.title')}>
      <table>
        <thead>
          <tr>
            {(['at', 'who', 'what', 'about', 'why'] as const).map(column => (
              <th key={column} scope="col">
                {peopleWords(lang, `readings.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <td>{longDateTime(line.at, lang)}</td>
              <td>
                <bdi>{line.reader}</bdi>
              </td>
              <td>{readingName(lang, line.action)}</td>
              <td>
                {line.about ? (
                  <a href={page.href(`${peoplePaths.readings}?om=${line.about}`)}>
                    {line.kind ? kindName(lang, line.kind) : ''} <code>{line.about.slice(-6)}</code>
                  </a>
                ) : (
                  '–'
                )}
              </td>
              <td>{reasonWords(lang, line.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function SamplePage({
  page,
  who,
  month,
  lines,
  waits,
}: {
  page: Page
  who: Principal
  month: string
  lines: readonly ReadingLine[]
  waits: boolean
}) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, 'readings.sample.title', { month: monthAndYear(`${month}-01`, lang) })}
      lead={peopleWords(lang, 'readings.sample.lead')}
      nav={staffNav(page, who, 'readings')}
      back={{ href: page.href(peoplePaths.readings), label: peopleWords(lang, 'readings.title') }}
      wide
    >
      <ReadingTable page={page} lines={lines} />
      {waits &&
        (['seen', 'odd'] as const).map(found => (
          <Form key={found} page={page} action={page.href(`${peoplePaths.readings}/stikproeve`)}>
            <Hidden name="maaned" value={month} />
            <Hidden name="fundet" value={found} />
            <Submit label={peopleWords(lang, `readings.sample.${found}`)} quiet={found === 'odd'} />
          </Form>
        ))}
    </StaffPage>
  )
}

export function ChainPage({ page, who, checks }: { page: Page; who: Principal; checks: readonly ChainCheck[] }) {
  const { lang } = page
  const whole = checks.every(check => check.broken === null)
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, whole ? 'chain.whole' : 'chain.broken')}
      lead={peopleWords(lang, whole ? 'chain.whole.lead' : 'chain.broken.lead')}
      nav={staffNav(page, who, 'readings')}
      back={{ href: page.href(peoplePaths.readings), label: peopleWords(lang, 'readings.title') }}
    >
      {checks.map(check => (
        <Section key={check.chain} title={peopleWords(lang, `chain.of.${check.chain}`)}>
          {check.broken && (
            <p>
              <Chip mark="broken">{peopleWords(lang, `chain.wrong.${check.broken.what}`)}</Chip>{' '}
              {check.broken.at && longDateTime(check.broken.at, lang)}
            </p>
          )}
          <Answers
            items={[
              { label: peopleWords(lang, 'chain.rows'), value: String(check.rows) },
              { label: peopleWords(lang, 'chain.seals'), value: String(check.seals) },
              { label: peopleWords(lang, 'chain.erased'), value: String(check.erased) },
              { label: peopleWords(lang, 'chain.open'), value: String(check.open) },
              ...(check.head
                ? [
                    {
                      label: peopleWords(lang, 'chain.last', { at: longDateTime(check.head.at, lang) }),
                      value: <code>{check.head.hash}</code>,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ))}
    </StaffPage>
  )
}
