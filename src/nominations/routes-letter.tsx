// The addresses where a letter becomes a nomination, or goes to a candidate we know.
import { z } from 'zod'
import { letterToWork, mayReadPost, type WorkLetter } from '../mailroom/index.ts'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { text } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { readingsOfAll } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { languageOf } from '../platform/text/language-of.ts'
import { mayEnter, maySearch } from './access.ts'
import { shortcomings } from './answers.ts'
import { addressOf, askWriter, isOpen, lastAsked, laterLetters } from './ask-writer.ts'
import { attachLetter, confirmLetter } from './confirm-letter.ts'
import { nominationForm } from './form-input.ts'
import { answersOfDraft, draftFrom } from './letter-draft.ts'
import { madeOf } from './letter-history.ts'
import { nominationDesk } from './mail-desk.ts'
import { offerOf } from './offer.ts'
import { groundOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { candidateRow, candidatesAt } from './read-store.ts'
import { EnteredPage } from './views/enter-page.tsx'
import { type LetterAtHand, LetterDraftPage } from './views/letter-draft-page.tsx'

async function atHand(tx: Tx, _who: Principal, { params }: Asked): Promise<LetterAtHand | null> {
  const letter = await letterToWork(tx, params.post!)
  if (!letter || letter.desk !== nominationDesk.name) return null
  const ground = await groundOf(tx)
  const { facts } = letter
  const address = addressOf(letter)
  const draft = draftFrom(facts, address, languageOf(facts.text), ground.enterable)
  const offer = offerOf(
    ground.enterable.filter(one => draft.councils.includes(one.slug)),
    true,
  )
  const enterable = ground.enterable.map(one => one.slug)
  return {
    letter,
    ground,
    draft,
    missing: shortcomings('summary', answersOfDraft(draft), offer, enterable),
    known: address ? await candidatesAt(tx, blindEmail(tx.keys.of(tx.municipalityId), address)) : [],
    candidate: letter.thread === letter.id ? null : await onMatter(tx, letter),
    made: (await madeOf(tx, letter.id)) === 'confirmed',
    first: await firstOf(tx, letter),
    later: letter.thread === letter.id ? await laterLetters(tx, letter.id) : [],
    address,
    asked: await lastAsked(tx, letter.id),
  }
}
/** The letter that opened the matter, while it waits to become a nomination. */
async function firstOf(tx: Tx, { id, thread }: WorkLetter): Promise<string | null> {
  const first = thread === id ? null : await letterToWork(tx, thread)
  return first && isOpen(first) ? first.id : null
}
async function onMatter(tx: Tx, { thread }: WorkLetter): Promise<{ id: string; name: string } | null> {
  const row = await candidateRow(tx, thread)
  return row && { id: row.id, name: row.name }
}

const spokenField = text(2_000)
/** An answer to nothing that is needed: too long or odd, it is left out rather than refused with the rest. */
const spokenOf = (value: unknown) => spokenField.safeParse(value ?? '').data || null
const may = (who: Principal) => mayReadPost(who) && mayEnter(who) && maySearch(who)
const view = (page: Page, one: LetterAtHand, form: Filled, _asked: Asked, who: Principal) => (
  <LetterDraftPage page={page} who={who} one={one} form={form} />
)
const part = { may, hides: true, load: atHand, form: { view } } as const
const at = '/arbejdsrum/kandidater/brev/:post'

export const letterRoutes = [
  get({
    ...part,
    path: at,
    reads: one =>
      readingsOfAll([one.letter.id, ...(one.candidate ? [one.candidate.id] : []), ...one.known.map(each => each.id)], 'post.letter'),
    view,
  }),
  post({
    ...part,
    path: at,
    input: nominationForm,
    deed: (tx, who, { thing, input, asked }) =>
      confirmLetter(tx, who, {
        letterId: thing.letter.id,
        answers: input.answers,
        key: asked.form!.key,
        spoken: spokenOf(input.values.spoken),
      }),
    then: (receipt, { page, who }) => <EnteredPage page={page} who={who} receipt={receipt} mayOpen />,
  }),
  post({
    ...part,
    path: `${at}/sag`,
    input: z.object({ candidate: text(40, 'needed') }),
    deed: (tx, who, { thing, input }) => attachLetter(tx, who, { letterId: thing.letter.id, candidateId: input.candidate }),
    then: (_done, { input }) => paths.candidate(input.candidate),
  }),
  post({
    ...part,
    path: `${at}/spoerg`,
    input: z.object({}),
    deed: (tx, who, { thing }) => askWriter(tx, who, { letterId: thing.letter.id }),
    then: (_done, { thing }) => paths.letterDraft(thing.letter.id),
  }),
]
