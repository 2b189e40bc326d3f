// The outbox as the operator sees it, and one letter of it.
import { longDateTime } from '../../platform/clock.ts'
import { ErrorSummary, type Filled, Form, Submit } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, EmptyState, GoLink, Note, Rows } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { type Letter, type LetterState, letterStates, type OpenedLetter, perPage } from '../letter-store.ts'
import { peoplePaths } from '../paths.ts'
import { staffNav } from '../staff-nav.ts'
import { peopleWords } from '../words.ts'

export interface LettersState {
  readonly letters: readonly Letter[]
  readonly counts: ReadonlyMap<LetterState, number>
  readonly state: LetterState | null
  readonly pageNumber: number
  /** Why letters stay here; null when they leave. */
  readonly stays: 'smtp' | 'authority' | null
}

export function LettersPage({ page, who, all }: { page: Page; who: Principal; all: LettersState }) {
  const { lang } = page
  const shown = all.letters.slice(0, perPage)
  const at = (state: LetterState | null, number = 1) =>
    page.href(
      `${peoplePaths.letters}?${new URLSearchParams({ ...(state && { tilstand: state }), ...(number > 1 && { side: String(number) }) })}`.replace(
        /\?$/,
        '',
      ),
    )
  return (
    <StaffPage
      page={page}
      title={peopleWords(lang, 'letters.title')}
      lead={peopleWords(lang, 'letters.lead')}
      nav={staffNav(page, who, 'letters')}
    >
      {all.stays && (
        <Note>
          <p>{peopleWords(lang, `letters.stays.${all.stays}`)}</p>
        </Note>
      )}
      <nav aria-label={peopleWords(lang, 'letters.states')}>
        <ul class="filters">
          {[null, ...letterStates].map(state => (
            <li key={state ?? ''}>
              <a href={at(state)} aria-current={state === all.state ? 'page' : undefined}>
                {state ? peopleWords(lang, `letters.state.${state}`) : peopleWords(lang, 'letters.all')}
                {state && ` (${all.counts.get(state) ?? 0})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 ? (
        <EmptyState title={peopleWords(lang, 'letters.none')} next={peopleWords(lang, 'letters.none.next')} />
      ) : (
        <Rows>
          {shown.map(letter => (
            <>
              <h2 class="small">
                <a href={page.href(peoplePaths.letter(letter.id))} lang={letter.language}>
                  {letter.subject}
                </a>
              </h2>
              <p>
                <Chip>{peopleWords(lang, `letters.state.${letter.state}`)}</Chip>{' '}
                <bdi>{letter.to ?? peopleWords(lang, 'letters.erased')}</bdi>
              </p>
              <p class="soft">
                {longDateTime(letter.writtenAt, lang)}
                {letter.lastAnswer && `. ${peopleWords(lang, 'letters.answer', { answer: letter.lastAnswer })}`}
              </p>
            </>
          ))}
        </Rows>
      )}
      <p>
        {all.pageNumber > 1 && <a href={at(all.state, all.pageNumber - 1)}>{peopleWords(lang, 'letters.newer')}</a>}{' '}
        {all.letters.length > perPage && <GoLink href={at(all.state, all.pageNumber + 1)}>{peopleWords(lang, 'letters.older')}</GoLink>}
      </p>
    </StaffPage>
  )
}

export interface ShownLetter {
  readonly letter: OpenedLetter
  /** The text may be read here; a sign-in link that works is nobody else's to read. */
  readonly open: boolean
  readonly mayMove: boolean
}

export function LetterPage({ page, who, one, form }: { page: Page; who: Principal; one: ShownLetter; form: Filled }) {
  const { lang } = page
  const { letter } = one
  const moves = one.mayMove && (letter.state === 'kept' || letter.state === 'failed' || letter.state === 'bounced')
  return (
    <StaffPage
      page={page}
      title={letter.subject}
      titleIn={letter.language}
      nav={staffNav(page, who, 'letters')}
      back={{ href: page.href(peoplePaths.letters), label: peopleWords(lang, 'letters.title') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Answers
        items={[
          { label: peopleWords(lang, 'letters.to'), value: letter.to ?? peopleWords(lang, 'letters.erased') },
          { label: peopleWords(lang, 'letters.state'), value: peopleWords(lang, `letters.state.${letter.state}`) },
          { label: peopleWords(lang, 'letters.written'), value: longDateTime(letter.writtenAt, lang) },
          ...(letter.sentAt ? [{ label: peopleWords(lang, 'letters.sent'), value: longDateTime(letter.sentAt, lang) }] : []),
          ...(letter.lastAnswer
            ? [{ label: peopleWords(lang, 'letters.tries', { n: letter.attempts }), value: <bdi>{letter.lastAnswer}</bdi> }]
            : []),
          {
            label: peopleWords(lang, 'letters.text'),
            value: one.open ? <bdi lang={letter.language}>{letter.text}</bdi> : peopleWords(lang, 'letters.closed'),
          },
        ]}
      />
      {moves && (
        <>
          <Form page={page} action={page.href(`${peoplePaths.letter(letter.id)}/igen`)}>
            <Submit label={peopleWords(lang, 'letters.again')} />
          </Form>
          <Form page={page} action={page.href(`${peoplePaths.letter(letter.id)}/sagt`)}>
            <Submit label={peopleWords(lang, 'letters.told')} quiet under={peopleWords(lang, 'letters.told.under')} />
          </Form>
        </>
      )}
    </StaffPage>
  )
}
