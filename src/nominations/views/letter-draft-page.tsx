// A letter beside the fields it may fill: read, corrected and confirmed in one screen.
import { LetterWords, postPaths, type ThreadLetter, type WorkLetter } from '../../mailroom/index.ts'
import { staffNav } from '../../people/index.ts'
import { longDateTime } from '../../platform/clock.ts'
import { answersOf, ErrorSummary, type Filled, Form, Hidden, Submit, TextArea } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, ButtonLink, Columns, Note } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { type Shortcoming, said } from '../../platform/refusal.ts'
import { fieldsOfDraft, type LetterDraft } from '../letter-draft.ts'
import type { Ground } from '../open-councils.ts'
import { paths } from '../paths.ts'
import { nominationWords as w } from '../words.ts'
import { AnswersForm } from './own-change.tsx'
import { WhomAndWhere } from './whom-and-where.tsx'

export interface LetterAtHand {
  readonly letter: WorkLetter
  readonly ground: Ground
  readonly draft: LetterDraft
  readonly missing: readonly Shortcoming[]
  /** Candidates with the sender's address: a hint for a human, never a proof. */
  readonly known: readonly { readonly id: string; readonly name: string }[]
  /** The candidate whose matter the letter lies on. */
  readonly candidate: { readonly id: string; readonly name: string } | null
  /** A human made the candidate of this very letter. */
  readonly made: boolean
  /** The letter this one answers, while nothing has been made of that. */
  readonly first: string | null
  /** What came later on the matter this letter opened. */
  readonly later: readonly ThreadLetter[]
  /** Where the writer can be asked; null when the letter tells no address. */
  readonly address: string | null
  readonly asked: Date | null
}

/** A letter that fits beside the fields stays in sight while they are filled in. */
const short = 900

export function LetterDraftPage({ page, who, one, form }: { page: Page; who: Principal; one: LetterAtHand; form: Filled }) {
  const { lang } = page
  const { letter } = one
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.letter.title')}
      lead={one.candidate || letter.finished ? undefined : w(lang, 'staff.letter.lead')}
      nav={staffNav(page, who, 'candidates')}
      back={{ href: page.href(postPaths.letter(letter.id)), label: w(lang, 'staff.letter.beside') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
      wide
    >
      <Columns even>
        <div class={letter.facts.text.length < short && one.later.length === 0 ? 'stays' : undefined}>
          <Answers
            items={[
              {
                label: w(lang, 'staff.letter.from'),
                value: (
                  <>
                    <bdi>{letter.facts.from?.name}</bdi> <bdi dir="ltr">{letter.facts.from?.address}</bdi>
                    <br />
                    {longDateTime(letter.arrivedAt, lang)}
                  </>
                ),
              },
              { label: w(lang, 'staff.letter.subject'), value: <bdi>{letter.facts.subject}</bdi> },
            ]}
          />
          <LetterWords page={page} facts={letter.facts} />
          {one.later.length > 0 && <Later page={page} letters={one.later} />}
        </div>
        <div>
          {one.candidate ? (
            <OnMatter page={page} one={one} candidate={one.candidate} />
          ) : one.first ? (
            <Answering page={page} one={one} first={one.first} />
          ) : (
            <Draft page={page} one={one} form={form} />
          )}
        </div>
      </Columns>
    </StaffPage>
  )
}

function OnMatter({ page, one, candidate }: { page: Page; one: LetterAtHand; candidate: { id: string; name: string } }) {
  const { lang } = page
  return (
    <>
      <p>
        {w(lang, 'staff.letter.on-matter')} <bdi>{candidate.name}</bdi>
      </p>
      <p>
        <ButtonLink href={page.href(paths.candidate(candidate.id))}>{w(lang, 'staff.letter.open')}</ButtonLink>
      </p>
      {one.made && (
        <p>
          <a href={page.href(postPaths.letter(one.letter.id))}>{w(lang, 'staff.letter.undo.see')}</a>
        </p>
      )}
      <Done page={page} letter={one.letter} />
    </>
  )
}

/** The letter answers one that has not become a nomination yet: that is where the fields are. */
function Answering({ page, one, first }: { page: Page; one: LetterAtHand; first: string }) {
  const { lang } = page
  return (
    <>
      <p>{w(lang, 'staff.letter.first')}</p>
      <p>
        <ButtonLink href={page.href(paths.letterDraft(first))}>{w(lang, 'staff.letter.first.open')}</ButtonLink>
      </p>
      <Done page={page} letter={one.letter} />
    </>
  )
}

function Done({ page, letter }: { page: Page; letter: WorkLetter }) {
  if (letter.finished) return null
  return (
    <Form page={page} action={page.href(postPaths.finish(letter.id))}>
      <Hidden name="finished" value="1" />
      <Submit label={w(page.lang, 'staff.letter.done')} quiet />
    </Form>
  )
}

function Later({ page, letters }: { page: Page; letters: readonly ThreadLetter[] }) {
  const { lang } = page
  return (
    <>
      <h2>{w(lang, 'staff.letter.later')}</h2>
      {letters.map(letter => (
        <div key={letter.id}>
          <p>
            <a href={page.href(postPaths.letter(letter.id))}>{longDateTime(letter.arrivedAt, lang)}</a>
          </p>
          <p class="lines text" dir="auto">
            {letter.text}
          </p>
        </div>
      ))}
    </>
  )
}

function Draft({ page, one, form }: { page: Page; one: LetterAtHand; form: Filled }) {
  const { lang } = page
  const { ground, draft, letter } = one
  const filled: Filled = form.errors.length > 0 ? form : { ...form, values: fieldsOfDraft(draft, letter.facts.from?.name ?? '') }
  const chosen = answersOf(filled, 'councils')
  return (
    <>
      {one.missing.length > 0 && (
        <Note title={w(lang, 'staff.letter.missing')}>
          <ul class="text">
            {one.missing.map(({ field, message }) => (
              <li key={field}>
                {field === 'councils'
                  ? w(lang, 'staff.letter.unclear')
                  : field === 'forWhom'
                    ? w(lang, 'staff.letter.missing.whom')
                    : said(message, lang)}
              </li>
            ))}
          </ul>
          <p>{w(lang, 'staff.letter.missing.ask')}</p>
          {one.asked && <p>{w(lang, 'staff.letter.asked', { date: longDateTime(one.asked, lang) })}</p>}
          {one.address && !letter.finished && (
            <Form page={page} action={page.href(paths.letterAsk(letter.id))}>
              <p>{w(lang, 'staff.letter.ask.text')}</p>
              <Submit label={w(lang, one.asked ? 'staff.letter.ask.again' : 'staff.letter.ask', { address: one.address })} quiet />
            </Form>
          )}
        </Note>
      )}
      {one.known.length > 0 && (
        <Note title={w(lang, 'staff.letter.known')}>
          <p>{w(lang, 'staff.letter.known.text')}</p>
          {one.known.map(candidate => (
            <Form page={page} action={page.href(paths.letterAttach(letter.id))} key={candidate.id}>
              <Hidden name="candidate" value={candidate.id} />
              <Submit label={w(lang, 'staff.letter.attach', { name: candidate.name })} quiet />
            </Form>
          ))}
        </Note>
      )}
      <AnswersForm
        page={page}
        form={filled}
        action={page.href(paths.letterDraft(letter.id))}
        councils={ground.enterable.filter(council => chosen.length === 0 || chosen.includes(council.slug))}
        staff
        submit={w(lang, 'staff.letter.save')}
        before={
          <WhomAndWhere lang={lang} form={filled} ground={ground} councils={ground.enterable} whom={w(lang, 'staff.letter.missing.whom')} />
        }
        after={
          <TextArea
            form={filled}
            name="spoken"
            label={w(lang, 'staff.letter.spoken')}
            why={w(lang, 'staff.letter.spoken.why')}
            optional
            rows={3}
            maxLength={2_000}
          />
        }
      />
    </>
  )
}
