// The addresses of one candidate for the staff: reading, and each thing one can do.
import { z } from 'zod'
import { namesOf } from '../people/index.ts'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { ErrorSummary } from '../platform/html/fields.tsx'
import type { Filled } from '../platform/html/filled.ts'
import { StaffPage } from '../platform/html/layout.tsx'
import type { Page } from '../platform/html/page.ts'
import { choice, day, text, tick } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import { namedOnPage } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { maySearch, mayWorkWith } from './access.ts'
import { sayNo, sayYes } from './answer-suggestion.ts'
import { candidateOf, happenedTo } from './candidate.ts'
import { changeCandidate } from './change-candidate.ts'
import { confirmTie, confirmWays, residenceWays, verifyResidence } from './confirm.ts'
import { erase } from './erase-candidate.ts'
import { nominationForm } from './form-input.ts'
import { giveAnswer } from './give-answer.ts'
import { handOutLink } from './invite.ts'
import { endingOf, keepCandidate } from './keep-candidate.ts'
import { likenesses, merge, notTheSame } from './merge-candidates.ts'
import { move } from './move-nomination.ts'
import { asking, contactResults, verbs } from './nomination.ts'
import { oneOfMany, renaming } from './one-of-many.ts'
import { groundOf, retentionOf } from './open-councils.ts'
import { contactDay } from './owner.ts'
import { paths } from './paths.ts'
import { endedOf } from './read-store.ts'
import { recordContact, writeNote } from './record-contact.ts'
import { eraseOn, unansweredOn } from './retention.ts'
import { CandidatePage, type OneCandidate } from './views/candidate-page.tsx'
import { askedHows, hows } from './views/candidate-part.ts'
import { EnteredPage, SlipPage } from './views/enter-page.tsx'
import { AnswersForm, answersFrom } from './views/own-change.tsx'
import { nominationWords as w } from './words.ts'

async function one(tx: Tx, _who: Principal, { params }: Asked): Promise<OneCandidate | null> {
  const candidate = isId(params.id) ? await candidateOf(tx, params.id) : null
  if (!candidate) return null
  const { row, ties, contacts, notes } = candidate
  const staff = [...[...contacts, ...notes].map(each => each.byPerson), ...ties.map(tie => tie.confirmed_by), row.residence_verified_by]
  const ground = await groundOf(tx)
  const retention = await retentionOf(tx)
  return {
    candidate,
    ground,
    retention,
    happened: await happenedTo(tx, candidate),
    same: await likenesses(tx, params.id!),
    names: await namesOf(
      tx,
      staff.filter(id => id !== null),
    ),
    asked: candidate.contacts.some(each => asking.includes(each.result)),
    unansweredOn: unansweredOn(localDate(candidate.row.created_at), ground.promises),
    eraseOn:
      eraseOn(
        candidate.nominations.map(each => endedOf(each.row)),
        retention,
        row.kept_on,
      )?.on ?? null,
    ending: endingOf(candidate, retention, localDate(tx.now)),
    today: localDate(tx.now),
  }
}
const may = (who: Principal, thing: OneCandidate) => mayWorkWith(who, thing.candidate)
const view = (page: Page, thing: OneCandidate, form: Filled, { query }: Asked, who: Principal) => (
  <CandidatePage page={page} who={who} one={thing} form={form} saved={query.has(saved)} />
)
const editView = (page: Page, thing: OneCandidate, form: Filled) => {
  const { row, nominations } = thing.candidate
  return (
    <StaffPage
      page={page}
      title={w(page.lang, 'staff.edit.title')}
      back={{ href: page.href(paths.candidate(row.id)), label: row.name }}
      above={<ErrorSummary form={form} />}
    >
      <AnswersForm
        page={page}
        form={form.errors.length > 0 ? form : { ...form, values: answersFrom(thing.candidate) }}
        councils={thing.ground.all.filter(council => nominations.some(each => each.row.council === council.slug))}
        staff
        submit={w(page.lang, 'own.change.save')}
      />
    </StaffPage>
  )
}
const reads = ({ candidate }: OneCandidate) => ({ about: candidate.row.id, action: 'candidate.read' })
/** The page names those who may be the same person, too. */
const alike = ({ same }: OneCandidate) => same.map(one => one.id)
const readsAll = (thing: OneCandidate) => [reads(thing), ...namedOnPage(alike(thing), 'candidates.alike')]
const part = { may, hides: true, load: one, form: { view } } as const
const at = (what: string) => `/arbejdsrum/kandidater/:id/${what}`
/** In the address of the page one comes back to: it says that what was sent is kept. */
const saved = 'gemt'
const back = (_done: unknown, { thing }: { thing: OneCandidate }) => `${paths.candidate(thing.candidate.row.id)}?${saved}`
const id = (thing: OneCandidate) => thing.candidate.row.id
const uuid = text(40, 'needed')

export const candidateRoutes = [
  get({ ...part, path: '/arbejdsrum/kandidater/:id', reads: readsAll, view }),
  get({ ...part, path: at('ret'), reads, view: editView }),
  post({
    ...part,
    path: at('ret'),
    input: nominationForm,
    deed: (tx, who, { thing, input }) => changeCandidate(tx, who, { candidateId: id(thing), answers: input.answers }),
    then: back,
    form: { view: editView },
  }),
  post({
    ...part,
    path: at('kontakt'),
    input: oneOfMany(z.object({ how: choice(hows), result: choice(contactResults), text: text(2_000), nextOn: day('optional') })),
    deed: (tx, who, { thing, input }) =>
      renaming(input.form, () =>
        recordContact(tx, who, {
          candidateId: id(thing),
          how: input.how,
          result: input.result,
          text: input.text || null,
          nextOn: input.nextOn as LocalDate | null,
        }),
      ),
    then: back,
  }),
  post({
    ...part,
    path: at('note'),
    input: oneOfMany(z.object({ note: text(4_000, 'needed') })),
    deed: (tx, who, { thing, input }) => writeNote(tx, who, { candidateId: id(thing), text: input.note }),
    then: back,
  }),
  post({
    ...part,
    path: at('baand'),
    input: oneOfMany(z.object({ tie: uuid, how: choice(confirmWays), on: day('optional') })),
    deed: (tx, who, { thing, input }) =>
      renaming(input.form, () =>
        confirmTie(tx, who, { candidateId: id(thing), tieId: input.tie, how: input.how, on: input.on as LocalDate | null }),
      ),
    then: back,
  }),
  post({
    ...part,
    path: at('bopael'),
    input: oneOfMany(z.object({ answer: choice(['yes', 'no'] as const), how: choice(residenceWays), on: day('optional') })),
    deed: (tx, who, { thing, input }) =>
      renaming(input.form, () =>
        verifyResidence(tx, who, { candidateId: id(thing), answer: input.answer, how: input.how, on: input.on as LocalDate | null }),
      ),
    then: back,
  }),
  post({
    ...part,
    path: at('flyt'),
    input: oneOfMany(
      z.object({ nomination: uuid, verb: choice(verbs.filter(verb => verb !== 'accept' && verb !== 'appoint')), reason: text(1_000) }),
    ),
    deed: (tx, who, { input }) =>
      renaming(input.form, () => move(tx, who, { nominationId: input.nomination, verb: input.verb, reason: input.reason })),
    then: back,
  }),
  post({
    ...part,
    path: at('svar'),
    input: oneOfMany(z.object({ nomination: uuid, how: choice(hows) })),
    deed: (tx, who, { input }) => giveAnswer(tx, who, { nominationId: input.nomination, how: input.how }),
    then: back,
  }),
  post({
    ...part,
    path: at('ja'),
    input: z.object({}),
    async deed(tx, who, { thing, asked }) {
      const code = await sayYes(tx, who, { candidateId: id(thing), key: asked.form!.key, how: 'phone' })
      return { code, candidateId: id(thing), contactBy: await contactDay(tx, localDate(tx.now), thing.ground.promises.contact) }
    },
    then: (receipt, { page, who }) => <EnteredPage page={page} who={who} receipt={receipt} mayOpen />,
  }),
  post({
    ...part,
    path: at('nej'),
    input: z.object({}),
    deed: (tx, who, { thing }) => sayNo(tx, who, { candidateId: id(thing) }),
    then: () => paths.candidates,
  }),
  post({
    ...part,
    path: at('link'),
    input: z.object({}),
    deed: (tx, who, { thing }) => handOutLink(tx, who, { candidateId: id(thing) }),
    then: (link, { page, thing, asked, who }) => (
      <SlipPage
        page={page}
        who={who}
        name={thing.candidate.row.name}
        address={`${asked.origin}${paths.personal(link.token)}`}
        until={link.until}
        asked={thing.candidate.row.said_yes_at === null}
        retention={thing.candidate.row.said_yes_at === null ? thing.retention : null}
        back={paths.candidate(id(thing))}
      />
    ),
  }),
  post({
    ...part,
    path: at('flet'),
    may: (who: Principal) => maySearch(who),
    input: z.object({ other: uuid }),
    deed: (tx, who, { thing, input }) => merge(tx, who, { keep: id(thing), drop: input.other }),
    then: back,
  }),
  post({
    ...part,
    path: at('to'),
    may: (who: Principal) => maySearch(who),
    input: z.object({ other: uuid }),
    deed: (tx, who, { thing, input }) => notTheSame(tx, who, { one: id(thing), other: input.other }),
    then: back,
  }),
  post({
    ...part,
    path: at('behold'),
    input: oneOfMany(z.object({ how: choice(askedHows) })),
    deed: (tx, who, { thing, input }) => renaming(input.form, () => keepCandidate(tx, who, { candidateId: id(thing), how: input.how })),
    then: back,
  }),
  post({
    ...part,
    path: at('slet'),
    // Nobody is erased unheard: A37 asks for a contact, and this one is the person's own wish.
    input: oneOfMany(z.object({ how: choice(askedHows), sure: tick })),
    async deed(tx, who, { thing, input }) {
      if (!input.sure)
        throw new Refusal([{ field: 'sure.slet', message: { da: w('da', 'own.erase.sure.needed'), en: w('en', 'own.erase.sure.needed') } }])
      await erase(tx, who, { candidateId: id(thing), why: 'asked', how: input.how })
    },
    then: () => paths.candidates,
  }),
]
