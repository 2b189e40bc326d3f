// A letter beside the fields it may fill: read, corrected and confirmed in one screen.
import { LetterWords, postPaths, type WorkLetter } from '../../mailroom/index.ts'
import { staffNav } from '../../people/index.ts'
import { longDateTime } from '../../platform/clock.ts'
import { answersOf, ErrorSummary, type Filled, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
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
}

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
        <div>
          <Answers
            items={[
              {
                label: w(lang, 'staff.letter.beside'),
                value: (
                  <>
                    <bdi>{letter.facts.from?.name}</bdi> <bdi dir="ltr">{letter.facts.from?.address}</bdi>
                    <br />
                    {longDateTime(letter.arrivedAt, lang)}
                  </>
                ),
              },
            ]}
          />
          <h2>
            <bdi>{letter.facts.subject}</bdi>
          </h2>
          <LetterWords page={page} facts={letter.facts} />
        </div>
        <div>
          {one.candidate ? <OnMatter page={page} one={one} candidate={one.candidate} /> : <Draft page={page} one={one} form={form} />}
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
      {!one.letter.finished && (
        <Form page={page} action={page.href(postPaths.finish(one.letter.id))}>
          <Hidden name="finished" value="1" />
          <Submit label={w(lang, 'staff.letter.done')} quiet />
        </Form>
      )}
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
      />
    </>
  )
}
