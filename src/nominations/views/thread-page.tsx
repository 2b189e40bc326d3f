// The thread of one person: everything in and out, oldest first, with a line to write down what was said, and a way to write.
import { staffNav } from '../../people/index.ts'
import { longDate, longDateTime, timeOfDay } from '../../platform/clock.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { ErrorSummary, type Filled, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import { DateField, TextArea, TextField } from '../../platform/html/inputs.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, Section } from '../../platform/html/pieces.tsx'
import { Slate } from '../../platform/html/work.tsx'
import type { Principal } from '../../platform/principal.ts'
import type { Candidate } from '../candidate.ts'
import { inForm } from '../one-of-many.ts'
import type { Ground } from '../open-councils.ts'
import { paths } from '../paths.ts'
import { canRegret, type Entry } from '../thread.ts'
import { nominationWords as w } from '../words.ts'
import { Heading } from './entry-heading.tsx'

export interface OneThread {
  readonly candidate: Candidate
  readonly ground: Ground
  readonly entries: readonly Entry[]
  /** All there are, also those the search left out. */
  readonly all: number
  readonly words: string
  readonly today: string
}
interface Props {
  readonly page: Page
  readonly thread: OneThread
  readonly form: Filled
}

/** Where a search leads: on a narrow screen the forms stand above what it found. */
const listed = 'skrevet'

export function ThreadPage({ page, thread, form, who }: Props & { who: Principal }) {
  const { lang } = page
  const { row } = thread.candidate
  const own = page.href(paths.thread(row.id))
  return (
    <StaffPage
      page={page}
      title={w(lang, 'thread.title', { name: row.name })}
      nav={staffNav(page, who, 'candidates')}
      back={{ href: page.href(paths.candidate(row.id)), label: row.name }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
      lead={w(lang, 'thread.lead')}
    >
      <Slate
        side={
          <div class="no-print">
            <SaidForm page={page} thread={thread} form={form} />
            <WriteForm page={page} thread={thread} form={form} />
          </div>
        }
      >
        <form class="form no-print" action={`${own}#${listed}`} method="get">
          <TextField
            form={{ values: { q: thread.words }, errors: [] }}
            name="q"
            label={w(lang, 'thread.search')}
            as="detail"
            optional={false}
          />
          <Submit label={w(lang, 'thread.search.go')} quiet />
        </form>
        <Section title={w(lang, 'thread.list')} id={listed}>
          {thread.words !== '' && (
            <p role="status">
              {w(lang, 'thread.found', { n: thread.entries.length, all: thread.all })} <a href={own}>{w(lang, 'thread.search.all')}</a>
            </p>
          )}
          {thread.entries.length === 0 && thread.words === '' && (
            <EmptyState title={w(lang, 'thread.none')} next={w(lang, 'thread.none.next')} />
          )}
          {thread.entries.length > 0 && (
            <ol class="list">
              {thread.entries.map(entry => (
                <li key={entry.id} id={entry.id}>
                  <OneEntry page={page} thread={thread} entry={entry} form={form} />
                </li>
              ))}
            </ol>
          )}
        </Section>
      </Slate>
    </StaffPage>
  )
}

function OneEntry({ page, thread, entry, form }: Props & { entry: Entry }) {
  const { lang } = page
  const by = 'by' in entry ? entry.by : null
  return (
    <>
      <h2 class="small">
        <Heading lang={lang} ground={thread.ground} entry={entry} />
      </h2>
      <p class="soft">{[longDateTime(entry.at, lang), by].filter(Boolean).join(', ')}</p>
      {entry.text && (
        <p class="lines" dir="auto" lang={entry.kind === 'letter' ? entry.language : undefined}>
          {entry.text}
        </p>
      )}
      {entry.kind === 'letter' && <LetterFoot page={page} thread={thread} entry={entry} form={form} />}
    </>
  )
}

/** How a letter stands, in words, and what can still be done with it. */
function LetterFoot({ page, thread, entry, form }: Props & { entry: Entry & { kind: 'letter' } }) {
  const { lang } = page
  const { id } = thread.candidate.row
  const at = (what: 'fortryd' | 'sendt' | 'pdf') => page.href(paths.threadLetter(id, entry.id, what))
  return (
    <>
      <p>
        <Chip>{w(lang, `thread.standing.${entry.standing}`, { at: timeOfDay(entry.until, lang) })}</Chip>{' '}
        {entry.postedOn && w(lang, 'thread.posted.on', { date: longDate(entry.postedOn as never, lang) })}
      </p>
      {entry.standing === 'to_post' && (
        <div class="no-print">
          <p>
            <a href={at('pdf')}>{w(lang, 'thread.print')}</a>
          </p>
          <Form page={page} action={at('sendt')}>
            <Hidden name="form" value={entry.id} />
            <DateField
              form={
                form.values[inForm(entry.id, 'postedOn')] === undefined
                  ? { ...form, values: { [inForm(entry.id, 'postedOn')]: thread.today } }
                  : form
              }
              name={inForm(entry.id, 'postedOn')}
              label={w(lang, 'thread.posted')}
              as="detail"
            />
            <Submit label={w(lang, 'thread.posted.go')} quiet />
          </Form>
        </div>
      )}
      {canRegret(entry.standing) && (
        <div class="no-print">
          <Form page={page} action={at('fortryd')}>
            <Submit label={w(lang, 'thread.regret')} quiet />
          </Form>
        </div>
      )}
    </>
  )
}

/** What was said on the telephone, in one line: write and press Enter. */
function SaidForm({ page, thread, form }: Props) {
  const { lang } = page
  const name = (field: string) => inForm('sagt', field)
  return (
    <Section title={w(lang, 'thread.said.title')}>
      <Form page={page} action={page.href(paths.threadForm(thread.candidate.row.id, 'sagt'))}>
        <Hidden name="form" value="sagt" />
        <TextField
          form={form}
          name={name('text')}
          label={w(lang, 'thread.said')}
          why={w(lang, 'thread.said.why')}
          as="detail"
          optional={false}
        />
        <Submit label={w(lang, 'thread.said.go')} />
      </Form>
    </Section>
  )
}

function WriteForm({ page, thread, form }: Props) {
  const { lang } = page
  const { contact, row } = thread.candidate
  const ways = [...(contact?.email ? (['email'] as const) : []), ...(contact?.address ? (['post'] as const) : [])]
  const name = (field: string) => inForm('skriv', field)
  if (ways.length === 0)
    return (
      <Section title={w(lang, 'thread.write.title')}>
        <p>{w(lang, 'thread.write.none')}</p>
      </Section>
    )
  return (
    <Section title={w(lang, 'thread.write.title')}>
      <Form page={page} action={page.href(paths.threadForm(row.id, 'skriv'))}>
        <Hidden name="form" value="skriv" />
        <TextArea
          form={form}
          name={name('text')}
          label={w(lang, 'thread.write')}
          why={w(lang, ways.includes('email') ? 'thread.write.why' : 'thread.write.why.post')}
          as="detail"
          rows={5}
          maxLength={4_000}
          optional={false}
        />
        {ways.length === 1 ? (
          <Hidden name={name('way')} value={ways[0]!} />
        ) : (
          <Choice
            form={form}
            name={name('way')}
            legend={w(lang, 'thread.write.way')}
            as="detail"
            options={ways.map(way => ({ value: way, label: w(lang, `thread.way.${way}`) }))}
          />
        )}
        <Submit
          label={w(lang, ways.length === 1 && ways[0] === 'post' ? 'thread.write.go.post' : 'thread.write.go')}
          quiet
          under={w(lang, 'thread.write.under')}
        />
      </Form>
    </Section>
  )
}
