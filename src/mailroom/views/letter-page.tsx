// One letter that came in: its words and files, why it lies where it lies, and where it can go with one key.
import { staffNav } from '../../people/index.ts'
import type { LocalDate } from '../../platform/clock.ts'
import { longDate, longDateTime } from '../../platform/clock.ts'
import { ErrorSummary, type Filled, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, ButtonLink, Note, Rows, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { type Said, said } from '../../platform/refusal.ts'
import { deskNamed, type Made } from '../desks.ts'
import type { LetterFile } from '../letter-store.ts'
import { postPaths } from '../paths.ts'
import type { LetterFacts } from '../reading/facts.ts'
import { type PostKey, postWords as w } from '../words.ts'
import { deskName, wayName } from './desk-name.ts'
import { LetterWords } from './letter-words.tsx'
import { MadeOfLetter } from './made-of-letter.tsx'
import { type SentOn, SentOnNote } from './sent-on.tsx'

export interface OneLetter {
  readonly id: string
  /** The thing whose matter it lies on; itself while it lies on none. */
  readonly thread: string
  readonly arrivedAt: Date
  readonly desk: string
  readonly fault: string | null
  readonly facts: LetterFacts | null
  readonly reasons: readonly { readonly desk: string; readonly why: readonly string[] }[]
  readonly files: readonly LetterFile[]
  readonly finished: boolean
  readonly eraseOn: LocalDate | null
  /** The beginning of a letter that could not be read, as text. */
  readonly raw: string | null
  readonly releasedDays: number
  /** Where it can be sent, the likeliest first, each with its key. */
  readonly ways: readonly { readonly desk: string; readonly key: string; readonly why: readonly string[] }[]
  /** What has been made of it and stands. */
  readonly made: Made | null
  /** What desks it once lay on tell of it. */
  readonly told: readonly Said[]
  /** Another letter, sent on just before. */
  readonly sent: SentOn | null
}

export function LetterInPage({ page, who, one, form }: { page: Page; who: Principal; one: OneLetter; form: Filled }) {
  const { lang } = page
  const { facts } = one
  const because = one.reasons.find(reason => reason.desk === one.desk)?.why ?? []
  const place = deskNamed(one.desk)?.place(one.id)
  return (
    <StaffPage
      page={page}
      title={facts ? facts.subject || w(lang, 'no-subject') : w(lang, 'unread')}
      nav={staffNav(page, who, 'post')}
      back={{ href: page.href(`${postPaths.post}?bord=${one.desk}`), label: w(lang, 'back') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {one.sent && <SentOnNote page={page} sent={one.sent} />}
      {one.told.length > 0 && (
        <Note>
          {one.told.map(text => (
            <p key={said(text, lang)}>{said(text, lang)}</p>
          ))}
        </Note>
      )}
      <Answers
        items={[
          ...(facts ? [{ label: w(lang, 'from'), value: <Sender facts={facts} page={page} /> }] : []),
          { label: w(lang, 'arrived'), value: longDateTime(one.arrivedAt, lang) },
          {
            label: w(lang, 'desk'),
            value: `${deskName(lang, one.desk)}${one.eraseOn ? `. ${w(lang, 'erase.on', { date: longDate(one.eraseOn, lang) })}` : ''}`,
          },
          { label: w(lang, 'why'), value: because.map(why => w(lang, `why.${why}` as PostKey)).join(' ') },
        ]}
      />
      {place && !one.made && (
        <p>
          <ButtonLink href={page.href(place)}>{w(lang, 'open.desk')}</ButtonLink>
        </p>
      )}
      {facts && <LetterWords page={page} facts={facts} />}
      {one.raw !== null && (
        <Section title={w(lang, 'raw.shown')}>
          <pre class="text" dir="auto">
            {one.raw}
          </pre>
        </Section>
      )}
      <Files page={page} one={one} />
      {one.made ? <MadeOfLetter page={page} one={one} made={one.made} form={form} /> : <SendOn page={page} one={one} />}
      <Note>
        <p>
          <a href={page.href(postPaths.raw(one.id))} download>
            {w(lang, 'raw')}
          </a>
        </p>
        <p>{w(lang, 'raw.why')}</p>
      </Note>
    </StaffPage>
  )
}

function SendOn({ page, one }: { page: Page; one: OneLetter }) {
  const { lang } = page
  return (
    <Section title={w(lang, 'move')}>
      {one.ways.length > 0 && <p class="soft">{w(lang, 'move.keys')}</p>}
      {one.ways.map(way => (
        <Form page={page} action={page.href(postPaths.move(one.id))} key={way.desk}>
          <Hidden name="desk" value={way.desk} />
          <button type="submit" class="b quiet" accesskey={way.key}>
            {wayName(lang, way.desk)}
          </button>
          <p class="why">
            {way.why.length > 0 && `${w(lang, 'move.best', { why: way.why.map(why => w(lang, `why.${why}` as PostKey)).join(' ') })} `}
            {way.desk === 'not-ours' && `${w(lang, 'move.not-ours.under', { days: one.releasedDays })} `}
            {w(lang, 'move.key', { key: way.key.toUpperCase() })}
          </p>
        </Form>
      ))}
      <Form page={page} action={page.href(postPaths.finish(one.id))}>
        <Hidden name="finished" value={one.finished ? '' : '1'} />
        <Submit label={w(lang, one.finished ? 'finish.again' : 'finish')} quiet />
      </Form>
    </Section>
  )
}

function Sender({ page, facts }: { page: Page; facts: LetterFacts }) {
  const { from } = facts
  return (
    <>
      {from ? (
        <>
          <bdi>{from.name}</bdi> <bdi dir="ltr">{`<${from.address}>`}</bdi>
        </>
      ) : (
        w(page.lang, 'no-sender')
      )}
      <br />
      <span class="soft">{w(page.lang, 'from.note')}</span>
    </>
  )
}

function Files({ page, one }: { page: Page; one: OneLetter }) {
  const { lang } = page
  if (one.files.length === 0) return null
  return (
    <Section title={w(lang, 'files')}>
      <Rows>
        {one.files.map(file => (
          <>
            <p>
              {file.how === 'kept' ? (
                <bdi>{file.name}</bdi>
              ) : (
                <a href={page.href(postPaths.file(one.id, file.part))} download={file.how === 'download' ? file.name : undefined}>
                  <bdi>{file.name}</bdi>
                </a>
              )}{' '}
              <span class="soft">{w(lang, 'file.size', { size: Math.max(1, Math.round(file.bytes / 1_024)) })}</span>
            </p>
            {file.how === 'kept' && (
              <p class="soft">
                {file.mark === 'unsafe' || file.mark === 'too-large' ? w(lang, `file.kept.${file.mark}`) : w(lang, 'file.kept')}
              </p>
            )}
            {file.how === 'picture' && (
              <img
                class="letter"
                src={page.href(postPaths.file(one.id, file.part))}
                alt={w(lang, 'file.picture', { name: file.name })}
                loading="lazy"
              />
            )}
          </>
        ))}
      </Rows>
    </Section>
  )
}
