// The address behind the personal link of a question: whoever wrote a letter fills in what was missing from it.
import { letterToWork, type WorkLetter } from '../mailroom/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { type Asked, anybody, get, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { languageOf } from '../platform/text/language-of.ts'
import { addressOf, answerQuestion, isOpen } from './ask-writer.ts'
import { nominationForm } from './form-input.ts'
import { draftFrom } from './letter-draft.ts'
import { letterOfLink } from './letter-link.ts'
import { groundOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { ReceiptPage } from './views/join-done.tsx'
import { type Question, QuestionPage } from './views/question-page.tsx'

/** Unknown, too old and dealt with look the same: the page says where to turn. */
async function question(tx: Tx, _who: Principal, { params }: Asked): Promise<Question> {
  const id = letterOfLink(tx.keys.of(tx.municipalityId), params.noegle ?? '', localDate(tx.now))
  const letter: WorkLetter | null = id ? await letterToWork(tx, id) : null
  const ground = await groundOf(tx)
  if (!letter || !isOpen(letter)) return { letterId: null, ground, draft: null }
  return {
    letterId: letter.id,
    ground,
    draft: draftFrom(letter.facts, addressOf(letter), languageOf(letter.facts.text), ground.open),
  }
}

const path = paths.question(':noegle')
const view = (page: Page, thing: Question, form: Filled) => <QuestionPage page={page} question={thing} form={form} />

export const questionRoutes = [
  get({ path, may: anybody, load: question, view }),
  post({
    path,
    may: anybody,
    // What was sent a second time finds its receipt, so the letter may be dealt with by now.
    async load(tx: Tx, _who: Principal, { params }: Asked) {
      const id = letterOfLink(tx.keys.of(tx.municipalityId), params.noegle ?? '', localDate(tx.now))
      return id === null ? null : { letterId: id }
    },
    input: nominationForm,
    deed: (tx, who, { thing, input, asked }) =>
      answerQuestion(tx, who, { letterId: thing.letterId, answers: input.answers, key: asked.form!.key }),
    then: (receipt, { page }) => <ReceiptPage page={page} receipt={receipt} />,
    form: { load: question, view },
  }),
]
